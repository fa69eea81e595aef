import { LitElement, css, html } from 'lit';
import { get, post } from './api.js';
import { alertSentence } from './causes.js';
import { shared } from './shared-css.js';
import './takt-unsupplied.js';

const LOUD = {
  ALERT_KIND_BOTTLENECK: 'red',
  ALERT_KIND_COMMITMENT_SHORTFALL: 'red',
  ALERT_KIND_BOTTLENECK_FLEXIBLE: 'orange',
  ALERT_KIND_COMMITMENT_OVERDUE: 'orange',
};

/** Open alerts, of one part or of all. */
class TaktAlerts extends LitElement {
  static properties = { part: {}, planner: { type: Boolean }, alerts: { state: true }, problem: { state: true } };

  static styles = [
    shared,
    css`
      ul { list-style: none; padding: 0; margin: 8px 0 16px; display: grid; gap: 8px; }
      li { background: white; border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px; padding: 10px 12px; display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
      li.red { border-left-color: var(--red); }
      li.orange { border-left-color: #ffa600; }
      li .text { flex: 1 1 240px; }
      li button { padding: 4px 10px; }
      .parts { font-size: 13px; }
    `,
  ];

  constructor() {
    super();
    this.part = '';
    this.alerts = undefined;
    this.problem = '';
  }

  willUpdate(changed) {
    if (changed.has('part') || this.alerts === undefined) this.load();
  }

  async load() {
    try {
      this.alerts = (await get('alerts', { part: this.part ?? '' })).alerts;
      this.problem = '';
    } catch (problem) {
      this.alerts = null; // not known, which is not the same as none
      this.problem = problem.message;
    }
  }

  async acknowledge(id) {
    try {
      await post(`alerts/acknowledge?alert=${encodeURIComponent(id)}`);
      await this.load();
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    return html`
      ${this.part ? html`<h2>Alerts</h2>` : html`<h1>Alerts</h1>`}
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : ''}
      ${this.part ? '' : html`<takt-unsupplied></takt-unsupplied>`}
      ${
        this.alerts === null
          ? ''
          : this.alerts === undefined
            ? html`<p class="soft">Loading…</p>`
            : this.alerts.length === 0
              ? html`<p class="soft">Nothing is short at the moment.</p>`
              : html`<ul>${this.alerts.map((a) => this.alert(a))}</ul>`
      }
    `;
  }

  alert(a) {
    const shown = a.parts.slice(0, 6);
    return html`
      <li class=${LOUD[a.kind] ?? ''}>
        <div class="text">
          <div>${alertSentence(a)}${a.probability > 0 ? html` <span class="soft">(chance ${a.probability >= 0.9 ? 'at least ' : ''}${Math.round(a.probability * 100)} %)</span>` : ''}</div>
          ${this.part ? '' : html`<div class="parts">${shown.map((p) => html`<a href="#/part/${encodeURIComponent(p)}">${p}</a> `)}${a.parts.length > 6 ? html`<span class="soft">and ${a.parts.length - 6} more</span>` : ''}</div>`}
        </div>
        ${
          a.state === 'ALERT_STATE_OPEN'
            ? !this.planner
              ? ''
              : html`<button class="quiet" @click=${() => this.acknowledge(a.id)}>Acknowledge</button>`
            : html`<span class="soft">acknowledged</span>`
        }
      </li>
    `;
  }
}

customElements.define('takt-alerts', TaktAlerts);
