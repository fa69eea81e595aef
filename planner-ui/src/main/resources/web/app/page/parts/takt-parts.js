import { LitElement, css, html } from 'lit';
import { get } from './api.js';
import { Asking } from './asking.js';
import { failed } from './failed.js';
import { shared } from './shared-css.js';

/** Parts with search. */
class TaktParts extends LitElement {
  static styles = [
    shared,
    css`
      ul { list-style: none; margin: 12px 0; padding: 0; display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); }
      li a { display: block; padding: 10px 12px; background: white; border: 1px solid var(--line); border-radius: 6px; color: inherit; text-decoration: none; }
      li a:hover { border-color: var(--accent); }
      li span { display: block; color: var(--soft); font-size: 13px; }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this.parts = new Asking(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** @param before what is shown already */
  load(before) {
    return this.parts.ask(get('parts', { query: this.query, page: before?.next ?? '' }), (page) => ({
      all: [...(before?.all ?? []), ...page.parts],
      total: Number(page.total),
      next: page.nextPageToken,
    }));
  }

  search(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), 200);
  }

  render() {
    return html`
      <h1>Parts</h1>
      <input type="search" placeholder="Search number, description or family" aria-label="Search parts" @input=${this.search} />
      ${failed(this.parts, () => this.load())}
      ${this.known()}
    `;
  }

  known() {
    const parts = this.parts.value;
    if (parts === undefined) return this.parts.problem ? '' : html`<p class="soft">Loading…</p>`;
    if (parts.all.length === 0) {
      return this.parts.problem
        ? ''
        : html`<p class="soft">${this.query ? `No part matches “${this.query}”.` : 'There is no part yet. Import parts first.'}</p>`;
    }
    return html`
      <p class="soft">${parts.all.length} of ${parts.total}</p>
      <ul>
        ${parts.all.map((p) => html`<li><a href="#/part/${encodeURIComponent(p.part)}">${p.part}<span>${p.description} · ${p.family}</span></a></li>`)}
      </ul>
      ${parts.next ? html`<button class="quiet" @click=${() => this.load(parts)}>Show more</button>` : ''}
    `;
  }
}

customElements.define('takt-parts', TaktParts);
