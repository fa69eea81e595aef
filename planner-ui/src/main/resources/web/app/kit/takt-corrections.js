import { LitElement, css, html } from 'lit';
import { amount, format, get, post } from './api.js';
import { Asking } from './asking.js';
import { sentence } from './causes.js';
import { failed } from './failed.js';
import { shared } from './shared-css.js';

const DECISIONS = {
  PROPOSED: [
    ['ACCEPTED', 'Accept'],
    ['PINNED', 'Pin'],
    ['REJECTED', 'Reject'],
  ],
  ACCEPTED: [
    ['PINNED', 'Pin'],
    ['PROPOSED', 'Undo'],
  ],
  PINNED: [['PROPOSED', 'Undo']],
  REJECTED: [['PROPOSED', 'Undo']],
  LAPSED: [],
};

/** Corrections of one part, or of all, with what a planner can decide about each. */
class TaktCorrections extends LitElement {
  static properties = {
    part: {},
    standing: { state: true },
    busy: { state: true },
  };

  static styles = [
    shared,
    css`
      .bar { display: flex; gap: 12px; align-items: end; flex-wrap: wrap; margin-bottom: 8px; }
      .bar select { width: auto; }
      td { vertical-align: top; }
      td.why { white-space: normal; text-align: left; min-width: 220px; }
      td.act { text-align: left; }
      td button { padding: 3px 9px; margin: 0 4px 4px 0; }
    `,
  ];

  constructor() {
    super();
    this.part = '';
    this.standing = 'PROPOSED';
    this.corrections = new Asking(this);
    this.changing = new Asking(this);
    this.busy = false;
  }

  willUpdate(changed) {
    if (changed.has('part') || changed.has('standing')) {
      this.corrections.forget();
      this.changing.forget();
      this.load();
    }
  }

  /** @param before what is shown already */
  async load(before) {
    const isNewest = await this.corrections.ask(
      get('data/corrections', {
        part: this.part ?? '',
        standing: this.part ? '' : this.standing,
        page: before?.next ?? '',
      }),
      (page) => ({ all: [...(before?.all ?? []), ...page.corrections], next: page.nextPageToken }),
    );
    if (isNewest && this.isConnected && this.corrections.value) {
      this.dispatchEvent(new CustomEvent('corrections', { detail: this.corrections.value.all }));
    }
  }

  /** What came of an earlier change is not said beside this one. */
  async change(work) {
    this.work = work;
    this.busy = true;
    this.changing.forget();
    await this.changing.ask(work());
    this.busy = false;
    await this.load();
  }

  decide(correction, standing) {
    return this.change(async () => {
      await post(`data/corrections/decide?${new URLSearchParams({ id: correction.id, standing })}`);
      return '';
    });
  }

  find() {
    return this.change(async () => {
      const found = await post('data/corrections/find');
      return `${found.proposed} new proposals, ${found.lapsed} are not borne out any more.`;
    });
  }

  render() {
    return html`
      <h2>Corrections</h2>
      ${
        this.part
          ? ''
          : html`<div class="bar">
            <label>Show
              <select @change=${(e) => {
                this.standing = e.target.value;
              }}>
                ${Object.keys(DECISIONS).map((s) => html`<option value=${s} ?selected=${s === this.standing}>${s.toLowerCase()}</option>`)}
              </select></label>
            <button class="quiet" ?disabled=${this.busy} @click=${this.find}>${this.busy ? 'Looking…' : 'Look for corrections'}</button>
            <span class="soft" role="status">${this.changing.value ?? ''}</span>
          </div>`
      }
      ${failed(this.changing, () => this.change(this.work))} ${failed(this.corrections, () => this.load())} ${this.known()}
    `;
  }

  known() {
    const corrections = this.corrections.value;
    if (corrections === undefined) return this.corrections.problem ? '' : html`<p class="soft">Loading…</p>`;
    if (corrections.all.length === 0) {
      return this.corrections.problem
        ? ''
        : html`<p class="soft">No correction is ${this.part ? 'known' : this.standing.toLowerCase()}.</p>`;
    }
    return html`
      ${this.table(corrections.all)}
      ${corrections.next ? html`<button class="quiet" @click=${() => this.load(corrections)}>Show more</button>` : ''}
    `;
  }

  table(corrections) {
    return html`
      <div class="card scroll">
        <table>
          <thead><tr><th>${this.part ? 'Bucket' : 'Part'}</th>${this.part ? '' : html`<th>Bucket</th>`}<th>As it came</th><th>Corrected</th><th class="left">Why</th><th class="left">Standing</th></tr></thead>
          <tbody>${corrections.map((c) => this.row(c))}</tbody>
        </table>
      </div>
    `;
  }

  row(c) {
    const standing = c.standing.replace('CORRECTION_STANDING_', '');
    const method = c.method.replace('CORRECTION_METHOD_', '').toLowerCase().replaceAll('_', '-');
    return html`
      <tr>
        ${this.part ? '' : html`<td><a href="#/part/${encodeURIComponent(c.part)}">${c.part}</a></td>`}
        <td>${c.bucket}</td>
        <td>${format(amount(c.originalThousandths))}</td>
        <td>${format(amount(c.correctedThousandths))}</td>
        <td class="why"><strong>${method}</strong> ${sentence(c.cause)}</td>
        <td class="act">
          <div class="soft">${standing.toLowerCase()}${c.decidedBy ? ` by ${c.decidedBy}` : ''}</div>
          ${DECISIONS[standing].map(([to, word]) => html`<button class="quiet" ?disabled=${this.busy} @click=${() => this.decide(c, to)}>${word}</button>`)}
        </td>
      </tr>
    `;
  }
}

customElements.define('takt-corrections', TaktCorrections);
