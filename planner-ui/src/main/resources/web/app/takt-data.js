import { LitElement, css, html } from 'lit';
import { get, post } from './api.js';
import { shared } from './shared-css.js';
import './takt-corrections.js';

const DIMENSIONS = ['COMPLETENESS', 'TIMELINESS', 'VALIDITY', 'CONSISTENCY', 'PLAUSIBILITY'];
const SERVICES = { forecast: '', sharing: ' (network)' };

/** How far the data can be trusted: alarms, shares of kinds and sources, rows and spellings that wait, corrections. */
class TaktData extends LitElement {
  static properties = {
    planner: { type: Boolean },
    alarms: { state: true },
    assessed: { state: true },
    counts: { state: true },
    suggestions: { state: true },
    busy: { state: true },
    said: { state: true },
    problem: { state: true },
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
    this.counts = {};
    this.suggestions = {};
    this.busy = false;
    this.said = '';
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** Each section for itself: a service that is away takes away what it alone knows. */
  load() {
    const services = this.planner ? Object.keys(SERVICES) : ['forecast'];
    return Promise.all([
      this.take(get('data/alarms'), ({ alarms }) => {
        this.alarms = alarms;
      }),
      this.take(get('data/cards'), (cards) => {
        this.assessed = cards;
      }),
      ...services.map((s) =>
        this.take(get(`waiting/${s}/rows`), ({ counts }) => {
          this.counts = { ...this.counts, [s]: counts };
        }),
      ),
      ...services.map((s) =>
        this.take(get(`waiting/${s}/suggestions`), ({ suggestions }) => {
          this.suggestions = { ...this.suggestions, [s]: suggestions };
        }),
      ),
    ]);
  }

  take(answer, use) {
    return answer.then(use, (problem) => {
      this.problem = problem.message;
    });
  }

  async change(work) {
    this.busy = true;
    this.said = '';
    this.problem = '';
    try {
      this.said = await work();
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }

  measure() {
    return this.change(async () => {
      await post('data/assess');
      await Promise.all([
        this.take(get('data/alarms'), ({ alarms }) => {
          this.alarms = alarms;
        }),
        this.take(get('data/cards'), (cards) => {
          this.assessed = cards;
        }),
      ]);
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
      this.suggestions = { ...this.suggestions, [service]: this.suggestions[service].filter((s) => !isDone(s)) };
      await this.take(get(`waiting/${service}/rows`), ({ counts }) => {
        this.counts = { ...this.counts, [service]: counts };
      });
      return landed === '0' ? '' : `${rows(landed, 'came', 'came')} in.`;
    });
  }

  render() {
    return html`
      <h1>Data</h1>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : ''}
      ${this.said ? html`<p role="status">${this.said}</p>` : ''}
      ${this.alarms ? this.alarmList() : ''}
      ${this.assessed ? this.cards() : ''}
      ${Object.keys(this.counts).length ? this.rows() : html`<p class="soft">Loading…</p>`}
      <takt-corrections></takt-corrections>
    `;
  }

  alarmList() {
    return html`
      <h2>Alarms</h2>
      ${
        this.alarms.length
          ? html`<ul>${this.alarms.map((a) => html`<li class="red"><div class="text"><strong>${a.name}</strong> ${a.words}</div><span class="soft">since ${minute(a.since)}</span></li>`)}</ul>`
          : html`<p class="soft">No kind of fact is late and no score has fallen.</p>`
      }
    `;
  }

  cards() {
    const { assessedAt, cards } = this.assessed;
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

  rows() {
    const counts = Object.entries(this.counts).flatMap(([s, all]) =>
      all.map((count) => ({ ...count, where: SERVICES[s] })),
    );
    const suggestions = Object.entries(this.suggestions).flatMap(([service, all]) =>
      all.map((suggestion) => ({ service, suggestion })),
    );
    return html`
      <h2>Quarantine</h2>
      ${
        counts.length
          ? html`<div class="card scroll"><table>
            <thead><tr><th>Kind</th><th class="left">Source</th><th class="left">Reason</th><th>Rows</th><th>Oldest</th></tr></thead>
            <tbody>${counts.map((c) => html`<tr><td>${words(c.kind)} <span class="soft">${c.where}</span></td><td class="left">${c.source}</td><td class="left">${c.reason}</td><td>${c.rows}</td><td>${minute(c.oldest)}</td></tr>`)}</tbody>
          </table></div>`
          : html`<p class="soft">No row waits.</p>`
      }
      ${
        suggestions.length
          ? html`<h3>Spellings</h3><ul>${suggestions.map(({ service, suggestion }) => this.suggestion(service, suggestion))}</ul>`
          : ''
      }
    `;
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
