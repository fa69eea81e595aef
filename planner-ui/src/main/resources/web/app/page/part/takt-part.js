import { LitElement, css, html } from 'lit';
import { addDays, amount, format, get } from './api.js';
import { Asking } from './asking.js';
import { sentence, sentences } from './causes.js';
import { failed } from './failed.js';
import { shared } from './shared-css.js';
import './takt-alerts.js';
import './takt-chart.js';
import './takt-corrections.js';

/** One part: history and forecast of a version, publications and commitments by supplier, alerts. */
class TaktPart extends LitElement {
  static properties = {
    part: {},
    planner: { type: Boolean },
    data: { type: Boolean },
    corrections: { state: true },
    version: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; gap: 16px; flex-wrap: wrap; align-items: end; justify-content: space-between; }
      .head select { width: auto; }
      td.short { color: var(--red); font-weight: 600; }
      td.full { color: var(--green); }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 8px 0 0; }
      dt { color: var(--soft); } dd { margin: 0; }
      @media (max-width: 600px) { dl { grid-template-columns: 1fr; } }
    `,
  ];

  constructor() {
    super();
    this.data = false;
    this.corrections = [];
    this.facts = new Asking(this);
    this.series = new Asking(this);
    this.quality = new Asking(this);
  }

  willUpdate(changed) {
    if (changed.has('part')) {
      this.corrections = [];
      this.version = '';
      this.series.forget();
      this.quality.forget();
      this.facts.forget();
      this.load();
    }
  }

  async load() {
    const isNewest = await this.facts.ask(
      Promise.all([
        get('history', { part: this.part }),
        get('versions'),
        get('lines', { part: this.part }),
        get('commitments', { part: this.part }),
        get('partners'),
        get('publications'),
      ]),
      ([history, versions, lines, commitments, partners, publications]) => ({
        history,
        versions: versions.versions,
        lines: lines.map((l) => l.line),
        commitments: commitments.commitments,
        names: new Map(partners.partners.map((p) => [p.bpnl, p.name])),
        publications: new Map(publications.publications.map((p) => [p.id, p])),
      }),
    );
    if (!isNewest || this.facts.problem) return;
    const { history, versions } = this.facts.value;
    const current = versions.find((v) => v.state === 'VERSION_STATE_RELEASED') ?? versions[0];
    if (current) this.choose(current.id);
    if (this.data && history.histories.length) this.measure();
  }

  /** A part whose demand lies ahead alone cannot be measured; the page does without. */
  measure() {
    return this.quality.ask(get('data/part', { part: this.part }), (found) => found.card);
  }

  choose(version) {
    this.version = version;
    this.series.forget();
    return this.series.ask(get('series', { version, part: this.part }), (found) => found.map((s) => s.series));
  }

  render() {
    if (this.facts.problem) {
      return html`<p><a href="#/parts">← Parts</a></p>${failed(this.facts, () => this.load())}`;
    }
    if (!this.facts.value) return html`<p class="soft">Loading…</p>`;
    const { history, versions } = this.facts.value;
    return html`
      <p><a href="#/parts">← Parts</a></p>
      <div class="head">
        <div>
          <h1>${history.part.part}</h1>
          <div class="soft">${history.part.description} · ${history.part.family} · ${history.part.unit}</div>
        </div>
        ${
          versions.length
            ? html`<label>Version
              <select @change=${(e) => this.choose(e.target.value)} .value=${this.version ?? ''}>
                ${versions.map((v) => html`<option value=${v.id} ?selected=${v.id === this.version}>${v.number} · ${v.state.replace('VERSION_STATE_', '').toLowerCase()} · ${v.businessDate}</option>`)}
              </select></label>`
            : html`<span class="soft">There is no forecast version yet.</span>`
        }
      </div>
      ${failed(this.series, () => this.choose(this.version), 'The forecast is not shown.')}
      ${this.forecasts()}
      <takt-alerts .part=${this.part} ?planner=${this.planner}></takt-alerts>
      ${
        this.data
          ? html`<takt-corrections .part=${this.part} @corrections=${(e) => {
              this.corrections = e.detail;
            }}></takt-corrections>`
          : ''
      }
      <h2>Publications and commitments</h2>
      ${this.facts.value.lines.length ? this.facts.value.lines.map((l) => this.line(l)) : html`<p class="soft">This part is not published to any supplier yet.</p>`}
    `;
  }

  forecasts() {
    const series = this.series.value;
    if (series === undefined) {
      return html`<p class="soft">${this.version && !this.series.problem ? 'Loading the forecast…' : ''}</p>`;
    }
    if (!series.length) return html`<p class="soft">This version has no forecast of the part.</p>`;
    return series.map(
      (s) => html`
      <section class="card">
        <takt-chart .history=${this.facts.value.history.histories.find((h) => h.site === s.site)} .series=${s} .corrections=${this.corrections.filter((c) => c.site === s.site && c.calendar === s.calendar)}></takt-chart>
        <dl>
          <dt>Site</dt><dd>${s.site}</dd>
          <dt>Why this model</dt><dd>${sentence(s.choiceCause)}</dd>
          <dt>How it got there</dt><dd>${sentences(s.levelCauses)}</dd>
          ${this.quality.value ? html`<dt>Quality of its data</dt><dd>${this.quality.value.score.toFixed(0)} of 100. ${this.quality.value.measures.map((m) => m.reason).join(' ')}</dd>` : ''}
        </dl>
      </section>
    `,
    );
  }

  line(line) {
    const publication = this.facts.value.publications.get(line.publicationId);
    const first = publication?.firstWeek;
    const answers = new Map(this.facts.value.commitments.filter((c) => c.lineId === line.id).map((c) => [c.week, c]));
    const weeks = line.demandThousandths
      .slice(0, 12)
      .map((demand, i) => ({ week: first ? addDays(first, 7 * i) : '', demand, zone: zone(line, i) }));
    return html`
      <section class="card">
        <h3>${this.facts.value.names.get(line.supplier) ?? line.supplier} → ${this.facts.value.names.get(line.customer) ?? line.customer}</h3>
        <div class="soft">
          Publication ${publication?.number ?? ''}, lead time ${line.leadTimeWeeks} weeks,
          ${answers.size ? `${answers.size} weeks answered` : 'no answer yet'}
        </div>
        <div class="scroll">
          <table>
            <thead><tr><th>Week</th>${weeks.map((w) => html`<th title=${w.zone}>${w.week.slice(5)}</th>`)}</tr></thead>
            <tbody>
              <tr><td>Zone</td>${weeks.map((w) => html`<td class="soft">${w.zone}</td>`)}</tr>
              <tr><td>Demand</td>${weeks.map((w) => html`<td>${format(amount(w.demand))}</td>`)}</tr>
              <tr><td>Committed</td>${weeks.map((w) => this.committed(answers.get(w.week)))}</tr>
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  committed(answer) {
    if (!answer) return html`<td class="soft">–</td>`;
    const short = Number(answer.committed.thousandths) < Number(answer.demand.thousandths);
    const why = short ? answer.reason.replace('SHORTFALL_REASON_', '').toLowerCase().replace('_', ' ') : '';
    return html`<td class=${short ? 'short' : 'full'} title=${why}>${format(amount(answer.committed.thousandths))}</td>`;
  }
}

function zone(line, week) {
  if (week < line.firmWeeks) return 'firm';
  if (week < line.productionWeeks) return 'production';
  return week < line.materialWeeks ? 'material' : 'preview';
}

customElements.define('takt-part', TaktPart);
