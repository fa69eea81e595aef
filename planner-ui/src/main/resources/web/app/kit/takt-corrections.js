import { LitElement, css, html, nothing } from 'lit';
import { sentence } from '../text/causes.js';
import { partPath } from './address.js';
import { call } from './calls.js';
import { shared } from './css.js';
import { Doing } from './doing.js';
import { Pages } from './need.js';
import { amount, exact } from './number.js';
import { store } from './page-store.js';
import { rpcs } from './rpcs.js';
import { failed, stated } from './stated.js';
import { t } from './words.js';

const DECISIONS = {
  PROPOSED: ['ACCEPTED', 'PINNED', 'REJECTED'],
  ACCEPTED: ['PINNED', 'PROPOSED'],
  PINNED: ['PROPOSED'],
  REJECTED: ['PROPOSED'],
  LAPSED: [],
};

export const standings = Object.keys(DECISIONS);

const name = (value, prefix) => value.replace(prefix, '');

/** Corrections of one part, or of all in one standing, with what a planner can decide about each. */
class TaktCorrections extends LitElement {
  static properties = { part: {}, standing: {}, me: { attribute: false } };

  static styles = [
    shared,
    css`
      td { vertical-align: top; padding-top: var(--s8); }
      td button { min-height: 28px; padding: 0 var(--s8); margin: 0 var(--s4) var(--s4) 0; }
    `,
  ];

  constructor() {
    super();
    this.part = '';
    this.standing = 'PROPOSED';
    this.corrections = new Pages(
      this,
      () => [
        rpcs.listCorrections,
        this.part
          ? { filter: { part: this.part }, pageSize: 50 }
          : { standing: `CORRECTION_STANDING_${this.standing}`, pageSize: 50 },
      ],
      'corrections',
    );
    this.deciding = new Doing(this);
  }

  decide(correction, standing) {
    return this.deciding.run(async () => {
      await call(rpcs.decideCorrections, { ids: [correction.id], standing: `CORRECTION_STANDING_${standing}` });
      store.changed(rpcs.listCorrections);
    });
  }

  render() {
    return html`
      ${this.deciding.problem ? failed(this.deciding.problem, () => this.deciding.again(), t('not-saved')) : nothing}
      ${stated(
        this.corrections,
        {
          what: t('corrections.unknown'),
          empty: this.part ? t('corrections.none-of-part') : t(`corrections.none.${this.standing.toLowerCase()}`),
        },
        (all) => this.table(all),
      )}
    `;
  }

  table(corrections) {
    return html`
      <div class="card scroll">
        <table>
          <thead><tr><th>${t(this.part ? 'bucket' : 'part')}</th>${this.part ? nothing : html`<th>${t('bucket')}</th>`}<th>${t('corrections.original')}</th><th>${t('corrections.corrected')}</th><th class="left">${t('corrections.why')}</th><th class="left">${t('corrections.standing')}</th></tr></thead>
          <tbody>${corrections.map((c) => this.row(c))}</tbody>
        </table>
        ${this.corrections.isWhole ? nothing : html`<p><button class="quiet" @click=${() => this.corrections.more()}>${t('more')}</button></p>`}
      </div>
    `;
  }

  row(c) {
    const standing = name(c.standing, 'CORRECTION_STANDING_');
    const method = name(c.method, 'CORRECTION_METHOD_').toLowerCase();
    return html`
      <tr>
        ${this.part ? nothing : html`<td><a href=${partPath(c.part)}>${c.part}</a></td>`}
        <td>${c.bucket}</td>
        <td>${exact(amount(c.originalThousandths))}</td>
        <td>${exact(amount(c.correctedThousandths))}</td>
        <td class="wrap"><strong>${t(`method.${method}`)}</strong> ${sentence(c.cause)}</td>
        <td class="left">
          <div class="soft">${t(`standing.${standing.toLowerCase()}`)}${c.decidedBy ? ` · ${c.decidedBy}` : ''}</div>
          ${(DECISIONS[standing] ?? []).map((to) => html`<button class="quiet" ?disabled=${this.deciding.isBusy} @click=${() => this.decide(c, to)}>${t(`decide.${to.toLowerCase()}`)}</button>`)}
        </td>
      </tr>
    `;
  }
}

customElements.define('takt-corrections', TaktCorrections);
