import { LitElement, css, html } from 'lit';
import { rowName } from './chart-option.js';
import { shared } from './css.js';
import { day, format } from './number.js';
import { spans, summed } from './spans.js';
import { t } from './words.js';

/** Pixels that a column needs. */
const NEED = 68;
/** Rows of the sheet; quantiles and marks are in the picture and the table. */
const ROWS = ['demand', 'forecast', 'other', 'schedule', 'committed', 'gap'];

/** A sheet of buckets under a chart, on its axis: a column stands below what it sums up. */
class TaktWeeks extends LitElement {
  static properties = {
    all: { attribute: false },
    sight: { attribute: false },
    left: { type: Number },
    right: { type: Number },
    width: { type: Number },
    bucket: { attribute: false },
  };

  static styles = [
    shared,
    css`
      table { table-layout: fixed; font: var(--t12) system-ui, sans-serif; font-variant-numeric: tabular-nums; }
      th, td { padding: 0 var(--s4); height: 28px; overflow: hidden; text-overflow: ellipsis; }
      td { border-left: 1px solid var(--line); }
      td.ahead { background: var(--paper); }
      th[scope='row'] { color: var(--ink); font-weight: 400; }
      td.short { font-weight: 600; text-decoration: underline; }
    `,
  ];

  get room() {
    return Math.max(1, (this.width - this.left - this.right) / (this.sight.to - this.sight.from + 1));
  }

  /** Widths are set from here: a style of its own would be forbidden to the page. */
  updated() {
    const table = this.renderRoot.querySelector('table');
    table.style.width = `${this.width - this.right}px`;
    [...table.querySelectorAll('col')].forEach((col, i) => {
      const span = this.columns[i - 1];
      col.style.width = `${span ? (span.to - span.from + 1) * this.room : this.left}px`;
    });
  }

  render() {
    const { days, first, rows, lead } = this.all;
    const { from, to } = this.sight;
    this.columns = spans(from, to, first, this.room, NEED);
    const many = Math.max(...this.columns.map((span) => span.to - span.from + 1));
    const wanted = rows.filter(
      (row) => ROWS.includes(row.name) && row.values.slice(from, to + 1).some((v) => v != null),
    );
    return html`
      <table aria-label=${t('chart.sheet')}>
        <colgroup><col />${this.columns.map(() => html`<col />`)}</colgroup>
        <thead><tr><th>${many > 1 ? t('chart.sums', { count: many }) : t('bucket')}</th>${this.columns.map((span, i) => this.head(span, days, this.columns[i - 1]))}</tr></thead>
        <tbody>
          ${wanted.map(
            (row) => html`<tr><th scope="row" title=${rowName(row, lead)}>${rowName(row, lead)}</th>
              ${this.columns.map((span) => cell(row, span, first))}</tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  head({ from, to }, days, before) {
    const name = this.bucket(days[from], before ? days[before.from] : undefined);
    return html`<th scope="col" title="${day(days[from])}${to > from ? ` – ${day(days[to])}` : ''}">${name}</th>`;
  }
}

function cell(row, span, first) {
  const sum = summed(row.values, span);
  const isShort = row.name === 'gap' && sum < 0;
  return html`<td class="${span.from >= first ? 'ahead' : ''} ${isShort ? 'short' : ''}" title=${sum == null ? '' : format(sum)}>${sum == null ? '' : format(sum)}</td>`;
}

customElements.define('takt-weeks', TaktWeeks);
