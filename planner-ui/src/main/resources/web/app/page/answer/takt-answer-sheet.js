import { LitElement, css, html, nothing } from 'lit';
import { rowsOf } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { exact } from '../../kit/number.js';
import { number } from '../../kit/parse.js';
import { day } from '../../kit/number.js';
import { spread } from '../../kit/selection.js';
import '../../kit/takt-sheet.js';
import { weekName } from '../../kit/week.js';
import { language, t, unit } from '../../kit/words.js';
import { zoneOf } from '../../kit/zones.js';
import { why } from '../../kit/stated.js';
import { thousandths } from './answers.js';
import { Groups } from './capacity.js';
import { pasted, pastedRows } from './paste.js';
import { REASONS, reasonName } from './sheet.js';

const MARKS = { within: '●', flexible: '▲', bottleneck: '■' };
const shown = (amount) => exact(amount / 1000);

/** The sheet of a publication: per week what is asked, what changed, what was answered last, and the answer. */
class TaktAnswerSheet extends LitElement {
  static properties = {
    answers: { attribute: false },
    rows: { attribute: false },
    groups: { attribute: false },
    names: { attribute: false },
    revision: { attribute: false },
    asking: { state: true },
    said: { state: true },
    preview: { state: true },
  };

  static styles = [
    shared,
    css`
      .reasons { display: flex; gap: var(--s8); align-items: center; flex-wrap: wrap; }
    `,
  ];

  constructor() {
    super();
    this.asking = [];
    this.said = '';
  }

  get sheet() {
    return this.renderRoot.querySelector('takt-sheet');
  }

  changed() {
    this.dispatchEvent(new Event('changed'));
  }

  /** Cells of the answers that a selection means, with something asked in them. */
  cells(bounds) {
    return spread(bounds)
      .flat()
      .map(({ row, column }) => ({ row: this.rows[row], column }));
  }

  edited(event) {
    const { row, column, text } = event.detail;
    const at = { row: this.rows[row], column };
    if (text.trim() === '') {
      this.set([{ ...at, amount: undefined }]);
      return;
    }
    const { value } = number(text, language() === 'de' ? ',' : '.');
    const amount = value === undefined ? undefined : thousandths(value);
    if (amount === undefined) {
      this.said = t('answer.no-number', { text });
      event.preventDefault();
      return;
    }
    this.set([{ ...at, amount }]);
    this.ask([at]);
    if (this.asking.length) event.preventDefault();
  }

  set(changes) {
    this.said = '';
    this.answers.set(changes);
    this.changed();
  }

  /** Asks why in place, where less is drafted and nothing is remembered for the row. */
  ask(cells) {
    this.asking = cells.filter(({ row, column }) => this.answers.lacksReason(row, column));
  }

  explain(reason) {
    this.answers.explain(this.asking, reason);
    this.asking = [];
    this.changed();
    this.sheet.grid.focus();
  }

  acted(event) {
    const { key, bounds } = event.detail;
    const { answers } = this;
    const cells = this.cells(bounds);
    if (REASONS[key - 1]) {
      if (this.asking.length === 0) return;
      this.explain(REASONS[key - 1]);
    } else if (key === 'take') {
      this.set(cells.map(({ row, column }) => ({ row, column, amount: answers.demand(row, column) })));
    } else if (key === 'clear') {
      this.set(cells.map((cell) => ({ ...cell, amount: undefined })));
    } else if (key === 'undo' || key === 'redo') {
      answers[key]();
      this.changed();
    } else if (key === 'submit') {
      this.dispatchEvent(new Event('submit'));
    } else {
      this.fill(bounds, key);
    }
    event.preventDefault();
  }

  /** The first row goes down, or the first column to the right. */
  fill({ top, bottom, left, right }, key) {
    const changes = [];
    for (let row = key === 'down' ? top + 1 : top; row <= bottom; row += 1) {
      for (let column = key === 'right' ? left + 1 : left; column <= right; column += 1) {
        const source =
          key === 'down' ? this.answers.planned(this.rows[top], column) : this.answers.planned(this.rows[row], left);
        if (source !== undefined) changes.push({ row: this.rows[row], column, amount: source });
      }
    }
    this.set(changes);
    this.ask(changes);
  }

  pastedOn({ detail: { text, row, column } }) {
    this.previewOf((mark) => pasted(text, this.answers, this.rows, { index: row, column }, mark));
  }

  /** What is understood is taken; what is not is shown first. `read` reads again with another decimal mark. */
  previewOf(read, mark = '') {
    const found = read(mark);
    this.preview = undefined;
    if (found.notes.length) {
      this.preview = { ...found, read };
    } else {
      this.take(found);
    }
  }

  take({ changes }) {
    this.preview = undefined;
    this.set(changes);
    this.ask(changes);
    this.said = t('answer.pasted', { count: changes.length });
  }

  async read(event) {
    const [file] = event.target.files;
    event.target.value = '';
    if (!file) return;
    const at = { index: 0, column: 0 };
    try {
      if (/\.xlsx$/i.test(file.name)) {
        const rows = await rowsOf(file);
        this.previewOf(() => pastedRows(rows, this.answers, this.rows, at, '.'));
      } else {
        const text = (await file.text()).replace(/^\uFEFF/, '');
        this.previewOf((mark) => pasted(text, this.answers, this.rows, at, mark));
      }
    } catch (problem) {
      this.said = t('answer.not-read', { why: why(problem) });
    }
  }

