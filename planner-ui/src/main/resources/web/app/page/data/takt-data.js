import { LitElement, css, html } from 'lit';
import { get, post } from './api.js';
import { Asking } from './asking.js';
import { failed } from './failed.js';
import { shared } from './shared-css.js';
import './takt-corrections.js';

const DIMENSIONS = ['COMPLETENESS', 'TIMELINESS', 'VALIDITY', 'CONSISTENCY', 'PLAUSIBILITY'];
const SERVICES = { forecast: '', sharing: ' (network)' };

/** How far the data can be trusted: alarms, shares of kinds and sources, rows and spellings that wait, corrections. */
class TaktData extends LitElement {
  static properties = {
    planner: { type: Boolean },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      .head { display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
      .head button { margin-left: auto; }
      ul { list-style: none; padding: 0; margin: 8px 0 16px; display: grid; gap: 8px; }
      li { background: white; border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px; padding: 10px 12px; display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
      li.red { border-left-color: var(--red); }
      li .text { flex: 1 1 260px; }
      li button { padding: 4px 10px; }
      td.low { color: var(--red); font-weight: 600; }
      code { background: #eef2f5; padding: 1px 4px; border-radius: 3px; }
    `,
  ];

  constructor() {
    super();
    this.alarms = new Asking(this);
    this.assessed = new Asking(this);
    this.changing = new Asking(this);
    this.rows = {};
    this.spellings = {};
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const service of this.planner ? Object.keys(SERVICES) : ['forecast']) {
      this.rows[service] = new Asking(this);
      this.spellings[service] = new Asking(this);
    }
    this.load();
  }

  /** Each section for itself: a service that is away takes away what it alone knows. */
  load() {
    this.loadQuality();
    Object.keys(this.rows).forEach((service) => {
      this.loadRows(service);
      this.loadSpellings(service);
    });
  }

  loadQuality() {
    return Promise.all([
      this.alarms.ask(get('data/alarms'), (found) => found.alarms),
      this.assessed.ask(get('data/cards')),
    ]);
  }

  loadRows(service) {
    return this.rows[service].ask(get(`waiting/${service}/rows`), (found) => found.counts);
  }

  loadSpellings(service) {
    return this.spellings[service].ask(get(`waiting/${service}/suggestions`), (found) => found.suggestions);
  }

  /** What came of an earlier change is not said beside this one. */
  async change(work) {
    this.work = work;
    this.busy = true;
    this.changing.forget();
    await this.changing.ask(work());
    this.busy = false;
  }

  measure() {
    return this.change(async () => {
      await post('data/assess');
      await this.loadQuality();
      return '';
    });
  }

  /** What was decided leaves the list at once: looking for spellings anew goes over all parts. */
  decide(service, suggestion, decision) {
    return this.change(async () => {
      const { code, kind } = suggestion.reference;
      const { landed } = await post(`waiting/${service}/${decision}?${new URLSearchParams(suggestion.reference)}`);
      const isDone = (s) =>
        decision === 'accept' ? s.reference.code === code && s.reference.kind === kind : s === suggestion;
      const left = this.spellings[service].value.filter((s) => !isDone(s));
      await Promise.all([this.spellings[service].ask(left), this.loadRows(service)]);
      return landed === '0' ? '' : `${rows(landed, 'came', 'came')} in.`;
    });
  }

  render() {
    return html`
      <h1>Data</h1>
      ${failed(this.changing, () => this.change(this.work))}
      ${this.changing.value ? html`<p role="status">${this.changing.value}</p>` : ''}
      <h2>Alarms</h2>
      ${failed(this.alarms, () => this.loadQuality(), 'Which alarms ring is not known.')}
      ${this.alarms.value ? this.alarmList(this.alarms.value) : ''}
      ${failed(this.assessed, () => this.loadQuality(), 'What was measured is not known.')}
      ${this.assessed.value ? this.cards(this.assessed.value) : ''}
      <h2>Quarantine</h2>
      ${Object.entries(this.rows).map(([service, asking]) =>
        failed(asking, () => this.loadRows(service), `Which rows${SERVICES[service]} wait is not known.`),
      )}
      ${this.waiting()}
      ${Object.entries(this.spellings).map(([service, asking]) =>
        failed(asking, () => this.loadSpellings(service), `Which spellings${SERVICES[service]} wait is not known.`),
      )}
      ${this.spellingList()}
      <takt-corrections></takt-corrections>
    `;
  }

  alarmList(alarms) {
    return html`
      ${
        alarms.length
          ? html`<ul>${alarms.map((a) => html`<li class="red"><div class="text"><strong>${a.name}</strong> ${a.words}</div><span class="soft">since ${minute(a.since)}</span></li>`)}</ul>`
          : this.alarms.problem
            ? ''
            : html`<p class="soft">No kind of fact is late and no score has fallen.</p>`
      }
    `;
  }

  cards({ assessedAt, cards }) {
    return html`
      <div class="head">
        <h2>Quality</h2>
        <span class="soft">${assessedAt ? `measured ${minute(assessedAt)}` : 'not measured yet'}</span>
        <button class="quiet" ?disabled=${this.busy} @click=${this.measure}>Measure now</button>
      </div>
      ${
        cards.length
          ? html`<div class="card scroll"><table>
            <thead><tr><th>Kind or source</th><th>Score</th>${DIMENSIONS.map((d) => html`<th>${d.toLowerCase()}</th>`)}</tr></thead>
            <tbody>${cards.map((c) => html`<tr><td>${c.name}</td><td>${c.score.toFixed(1)}</td>${DIMENSIONS.map((d) => share(c, d))}</tr>`)}</tbody>
          </table></div>`
          : ''
      }
    `;
  }

  /** That no row waits can only be said when every service has said so. */
  waiting() {
    const asked = Object.entries(this.rows);
    const counts = asked.flatMap(([service, asking]) =>
      (asking.value ?? []).map((count) => ({ ...count, where: SERVICES[service] })),
    );
    if (counts.length) {
      return html`<div class="card scroll"><table>
        <thead><tr><th>Kind</th><th class="left">Source</th><th class="left">Reason</th><th>Rows</th><th>Oldest</th></tr></thead>
        <tbody>${counts.map((c) => html`<tr><td>${words(c.kind)} <span class="soft">${c.where}</span></td><td class="left">${c.source}</td><td class="left">${c.reason}</td><td>${c.rows}</td><td>${minute(c.oldest)}</td></tr>`)}</tbody>
      </table></div>`;
    }
    if (asked.some(([, asking]) => asking.problem)) return '';
    return html`<p class="soft">${asked.every(([, asking]) => asking.value) ? 'No row waits.' : 'Loading…'}</p>`;
  }

  spellingList() {
    const all = Object.entries(this.spellings).flatMap(([service, asking]) =>
      (asking.value ?? []).map((suggestion) => ({ service, suggestion })),
    );
    return all.length
      ? html`<h3>Spellings</h3><ul>${all.map(({ service, suggestion }) => this.suggestion(service, suggestion))}</ul>`
      : '';
  }

  suggestion(service, s) {
    return html`
      <li>
        <div class="text">
          ${words(s.reference.kind.replace('CODE_KIND_', ''))} <code>${s.reference.code}</code>${SERVICES[service]} looks like <code>${s.reference.means}</code>, ${Math.round(100 * s.likeness)} %.
          <span class="soft">${s.reason} ${rows(s.rows, 'waits', 'wait')}.</span>
        </div>
        <button class="quiet" ?disabled=${this.busy} @click=${() => this.decide(service, s, 'accept')}>Accept</button>
        <button class="quiet" ?disabled=${this.busy} @click=${() => this.decide(service, s, 'reject')}>Reject</button>
      </li>
    `;
  }
}

function share(card, dimension) {
  const measure = card.measures.find((m) => m.dimension === `QUALITY_DIMENSION_${dimension}`);
  if (!measure) return html`<td class="soft">–</td>`;
  return html`<td class=${measure.share < 0.9 ? 'low' : ''} title=${measure.reason}>${(100 * measure.share).toFixed(1)} %</td>`;
}

function rows(count, one, more) {
  return `${count} ${count === '1' ? `row ${one}` : `rows ${more}`}`;
}

function minute(moment) {
  return moment.slice(0, 16).replace('T', ' ');
}

function words(name) {
  return name.toLowerCase().replaceAll('_', ' ');
}

customElements.define('takt-data', TaktData);
