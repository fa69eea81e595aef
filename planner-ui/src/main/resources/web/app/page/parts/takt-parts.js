import { LitElement, css, html, nothing } from 'lit';
import { choose, go, partPath } from '../../kit/address.js';
import { shared } from '../../kit/css.js';
import { csv, save } from '../../kit/file.js';
import { Pages } from '../../kit/need.js';
import { exact } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { stated } from '../../kit/stated.js';
import { lay } from '../../kit/trail.js';
import { t, unit } from '../../kit/words.js';

/** All parts, searched by number, description and family. */
class TaktParts extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      .search { flex: 1 1 280px; max-width: 480px; }
      .search input { width: 100%; }
      tbody tr:hover { background: var(--paper); }
      td a { display: block; line-height: var(--row); font-weight: 600; }
      td:nth-child(2) { white-space: normal; text-align: left; }
    `,
  ];

  constructor() {
    super();
    this.parts = new Pages(this, () => [rpcs.listParts, { query: this.search, pageSize: 100 }], 'parts');
  }

  get search() {
    return this.chosen?.get('search') ?? '';
  }

  typed(event) {
    const search = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => choose({ search }), 60);
  }

  updated() {
    if (this.parts.value) lay(this.parts.value.map((p) => partPath(p.part)));
  }

  /** What is shown, as a file. */
  file() {
    const rows = this.parts.value.map((p) => [p.part, p.description, p.family, unit(p.unit, 2)]);
    save('parts.csv', csv([t('part'), t('description'), t('family'), t('unit')], rows));
  }

  /** What will be opened is asked ahead. */
  ahead(part) {
    store.fetch(rpcs.partHistory, { part });
  }

  /** Arrows walk the rows, Enter opens. */
  pressed(event) {
    const links = [...this.renderRoot.querySelectorAll('td a')];
    const now = links.indexOf(this.renderRoot.activeElement);
    const step = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      Home: 0,
      End: links.length - 1,
      PageDown: now + 20,
      PageUp: now - 20,
    }[event.key];
    if (step === undefined || now < 0) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, step))].focus();
  }

  searched(event) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.renderRoot.querySelector('td a')?.focus();
    } else if (event.key === 'Enter') {
      const first = this.parts.value?.[0];
      if (first) go(partPath(first.part));
    }
  }

  render() {
    const total = this.parts.head?.total;
    return html`
      <div class="stack">
        <div class="bar">
          <h1 tabindex="-1">${t('parts.title')}</h1>
          <label class="search"><span class="hidden">${t('parts.search')}</span>
            <input type="search" placeholder=${t('parts.search')} .value=${this.search} @input=${this.typed} @keydown=${this.searched} /></label>
          <span class="soft" role="status">${total === undefined ? nothing : t('shown-of', { shown: exact(this.parts.value.length), count: exact(Number(total)) })}</span>
          ${total === undefined ? nothing : html`<button class="plain end" @click=${this.file}>CSV</button>`}
        </div>
        ${stated(
          this.parts,
          {
            what: t('parts.unknown'),
            empty: this.search ? t('parts.none', { words: this.search }) : t('parts.empty'),
            rows: 12,
          },
          (parts) => this.table(parts),
        )}
      </div>
    `;
  }

  table(parts) {
    return html`
      <div class="card scroll">
        <table @keydown=${this.pressed}>
          <thead><tr><th>${t('part')}</th><th class="left">${t('description')}</th><th class="left">${t('family')}</th><th class="left">${t('unit')}</th></tr></thead>
          <tbody>
            ${parts.map(
              (p) => html`<tr @pointerenter=${() => this.ahead(p.part)}>
                <td><a href=${partPath(p.part)} @focus=${() => this.ahead(p.part)}>${p.part}</a></td>
                <td>${p.description}</td><td class="left">${p.family}</td><td class="left" title=${p.unit}>${unit(p.unit, 2)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
        ${this.parts.isWhole ? nothing : html`<p><button class="quiet" ?disabled=${this.parts.isAsking} @click=${() => this.parts.more()}>${t('more')}</button></p>`}
      </div>
    `;
  }
}

customElements.define('takt-parts', TaktParts);
