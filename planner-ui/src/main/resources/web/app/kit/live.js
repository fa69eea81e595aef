/**
 * What happens, as it happens. One tab of a browser listens and tells the others; when it goes, another one takes over
 * where it left off. Nobody is shown as connected who has not heard anything for some seconds.
 */
const SILENCE = 9_000;
/** A stream that breaks off comes back by itself; only who waits for longer is told. */
const BROKEN = 2_000;
const KINDS = ['happened', 'begun', 'away', 'back', 'beat'];

export class Live {
  #hear;
  #said;
  #source;
  #release;
  #channel;
  #watchdog;
  #heardAt = Date.now();
  #brokenAt = 0;
  #position = '';
  #isLost = false;

  /** @param hear is told of each event: kind and data; @param said of each change of the connection: since when it is lost */
  constructor(hear, said) {
    this.#hear = hear;
    this.#said = said;
  }

  /** Before the first paint is asked for: what happens while it is made is heard. */
  open() {
    this.#channel = new BroadcastChannel('takt-live');
    this.#channel.onmessage = ({ data }) => this.#take(data);
    this.#heardAt = Date.now();
    this.#watchdog = setInterval(() => this.#watch(), 1_000);
  }

  /** @param position up to which the first paint knows the feeds */
  begin(position) {
    this.#position ||= position;
    if (this.#release) return;
    const gone = new Promise((release) => {
      this.#release = release;
    });
    const lead = () => {
      this.#listen();
      return gone;
    };
    if (navigator.locks) {
      navigator.locks.request('takt-live', lead).catch(() => {});
    } else {
      lead();
    }
  }

  close() {
    clearInterval(this.#watchdog);
    this.#source?.close();
    this.#source = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#channel?.close();
    this.#position = '';
    this.#isLost = false;
  }

  #listen() {
    if (!this.#release) return;
    this.#source?.close();
    this.#source = new EventSource(`/live?after=${encodeURIComponent(this.#position)}`);
    for (const kind of KINDS) {
      this.#source.addEventListener(kind, (event) => {
        const message = { kind, data: JSON.parse(event.data), position: event.lastEventId };
        this.#channel.postMessage(message);
        this.#take(message);
      });
    }
    this.#source.onerror = () => {
      this.#channel.postMessage({ kind: 'broken' });
      this.#break();
      if (this.#source?.readyState === EventSource.CLOSED) {
        window.dispatchEvent(new Event('takt-who-is-it'));
        setTimeout(() => this.#listen(), 1_500);
      }
    };
  }

  #break() {
    this.#brokenAt ||= Date.now();
  }

  #take({ kind, data, position }) {
    if (kind === 'broken') {
      this.#break();
      return;
    }
    this.#heardAt = Date.now();
    this.#brokenAt = 0;
    this.#position = position || this.#position;
    if (this.#isLost) {
      this.#isLost = false;
      this.#said(undefined);
    }
    this.#hear(kind, data);
  }

  #watch() {
    const isBroken = this.#brokenAt > 0 && Date.now() - this.#brokenAt > BROKEN;
    if (!this.#isLost && (isBroken || Date.now() - this.#heardAt > SILENCE)) {
      this.#isLost = true;
      this.#said(new Date(this.#heardAt));
    }
  }
}
