import { LOUDNESS, kindName } from '../../kit/alert-words.js';
import { exact, format } from '../../kit/number.js';
import '../../kit/takt-spark.js';
import { t, unit } from '../../kit/words.js';
import { html, nothing } from 'lit';

/** Amounts that the horizon does not reach are not known: no zero. */
const amountOf = (value) => (value === undefined ? '–' : format(value));
const fileOf = (value) => (value === undefined ? null : value);

function change(row) {
  if (row.change13 === undefined) return '–';
  const before = row.next13 - row.change13;
  const sign = row.change13 > 0 ? '+' : '';
  const share = before > 0 && row.change13 ? ` (${sign}${format((100 * row.change13) / before)} %)` : '';
  return `${sign}${format(row.change13)}${share}`;
}

function trend(row) {
  if (!row.ahead?.length) return nothing;
  const values = [...(row.known ?? []), ...row.ahead].map(Number);
  return html`<takt-spark .values=${values} .ahead=${row.known?.length ?? 0} .label=${t('parts.trend-of', { part: row.part.part })}></takt-spark>`;
}

const ahead = (weeks) => ({
  isNumber: true,
  width: 130,
  title: t('parts.next', { count: weeks }),
  hint: t('parts.next-hint', { months: { 4: 1, 13: 3, 52: 12 }[weeks] }),
  view: (row) => amountOf(row[`next${weeks}`]),
  text: (row) => fileOf(row[`next${weeks}`]),
});

/**
 * What can be seen of a part.
 *
 * @param alertOf gives the loudest open alert of a part: nothing where there is none, undefined where that is not known
 * @param against number of the version that changes are against
 */
export const columns = (alertOf, against) => [
  { key: 'part', title: t('part'), width: 120, view: (r) => r.part.part, text: (r) => r.part.part, order: '' },
  {
    key: 'description',
    title: t('description'),
    width: 142,
    order: 'description',
    view: (r) => r.part.description ?? '',
  },
  { key: 'family', title: t('family'), width: 76, order: 'family', view: (r) => r.part.family ?? '' },
  { key: 'site', title: t('site'), width: 170, order: 'site', view: (r) => r.site ?? '' },
  { key: 'unit', title: t('unit'), width: 66, view: (r) => unit(r.part.unit, 2) },
  { key: 'next-4', order: 'next_4', ...ahead(4) },
  { key: 'next-13', order: 'next_13', ...ahead(13) },
  { key: 'next-52', order: 'next_52', ...ahead(52) },
  {
    key: 'change',
    title: t('parts.change'),
    hint: against ? t('parts.change-hint', { number: against }) : t('parts.change-none'),
    width: 130,
    order: 'change',
    isNumber: true,
    view: change,
    text: (r) => fileOf(r.change13),
  },
  { key: 'model', title: t('parts.model'), width: 104, order: 'model', view: (r) => r.model ?? '' },
  {
    key: 'alert',
    title: t('parts.alert'),
    width: 128,
    view: (r) => alert(alertOf(r.part.part)),
    text: (r) => said(alertOf(r.part.part)),
  },
  { key: 'trend', title: t('parts.trend'), width: 176, view: trend },
];

function alert(found) {
  if (found === undefined) return html`<span class="soft" title=${t('parts.alert-unknown')}>?</span>`;
  if (!found) return nothing;
  const loud = LOUDNESS[found.kind];
  return loud ? html`<span class="state ${loud.state}">${loud.mark} ${kindName(found)}</span>` : kindName(found);
}

function said(found) {
  if (found === undefined) return '?';
  return found ? kindName(found) : '';
}

/** A row of a file: what the columns say, numbers as they are. */
export const cellsOf = (shown, row) => shown.map((column) => (column.text ?? column.view)(row));

/** What is shown where nobody chose. */
export const USUAL = 'description.family.unit.next-4.next-13.next-52.change.model.alert.trend';

export const shownOf = (all, chosen) => {
  const keys = (chosen || USUAL).split('.');
  return all.filter((column, i) => i === 0 || keys.includes(column.key));
};

/** How many of how many. */
export const counted = (some, all) => t('shown-of', { shown: exact(some), count: exact(all) });
