import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { shared } from '../../kit/css.js';
import { Names } from '../../kit/names.js';
import { Need, Pages } from '../../kit/need.js';
import { amount } from '../../kit/number.js';
import { rpcs } from '../../kit/rpcs.js';
import { stated } from '../../kit/stated.js';
import '../../kit/takt-alerts.js';
import '../../kit/takt-chart.js';
import '../../kit/takt-corrections.js';
import { t, unit } from '../../kit/words.js';
import { sentence, sentences } from '../../text/causes.js';
import './takt-lines.js';

const stateName = (version) => t(`version.${version.state.replace('VERSION_STATE_', '').toLowerCase()}`);

/** One part: history and forecast of a version, why it is so, publications and answers by supplier, alerts. */
class TaktPart extends LitElement {
  static properties = { part: {}, chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      .series { display: grid; grid-template-columns: minmax(0, 1fr) 380px; gap: var(--s24); }
      .series aside { display: grid; gap: var(--s12); align-content: start; }
      @media (max-width: 1280px) { .series { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    this.names = new Names(this);
    this.history = new Need(this, () => [rpcs.partHistory, { part: this.part }]);
    this.versions = new Need(this, () => [rpcs.listVersions, { pageSize: 200 }]);
    this.series = new Need(this, () => this.version && [rpcs.series, { versionId: this.version.id, part: this.part }]);
    this.quality = new Need(this, () => [rpcs.partQuality, { part: this.part }]);
    this.commitments = new Pages(
      this,
      () => [rpcs.listCommitments, { part: this.part, pageSize: 1000 }],
      'commitments',
      20,
    );
    this.corrections = new Pages(
      this,
      () => [rpcs.listCorrections, { filter: { part: this.part }, pageSize: 50 }],
      'corrections',
      4,
    );
  }

  /** What suppliers promised for a site, week by week: one map as long as the answers are the same. */
  committed(site) {
    const all = this.commitments.value ?? [];
    const key = `${site} ${all.map((c) => c.committed.thousandths).join()}`;
    if (this.promised?.key !== key) {
      const weeks = new Map();
      for (const c of all.filter((one) => one.customerSite === site)) {
        weeks.set(c.week, (weeks.get(c.week) ?? 0) + amount(c.committed.thousandths));
      }
      this.promised = { key, weeks };
    }
    return this.promised.weeks;
  }

  /** The version that is shown: the chosen one, else the released one, else the newest. */
  get version() {
    const versions = this.versions.value?.versions ?? [];
    const number = this.chosen?.get('version');
    if (number) return versions.find((v) => String(v.number) === number);
    return versions.find((v) => v.state === 'VERSION_STATE_RELEASED') ?? versions[0];
  }

  render() {
    const { value, problem } = this.history;
    if (!value && problem?.code === 'not_found') {
      return html`<h1 tabindex="-1">${t('part.nowhere', { part: this.part })}</h1><p><a href="/parts?search=${encodeURIComponent(this.part)}">${t('part.look')}</a></p>`;
    }
    return html`
      <div class="stack">
        ${this.head(value)}
        ${stated(this.versions, { what: t('part.no-forecast'), rows: 1 }, () => this.forecasts())}
        <section class="stack"><h2>${t('alerts.title')}</h2><takt-alerts .part=${this.part} .me=${this.me}></takt-alerts></section>
        <section class="stack"><h2>${t('corrections.title')}</h2><takt-corrections .part=${this.part} .me=${this.me}></takt-corrections></section>
        <section class="stack"><h2>${t('part.answers')}</h2><takt-lines .part=${this.part}></takt-lines></section>
      </div>
    `;
  }

  head(value) {
    const part = value?.part;
    return html`
      <div class="bar">
        <div>
          <h1 tabindex="-1">${this.part}</h1>
          <div class="soft">${part ? html`${part.description} · ${part.family} · <span title=${part.unit}>${unit(part.unit, 2)}</span>` : html`&nbsp;`}</div>
          ${part?.predecessor ? html`<div class="soft">${t('part.predecessor', { part: part.predecessor, day: part.usedFrom })}</div>` : nothing}
          ${part?.successor ? html`<div class="soft">${t('part.successor', { part: part.successor, day: part.replacedFrom })}</div>` : nothing}
        </div>
        <span class="end">${this.versionChoice()}</span>
      </div>
      ${value === undefined ? stated(this.history, { what: t('part.unknown'), rows: 1 }, () => nothing) : nothing}
    `;
  }

  versionChoice() {
    const versions = this.versions.value?.versions ?? [];
    return versions.length
      ? html`<label>${t('version')}
          <select @change=${(e) => choose({ version: e.target.value })}>
            ${versions.map((v) => html`<option value=${v.number} ?selected=${v === this.version}>${v.number} · ${stateName(v)} · ${v.businessDate}</option>`)}
          </select></label>`
      : nothing;
  }

  forecasts() {
    if (!this.version) {
      const number = this.chosen?.get('version');
      return html`<p class="soft">${number ? t('version.nowhere', { number }) : t('version.none')}</p>`;
    }
    return stated(
      this.series,
      { what: t('part.no-forecast'), empty: t('part.not-in-version', { number: this.version.number }), rows: 10 },
      (found) => found.map(({ series }) => this.forecast(series)),
    );
  }

  forecast(s) {
    const corrections = (this.corrections.value ?? []).filter((c) => c.site === s.site && c.calendar === s.calendar);
    const history = this.history.value?.histories.find((h) => h.site === s.site && h.calendar === s.calendar);
    return html`
      <section class="card series">
        <takt-chart .history=${history} .series=${s} .levels=${this.version.levels} .corrections=${corrections} .committed=${s.calendar === 'CALENDAR_ISO_WEEK' ? this.committed(s.site) : undefined} .unit=${unit(s.unit, 2)}></takt-chart>
        <aside>
          <h2>${t('part.why')}</h2>
          <p>${sentence(s.choiceCause)}</p>
          <p>${sentences(s.levelCauses)}</p>
          ${this.quality.value ? html`<p>${t('part.quality', { score: Math.round(this.quality.value.card.score) })} ${this.quality.value.card.measures.map((m) => m.reason).join(' ')}</p>` : nothing}
          <p class="soft">${t('site')} ${s.site}</p>
        </aside>
      </section>
    `;
  }
}

customElements.define('takt-part', TaktPart);
