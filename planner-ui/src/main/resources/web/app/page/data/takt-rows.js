import { LitElement, css, html, nothing } from 'lit';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Pages } from '../../kit/need.js';
import { moment } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { firewall, rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { t } from '../../kit/words.js';

/** Rows that wait for the same reason, each as it was read, with what may be done about it. */
class TaktRows extends LitElement {
  static properties = {
    service: {},
    filter: { attribute: false },
    me: { attribute: false },
    fixing: { state: true },
    asides: { state: true },
  };

  static styles = [
    shared,
    css`
      td { vertical-align: top; padding-top: var(--s4); }
      td.at { font-weight: 600; text-decoration: underline; }
      td input { width: 120px; min-height: 28px; }
      td button { min-height: 28px; padding: 0 var(--s8); }
    `,
  ];

  constructor() {
    super();
    this.asides = new Set();
    this.rows = new Pages(
      this,
      () =>
        this.filter && [firewall[this.service].list, { filter: this.filter, state: 'ROW_STATE_OPEN', pageSize: 50 }],
      'rows',
    );
    this.doing = new Doing(this);
  }

  willUpdate(changed) {
    if (changed.has('filter')) this.asides = new Set();
  }

  get mayDecide() {
    return (
      this.me.roles.includes('planner') || (this.service === 'forecast' && this.me.roles.includes('data-scientist'))
    );
  }

  /** What was decided about rows may change all that is known of the service's facts. */
  run(work) {
    return this.doing.run(async () => {
      const said = await work();
      this.fixing = undefined;
      this.asides = new Set();
      const { list, rows, suggestions } = firewall[this.service];
      store.changed(list, rows, suggestions, rpcs.qualityCards, rpcs.listParts, rpcs.partSummaries);
      return said;
    });
  }

  replay() {
    return this.run(async () => {
      const found = await call(firewall[this.service].replay, { filter: this.filter });
      return t('rows.replayed', {
        count: found.landed,
        stays: found.stillRejected,
        other: Number(found.unchanged) + Number(found.superseded),
      });
    });
  }

  setAside(event) {
    event.preventDefault();
    const note = new FormData(event.target).get('note').trim();
    const ids = [...this.asides];
    return this.run(async () => {
      const { dismissed } = await call(firewall[this.service].dismiss, { ids, note });
      return t('rows.set-aside', { count: dismissed });
    });
  }

  choose(id, isChosen) {
    const asides = new Set(this.asides);
    if (isChosen) asides.add(id);
    else asides.delete(id);
    this.asides = asides;
  }

  render() {
    const { problem, said, isBusy } = this.doing;
    return html`
      <section class="card stack">
        <div class="bar">
          <h3>${t('rows.title', { kind: this.filter.kind.toLowerCase().replaceAll('_', ' '), source: this.filter.source, reason: this.filter.reason })}</h3>
          ${this.mayDecide ? html`<button class="quiet end" ?disabled=${isBusy} @click=${this.replay}>${t('rows.replay')}</button>` : nothing}
        </div>
        ${problem ? failed(problem, () => this.doing.again(), t('not-saved')) : nothing}
        ${said ? html`<p role="status">${said}</p>` : nothing}
        ${stated(this.rows, { what: t('rows.unknown'), empty: t('waiting.none') }, (rows) => this.list(rows, isBusy))}
      </section>
    `;
  }

  list(rows, isBusy) {
    const [{ columns }] = rows;
    return html`
      ${
        this.asides.size
          ? html`<form class="bar" @submit=${this.setAside}><label>${t('rows.why')} <input name="note" required maxlength="500" /></label>
            <button ?disabled=${isBusy}>${t('rows.aside', { count: this.asides.size })}</button></form>`
          : nothing
      }
      <div class="scroll" tabindex="0" role="group" aria-label=${t('waiting.title')}>
        <table>
          <thead><tr><th>${t('rows.line')}</th>${columns.map((c) => html`<th class="left">${c}</th>`)}<th class="left">${t('reason')}</th><th class="left">${t('rows.came')}</th><th class="left">${t('rows.decide')}</th></tr></thead>
          <tbody>${rows.map((row) => this.row(row, isBusy))}</tbody>
        </table>
      </div>
      ${this.rows.isWhole ? nothing : html`<p><button class="quiet" @click=${() => this.rows.more()}>${t('more')}</button></p>`}
    `;
  }

  row(row, isBusy) {
    const isFixed = this.fixing === row.id;
    const form = `fix-${row.id}`;
    return html`<tr>
      <td>${row.rejection.line}</td>
      ${row.columns.map((column, i) => {
        const isAt = column === row.rejection.column;
        return isFixed
          ? html`<td class="left"><input form=${form} aria-label=${column} .value=${row.cells[i] ?? ''} /></td>`
          : html`<td class="left ${isAt ? 'at' : ''}">${row.cells[i] ?? ''}</td>`;
      })}
      <td class="wrap">${row.rejection.help}</td>
      <td class="left">${moment(row.quarantinedAt)}</td>
      <td class="left">${this.mayDecide ? this.actions(row, form, isFixed, isBusy) : nothing}</td>
    </tr>`;
  }

  actions(row, form, isFixed, isBusy) {
    if (isFixed) {
      return html`<form id=${form} @submit=${(e) => this.submit(e, row, form)}><button ?disabled=${isBusy}>${t('rows.let-in')}</button></form>`;
    }
    return html`<button class="quiet" @click=${() => {
      this.fixing = row.id;
    }}>${t('rows.fix')}</button>
      <label><input type="checkbox" .checked=${this.asides.has(row.id)} @change=${(e) => this.choose(row.id, e.target.checked)} /> ${t('rows.set')}</label>`;
  }

  /** The cells stand in the row, beside the form that they belong to. */
  submit(event, row, form) {
    event.preventDefault();
    const cells = [...this.renderRoot.querySelectorAll(`[form=${form}]`)].map((input) => input.value);
    return this.run(async () => {
      await call(firewall[this.service].fix, { id: row.id, cells });
      return t('waiting.landed', { count: 1 });
    });
  }
}

customElements.define('takt-rows', TaktRows);
