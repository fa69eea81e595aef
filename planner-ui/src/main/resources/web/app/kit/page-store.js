import { call, compose, problemOf } from './calls.js';
import { firewall, rpcs } from './rpcs.js';
import { Store } from './store.js';

/** What this tab knows. */
export const store = new Store(call);

const byPath = new Map(
  [...Object.values(rpcs), ...Object.values(firewall).flatMap((service) => Object.values(service))].map((rpc) => [
    rpc.path,
    rpc,
  ]),
);

/** Asks for a page's first paint; returns the position up to which it knows the feeds. */
export function paint(name, parameters, signal) {
  return store.paints(painted(name, parameters, signal));
}

async function painted(name, parameters, signal) {
  const { position, answers } = await compose(name, parameters, signal);
  store.prime(
    answers.map((one) => ({ ...one, problem: one.problem && problemOf(one.problem) })),
    (path) => byPath.get(path),
  );
  return position;
}
