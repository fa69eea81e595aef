import { store } from './page-store.js';

/** What an element needs to know: one question, which may change with the element. */
export class Need {
  #host;
  #question;
  #entry;
  #lookAway = () => {};

  /** @param question gives a call and a request, or nothing as long as there is nothing to ask */
  constructor(host, question) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostUpdate() {
    this.#point();
  }

  hostDisconnected() {
    this.#lookAway();
    this.#entry = undefined;
  }

  #point() {
    if (!this.#host.isConnected) return;
    const question = this.#question();
    const entry = question && store.entry(...question);
    if (entry === this.#entry) return;
    this.#lookAway();
    this.#entry = entry;
    this.#lookAway = entry ? store.look(entry, () => this.#host.requestUpdate()) : () => {};
  }

  get value() {
    return this.#entry?.value;
  }

  get problem() {
    return this.#entry?.problem;
  }

  get isAsking() {
    return Boolean(this.#entry?.asking);
  }

  /** When the answer came. */
  get asOf() {
    return this.#entry?.asOf;
  }

  again() {
    return this.#entry && store.ask(this.#entry);
  }
}

/** A list that comes in pages: as many as are wanted, and whether those are all. */
export class Pages {
  #host;
  #question;
  #field;
  #wanted;
  #key;
  #entries = [];
  #looks = [];
  #known = { pages: [], items: undefined };

  /** @param field of an answer that holds its items; @param wanted pages that are asked without being told to */
  constructor(host, question, field, wanted = 1) {
    this.#host = host;
    this.#question = question;
    this.#field = field;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate() {
    if (!this.#host.isConnected) return;
    const question = this.#question();
    const key = question && JSON.stringify([question[0].path, question[1]]);
    if (key !== this.#key) {
      this.hostDisconnected();
      this.#key = key;
      this.upTo = this.#wanted;
    }
    if (question) this.#follow(question);
  }

  hostDisconnected() {
    this.#looks.forEach((lookAway) => lookAway());
    this.#looks = [];
    this.#entries = [];
    this.#key = undefined;
  }

  /** Page by page, as long as each says that there is one more. */
  #follow([rpc, request]) {
    let token = '';
    for (let page = 0; page < this.upTo; page += 1) {
      const entry = store.entry(rpc, { ...request, pageToken: token });
      if (this.#entries[page] !== entry) {
        this.#looks[page]?.();
        this.#entries[page] = entry;
        this.#looks[page] = store.look(entry, () => this.#host.requestUpdate());
      }
      token = entry.value?.nextPageToken;
      if (!token) {
        this.#looks.splice(page + 1).forEach((lookAway) => lookAway());
        this.#entries.splice(page + 1);
        return;
      }
    }
  }

  /** The items of all pages that are known, the same array as long as they are; undefined as long as none is. */
  get value() {
    const pages = this.#entries.map((entry) => entry.value).filter(Boolean);
    const { pages: before } = this.#known;
    if (pages.length !== before.length || pages.some((page, i) => page !== before[i])) {
      this.#known = { pages, items: pages.length ? pages.flatMap((page) => page[this.#field]) : undefined };
    }
    return this.#known.items;
  }

  /** The first page's answer, for what it says of all. */
  get head() {
    return this.#entries[0]?.value;
  }

  get isWhole() {
    const last = this.#entries.at(-1);
    return Boolean(last?.value) && !last.value.nextPageToken;
  }

  get problem() {
    return this.#entries.find((entry) => entry.problem)?.problem;
  }

  get isAsking() {
    return this.#entries.some((entry) => entry.asking);
  }

  get asOf() {
    return this.#entries[0]?.asOf;
  }

  more() {
    this.upTo += 1;
    this.#host.requestUpdate();
  }

  again() {
    return Promise.all(this.#entries.filter((entry) => entry.problem || !entry.value).map((entry) => store.ask(entry)));
  }
}
