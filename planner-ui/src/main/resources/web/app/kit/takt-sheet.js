import { LitElement, css, html, nothing } from 'lit';
import { shared } from './css.js';
import { bounds, moved, spread } from './selection.js';

const HEAD = 240;
const WIDTH = 92;
/** Rows and columns that are drawn beyond the edge. */
const MARGIN = 2;

/**
 * A sheet of cells like a spreadsheet's: as many rows as there may be, of which those in sight are drawn. It knows
 * nothing of what it shows: `head(row)`, `cell(row, column)` and `foot` give contents, and what is done is told by events:
 * `edit` (`{ row, column, text }`), `act` (`{ key, bounds }`), `paste` (`{ text, row, column }`).
 */
class TaktSheet extends LitElement {
  static properties = {
    rows: { type: Number },
    columns: { attribute: false },
    head: { attribute: false },
    cell: { attribute: false },
    text: { attribute: false },
    foot: { attribute: false },
    name: {},
    rowHeight: { type: Number },
    at: { state: true },
    editing: { state: true },
    window: { state: true },
    /** Anything; a change of it draws anew. */
    revision: { attribute: false },
  };

  static styles = [
    shared,
    css`
      .grid { overflow: auto; position: relative; max-height: min(70vh, 760px); background: var(--card); border: 1px solid var(--line); border-radius: var(--radius-large); }
      .grid:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
      .row { display: flex; }
      .body { position: relative; }
      .drawn { position: absolute; top: 0; left: 0; }
      .name { flex: 0 0 240px; position: sticky; left: 0; z-index: 1; background: var(--card); padding: var(--s4) var(--s8); border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); overflow: hidden; }
      .cell { flex: 0 0 92px; padding: var(--s4) var(--s8); border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; overflow: hidden; white-space: nowrap; }
      .top { position: sticky; top: 0; z-index: 2; background: var(--card); font-weight: 600; }
      .top .name { z-index: 3; }
      .foot { position: sticky; bottom: 0; z-index: 2; background: var(--card); }
      .cell.in { background: color-mix(in srgb, var(--accent) 12%, var(--card)); }
      .cell.here { outline: 2px solid var(--focus); outline-offset: -2px; }
      .cell input { width: 100%; min-height: 24px; padding: 0 var(--s4); text-align: right; }
    `,
  ];

  constructor() {
    super();
    this.rows = 0;
    this.columns = [];
    this.foot = [];
    this.rowHeight = 64;
    this.at = { row: 0, column: 0, fromRow: 0, fromColumn: 0 };
    this.editing = undefined;
    this.window = { top: 0, bottom: 12, left: 0, right: 14 };
  }

  willUpdate(changed) {
    if (changed.has('rows') && this.at.row >= this.rows) {
      this.at = { row: 0, column: this.at.column, fromRow: 0, fromColumn: this.at.column };
    }
  }

  firstUpdated() {
    this.look();
    this.observer = new ResizeObserver(() => this.look());
    this.observer.observe(this.grid);
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    super.disconnectedCallback();
  }

  get grid() {
    return this.renderRoot.querySelector('.grid');
  }

  /** What is in sight. */
  look() {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.grid;
    const top = Math.max(0, Math.floor(scrollTop / this.rowHeight) - MARGIN);
    const left = Math.max(0, Math.floor(scrollLeft / WIDTH) - MARGIN);
    const bottom = Math.min(this.rows, Math.ceil((scrollTop + clientHeight) / this.rowHeight) + MARGIN);
    const right = Math.min(this.columns.length, Math.ceil((scrollLeft + clientWidth - HEAD) / WIDTH) + MARGIN);
    const now = { top, bottom, left, right };
    if (Object.keys(now).some((edge) => now[edge] !== this.window[edge])) this.window = now;
  }

  /** Sizes are set from here: a style of its own would be forbidden to the page. */
  updated() {
    const width = `${HEAD + this.columns.length * WIDTH}px`;
    this.renderRoot.querySelector('.body').style.height = `${this.rows * this.rowHeight}px`;
    for (const part of this.renderRoot.querySelectorAll('.body, .top, .foot')) part.style.width = width;
    this.renderRoot.querySelector('.drawn').style.transform = `translateY(${this.window.top * this.rowHeight}px)`;
    for (const gap of this.renderRoot.querySelectorAll('.gap')) gap.style.flex = `0 0 ${this.window.left * WIDTH}px`;
    for (const row of this.renderRoot.querySelectorAll('.drawn .row')) row.style.height = `${this.rowHeight}px`;
    this.renderRoot.querySelector('.cell input')?.focus();
    if (this.sized !== this.rows) {
      this.sized = this.rows;
      this.look();
    }
  }

  get bounds() {
    return bounds(this.at);
  }

  /** Moves the selection and brings it into sight. */
  to(at) {
    this.at = at;
    const { grid } = this;
    const top = at.row * this.rowHeight;
    const headHeight = this.renderRoot.querySelector('.top').offsetHeight;
    const footHeight = this.renderRoot.querySelector('.foot').offsetHeight;
    const left = at.column * WIDTH;
    if (top < grid.scrollTop) grid.scrollTop = top;
    const low = top + this.rowHeight - (grid.clientHeight - headHeight - footHeight);
    if (low > grid.scrollTop) grid.scrollTop = low;
    if (left < grid.scrollLeft) grid.scrollLeft = left;
    const far = left + WIDTH - (grid.clientWidth - HEAD);
    if (far > grid.scrollLeft) grid.scrollLeft = far;
    this.look();
    this.emit('moved', this.at);
  }

