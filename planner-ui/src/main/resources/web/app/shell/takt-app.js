import { LitElement, css, html, nothing } from 'lit';
import { follow, go, here, listen } from '../kit/address.js';
import { session } from '../kit/calls.js';
import { shared } from '../kit/css.js';
import { Live } from '../kit/live.js';
import { moment } from '../kit/number.js';
import { paint, store } from '../kit/page-store.js';
import '../kit/takt-skeleton.js';
import { lay } from '../kit/trail.js';
import { speak, t } from '../kit/words.js';
import { Keys } from './keys.js';
import { at, home, mayOpen, pages } from './pages.js';
import { preference, settle } from './preferences.js';
import './takt-login.js';
import './takt-palette.js';

/** Somebody may be logged in, in any tab: the cookie says no more. */
const maybeIn = () => /-in=1(;|$)/.test(document.cookie);

/** The frame: who it is, which page the address names, whether what is shown is of now. */
class TaktApp extends LitElement {
  static properties = { me: { state: true }, page: { state: true }, lostSince: { state: true } };

  static styles = [
    shared,
    css`
      .skip { position: absolute; left: -999px; }
      .skip:focus { left: var(--s8); top: var(--s8); background: var(--brand); z-index: 4; }
      header { background: var(--brand); color: var(--on-brand); padding: 0 var(--s24); display: flex; gap: var(--s24); align-items: center; flex-wrap: wrap; min-height: 48px; }
      header strong { font: 600 var(--t16) system-ui, sans-serif; }
      nav { display: flex; gap: var(--s16); flex-wrap: wrap; }
      nav a { color: var(--on-brand); text-decoration: none; line-height: 44px; border-bottom: 2px solid transparent; border-top: 2px solid transparent; }
      nav a[aria-current] { border-bottom-color: var(--on-brand); font-weight: 600; }
      .who { margin-left: auto; display: flex; gap: var(--s8); align-items: center; }
      header button { background: transparent; border-color: var(--on-brand-soft); color: var(--on-brand); min-height: 32px; }
      :is(header button, nav a):focus-visible { outline-color: var(--on-brand); }
      .strip { background: var(--note); color: var(--ink); padding: var(--s4) var(--s24); margin: 0; }
      main { max-width: 1640px; margin: 0 auto; padding: var(--s24); }
      @media (max-width: 600px) { main { padding: var(--s12); } header { padding: 0 var(--s12); gap: var(--s12); } }
      @media print { header, .strip { display: none; } }
    `,
  ];

  constructor() {
    super();
    this.me = undefined;
    this.page = undefined;
    this.lostSince = undefined;
    this.live = new Live(
      (kind, data) => this.heard(kind, data),
      (since) => {
        this.lostSince = since;
      },
    );
    this.keys = new Keys(this);
    store.watch(() => this.requestUpdate());
  }

  async connectedCallback() {
    super.connectedCallback();
    settle();
    await speak(preference('language') || navigator.language);
    document.documentElement.lang = t('language');
    listen(() => this.show());
    this.addEventListener('click', follow);
    window.addEventListener('takt-logged-out', () => this.leave());
    window.addEventListener('takt-who-is-it', () => this.find());
    this.tabs = new BroadcastChannel('takt-session');
    this.tabs.onmessage = ({ data }) => (data === 'out' ? this.forget() : this.me || this.find());
    if (maybeIn()) {
      this.find();
    } else {
      this.me = null;
      this.announce(t('login.title'));
    }
  }

  /** Who is logged in; nobody is logged out by a server that does not answer. */
  async find() {
    try {
      const me = await session('me');
      if (!this.me) this.enter(me);
    } catch (problem) {
      if (problem.code === 'unauthenticated') this.leave();
      else if (this.me === undefined) setTimeout(() => this.find(), 1_000);
    }
  }

  enter(me) {
    this.me = me;
    this.live.open();
    this.show();
  }

  /** Who logs out wants nothing kept; whose login ran out goes on with his drafts when he is back. */
  forget() {
    window.dispatchEvent(new Event('takt-forget'));
    this.leave();
  }

  /** Nothing of what somebody saw is left for who comes after. */
  leave() {
    if (this.me === null) return;
    this.me = null;
    this.page = undefined;
    this.lostSince = undefined;
    this.live.close();
    store.clear();
    lay([]);
    this.announce(t('login.title'));
  }

  async logout() {
    this.forget();
    this.tabs.postMessage('out');
    await session('logout', {}).catch(() => {});
  }

  heard(kind, { service, kind: what }) {
    if (kind === 'happened') store.happened(service, what);
    if (kind === 'begun') store.begun(service);
    if (kind === 'away') store.away(service, new Date());
    if (kind === 'back') store.away(service, undefined);
  }

