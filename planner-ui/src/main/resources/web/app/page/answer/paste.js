import { cells, markOf, number } from '../../kit/parse.js';
import { week } from '../../kit/week.js';
import { thousandths } from './answers.js';
import { codeOf, kindOf, reasonOf } from './sheet.js';

/** Cells of one paste or sheet, at most. */
const MOST = 200_000;

/**
 * What a paste would draft. A first row of weeks and a first column of parts say where each number belongs; without them
 * the numbers are taken from the selected cell on, in the rows that are shown.
 *
 * @param rows that are shown, by their numbers
 * @param at `{ index, column }` of the selected cell, its row by its place among those shown
 * @param mark the decimal mark that the person said is meant; none as long as nobody was asked
 * @returns `changes`, `notes` of what is not understood (`cell` as it stands there, and a `why`), `isUnclear` where the
 *   decimal mark has to be asked about
 */
export function pasted(text, answers, rows, at, mark = '') {
  return pastedRows(cells(text, separatorOf(text)), answers, rows, at, mark);
}

/** The same of rows that have been read already, as those of a workbook. */
export function pastedRows(table, answers, rows, at, mark = '') {
  const count = table.reduce((sum, row) => sum + row.length, 0);
  if (count > MOST) return { changes: [], notes: [{ cell: '', why: 'too-many', count, most: MOST }], isUnclear: false };
  const headings = table[0]?.slice(1).map((cell) => columnOf(cell, answers.weeks)) ?? [];
  const isNamed = headings.some((column) => column !== undefined) && table.length > 1;
  const places = isNamed ? byHeading(table, headings, answers) : byPosition(table, rows, at, answers);
  const meant = mark || markOf(places.map((place) => place.cell));
  const read = places.map((place) => ({ ...place, ...(place.why ? {} : judged(place.cell, meant)) }));
  const why = isNamed ? reasonsOf(table, headings, answers) : { codes: new Map(), notes: [] };
  return {
    changes: read
      .filter((place) => place.amount !== undefined)
      .map(({ row, column, amount }) => ({ row, column, amount, reason: why.codes.get(`${row} ${column}`) }))
      .filter((change) => !isNamed || isNew(change, answers)),
    notes: [...read.filter((place) => place.why && place.why !== 'blank'), ...why.notes],
    isUnclear: read.some((place) => place.why === 'unclear'),
  };
}

/** Tabs on the clipboard; commas or semicolons in a file. */
function separatorOf(text) {
  const head = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  if (head.includes('\t')) return '\t';
  if (head.includes(';')) return ';';
  return head.split(',').length > 2 ? ',' : '\t';
}

function judged(cell, mark) {
  if (cell.trim() === '') return { why: 'blank' };
  const { value, unclear } = number(cell, mark);
  if (unclear) return { why: 'unclear' };
  if (value === undefined) return { why: 'no-number' };
  if (value < 0) return { why: 'negative' };
  const amount = thousandths(value);
  return amount === undefined ? { why: 'too-fine' } : { amount };
}

function byPosition(table, rows, at, answers) {
  return table.flatMap((line, down) =>
    line.map((cell, right) => {
      const row = rows[at.index + down];
      const column = at.column + right;
      return row === undefined || column >= answers.weeks.length ? { cell, why: 'outside' } : { cell, row, column };
    }),
  );
}

/** A whole sheet holds much that is so already: only the rest is drafted. */
function isNew({ row, column, amount, reason }, answers) {
  return answers.planned(row, column) !== amount || (reason && reason !== reasonOf(answers, row, column));
}

/**
 * The first column names the part; where it is asked for at several sites, the second one names the site. A third column
 * may say what the row holds; what was asked is not read.
 */
function byHeading(table, headings, answers) {
  return table.slice(1).flatMap((line) => {
    if (['asked', 'reason'].includes(kindOf(line[2]))) return [];
    const { row, why } = rowOf(line, answers);
    if (row === undefined) return line[0]?.trim() ? [{ cell: line[0], why }] : [];
    return placed(line, headings, row);
  });
}

const placed = (line, headings, row) =>
  line
    .slice(1)
    .map((cell, i) => (headings[i] === undefined ? undefined : { cell, row, column: headings[i] }))
    .filter(Boolean);

function rowOf(line, answers) {
  const part = line[0]?.trim();
  const found = answers.lines
    .map((_, row) => row)
    .filter((row) => answers.lines[row].part === part)
    .filter((row, _i, all) => all.length === 1 || answers.lines[row].customerSite === line[1]?.trim());
  return found.length === 1 ? { row: found[0] } : { why: found.length ? 'several-lines' : 'no-line' };
}

/** Why less is committed, from the rows that say so. */
function reasonsOf(table, headings, answers) {
  const places = table
    .slice(1)
    .filter((line) => kindOf(line[2]) === 'reason')
    .flatMap((line) => {
      const { row } = rowOf(line, answers);
      return row === undefined ? [] : placed(line, headings, row);
    })
    .filter(({ cell }) => cell.trim())
    .map((place) => ({ ...place, code: codeOf(place.cell) }));
  return {
    codes: new Map(places.filter(({ code }) => code).map(({ row, column, code }) => [`${row} ${column}`, code])),
    notes: places.filter(({ code }) => !code).map(({ cell }) => ({ cell, why: 'no-reason' })),
  };
}

/** The column that a heading names: a Monday, or a week as `W17`, `W17 2001`, `2001-W17`, `KW17/2001`. */
export function columnOf(heading, weeks) {
  const text = heading.trim().toUpperCase();
  const date = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const day = date ? `${date[3]}-${date[2].padStart(2, '0')}-${date[1].padStart(2, '0')}` : text;
  const named =
    /^K?W\s?(?<number>\d{1,2})(?:[\s/-]+(?<year>\d{4}))?$/.exec(text) ??
    /^(?<year>\d{4})-?K?W(?<number>\d{2})$/.exec(text);
  const found = weeks
    .map((monday, column) => ({ monday, column, ...week(monday) }))
    .filter(
      (w) =>
        w.monday === day ||
        (named &&
          w.number === Number(named.groups.number) &&
          (!named.groups.year || w.year === Number(named.groups.year))),
    );
  return found.length === 1 ? found[0].column : undefined;
}