  /** Returns whether nobody stopped what comes next. */
  emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  }

  edit(text) {
    this.editing = text;
  }

  /** Takes what was typed, and goes on. */
  commit(key) {
    const text = this.renderRoot.querySelector('.cell input').value;
    this.editing = undefined;
    const goesOn = this.emit('edit', { ...this.at, text });
    this.grid.focus();
    if (goesOn) this.to(moved(this.at, key === 'Tab' ? 'ArrowRight' : 'ArrowDown', this.size, {}));
  }

  get size() {
    return {
      rows: this.rows,
      columns: this.columns.length,
      page: Math.max(1, Math.floor(this.grid.clientHeight / this.rowHeight) - 2),
    };
  }

  pressed(event) {
    if (this.rows === 0) return;
    if (this.editing !== undefined) {
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        this.commit(event.key);
      } else if (event.key === 'Escape') {
        this.editing = undefined;
        this.grid.focus();
      }
      event.stopPropagation();
      return;
    }
    const action = actionOf(event);
    const next = moved(this.at, event.key, this.size, event);
    if (action && !this.acted(action)) {
      event.preventDefault();
    } else if (next && !(event.key === 'Tab' && next.column === this.at.column)) {
      event.preventDefault();
      this.to(next);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit(this.text(this.at.row, this.at.column));
    } else if (/^[\d.,-]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.edit(event.key);
    }
  }

  /** Returns whether nobody took it. */
  acted(key) {
    return this.emit('act', { key, bounds: this.bounds });
  }

  /** The selection as a spreadsheet takes it. */
  copied(event) {
    if (this.editing !== undefined) return;
    event.preventDefault();
    const lines = spread(this.bounds).map((row) => row.map(({ row: r, column }) => this.text(r, column)).join('\t'));
    event.clipboardData.setData('text/plain', lines.join('\n'));
  }

  pastedOn(event) {
    if (this.editing !== undefined) return;
    event.preventDefault();
    this.emit('paste-text', { text: event.clipboardData.getData('text/plain'), ...this.at });
  }

  clicked(event, row, column) {
    this.editing = undefined;
    this.to(event.shiftKey ? { ...this.at, row, column } : { row, column, fromRow: row, fromColumn: column });
  }

  render() {
    const { top, bottom } = this.window;
    const active = this.rows && `cell-${this.at.row}-${this.at.column}`;
    return html`
      <div class="grid" role="grid" tabindex="0" aria-label=${this.name} aria-rowcount=${this.rows + 1} aria-colcount=${this.columns.length + 1}
        aria-multiselectable="true" aria-activedescendant=${active || nothing}
        @scroll=${this.look} @keydown=${this.pressed} @copy=${this.copied} @paste=${this.pastedOn}>
        <div class="row top" role="row" aria-rowindex="1">
          <div class="name" role="columnheader">${this.columns.name ?? nothing}</div>
          ${this.drawn((column) => html`<div class="cell" role="columnheader" aria-colindex=${column + 2}>${this.columns[column].title}</div>`)}
        </div>
        <div class="body" role="rowgroup"><div class="drawn" role="presentation">
          ${Array.from({ length: Math.max(0, Math.min(bottom, this.rows) - top) }, (_, i) => this.row(top + i))}
        </div></div>
        <div class="foot" role="rowgroup">${this.foot.map((foot) => this.footRow(foot))}</div>
      </div>
    `;
  }

  /** The columns in sight, after the room that those before them take. */
  drawn(draw) {
    const { left, right } = this.window;
    const many = Math.max(0, Math.min(right, this.columns.length) - left);
    return html`<div class="gap" role="presentation"></div>${Array.from({ length: many }, (_, i) => draw(left + i))}`;
  }

  row(row) {
    const selected = this.bounds;
    return html`<div class="row" role="row" aria-rowindex=${row + 2}>
      <div class="name" role="rowheader">${this.head(row)}</div>
      ${this.drawn((column) => {
        const isHere = row === this.at.row && column === this.at.column;
        const isIn =
          row >= selected.top && row <= selected.bottom && column >= selected.left && column <= selected.right;
        const { content, state, label } = this.cell(row, column);
        return html`<div id="cell-${row}-${column}" class="cell ${state ?? ''} ${isIn ? 'in' : ''} ${isHere ? 'here' : ''}" role="gridcell" aria-colindex=${column + 2} aria-selected=${isIn} aria-label=${label}
          @mousedown=${(e) => this.clicked(e, row, column)} @dblclick=${() => this.edit(this.text(row, column))}>
          ${isHere && this.editing !== undefined ? html`<input .value=${this.editing} aria-label=${label} inputmode="decimal" />` : content}</div>`;
      })}
    </div>`;
  }

  footRow({ name, cell }) {
    return html`<div class="row" role="row"><div class="name" role="rowheader">${name}</div>
      ${this.drawn((column) => html`<div class="cell" role="gridcell">${cell(column)}</div>`)}</div>`;
  }
}

/** Keys that do something to the selection, whatever the keyboard's letters are called. */
function actionOf(event) {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && !ctrl) return 'take';
  if ((event.key === 'Delete' || event.key === 'Backspace') && !ctrl) return 'clear';
  if (ctrl && event.key === 'Enter') return 'submit';
  if (!ctrl && /^[1-4]$/.test(event.key) && !event.altKey) return event.key;
  return ctrl && !event.altKey
    ? { z: event.shiftKey ? 'redo' : 'undo', y: 'redo', d: 'down', r: 'right' }[event.key.toLowerCase()]
    : undefined;
}

customElements.define('takt-sheet', TaktSheet);
