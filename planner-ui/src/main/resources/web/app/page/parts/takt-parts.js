import { LitElement, css, html, nothing } from 'lit';
import { choose, go, partPath } from '../../kit/address.js';
import { shared } from '../../kit/css.js';
import { Need, Pages } from '../../kit/need.js';
import { exact } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import '../../kit/takt-files.js';
import '../../kit/takt-grid.js';
import { lay } from '../../kit/trail.js';
import { Windows } from '../../kit/windows.js';
import { t } from '../../kit/words.js';
import { USUAL, cellsOf, columns, counted, shownOf } from './columns.js';

const keyOf = (row) => `${row.part.part} ${row.site ?? ''}`;
const hrefOf = (row) => partPath(row.part.part);
const ORDERS = ['description', 'family', 'site', 'model', 'next_4', 'next_13', 'next_52', 'change'];

/** All parts with what is expected of them: searched, filtered, ordered, chosen. */
class TaktParts extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false }, picked: { state: true } };

  static styles = [
    shared,
    css`
      .search { flex: 1 1 240px; max-width: 420px; }
      .search input { width: 100%; }
      details { position: relative; }
      summary { cursor: pointer; color: var(--accent); line-height: var(--row); }
      .choice { position: absolute; right: 0; z-index: 4; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: var(--s8) var(--s12); display: grid; gap: var(--s4); white-space: nowrap; }
    `,
  ];

  constructor() {
    super();
    this.picked = new Map();
    this.row = (i) => this.parts.row(i);
    this.parts = new Windows(this, () => [rpcs.partSummaries, this.request], 'summaries');
    this.families = new Need(this, () => [rpcs.partGroups, {}]);
    this.sites = new Need(this, () => [rpcs.partGroups, { grouping: 'PART_GROUPING_SITE' }]);
    this.alerts = new Pages(this, () => [rpcs.listAlerts, { pageSize: 200 }], 'alerts', 20);
  }

  /** What is chosen under a name; empty where nothing is. */
  of(name) {
    return this.chosen?.get(name) ?? '';
  }

  get order() {
    return ORDERS.includes(this.of('order')) ? this.of('order') : '';
  }

  get request() {
    return {
      query: this.of('search'),
      family: this.of('family'),
      site: this.of('site'),
      order: this.order ? `PART_ORDER_${this.order.toUpperCase()}` : undefined,
      isDescending: this.of('down') === '1' || undefined,
    };
  }

  typed(event) {
    const search = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => choose({ search }), 60);
  }

  updated() {
    if (this.parts.value) lay(this.parts.known.map(hrefOf));
  }

  /** What will be opened is asked ahead. */
  ahead(row) {
    store.fetch(rpcs.partHistory, { part: row.part.part });
  }

  searched(event) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.renderRoot.querySelector('takt-grid')?.focus();
    } else if (event.key === 'Enter') {
      const first = this.parts.row(0);
      if (first) go(hrefOf(first));
    }
  }

  pick(row) {
    const picked = new Map(this.picked);
    if (!picked.delete(keyOf(row))) picked.set(keyOf(row), row);
    this.picked = picked;
  }

  /** The loudest open alert of a part: the list is ordered so. */
  alertOf(part) {
    const alerts = this.alerts.value;
    if (!alerts || !this.alerts.isWhole) return undefined;
    if (this.louder?.of !== alerts) {
      const first = new Map();
      for (const alert of alerts) {
        for (const one of alert.parts) if (!first.has(one)) first.set(one, alert);
      }
      this.louder = { of: alerts, first };
    }
    return this.louder.first.get(part) ?? null;
  }

  /** All that match, or those that were chosen, with the columns that are shown. */
  async table(shown, told) {
    const rows = this.picked.size ? [...this.picked.values()] : await this.parts.all(told);
    const files = shown.filter((column) => column.key !== 'trend');
    const { versionNumber, againstNumber } = this.parts.head;
    return {
      head: files.map((column) => column.title),
      rows: rows.map((row) => cellsOf(files, row)),
      about: [
        [t('version'), versionNumber || null],
        [t('parts.against'), againstNumber || null],
      ],
    };
  }

  render() {
    const head = this.parts.head;
    const all = columns((part) => this.alertOf(part), head?.againstNumber);
    const shown = shownOf(all, this.of('columns'));
    return html`
      <div class="stack">
        <div class="bar">
          <h1 tabindex="-1">${t('parts.title')}</h1>
          <label class="search"><span class="hidden">${t('parts.search')}</span>
            <input type="search" placeholder=${t('parts.search')} .value=${this.of('search')} @input=${this.typed} @keydown=${this.searched} /></label>
          ${this.filter('family', t('parts.families'), this.families)}
          ${this.filter('site', t('parts.sites'), this.sites)}
          <span class="soft" role="status">${head ? this.count(head) : nothing}</span>
          ${head ? html`<span class="end bar">${this.choice(all, shown)}<takt-files name="parts" .total=${Number(head.total)} .table=${(told) => this.table(shown, told)}></takt-files></span>` : nothing}
        </div>
        ${this.alerts.problem ? failed(this.alerts.problem, () => this.alerts.again(), t('parts.alert-unknown')) : nothing}
        ${stated(
          this.parts,
          {
            what: t('parts.unknown'),
            empty: this.of('search') ? t('parts.none', { words: this.of('search') }) : t('parts.empty'),
            rows: 12,
          },
          () => this.grid(shown, Number(head.total)),
        )}
      </div>
    `;
  }

  count(head) {
    const total = exact(Number(head.total));
    const shown = this.picked.size
      ? counted(this.picked.size, Number(head.total))
      : t('parts.count', { count: head.total, total });
    return html`${shown}${head.versionNumber ? html` · ${t('parts.of-version', { number: head.versionNumber })}` : html` · ${t('version.none')}`}
      ${
        this.picked.size
          ? html`<button class="plain" @click=${() => {
              this.picked = new Map();
            }}>${t('parts.unpick')}</button>`
          : nothing
      }`;
  }

  filter(name, all, groups) {
    const found = groups.value?.groups ?? [];
    const chosen = this.of(name);
    if (found.length < 2 && !chosen) return nothing;
    const known = found.some((group) => group.name === chosen) || !chosen ? found : [{ name: chosen }, ...found];
    return html`<label><span class="hidden">${all}</span>
      <select @change=${(e) => choose({ [name]: e.target.value })}>
        <option value="" ?selected=${!chosen}>${all}</option>
        ${known.map((group) => html`<option value=${group.name} ?selected=${group.name === chosen}>${group.name}${group.parts ? ` (${exact(group.parts)})` : ''}</option>`)}
      </select></label>`;
  }

  choice(all, shown) {
    const set = (key, isShown) => {
      const keys = all
        .slice(1)
        .map((column) => column.key)
        .filter((one) => (one === key ? isShown : shown.some((s) => s.key === one)))
        .join('.');
      choose({ columns: keys === USUAL ? '' : keys });
    };
    return html`<details><summary>${t('columns')}</summary><div class="choice">
      ${all.slice(1).map((column) => html`<label><input type="checkbox" .checked=${shown.includes(column)} @change=${(e) => set(column.key, e.target.checked)} /> ${column.title}</label>`)}
    </div></details>`;
  }

  grid(shown, total) {
    return html`<takt-grid name=${t('parts.title')} .total=${total} .columns=${shown} .row=${this.row} .keyOf=${keyOf} .href=${hrefOf}
      .order=${this.order} .isDescending=${this.of('down') === '1'} .chosen=${this.picked} .question=${JSON.stringify(this.request)} .revision=${{}}
      @want=${(e) => this.parts.want(e.detail)} @ahead=${(e) => this.ahead(e.detail)} @choose=${(e) => this.pick(e.detail)}
      @order=${(e) => choose({ order: e.detail.order, down: e.detail.isDescending ? '1' : '' })}></takt-grid>`;
  }
}

customElements.define('takt-parts', TaktParts);
