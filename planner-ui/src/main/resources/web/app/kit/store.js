/** Answers that nobody looks at, kept at most. */
const MOST = 400;
/** So many milliseconds a question waits for a first paint that may answer it. */
const PATIENCE = 400;

/**
 * All that the page knows: one entry for each question, asked once however many elements look at it, kept when nobody
 * does. An entry that was seen is shown at once and asked again behind; an answer belongs to its question and to no
 * other. Elements render, the store fetches.
 */
export class Store {
  #entries = new Map();
  #call;
  #now;
  #away = new Map();
  #watchers = new Set();
  #painting;
  /** What may have changed since the first paint under way was asked for. */
  #meanwhile = [];

  /** @param call asks a service; @param now tells the time */
  constructor(call, now = () => new Date()) {
    this.#call = call;
    this.#now = now;
  }

  /** The entry of a question. */
  entry(rpc, request = {}) {
    const key = keyOf(rpc, request);
    let entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key); // the ones that were not used for longest go first
    } else {
      entry = {
        rpc,
        request,
        value: undefined,
        problem: undefined,
        asOf: undefined,
        isOld: true,
        asking: undefined,
        lookers: new Set(),
        primed: 0,
        isBehind: false,
      };
    }
    this.#entries.set(key, entry);
    this.#forgetSome();
    return entry;
  }

  /** Looks at an entry: it is asked where it is not fresh, and the looker told of each change. Returns how to look away. */
  look(entry, looker) {
    entry.lookers.add(looker);
    if (entry.isOld && !entry.asking) this.ask(entry);
    return () => {
      entry.lookers.delete(looker);
      if (entry.lookers.size === 0) entry.abort?.abort();
    };
  }

  /** Asks an entry ahead, before anybody looks. */
  fetch(rpc, request) {
    const entry = this.entry(rpc, request);
    return entry.isOld ? this.ask(entry) : Promise.resolve();
  }

  /** Asks anew; resolves when there is an answer or a problem. */
  ask(entry) {
    if (entry.asking) return entry.asking;
    const abort = new AbortController();
    entry.abort = abort;
    entry.isOld = false;
    entry.asking = this.#asked(entry, abort.signal).then(() => {
      entry.asking = undefined;
      tell(entry);
      if (entry.isOld && entry.lookers.size && !entry.problem) this.ask(entry); // it changed meanwhile
    });
    tell(entry);
    return entry.asking;
  }

  /** What a first paint that is under way brings is not asked for beside it. */
  async #asked(entry, signal) {
    const { primed } = entry;
    if (this.#painting) await Promise.race([this.#painting, new Promise((go) => setTimeout(go, PATIENCE))]);
    if (entry.primed > primed && !entry.isBehind) return;
    entry.isBehind = false;
    entry.isOld = false;
    try {
      this.#answered(entry, await this.#call(entry.rpc, entry.request, signal));
    } catch (problem) {
      this.#failed(entry, problem, signal.aborted);
    }
  }

  /** A page's first paint is asked for: questions wait until it is there, or does not come. */
  paints(paint) {
    const settled = paint.then(
      () => {},
      () => {},
    );
    this.#painting = settled;
    this.#meanwhile = [];
    settled.then(() => {
      if (this.#painting !== settled) return;
      this.#painting = undefined;
      this.#meanwhile = [];
    });
    return paint;
  }

  #answered(entry, value) {
    entry.value = value;
    entry.problem = undefined;
    entry.asOf = this.#now();
  }

  #failed(entry, problem, isAborted) {
    entry.isOld = true;
    if (!isAborted) entry.problem = problem;
  }

  /** Takes in what a page was composed of; what may have changed since it was asked for is asked anew. */
  prime(answers, rpcOf) {
    for (const { service, rpc, request, answer, problem } of answers) {
      const known = rpcOf(`${service}/${rpc}`);
      if (!known) continue;
      const entry = this.entry(known, request);
      entry.primed += 1;
      if (problem) {
        this.#failed(entry, problem, false);
      } else {
        this.#answered(entry, answer);
        entry.isOld = false;
      }
      entry.isBehind = this.#meanwhile.some((isTouched) => isTouched(entry));
      if (entry.isBehind) {
        entry.isOld = true;
        if (entry.lookers.size && !entry.asking) this.ask(entry);
      }
      tell(entry);
    }
  }

  /** Something happened: what may have changed is asked again where somebody looks, else when somebody does. */
  happened(service, kind) {
    const isTouched = (rpc) => rpc.service === service && (kind === 'IMPORT_FINISHED' || rpc.about.includes(kind));
    this.#spoil((entry) => isTouched(entry.rpc));
  }

  /** Anything of a service may have changed. */
  begun(service) {
    this.#spoil((entry) => entry.rpc.service === service);
  }

  /** All answers to one call may have changed: somebody here changed them. */
  changed(...rpcs) {
    this.#spoil((entry) => rpcs.includes(entry.rpc));
  }

  #spoil(isTouched) {
    if (this.#painting) this.#meanwhile.push(isTouched);
    for (const entry of this.#entries.values()) {
      if (!isTouched(entry)) continue;
      entry.isOld = true;
      if (entry.lookers.size && !entry.asking) this.ask(entry);
    }
  }

  /** A service answers or not; what did not come is asked again when it is back. */
  away(service, since) {
    if (since) {
      this.#away.set(service, since);
    } else {
      this.#away.delete(service);
      this.#spoil((entry) => entry.rpc.service === service && entry.problem);
    }
    this.#watchers.forEach((watcher) => watcher());
  }

  /** Services that do not answer, each with the time it was heard last. */
  get absent() {
    return new Map(this.#away);
  }

  /** Hears when a service goes away or comes back. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Forgets everything: somebody logged out. */
  clear() {
    for (const entry of this.#entries.values()) entry.abort?.abort();
    this.#entries.clear();
    this.#away.clear();
  }

  get size() {
    return this.#entries.size;
  }

  #forgetSome() {
    if (this.#entries.size <= MOST) return;
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= MOST) return;
      if (entry.lookers.size === 0 && !entry.asking) this.#entries.delete(key);
    }
  }
}

/** The same for the same question, in whatever order its fields were written. */
export function keyOf(rpc, request) {
  return `${rpc.path} ${JSON.stringify(sorted(request))}`;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => value[name] !== undefined && value[name] !== '')
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function tell(entry) {
  for (const looker of [...entry.lookers]) looker();
}
