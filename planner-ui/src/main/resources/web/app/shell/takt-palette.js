import { LitElement, css, html, nothing } from 'lit';
import { go, partPath } from '../kit/address.js';
import { shared } from '../kit/css.js';
import { Need } from '../kit/need.js';
import { rpcs } from '../kit/rpcs.js';
import { languages, t } from '../kit/words.js';
import { toggleLetters } from './keys.js';
import { mayOpen, pages } from './pages.js';
import { prefer, preference } from './preferences.js';

const HOUSE = ['planner', 'operator', 'data-scientist'];

/** Goes anywhere by a few letters; and shows which keys there are. */
class TaktPalette extends LitElement {
  static properties = { me: {}, words: { state: true }, chosen: { state: true }, showsKeys: { state: true } };

  static styles = [
    shared,
    css`
      dialog { width: min(640px, 94vw); margin-top: 10vh; padding: 0; border: 1px solid var(--line); border-radius: var(--radius-large); box-shadow: var(--shadow); background: var(--card); color: var(--ink); }
      dialog::backdrop { background: rgb(15 23 32 / 40%); }
      input { width: 100%; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; font: var(--t16) system-ui, sans-serif; min-height: 48px; padding: 0 var(--s16); }
      ul { list-style: none; margin: 0; padding: var(--s8); max-height: 50vh; overflow: auto; }
      li { padding: var(--s8); border-radius: var(--radius); display: flex; gap: var(--s12); cursor: pointer; }
      li[aria-selected='true'] { background: var(--paper); outline: 2px solid var(--focus); outline-offset: -2px; }
      li .soft { margin-left: auto; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: var(--s4) var(--s16); padding: var(--s16); margin: 0; }
      kbd { font: inherit; border: 1px solid var(--line-strong); border-radius: var(--radius); padding: 0 var(--s4); }
      .foot { padding: var(--s8) var(--s16) var(--s16); }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.chosen = 0;
    this.showsKeys = false;
    this.parts = new Need(this, () =>
      this.words && this.me?.roles.some((role) => HOUSE.includes(role))
        ? [rpcs.listParts, { query: this.words, pageSize: 8 }]
        : undefined,
    );
    this.known = new Need(this, () => this.words && this.me && [rpcs.listPartners, {}]);
  }

  /** Partners by name: what concerns them is in the inbox. */
  get partners() {
    const words = this.words.toLowerCase();
    return words
      ? (this.known.value?.partners ?? []).filter((p) => p.name.toLowerCase().includes(words)).slice(0, 5)
      : [];
  }

  get dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  open(showsKeys = false) {
    this.showsKeys = showsKeys;
    this.words = '';
    this.chosen = 0;
    if (!this.dialog.open) this.dialog.showModal();
    this.updateComplete.then(() => this.renderRoot.querySelector('input')?.select());
  }

  /** What the words may mean: pages, parts, and what can be set. */
  found() {
    const words = this.words.toLowerCase();
    const fits = (text) => text.toLowerCase().includes(words);
    const to = (name, kind, path) => ({ name, kind, run: () => go(path) });
    const parts = (this.parts.value?.parts ?? []).map((p) =>
      to(`${p.part} ${p.description}`, t('palette.part'), partPath(p.part)),
    );
    const opens = pages
      .filter((page) => page.menu && mayOpen(page, this.me.roles) && fits(t(`${page.name}.title`)))
      .map((page) => to(t(`${page.name}.title`), t('palette.page'), page.path));
    const partners = this.partners.map((p) =>
      to(p.name, t('palette.partner'), `/inbox?search=${encodeURIComponent(p.name)}`),
    );
    return [...opens, ...parts, ...partners, ...this.settings().filter((s) => fits(s.name))];
  }

  settings() {
    const set = (name, key, value) => ({ name, kind: t('palette.setting'), run: () => prefer(key, value) });
    return [
      set(t('theme.light'), 'theme', 'light'),
      set(t('theme.dark'), 'theme', 'dark'),
      ...['dense', 'easy', 'touch'].map((d) => set(t(`density.${d}`), 'density', d)),
      ...languages.map((l) => ({
        name: t(`language.${l}`),
        kind: t('palette.setting'),
        run: () => {
          prefer('language', l);
          window.location.reload();
        },
      })),
      {
        name: t(preference('letters') === 'off' ? 'letters.on' : 'letters.off'),
        kind: t('palette.setting'),
        run: toggleLetters,
      },
    ];
  }

  pressed(event) {
    const all = this.found();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.chosen = (this.chosen + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % Math.max(1, all.length);
    } else if (event.key === 'Enter' && all[this.chosen]) {
      event.preventDefault();
      this.take(all[this.chosen]);
    }
  }

  take(one) {
    this.dialog.close();
    one.run();
  }

  render() {
    return html`<dialog aria-label=${t('search')} @close=${() => {
      this.words = '';
    }}>${this.showsKeys ? this.keys() : this.list()}</dialog>`;
  }

  list() {
    const all = this.me ? this.found() : [];
    return html`
      <input type="search" role="combobox" aria-expanded="true" aria-controls="found" aria-activedescendant=${all.length ? `found-${this.chosen}` : nothing}
        aria-label=${t('search')} placeholder=${t('palette.hint')} .value=${this.words} @keydown=${this.pressed}
        @input=${(e) => {
          this.words = e.target.value.trim();
          this.chosen = 0;
        }} />
      <ul id="found" role="listbox" aria-label=${t('palette.found')}>
        ${all.map((one, i) => html`<li id="found-${i}" role="option" aria-selected=${i === this.chosen} @click=${() => this.take(one)}><span>${one.name}</span><span class="soft">${one.kind}</span></li>`)}
      </ul>
      ${all.length ? nothing : html`<p class="foot soft">${this.parts.isAsking ? t('loading') : t('palette.nothing', { words: this.words })}</p>`}
    `;
  }

  keys() {
    const rows = [
      ['Ctrl K, /', t('keys.palette')],
      ['?', t('keys.this')],
      ...pages.filter((p) => p.key && mayOpen(p, this.me.roles)).map((p) => [`g ${p.key}`, t(`${p.name}.title`)]),
      ['[ ]', t('keys.beside')],
      ['F6', t('keys.region')],
      ['Esc', t('keys.close')],
    ];
    return html`
      <dl>${rows.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
      <p class="foot"><button class="quiet" @click=${() => this.dialog.close()}>${t('close')}</button></p>
    `;
  }
}

customElements.define('takt-palette', TaktPalette);
