import { LitElement, css, html } from 'lit';
import { get } from './api.js';
import { shared } from './shared-css.js';

/** Parts with search. */
class TaktParts extends LitElement {
  static properties = {
    query: { state: true },
    parts: { state: true },
    total: { state: true },
    next: { state: true },
    problem: { state: true },
  };

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
    this.parts = undefined;
    this.total = 0;
    this.next = '';
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load(more = false) {
    const asked = this.query;
    try {
      const page = await get('parts', { query: asked, page: more ? this.next : '' });
      if (asked !== this.query) return;
      this.parts = more ? [...this.parts, ...page.parts] : page.parts;
      this.total = Number(page.total);
      this.next = page.nextPageToken;
      this.problem = '';
    } catch (problem) {
      this.problem = problem.message;
    }
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
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : ''}
      ${
        this.parts === undefined
          ? html`<p class="soft">Loading…</p>`
          : this.parts.length === 0
            ? html`<p class="soft">${this.query ? `No part matches “${this.query}”.` : 'There is no part yet. Import parts first.'}</p>`
            : html`
              <p class="soft">${this.parts.length} of ${this.total}</p>
              <ul>
                ${this.parts.map((p) => html`<li><a href="#/part/${encodeURIComponent(p.part)}">${p.part}<span>${p.description} · ${p.family}</span></a></li>`)}
              </ul>
              ${this.next ? html`<button class="quiet" @click=${() => this.load(true)}>Show more</button>` : ''}
            `
      }
    `;
  }
}

customElements.define('takt-parts', TaktParts);
