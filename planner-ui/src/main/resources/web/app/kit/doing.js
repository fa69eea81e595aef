/**
 * Something that a person does, and what came of it. Never more than one at a time; what was done before is not said
 * beside it, and trying again does the same again.
 */
export class Doing {
  #host;
  #work;

  isBusy = false;
  /** What is said of what was done; else empty. */
  said = '';
  problem = undefined;

  constructor(host) {
    this.#host = host;
  }

  /** @param work does it; resolves to what is said of it */
  async run(work) {
    this.#work = work;
    this.isBusy = true;
    this.said = '';
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      this.said = (await work()) ?? '';
    } catch (problem) {
      this.problem = problem;
    }
    this.isBusy = false;
    this.#host.requestUpdate();
  }

  again() {
    return this.run(this.#work);
  }
}
