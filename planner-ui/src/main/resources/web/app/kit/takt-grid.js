import { LitElement, css, html, nothing } from 'lit';
import { go } from './address.js';
import { shared } from './css.js';
import { t } from './words.js';

/** Rows that are drawn beyond the edge. */
const MARGIN = 4;

/**
 * A list without end as a table: the rows in sight are drawn, and asked for by the event `want`
 * (`{ top, bottom }`). It knows nothing of what it shows.
 *
 * A column has a `key`, a `title`, a `width` in pixels, a `view` of a row, and where the list can be ordered by it, `order`;
 * numbers are `isNumber`. The first one stays in sight. `row(i)` is undefined as long as it is not known.
 */
class TaktGrid extends LitElement {
  static properties = {
    name: {},
    total: { type: Number },
    columns: { attribute: false },
    row: { attribute: false },
    /** Address of what a row stands for. */
    href: { attribute: false },
    order: {},
    isDescending: { attribute: false },
    chosen: { attribute: false },
    keyOf: { attribute: false },
    at: { state: true },
    window: { state: true },
    /** What the list is asked for: another one begins at its top. */
    question: {},
    /** Anything; a change of it draws anew. */
    revision: { attribute: false },
  };

  static styles = [
    shared,
    css`
      .grid { overflow: auto; position: relative; height: calc(100vh - 180px); min-height: 320px; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius-large); }
      .grid:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
      .row { display: flex; height: var(--row); }
      .head { position: sticky; top: 0; z-index: 2; }
      .top { color: var(--soft); font-weight: 600; }
      .drawn { position: absolute; top: 0; left: 0; }
      .body { position: relative; }
      .cell { flex: none; height: var(--row); line-height: calc(var(--row) - 1px); padding: 0 var(--s8); border-bottom: 1px solid var(--line); background: var(--card); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-variant-numeric: tabular-nums; }
      .cell.number { text-align: right; }
      .cell.first { position: sticky; left: 0; z-index: 1; font-weight: 600; border-right: 1px solid var(--line); }
      .row:hover .cell { background: var(--paper); }
      .row.here .cell { background: color-mix(in srgb, var(--accent) 12%, var(--card)); }
      .row.in .cell { background: color-mix(in srgb, var(--accent) 20%, var(--card)); }
      .cell .state { line-height: 20px; }
      .top button { all: unset; cursor: pointer; display: block; overflow: hidden; text-overflow: ellipsis; }
      .top button:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
    `,
  ];

  constructor() {
    super();
    this.total = 0;
    this.columns = [];
    this.chosen = new Set();
    this.at = -1;
    this.window = { top: 0, bottom: 0 };
  }

  get grid() {
    return this.renderRoot.querySelector('.grid');
  }

  get height() {
    return parseInt(getComputedStyle(this).getPropertyValue('--row'), 10) || 36;
  }

