import { LitElement, css, html } from 'lit';
import { get, post } from './api.js';
import { Asking } from './asking.js';
import { alertSentence } from './causes.js';
import { failed } from './failed.js';
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
  static properties = { part: {}, planner: { type: Boolean } };

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
    this.alerts = new Asking(this);
    this.acknowledging = new Asking(this);
    this.acknowledged = '';
  }

  willUpdate(changed) {
    if (changed.has('part')) {
      this.alerts.forget();
      this.acknowledging.forget();
      this.load();
    }
  }

  load() {
    return this.alerts.ask(get('alerts', { part: this.part ?? '' }), (page) => page.alerts);
  }

  async acknowledge(id) {
    this.acknowledged = id;
    this.acknowledging.forget();
    await this.acknowledging.ask(post(`alerts/acknowledge?alert=${encodeURIComponent(id)}`));
    await this.load();
  }

  render() {
    return html`
      ${this.part ? html`<h2>Alerts</h2>` : html`<h1>Alerts</h1>`}
      ${failed(this.alerts, () => this.load(), 'What is short is not known.')}
      ${failed(this.acknowledging, () => this.acknowledge(this.acknowledged))}
      ${this.part ? '' : html`<takt-unsupplied></takt-unsupplied>`}
      ${this.known()}
    `;
  }

  /** Nothing is said of what could not be asked for. */
  known() {
    const alerts = this.alerts.value;
    if (alerts === undefined) return this.alerts.problem ? '' : html`<p class="soft">Loading…</p>`;
    if (alerts.length === 0)
      return this.alerts.problem ? '' : html`<p class="soft">Nothing is short at the moment.</p>`;
    return html`<ul>${alerts.map((a) => this.alert(a))}</ul>`;
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
