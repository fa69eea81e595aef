import { LitElement, css, html } from 'lit';
import { addDays, amount, format, get } from './api.js';
import { sentence, sentences } from './causes.js';
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
    quality: { state: true },
    facts: { state: true },
    version: { state: true },
    series: { state: true },
    problem: { state: true },
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
    this.facts = undefined;
    this.series = undefined;
    this.corrections = [];
    this.quality = undefined;
    this.problem = '';
  }

  willUpdate(changed) {
    if (changed.has('part')) {
      this.facts = undefined;
      this.series = undefined;
      this.corrections = [];
      this.quality = undefined;
      this.load();
    }
  }

  async load() {
    try {
      const [history, versions, lines, commitments, partners, publications] = await Promise.all([
        get('history', { part: this.part }),
        get('versions'),
        get('lines', { part: this.part }),
        get('commitments', { part: this.part }),
        get('partners'),
        get('publications'),
      ]);
      this.facts = {
        history,
        versions: versions.versions,
        lines: lines.map((l) => l.line),
        commitments: commitments.commitments,
        names: new Map(partners.partners.map((p) => [p.bpnl, p.name])),
        publications: new Map(publications.publications.map((p) => [p.id, p])),
      };
      const current = versions.versions.find((v) => v.state === 'VERSION_STATE_RELEASED') ?? versions.versions[0];
      if (current) await this.choose(current.id);
      if (this.data && history.histories.length) await this.measure();
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  /** A part whose demand lies ahead alone cannot be measured; the page does without. */
  async measure() {
    const asked = this.part;
    const card = await get('data/part', { part: asked }).then(
      (found) => found.card,
      () => undefined,
    );
    if (asked === this.part) this.quality = card;
  }

  async choose(version) {
    this.version = version;
    try {
      const found = await get('series', { version, part: this.part });
      this.series = found.map((s) => s.series);
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<p class="error" role="alert">${this.problem}</p>`;
    if (!this.facts) return html`<p class="soft">Loading…</p>`;
    const { history, versions } = this.facts;
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
      ${this.series === undefined ? html`<p class="soft">${versions.length ? 'Loading the forecast…' : ''}</p>` : this.forecasts()}
      <takt-alerts .part=${this.part} ?planner=${this.planner}></takt-alerts>
      ${
        this.data
          ? html`<takt-corrections .part=${this.part} @corrections=${(e) => {
              this.corrections = e.detail;
            }}></takt-corrections>`
          : ''
      }
      <h2>Publications and commitments</h2>
      ${this.facts.lines.length ? this.facts.lines.map((l) => this.line(l)) : html`<p class="soft">This part is not published to any supplier yet.</p>`}
    `;
  }

  forecasts() {
    if (!this.series.length) return html`<p class="soft">This version has no forecast of the part.</p>`;
    return this.series.map(
      (s) => html`
      <section class="card">
        <takt-chart .history=${this.facts.history.histories.find((h) => h.site === s.site)} .series=${s} .corrections=${this.corrections.filter((c) => c.site === s.site && c.calendar === s.calendar)}></takt-chart>
        <dl>
          <dt>Site</dt><dd>${s.site}</dd>
          <dt>Why this model</dt><dd>${sentence(s.choiceCause)}</dd>
          <dt>How it got there</dt><dd>${sentences(s.levelCauses)}</dd>
          ${this.quality ? html`<dt>Quality of its data</dt><dd>${this.quality.score.toFixed(0)} of 100. ${this.quality.measures.map((m) => m.reason).join(' ')}</dd>` : ''}
        </dl>
      </section>
    `,
    );
  }

  line(line) {
    const publication = this.facts.publications.get(line.publicationId);
    const first = publication?.firstWeek;
    const answers = new Map(this.facts.commitments.filter((c) => c.lineId === line.id).map((c) => [c.week, c]));
    const weeks = line.demandThousandths
      .slice(0, 12)
      .map((demand, i) => ({ week: first ? addDays(first, 7 * i) : '', demand, zone: zone(line, i) }));
    return html`
      <section class="card">
        <h3>${this.facts.names.get(line.supplier) ?? line.supplier} → ${this.facts.names.get(line.customer) ?? line.customer}</h3>
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