  /** Opens what the address names. What is known of it is shown at once, and its first paint asked for beside. */
  async show() {
    if (!this.me) return;
    const { path, raw, chosen } = here();
    const first = home(this.me.roles);
    if (path === '/' && first.path !== '/') {
      window.history.replaceState(null, '', first.path);
      return this.show();
    }
    const found = at(path);
    if (!found || !mayOpen(found.page, this.me.roles)) {
      this.page = { raw, refusal: path === undefined ? 'unreadable' : found ? 'forbidden' : 'nowhere' };
      return this.arrived(t(`address.${this.page.refusal}`), raw);
    }
    const { page, named } = found;
    const key = `${page.name} ${Object.values(named)}`;
    const isNew = this.page?.key !== key;
    if (isNew) {
      this.painting?.abort();
      this.painting = new AbortController();
      paint(page.name, { ...Object.fromEntries(chosen), ...named }, this.painting.signal).then(
        (position) => this.live.begin(position),
        () => this.live.begin(''), // the page's own questions say what cannot be had
      );
    }
    await page.load();
    if (here().raw !== raw) return;
    this.page = { key, raw, page, element: this.element(page, named, chosen) };
    if (isNew) this.arrived(named.part ?? t(`${page.name}.title`), raw);
  }

  element(page, named, chosen) {
    const element = this.page?.page === page ? this.page.element : document.createElement(page.element);
    Object.assign(element, { ...named, chosen, me: this.me });
    return element;
  }

  /** Says where the person is: in the title, by the focus, and aloud. */
  async arrived(name) {
    this.announce(name);
    await this.updateComplete;
    await this.page?.element?.updateComplete;
    const root = this.page?.element?.renderRoot ?? this.renderRoot.querySelector('main');
    root?.querySelector('h1')?.focus({ preventScroll: true });
  }

  announce(name) {
    document.title = `${name} · Takt`;
    const aloud = this.renderRoot?.querySelector('[aria-live]');
    if (aloud) aloud.textContent = name;
  }

  render() {
    if (this.me === undefined) return html`<main><takt-skeleton rows="6"></takt-skeleton></main>`;
    if (this.me === null) return html`<takt-login @logged-in=${() => this.loggedIn()}></takt-login>`;
    const menu = pages.filter((page) => page.menu && mayOpen(page, this.me.roles));
    return html`
      <header>
        <button class="skip" @click=${this.skip}>${t('skip')}</button>
        <strong>Takt</strong>
        <nav aria-label=${t('menu')}>
          ${menu.map((page) => html`<a href=${page.path} aria-current=${this.isIn(page) ? 'page' : nothing}>${t(`${page.name}.title`)}</a>`)}
        </nav>
        <span class="who">
          <button @click=${() => this.palette.open()} aria-keyshortcuts="Control+K">${t('search')}</button>
          ${this.me.name}
          <button @click=${this.logout}>${t('logout')}</button>
        </span>
      </header>
      ${this.strip()}
      <main id="main" tabindex="-1">${this.main()}</main>
      <div class="hidden" aria-live="polite"></div>
      <takt-palette .me=${this.me}></takt-palette>
    `;
  }

  get palette() {
    return this.renderRoot.querySelector('takt-palette');
  }

  isIn(page) {
    const inside = this.page?.page;
    return inside === page || (inside?.name === 'part' && page.name === 'parts');
  }

  loggedIn() {
    this.tabs.postMessage('in');
    this.me = undefined;
    this.find();
  }

  skip() {
    this.renderRoot.querySelector('main').focus();
  }

  /** One strip at most: the connection first, then services that do not answer. */
  strip() {
    const absent = [...store.absent];
    if (this.lostSince) {
      return html`<p class="strip" role="status">${t('lost', { since: moment(this.lostSince) })}</p>`;
    }
    return absent.length
      ? html`<p class="strip" role="status">${absent.map(([service, since]) => t('absent', { service: t(`service.${service}`), since: moment(since) })).join(' ')}</p>`
      : nothing;
  }

  main() {
    if (!this.page) return html`<takt-skeleton rows="6"></takt-skeleton>`;
    if (this.page.element) return this.page.element;
    const back = home(this.me.roles);
    return html`
      <h1 tabindex="-1">${t(`address.${this.page.refusal}`)}</h1>
      <p><code>${this.page.raw}</code></p>
      <p><a href=${back.path}>${t('address.back', { page: t(`${back.name}.title`) })}</a></p>
    `;
  }

  /** To a page by its letter. */
  open(page) {
    if (mayOpen(page, this.me?.roles ?? [])) go(page.path);
  }
}

customElements.define('takt-app', TaktApp);