  firstUpdated() {
    this.observer = new ResizeObserver(() => this.look());
    this.observer.observe(this.grid);
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.get('question') !== undefined) this.at = -1;
    if (changed.has('total') && this.at >= this.total) this.at = this.total - 1;
  }

  /** Sizes are set from here: a style of its own would be forbidden to the page. */
  updated(changed) {
    if (changed.get('question') !== undefined) this.grid.scrollTop = 0;
    const { height } = this;
    const width = `${this.columns.reduce((sum, column) => sum + column.width, 0)}px`;
    const body = this.renderRoot.querySelector('.body');
    body.style.height = `${this.total * height}px`;
    for (const part of [body, this.renderRoot.querySelector('.top')]) part.style.width = width;
    this.renderRoot.querySelector('.drawn').style.transform = `translateY(${this.window.top * height}px)`;
    for (const row of this.renderRoot.querySelectorAll('.row')) {
      this.columns.forEach((column, i) => {
        row.children[i].style.width = `${column.width}px`;
      });
    }
    this.look();
  }

  /** What is in sight. */
  look() {
    const { scrollTop, clientHeight } = this.grid;
    const top = Math.max(0, Math.min(this.total, Math.floor(scrollTop / this.height) - MARGIN));
    const bottom = Math.min(this.total, Math.ceil((scrollTop + clientHeight) / this.height) + MARGIN);
    if (top === this.window.top && bottom === this.window.bottom) return;
    this.window = { top, bottom };
    this.emit('want', this.window);
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Moves to a row and brings it into sight. */
  to(at) {
    this.at = Math.max(0, Math.min(this.total - 1, at));
    const { grid, height } = this;
    const top = this.at * height;
    if (top < grid.scrollTop) grid.scrollTop = top;
    grid.scrollTop = Math.max(grid.scrollTop, top + 2 * height - grid.clientHeight);
    this.look();
    const row = this.row(this.at);
    if (row) this.emit('ahead', row);
  }

  pressed(event) {
    if (event.target !== this.grid || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.grid.clientHeight / this.height) - 2);
    const to = {
      ArrowDown: this.at + 1,
      ArrowUp: this.at - 1,
      PageDown: this.at + page,
      PageUp: this.at - page,
      Home: 0,
      End: this.total - 1,
    }[event.key];
    const row = this.row(this.at);
    if (to !== undefined) {
      event.preventDefault();
      this.to(to);
    } else if (event.key === 'Enter' && row) {
      event.preventDefault();
      go(this.href(row));
    } else if (event.key === ' ' && row) {
      event.preventDefault();
      this.emit('choose', row);
    }
  }

  focus() {
    this.grid.focus();
    if (this.at < 0 && this.total) this.to(0);
  }

  render() {
    const { top, bottom } = this.window;
    return html`
      <div class="grid" role="grid" tabindex="0" aria-label=${this.name} aria-rowcount=${this.total + 1} aria-colcount=${this.columns.length} aria-multiselectable="true"
        aria-activedescendant=${this.at >= 0 && this.row(this.at) ? `row-${this.at}` : nothing} @scroll=${this.look} @keydown=${this.pressed}>
        <div class="head" role="rowgroup"><div class="row top" role="row" aria-rowindex="1">${this.columns.map((column, i) => this.head(column, i))}</div></div>
        <div class="body" role="rowgroup"><div class="drawn" role="presentation">
          ${Array.from({ length: Math.max(0, Math.min(bottom, this.total) - top) }, (_, i) => this.drawn(top + i))}
        </div></div>
      </div>
    `;
  }

  head(column, i) {
    const isBy = column.order !== undefined && column.order === this.order;
    const way = isBy ? (this.isDescending ? 'descending' : 'ascending') : 'none';
    return html`<div class="cell ${i ? '' : 'first'} ${column.isNumber ? 'number' : ''}" role="columnheader" aria-colindex=${i + 1} aria-sort=${column.order === undefined ? nothing : way} title=${column.hint ?? column.title}>
      ${column.order === undefined ? column.title : html`<button @click=${() => this.emit('order', { order: column.order, isDescending: isBy ? !this.isDescending : Boolean(column.isNumber) })}>${column.title}${isBy ? (this.isDescending ? ' ↓' : ' ↑') : ''}</button>`}</div>`;
  }

  drawn(i) {
    const row = this.row(i);
    const isIn = row && this.chosen.has(this.keyOf(row));
    return html`<div id="row-${i}" class="row ${i === this.at ? 'here' : ''} ${isIn ? 'in' : ''}" role="row" aria-rowindex=${i + 2} aria-selected=${Boolean(isIn)}
      @pointerenter=${() => row && this.emit('ahead', row)}>${this.columns.map(
        (
          column,
          c,
        ) => html`<div class="cell ${c ? '' : 'first'} ${column.isNumber ? 'number' : ''}" role=${c ? 'gridcell' : 'rowheader'} aria-colindex=${c + 1}>
          ${row ? (c ? column.view(row) : html`<a tabindex="-1" href=${this.href(row)}>${column.view(row)}</a>`) : c ? nothing : t('loading')}</div>`,
      )}</div>`;
  }
}

customElements.define('takt-grid', TaktGrid);
