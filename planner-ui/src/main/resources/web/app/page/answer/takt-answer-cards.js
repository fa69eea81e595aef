import { LitElement, css, html, nothing } from 'lit';
import { shared } from '../../kit/css.js';
import { exact } from '../../kit/number.js';
import { number } from '../../kit/parse.js';
import { weekName } from '../../kit/week.js';
import { language, t, unit } from '../../kit/words.js';
import { thousandths } from './answers.js';

const SHOWN = 20;
const REASONS = ['CAPACITY', 'MATERIAL', 'LEAD_TIME', 'SHUTDOWN'];
const shown = (amount) => exact(amount / 1000);

/** A card for each line, for a hand: the next week without an answer is accepted, cut or declined. */
class TaktAnswerCards extends LitElement {
  static properties = {
    answers: { attribute: false },
    rows: { attribute: false },
    names: { attribute: false },
    revision: { attribute: false },
    cutting: { state: true },
    many: { state: true },
  };

  static styles = [shared, css`.card { margin-bottom: var(--s12); } button, select, input { min-height: 44px; }`];

  constructor() {
    super();
    this.many = SHOWN;
  }

  set(row, columns, amountOf, reason) {
    this.answers.set(columns.map((column) => ({ row, column, amount: amountOf(column), reason })));
    this.cutting = undefined;
    this.dispatchEvent(new Event('changed'));
  }

  render() {
    return html`
      ${this.rows.slice(0, this.many).map((row) => this.card(row))}
      ${
        this.rows.length > this.many
          ? html`<button class="quiet" @click=${() => {
              this.many += SHOWN;
            }}>${t('more')}</button>`
          : nothing
      }
    `;
  }

  card(row) {
    const { answers } = this;
    const line = answers.lines[row];
    const open = answers.weeks.map((_, column) => column).filter((column) => answers.isOpen(row, column));
    const next = open[0];
    return html`<section class="card stack">
      <div><strong>${line.part}</strong> <span class="soft">${this.names.of(line.customer)} · ${unit(line.unit, 2)}</span></div>
      ${
        next === undefined
          ? html`<p class="soft">${t('answer.all-answered')}</p>`
          : html`<p>${weekName(answers.weeks[next])}: <strong>${shown(answers.demand(row, next))}</strong> · ${t('answer.weeks-open', { count: open.length })}</p>
            ${this.cutting?.row === row ? this.cut(row, next) : this.choices(row, next, open)}`
      }
    </section>`;
  }

  choices(row, next, open) {
    const asked = (column) => this.answers.demand(row, column);
    return html`<div class="bar">
      <button @click=${() => this.set(row, [next], asked)}>${t('answer.accept')}</button>
      <button class="quiet" @click=${() => this.set(row, open, asked)}>${t('answer.accept-all', { count: open.length })}</button>
      <button class="quiet" @click=${() => {
        this.cutting = { row, amount: '' };
      }}>${t('answer.cut')}</button>
      <button class="quiet" @click=${() => {
        this.cutting = { row, amount: '0' };
      }}>${t('answer.decline')}</button>
    </div>`;
  }

  cut(row, column) {
    return html`<form class="bar" @submit=${(event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      const { value } = number(form.get('amount'), language() === 'de' ? ',' : '.');
      const amount = value === undefined ? undefined : thousandths(value);
      if (amount !== undefined) this.set(row, [column], () => amount, form.get('reason'));
    }}>
      <label>${t('amount')} <input name="amount" inputmode="decimal" required .value=${this.cutting.amount} /></label>
      <label>${t('reason')} <select name="reason">${REASONS.map((r) => html`<option value=${r}>${t(`shortfall.${r.toLowerCase()}`)}</option>`)}</select></label>
      <button>${t('answer.note-it')}</button>
    </form>`;
  }
}

customElements.define('takt-answer-cards', TaktAnswerCards);
