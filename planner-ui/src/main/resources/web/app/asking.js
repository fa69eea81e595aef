/**
 * One thing that an element asks for: what is known of it, and what went wrong when it was asked last. Only the newest
 * question counts: an answer that comes late is dropped, and a problem ends with the question it belongs to.
 */
export class Asking {
  #host;
  #turn = 0;

  /** What is known; undefined as long as nothing is. A problem leaves it as it is. */
  value = undefined;
  /** Why it is not known, or not known anew; else empty. */
  problem = '';

  /** @param host is rendered anew when something is known */
  constructor(host) {
    this.#host = host;
  }

  /** Forgets what is known, and what is under way. */
  forget() {
    this.#turn += 1;
    this.value = undefined;
    this.problem = '';
    this.#host.requestUpdate();
  }

  /** Resolves to whether the answer, or the problem, was still the one that is waited for. */
  async ask(answer, use = (known) => known) {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const known = await answer;
      if (turn !== this.#turn) return false;
      this.value = use(known);
      this.problem = '';
    } catch (problem) {
      if (turn !== this.#turn) return false;
      this.problem = problem.message;
    }
    this.#host.requestUpdate();
    return true;
  }
}
