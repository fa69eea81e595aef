import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { shared } from '../../kit/css.js';
import { Names } from '../../kit/names.js';
import { Need, Pages } from '../../kit/need.js';
import { rpcs } from '../../kit/rpcs.js';
import { stated } from '../../kit/stated.js';
import '../../kit/takt-alerts.js';
import '../../kit/takt-chart.js';
import '../../kit/takt-corrections.js';
import { t, unit } from '../../kit/words.js';
import { sentence, sentences } from '../../text/causes.js';
import { promisedFor, zonesOf } from './promised.js';
import './takt-lines.js';

const isReleased = (version) => version.state === 'VERSION_STATE_RELEASED';
const stateName = (version) => t(`version.${version.state.replace('VERSION_STATE_', '').toLowerCase()}`);
/** Versions beside the one that is shown: three that were chosen, and the released one. */
const BESIDE = 4;

/** One part: history and forecast of a version, why it is so, publications and answers by supplier, alerts. */
class TaktPart extends LitElement {
  static properties = { part: {}, chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      .series { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: var(--s24); }
      .series aside { display: grid; gap: var(--s12); align-content: start; }
      .beside { position: relative; }
      .beside summary { cursor: pointer; color: var(--accent); line-height: var(--row); }
      .choice { position: absolute; right: 0; z-index: 4; max-height: 320px; overflow: auto; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: var(--s8) var(--s12); display: grid; gap: var(--s4); white-space: nowrap; }
      @media (max-width: 1280px) { .series { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    this.kept = new Map();
    this.names = new Names(this);
    this.history = new Need(this, () => [rpcs.partHistory, { part: this.part }]);
    this.versions = new Need(this, () => [rpcs.listVersions, { pageSize: 200 }]);
    this.series = new Need(this, () => this.version && [rpcs.series, { versionId: this.version.id, part: this.part }]);
    this.others = Array.from(
      { length: BESIDE },
      (_, i) =>
        new Need(this, () => this.beside[i] && [rpcs.series, { versionId: this.beside[i].id, part: this.part }]),
    );
    this.quality = new Need(this, () => [rpcs.partQuality, { part: this.part }]);
    this.lines = new Need(this, () => [rpcs.publicationLines, { part: this.part }]);
    this.publications = new Pages(this, () => [rpcs.listPublications, { pageSize: 200 }], 'publications', 10);
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

  get all() {
    return this.versions.value?.versions ?? [];
  }

  /** The version that is shown: the chosen one, else the released one, else the newest. */
  get version() {
    const number = this.chosen?.get('version');
    if (number) return this.all.find((v) => String(v.number) === number);
    return this.all.find(isReleased) ?? this.all[0];
  }

  /** Versions that are drawn beside it: the released one, and those that were chosen. */
  get beside() {
    const numbers = (this.chosen?.get('against') ?? '').split('.');
    return this.all
      .filter((v) => v !== this.version && (isReleased(v) || numbers.includes(String(v.number))))
      .slice(0, BESIDE);
  }

  /** What the chart shows of a series: the same object as long as nothing of it changed. */
  facts(series) {
    const history = this.history.value?.histories.find((h) => h.site === series.site && h.calendar === series.calendar);
    const sources = [
      series,
      history,
      this.corrections.value,
      this.lines.value,
      this.publications.value,
      this.commitments.value,
      ...this.others.map((other) => other.value),
    ];
    const key = `${series.site} ${series.calendar}`;
    const kept = this.kept.get(key);
    if (kept && kept.sources.every((source, i) => source === sources[i])) return kept.facts;
    const facts = {
      history,
      series,
      levels: this.version.levels,
      corrections: (this.corrections.value ?? []).filter(
        (c) => c.site === series.site && c.calendar === series.calendar,
      ),
      others: this.beside.flatMap((version, i) => {
        const found = this.others[i].value?.find(
          ({ series: s }) => s.site === series.site && s.calendar === series.calendar,
        );
        return found ? [{ number: version.number, isReleased: isReleased(version), series: found.series }] : [];
      }),
      today: this.me?.today,
      ...(series.calendar === 'CALENDAR_ISO_WEEK' ? this.asked(series.site) : {}),
    };
    this.kept.set(key, { sources, facts });
    return facts;
  }

  /** What suppliers of a site are asked for, and what of it they promised. */
  asked(site) {
    if (!this.lines.value || !this.publications.value) return {};
    const lines = this.lines.value.map(({ line }) => line);
    const first = (line) => this.publications.value.find((p) => p.id === line.publicationId)?.firstWeek;
    return {
      zones: zonesOf(site, lines, first, (zone) => t(`zone.${zone}`)),
      promised: this.commitments.isWhole ? promisedFor(site, lines, first, this.commitments.value) : new Map(),
    };
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
        <span class="end bar">${this.comparison()}${this.versionChoice()}</span>
      </div>
      ${value === undefined ? stated(this.history, { what: t('part.unknown'), rows: 1 }, () => nothing) : nothing}
    `;
  }

  versionChoice() {
    return this.all.length
      ? html`<label>${t('version')}
          <select @change=${(e) => choose({ version: e.target.value })}>
            ${this.all.map((v) => html`<option value=${v.number} ?selected=${v === this.version}>${named(v)}</option>`)}
          </select></label>`
      : nothing;
  }

  /** Up to three other versions are drawn beside the one that is shown; the released one always is. */
  comparison() {
    const others = this.all.filter((v) => v !== this.version && !isReleased(v));
    if (others.length === 0) return nothing;
    const chosen = this.beside.filter((v) => !isReleased(v)).map((v) => v.number);
    const set = (number, isShown) =>
      choose({ against: (isShown ? [...chosen, number] : chosen.filter((one) => one !== number)).join('.') });
    return html`<details class="beside"><summary>${t('part.compare')}</summary><div class="choice">
      ${others.map((v) => html`<label><input type="checkbox" .checked=${chosen.includes(v.number)} ?disabled=${chosen.length >= BESIDE - 1 && !chosen.includes(v.number)} @change=${(e) => set(v.number, e.target.checked)} /> ${named(v)}</label>`)}
    </div></details>`;
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
    return html`
      <section class="card series">
        <takt-chart .facts=${this.facts(s)} .unit=${unit(s.unit, 2)} .weeks=${this.chosen?.get('weeks') ?? ''} .about=${[
          [t('version'), this.version.number],
          [t('site'), s.site],
          [t('unit'), unit(s.unit, 2)],
        ]}
          @sight=${(e) => choose({ weeks: `${e.detail.from}..${e.detail.to}` })}></takt-chart>
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

const named = (version) => `${version.number} · ${stateName(version)} · ${version.businessDate}`;

customElements.define('takt-part', TaktPart);
