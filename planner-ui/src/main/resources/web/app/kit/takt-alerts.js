import { LitElement, css, html, nothing } from 'lit';
import { LOUDNESS, kindName, shortage, when } from './alert-words.js';
import { partPath } from './address.js';
import { call } from './calls.js';
import { shared } from './css.js';
import { Doing } from './doing.js';
import { Names } from './names.js';
import { Pages } from './need.js';
import { store } from './page-store.js';
import { rpcs } from './rpcs.js';
import { failed, stated } from './stated.js';
import { day, moment } from './number.js';
import { t } from './words.js';

const PARTS_SHOWN = 6;

/** Open alerts of one part, or of all, the loudest first. */
class TaktAlerts extends LitElement {
  static properties = { part: {}, words: {}, kind: {}, me: { attribute: false } };

  static styles = [
    shared,
    css`
      td { vertical-align: baseline; padding-top: var(--s8); padding-bottom: var(--s8); }
      td button { min-height: 28px; }
      td.what { white-space: normal; text-align: left; min-width: 260px; }
      .parts { font: var(--t12) system-ui, sans-serif; }
      tr.known { color: var(--soft); }
      @media (max-width: 600px) {
        thead { display: none; }
        tr { display: grid; border-bottom: 1px solid var(--line); padding: var(--s8) 0; }
        td { border: 0; text-align: left; height: auto; padding: var(--s4) 0; white-space: normal; }
      }
    `,
  ];

  constructor() {
    super();
    this.part = '';
    this.words = '';
    this.kind = '';
    this.names = new Names(this);
    this.alerts = new Pages(this, () => [rpcs.listAlerts, { part: this.part, pageSize: 200 }], 'alerts', 20);
    this.acknowledging = new Doing(this);
  }

  acknowledge(alert) {
    return this.acknowledging.run(async () => {
      await call(rpcs.acknowledgeAlert, { alertId: alert.id });
      store.changed(rpcs.listAlerts);
      return t('alert.saved', { time: moment(new Date()) });
    });
  }

  /** Those that are wanted. */
  wanted(alerts) {
    const words = this.words.toLowerCase();
    return alerts.filter(
      (a) =>
        (!this.kind || a.kind === this.kind) &&
        (!words ||
          [this.names.of(a.supplier), a.subject, ...a.parts].some((text) => text.toLowerCase().includes(words))),
    );
  }

  render() {
    const { problem, said } = this.acknowledging;
    return html`
      ${problem ? failed(problem, () => this.acknowledging.again(), t('alert.not-saved')) : nothing}
      ${said ? html`<p class="soft" role="status">${said}</p>` : nothing}
      ${stated(this.alerts, { what: t('alerts.unknown'), empty: t('alerts.none') }, (all) => this.table(all))}
    `;
  }

  table(all) {
    const alerts = this.wanted(all);
    const count = this.alerts.isWhole
      ? t('alerts.shown', { count: all.length, shown: alerts.length })
      : t('alerts.first', { count: all.length });
    return html`
      <p class="soft" role="status">${count}</p>
      <div class="card scroll">
        <table>
          <thead><tr><th>${t('alert')}</th><th class="left">${t('alert.what')}</th><th>${t('alert.since')}</th><th class="left">${t('alert.who')}</th></tr></thead>
          <tbody>${alerts.map((a) => this.row(a))}</tbody>
        </table>
      </div>
    `;
  }

  row(a) {
    const loud = LOUDNESS[a.kind];
    return html`
      <tr class=${a.state === 'ALERT_STATE_ACKNOWLEDGED' ? 'known' : ''}>
        <td><span class="state ${loud?.state ?? ''}"><span aria-hidden="true">${loud?.mark ?? ''}</span> ${kindName(a)}</span></td>
        <td class="what">
          <div><strong title=${a.supplier}>${this.names.of(a.supplier)}</strong>${a.subject === this.part || a.kind === 'ALERT_KIND_COMMITMENT_OVERDUE' ? nothing : html`, <strong>${a.subject}</strong>`}: ${shortage(a)}
            · <span title=${day(a.firstWeek)}>${when(a)}</span>${a.critical ? html` · <strong>${t('alert.critical')}</strong>` : nothing}</div>
          ${this.part ? nothing : html`<div class="parts">${a.parts.slice(0, PARTS_SHOWN).map((p) => html`<a href=${partPath(p)}>${p}</a> `)}${a.parts.length > PARTS_SHOWN ? t('and-more', { count: a.parts.length - PARTS_SHOWN }) : nothing}</div>`}
        </td>
        <td>${moment(a.openedAt)}</td>
        <td class="left">${this.answer(a)}</td>
      </tr>
    `;
  }

  answer(a) {
    if (a.state === 'ALERT_STATE_ACKNOWLEDGED') return t('alert.acknowledged');
    return this.me?.roles.includes('planner')
      ? html`<button class="quiet" ?disabled=${this.acknowledging.isBusy} @click=${() => this.acknowledge(a)}>${t('alert.acknowledge')}</button>`
      : t('alert.open');
  }
}

customElements.define('takt-alerts', TaktAlerts);
