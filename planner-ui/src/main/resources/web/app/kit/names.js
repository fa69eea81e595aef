import { Need } from './need.js';
import { rpcs } from './rpcs.js';

/** The names of partners: a number is shown only where no name is known. */
export class Names {
  #partners;

  constructor(host) {
    this.#partners = new Need(host, () => [rpcs.listPartners, {}]);
  }

  of(bpnl) {
    return this.#partners.value?.partners.find((p) => p.bpnl === bpnl)?.name ?? bpnl;
  }
}
