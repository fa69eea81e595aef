import { go } from '../kit/address.js';
import { beside } from '../kit/trail.js';
import { prefer, preference } from './preferences.js';
import { pages } from './pages.js';

/** Somebody types into something. */
const isTyping = (event) => {
  const target = event.composedPath()[0];
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName ?? '');
};

/** Keys that do the same on every page: the palette, this list, and `g` with a letter for a page. */
export class Keys {
  #app;
  #goes = 0;

  constructor(app) {
    this.#app = app;
    window.addEventListener('keydown', (event) => this.#pressed(event));
  }

  #pressed(event) {
    if (!this.#app.me) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.#app.palette.open();
      return;
    }
    if (event.key === 'F6') {
      event.preventDefault();
      this.#region(event.shiftKey ? -1 : 1);
      return;
    }
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || preference('letters') === 'off') return;
    this.#letter(event);
  }

  #letter(event) {
    const page = Date.now() - this.#goes < 1_500 && pages.find((p) => p.key === event.key);
    this.#goes = event.key === 'g' ? Date.now() : 0;
    if (page) {
      event.preventDefault();
      this.#app.open(page);
    } else if (event.key === '[' || event.key === ']') {
      this.#beside(event.key === '[' ? -1 : 1);
    } else if (event.key === '/' || event.key === '?') {
      event.preventDefault();
      this.#app.palette.open(event.key === '?');
    }
  }

  /** To what stood beside it in the list that it was opened from. */
  #beside(step) {
    const path = beside(window.location.pathname, step);
    if (path) go(path);
  }

  /** From the head to the page and back. */
  #region(step) {
    const root = this.#app.renderRoot;
    const regions = [root.querySelector('nav a'), root.querySelector('main')];
    const now = regions.findIndex((r) => r === root.activeElement || r?.contains(root.activeElement));
    regions.at((now + step + regions.length) % regions.length)?.focus();
  }
}

export const toggleLetters = () => prefer('letters', preference('letters') === 'off' ? 'on' : 'off');
