import { call } from '../../kit/calls.js';
import { rpcs } from '../../kit/rpcs.js';

/** Answers of one request. */
const PIECE = 500;

/**
 * Sends answers piece by piece, so that each refusal is told. A piece that was sent before and is sent again counts once.
 *
 * @param outgoing as {@link Answers#outgoing} gives them
 * @param told is told after each piece how many were sent, and settles it
 */
export async function send(outgoing, told) {
  for (let from = 0; from < outgoing.length; from += PIECE) {
    const piece = outgoing.slice(from, from + PIECE);
    told(piece, await refusals(piece), Math.min(from + PIECE, outgoing.length));
  }
}

/** All refusals of a piece: the service names the first hundred, so a piece with more is sent again in halves. */
async function refusals(piece) {
  const outcome = await call(rpcs.submitCommitments, {
    requestId: crypto.randomUUID(),
    answers: piece.map(({ answer }) => answer),
  });
  const refused = piece.length - outcome.accepted - outcome.unchanged;
  if (refused <= outcome.refusals.length || piece.length < 2) return outcome.refusals;
  const half = Math.ceil(piece.length / 2);
  const [first, second] = [await refusals(piece.slice(0, half)), await refusals(piece.slice(half))];
  return [...first, ...second.map((refusal) => ({ ...refusal, index: refusal.index + half }))];
}
