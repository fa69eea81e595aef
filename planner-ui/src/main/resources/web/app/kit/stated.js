import { html, nothing } from 'lit';
import { moment } from './number.js';
import { isSaid, t } from './words.js';

/** Why something is not there, in the person's words. */
export function why(problem) {
  if (problem.reason && isSaid(`reason.${problem.reason}`)) return t(`reason.${problem.reason}`);
  if (isSaid(`problem.${problem.code}`)) return t(`problem.${problem.code}`);
  return problem.message;
}

/** What stands in the place of a thing that could not be had, and the way to ask again. */
export const failed = (problem, again, what = '') =>
  html`<p class="note" role="alert">${what} ${why(problem)} <button class="quiet" @click=${again}>${t('again')}</button></p>`;

/**
 * A thing in whatever state it is: not known yet, not to be had, known and old, empty, or there. Nothing is said of what
 * is not known: a problem never reads as an empty list.
 *
 * @param need what is asked
 * @param what says what is not known without it
 * @param empty stands in the place of a list without items
 */
export function stated(need, { what, empty, rows = 3 }, render) {
  const { value, problem } = need;
  const trouble = problem ? failed(problem, () => need.again(), what) : nothing;
  if (value === undefined) return problem ? trouble : skeleton(rows);
  const old = problem && need.asOf ? html`<p class="soft">${t('as-of', { when: moment(need.asOf) })}</p>` : nothing;
  if (Array.isArray(value) && value.length === 0 && empty) {
    return problem ? trouble : html`<p class="soft">${empty}</p>`;
  }
  return html`${trouble}${old}${render(value)}`;
}

/** The place of what is being asked for; it shows after a moment only. */
const skeleton = (rows) => html`<takt-skeleton rows=${rows} role="status" aria-label=${t('loading')}></takt-skeleton>`;
