import { LitElement, css, html, nothing } from 'lit';
import { shortage, when } from '../../kit/alert-words.js';
import { shared } from '../../kit/css.js';
import { Names } from '../../kit/names.js';
import { Need, Pages } from '../../kit/need.js';
import { day, exact, moment, percent } from '../../kit/number.js';
import { firewall, rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { t } from '../../kit/words.js';

/** Of each group, that many are named; the rest is counted. */
const NAMED = 5;
const DIMENSIONS = ['COMPLETENESS', 'TIMELINESS', 'VALIDITY', 'CONSISTENCY', 'PLAUSIBILITY'];

/** What needs somebody, the most urgent first, and whether the data can be trusted. */
class TaktMonday extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(320px, 1fr); gap: var(--s24); align-items: start; }
      @media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); } }
      ul { list-style: none; margin: 0; padding: 0; }
      li { padding: var(--s8) 0; border-bottom: 1px solid var(--line); }
      h3 { padding-top: var(--s12); }
      dl { display: grid; grid-template-columns: 1fr max-content; gap: var(--s4) var(--s16); margin: 0; }
      dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
    `,
  ];

  constructor() {
    super();
    this.names = new Names(this);
    this.versions = new Need(this, () => [rpcs.listVersions, { pageSize: 200 }]);
    this.alerts = new Pages(this, () => [rpcs.listAlerts, { pageSize: 200 }], 'alerts', 20);
    this.alarms = new Need(this, () => [rpcs.qualityAlarms, {}]);
    this.cards = new Need(this, () => [rpcs.qualityCards, {}]);
    this.demandRows = new Need(this, () => [firewall.forecast.rows, {}]);
    this.networkRows = new Need(this, () => this.isPlanner && [firewall.sharing.rows, {}]);
    this.publications = new Pages(
      this,
      () => this.version && [rpcs.listPublications, { versionId: this.version.id, pageSize: 200 }],
      'publications',
      20,
    );
    this.edition = new Need(
      this,
      () => this.version?.state === 'VERSION_STATE_RELEASED' && [rpcs.edition, { versionId: this.version.id }],
    );
  }

  get isPlanner() {
    return this.me?.roles.includes('planner');
  }

  get version() {
    const versions = this.versions.value?.versions ?? [];
    return versions.find((v) => v.state === 'VERSION_STATE_RELEASED') ?? versions[0];
  }

  /** Everything that the list rests on. */
  get needs() {
    return [
      [this.alerts, 'alerts.unknown'],
      [this.alarms, 'alarms.unknown'],
      [this.demandRows, 'waiting.unknown.forecast'],
      ...(this.isPlanner ? [[this.networkRows, 'waiting.unknown.sharing']] : []),
    ];
  }

  /** What needs somebody, in groups; those that nothing is in are left out. */
  groups() {
    const alerts = this.alerts.value ?? [];
    const edition = this.edition.value?.edition;
    const rows = [...(this.demandRows.value?.counts ?? []), ...(this.networkRows.value?.counts ?? [])];
    const name = (a) => html`<strong title=${a.supplier}>${this.names.of(a.supplier)}</strong>`;
    const line = (a) =>
      html`<a href="/inbox?search=${encodeURIComponent(a.subject)}">${a.subject}</a> ${name(a)}: ${shortage(a)} · ${when(a)}`;
    const isOpen = (a) => a.state === 'ALERT_STATE_OPEN';
    const group = (key, items, to, item) => ({ key, items, to, item, count: items.length });
    return [
      group(
        'critical',
        alerts.filter((a) => isOpen(a) && a.critical),
        '/inbox',
        line,
      ),
      group(
        'late',
        alerts.filter((a) => isOpen(a) && a.kind === 'ALERT_KIND_COMMITMENT_OVERDUE'),
        '/inbox?kind=COMMITMENT_OVERDUE',
        name,
      ),
      { ...group('unsupplied', edition?.unsupplied ?? [], '/inbox', (u) => u.part), count: edition?.unsuppliedInAll },
      group(
        'short',
        alerts.filter((a) => isOpen(a) && !a.critical && a.kind !== 'ALERT_KIND_COMMITMENT_OVERDUE'),
        '/inbox',
        line,
      ),
      group('alarms', this.alarms.value?.alarms ?? [], '/data', (a) => html`<strong>${a.name}</strong> ${a.words}`),
      {
        ...group(
          'rows',
          rows,
          '/data',
          (c) => `${c.kind.toLowerCase().replaceAll('_', ' ')}: ${exact(Number(c.rows))} · ${c.reason}`,
        ),
        count: rows.reduce((sum, c) => sum + Number(c.rows), 0),
      },
    ].filter(({ items }) => items.length);
  }

  render() {
    return html`
      <div class="stack">
        <div class="bar">
          <h1 tabindex="-1">${t('monday.title')}</h1>
          <span class="soft">${this.versionLine()}</span>
        </div>
        <div class="columns">
          <section class="card stack"><h2>${t('monday.needs')}</h2>${this.needed()}</section>
          <section class="card stack"><h2>${t('monday.trust')}</h2>
            ${stated(this.cards, { what: t('quality.unknown') }, (found) => this.trust(found))}
          </section>
        </div>
      </div>
    `;
  }

  versionLine() {
    if (!this.version) return this.versions.value ? t('version.none') : nothing;
    const state = t(`version.${this.version.state.replace('VERSION_STATE_', '').toLowerCase()}`);
    return t('monday.version', { number: this.version.number, state, day: day(this.version.businessDate) });
  }

  /** A calm day is said only when everything that could need somebody is known. */
  needed() {
    const troubles = this.needs.filter(([need]) => need.problem);
    const groups = this.groups();
    const isKnown = this.needs.every(([need]) => need.value !== undefined);
    return html`
      ${troubles.map(([need, what]) => failed(need.problem, () => need.again(), t(what)))}
      ${groups.map((group) => this.group(group))}
      ${groups.length || troubles.length ? nothing : html`<p class="soft">${isKnown ? this.calm() : t('loading')}</p>`}
    `;
  }

  calm() {
    const all = this.publications.value ?? [];
    if (!this.version || !all.length) return t('monday.calm');
    return t('monday.calm-version', {
      number: this.version.number,
      received: all.filter((p) => p.acknowledgedAt).length,
      count: all.length,
    });
  }

  group({ key, items, to, item, count }) {
    return html`<div>
      <h3><a href=${to}>${t(`monday.${key}`, { count })}</a></h3>
      <ul>${items.slice(0, NAMED).map((one) => html`<li>${item(one)}</li>`)}</ul>
      ${items.length > NAMED ? html`<p class="soft">${t('and-more', { count: items.length - NAMED })}</p>` : nothing}
    </div>`;
  }

  /** The kind of fact that is worst. */
  trust({ assessedAt, cards }) {
    if (!cards.length) return html`<p class="soft">${t('quality.never')}</p>`;
    const worst =
      cards.filter((c) => c.scope === 'QUALITY_SCOPE_KIND').sort((a, b) => a.score - b.score)[0] ?? cards[0];
    return html`
      <p>${t('monday.worst', { name: worst.name, score: worst.score.toFixed(1) })}</p>
      <dl>${DIMENSIONS.map((d) => {
        const measure = worst.measures.find((m) => m.dimension === `QUALITY_DIMENSION_${d}`);
        return html`<dt title=${measure?.reason ?? ''}>${t(`dimension.${d.toLowerCase()}`)}</dt><dd>${measure ? percent(measure.share, 1) : '–'}</dd>`;
      })}</dl>
      <p class="soft">${t('quality.at', { when: moment(assessedAt) })} <a href="/data">${t('data.title')}</a></p>
    `;
  }
}

customElements.define('takt-monday', TaktMonday);