  render() {
    const { answers } = this;
    const groups = new Groups(this.groups, answers);
    const columns = answers.weeks.map((monday, i) => ({
      title: html`<span title=${day(monday)}>${weekName(monday, answers.weeks[i - 1])}</span>`,
    }));
    columns.name = t('part');
    return html`
      ${this.said ? html`<p role="status">${this.said}</p>` : nothing}
      ${this.asking.length ? this.question() : nothing}
      ${this.preview ? this.previewed() : nothing}
      <takt-sheet .rows=${this.rows.length} .columns=${columns} .name=${t('answer.sheet')} .revision=${this.revision}
        .head=${(i) => this.head(this.rows[i])} .cell=${(i, column) => this.cell(this.rows[i], column)}
        .text=${(i, column) => this.text(this.rows[i], column)} .foot=${groups.groups.map((group) => this.foot(groups, group))}
        @edit=${this.edited} @act=${this.acted} @paste-text=${(e) => this.pastedOn(e)} @moved=${() => {
          this.asking = [];
        }}></takt-sheet>
      <p><label class="soft">${t('answer.sheet-in')} <input type="file" accept=".xlsx,.csv,.tsv,.txt" @change=${this.read} /></label></p>
    `;
  }

  question() {
    return html`<div class="note reasons" role="alertdialog" aria-label=${t('answer.why')}>${t('answer.why')}
      ${REASONS.map((reason, i) => html`<button class="quiet" @click=${() => this.explain(reason)}><kbd>${i + 1}</kbd> ${reasonName(reason)}</button>`)}</div>`;
  }

  previewed() {
    const { changes, notes, isUnclear, read } = this.preview;
    const again = (mark) => this.previewOf(read, mark);
    return html`<div class="note stack" role="alertdialog" aria-label=${t('answer.preview')}>
      <p>${t('answer.understood', { count: changes.length, not: notes.length })}</p>
      <ul>${notes.slice(0, 8).map((note) => html`<li><code>${note.cell}</code> ${t(`paste.${note.why}`)}</li>`)}</ul>
      <p class="bar">
        ${isUnclear ? html`<button class="quiet" @click=${() => again(',')}>${t('answer.comma')}</button><button class="quiet" @click=${() => again('.')}>${t('answer.point')}</button>` : nothing}
        <button ?disabled=${changes.length === 0 || isUnclear} @click=${() => this.take(this.preview)}>${t('answer.take-understood')}</button>
        <button class="quiet" @click=${() => {
          this.preview = undefined;
        }}>${t('close')}</button>
      </p></div>`;
  }

  head(row) {
    const line = this.answers.lines[row];
    const pack = Number(line.packThousandths);
    return html`<strong>${line.part}</strong>
      <div class="soft" title="${line.customer} ${line.customerSite}">${this.names.of(line.customer)}${this.isAtSeveral(line) ? ` · ${line.customerSite}` : nothing}</div>
      <div class="soft">${unit(line.unit, 2)}${pack > 1000 ? t('answer.pack', { pack: shown(pack) }) : nothing}</div>`;
  }

  /** A part that is asked for at several sites says which; else the site stands on hover. */
  isAtSeveral({ part }) {
    return this.answers.lines.filter((line) => line.part === part).length > 1;
  }

  cell(row, column) {
    const { answers } = this;
    const demand = answers.demand(row, column);
    const change = answers.change(row, column);
    const last = answers.last(row, column);
    const draft = answers.draft(row, column);
    const answer = answers.answer(row, column);
    const refusal = answers.refusal(row, column);
    const zone = zoneOf(answers.lines[row], column);
    const amount = draft?.amount ?? answer?.amount;
    const reason = draft?.reason ?? (answer?.reason === 'UNSPECIFIED' ? undefined : answer?.reason);
    const state = refusal ? 'refused' : answers.lacksReason(row, column) ? 'lacks' : '';
    return {
      state,
      label: t('answer.cell', {
        part: answers.lines[row].part,
        week: weekName(answers.weeks[column]),
        zone: t(`zone.${zone}`),
        demand: shown(demand),
        answer: amount === undefined ? t('lines.unanswered') : shown(amount),
      }),
      content: html`<div>${shown(demand)}${change ? html` <small class="soft">${change > 0 ? '+' : ''}${shown(change)}</small>` : nothing}</div>
        <div class="soft"><small>${last ? (last.isCleared ? html`<s title=${t('answer.cleared')}>${shown(last.amount)}</s>` : shown(last.amount)) : html`&nbsp;`}</small></div>
        <div title=${refusal ? why({ ...refusal, code: '' }) : reason ? reasonName(reason) : ''}>${amount === undefined ? '–' : draft ? html`<strong>${refusal ? '✕' : '•'} ${shown(amount)}</strong>` : shown(amount)}${reason ? html` <small>${reasonName(reason).slice(0, 3)}</small>` : nothing}</div>`,
    };
  }

  text(row, column) {
    const planned = this.answers.planned(row, column);
    return planned === undefined ? '' : String(planned / 1000).replace('.', language() === 'de' ? ',' : '.');
  }

  /** What all answers ask of one of the supplier's own groups, as it would be judged. */
  foot(groups, group) {
    return {
      name: html`<span title=${group.unit}>${group.name}</span>`,
      cell: (column) => {
        const state = groups.state(group, column);
        if (!state) return html`<span class="soft">–</span>`;
        return html`<span class="state ${state}" title="${t(`capacity.${state}`)}: ${shown(groups.load(group, column))}"><span aria-hidden="true">${MARKS[state]}</span> ${exact(Math.round(groups.load(group, column) / 1000))}</span>`;
      },
    };
  }
}

customElements.define('takt-answer-sheet', TaktAnswerSheet);
