import { call } from './calls.js';
import { store } from './page-store.js';

/** Items of an answer, where all of them are wanted. */
const MOST = 200;

/** A list of which what is in sight is asked for, wherever that is; what was there stays until there is something new. */
export class Windows {
  #host;
  #question;
  #field;
  #key;
  #entries = new Map();
  #looks = new Map();
  #before;
  #head;
  /** Whether nothing is known yet of what is asked for now. */
  #isNew = true;
  #sight = { top: 0, bottom: 1 };

  /** Items of one answer. */
  static SIZE = 100;

  /** @param question gives a call and a request that knows `pageSize` and `skip` */
  constructor(host, question, field) {
    this.#host = host;
    this.#question = question;
    this.#field = field;
    host.addController(this);
  }

  hostUpdate() {
    if (!this.#host.isConnected) return;
    const [rpc, request] = this.#question();
    const key = JSON.stringify([rpc.path, request]);
    if (key !== this.#key) {
      if (this.#some) this.#before = new Map(this.#entries);
      this.hostDisconnected();
      this.#key = key;
      this.#sight = { top: 0, bottom: 1 };
      this.#isNew = true;
    }
    this.#follow(rpc, request);
    const some = this.#some;
    if (some || this.problem) this.#before = undefined;
    if (some) {
      this.#head = some.value;
      this.#isNew = false;
    }
  }

  hostDisconnected() {
    this.#looks.forEach((lookAway) => lookAway());
    this.#looks.clear();
    this.#entries.clear();
    this.#key = undefined;
  }

  /** What has come into sight is asked for; what has left it is forgotten. */
  #follow(rpc, request) {
    const first = Math.floor(this.#sight.top / Windows.SIZE);
    const last = Math.floor(Math.max(this.#sight.top, this.#sight.bottom - 1) / Windows.SIZE);
    for (let page = first; page <= last; page += 1) {
      const skip = page * Windows.SIZE;
      const entry = store.entry(rpc, { ...request, pageSize: Windows.SIZE, ...(skip ? { skip } : {}) });
      if (this.#entries.get(page) !== entry) {
        this.#looks.get(page)?.();
        this.#entries.set(page, entry);
        this.#looks.set(
          page,
          store.look(entry, () => this.#host.requestUpdate()),
        );
      }
    }
    for (const page of [...this.#entries.keys()].filter((one) => one < first - 1 || one > last + 1)) {
      this.#looks.get(page)();
      this.#looks.delete(page);
      this.#entries.delete(page);
    }
  }

  get #some() {
    return [...this.#entries.values()].find((entry) => entry.value);
  }

  get #known() {
    return this.#before && !this.#some ? this.#before : this.#entries;
  }

  want({ top, bottom }) {
    this.#sight = { top, bottom };
    this.#host.requestUpdate();
  }

  /** An item by its place; undefined as long as it is not known. */
  row(i) {
    const page = this.#known.get(Math.floor(i / Windows.SIZE));
    return page?.value?.[this.#field][i % Windows.SIZE];
  }

  /** All items that are known, by their places. */
  get known() {
    return [...this.#known.entries()]
      .sort(([a], [b]) => a - b)
      .flatMap(([, entry]) => entry.value?.[this.#field] ?? []);
  }

  /** An answer, for what it says of all; the one to the question before as long as nothing is known of this one. */
  get head() {
    return this.#isNew && this.problem ? undefined : this.#head;
  }

  /** As `stated` wants it: empty where nothing matches. */
  get value() {
    const { head } = this;
    return head && Number(head.total) === 0 ? [] : head;
  }

  get problem() {
    return [...this.#entries.values()].find((entry) => entry.problem)?.problem;
  }

  get isAsking() {
    return [...this.#entries.values()].some((entry) => entry.asking);
  }

  get asOf() {
    return [...this.#known.values()][0]?.asOf;
  }

  again() {
    return Promise.all([...this.#entries.values()].filter((entry) => entry.problem).map((entry) => store.ask(entry)));
  }

  /** All items, a page after the other; `told` hears how many there are so far. */
  async all(told) {
    const [rpc, request] = this.#question();
    const items = [];
    for (;;) {
      const answer = await call(rpc, { ...request, pageSize: MOST, skip: items.length });
      items.push(...answer[this.#field]);
      told(items.length);
      if (answer[this.#field].length < MOST) return items;
    }
  }
}
