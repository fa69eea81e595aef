import { LitElement, css, html } from 'lit';
import { get, post } from './api.js';
import { shared } from './shared-css.js';
import './takt-login.js';
import './takt-parts.js';
import './takt-part.js';
import './takt-alerts.js';
import './takt-data.js';

/** The page: a login, then parts, alerts or data, chosen by the address after the #. */
class TaktApp extends LitElement {
  static properties = { me: { state: true }, route: { state: true } };

  static styles = [
    shared,
    css`
      header { background: var(--brand); color: white; padding: 10px 20px; display: flex; gap: 20px; align-items: center; flex-wrap: wrap; }
      header strong { font-size: 18px; letter-spacing: 0.02em; }
      header a { color: white; text-decoration: none; padding: 4px 0; border-bottom: 2px solid transparent; }
      header a.on { border-color: #ffa600; }
      header .who { margin-left: auto; display: flex; gap: 12px; align-items: center; }
      header button { background: transparent; border-color: #7f9bb0; padding: 4px 10px; }
      main { max-width: 1240px; margin: 0 auto; padding: 20px; }
      @media (max-width: 600px) { main { padding: 12px; } header { padding: 10px 12px; gap: 12px; } }
    `,
  ];

  constructor() {
    super();
    this.me = undefined;
    this.route = location.hash;
    this.onHash = () => {
      this.route = location.hash;
    };
    this.onLoggedOut = () => {
      this.me = null;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    window.addEventListener('takt-logged-out', this.onLoggedOut);
    if (/-in=1(;|$)/.test(document.cookie)) {
      this.load(); // somebody logged in, maybe in another tab
    } else {
      this.me = null;
    }
  }

  disconnectedCallback() {
    window.removeEventListener('hashchange', this.onHash);
    window.removeEventListener('takt-logged-out', this.onLoggedOut);
    super.disconnectedCallback();
  }

  async load() {
    try {
      this.me = await get('me');
    } catch {
      this.me = null;
    }
  }

  async logout() {
    this.me = null;
    await post('logout');
  }

  render() {
    if (this.me === undefined) return html`<main class="soft">Loading…</main>`;
    if (this.me === null) return html`<takt-login @logged-in=${this.load}></takt-login>`;
    const planner = this.me.roles.includes('planner');
    const data = planner || this.me.roles.includes('data-scientist');
    if (this.me.roles.includes('supplier')) {
      return html`<main><p>This page is for planners. Suppliers pull publications and answer over gRPC or HTTP; see the README.</p><button @click=${this.logout}>Log out</button></main>`;
    }
    const part = partOf(this.route);
    const here = ['#/alerts', '#/data'].find((r) => r === this.route) ?? '#/parts';
    return html`
      <header>
        <strong>Takt</strong>
        ${[['#/parts', 'Parts'], ['#/alerts', 'Alerts'], ...(data ? [['#/data', 'Data']] : [])].map(([to, name]) => html`<a href=${to} class=${to === here ? 'on' : ''}>${name}</a>`)}
        <span class="who">${this.me.name}<button @click=${this.logout}>Log out</button></span>
      </header>
      <main>
        ${
          part === undefined
            ? html`<h1>This address cannot be read</h1><p>Maybe it was cut when it was copied: <code>${this.route}</code></p><p><a href="#/parts">To all parts</a></p>`
            : part
              ? html`<takt-part .part=${part} ?planner=${planner} ?data=${data}></takt-part>`
              : here === '#/alerts'
                ? html`<takt-alerts ?planner=${planner}></takt-alerts>`
                : here === '#/data' && data
                  ? html`<takt-data ?planner=${planner}></takt-data>`
                  : html`<takt-parts></takt-parts>`
        }
      </main>
    `;
  }
}

/** The part that an address names; empty where it names none, undefined where it is malformed. */
function partOf(route) {
  if (!route.startsWith('#/part/')) return '';
  try {
    return decodeURIComponent(route.slice(7));
  } catch {
    return undefined;
  }
}

customElements.define('takt-app', TaktApp);
