import { t } from '../../kit/words.js';

/** Why less than asked for is committed, by the code of the contract. */
export const REASONS = ['CAPACITY', 'MATERIAL', 'LEAD_TIME', 'SHUTDOWN'];

export const reasonName = (code) => t(`shortfall.${code.toLowerCase()}`);

/** What a row of a sheet holds of a line. */
const KINDS = { asked: () => t('sheet.asked'), answer: () => t('sheet.answer'), reason: () => t('sheet.reason') };

/**
 * The answers as a sheet that can be read in again: of each line what is asked, what is answered or drafted, and why it is
 * less.
 */
export function sheetOf(answers) {
  const weeks = answers.weeks.map((_, column) => column);
  const row = (line, kind, values) => [line.part, line.customerSite, KINDS[kind](), ...values];
  return {
    head: [t('part'), t('site'), t('sheet.what'), ...answers.weeks],
    rows: answers.lines.flatMap((line, i) => {
      const reasons = weeks.map((column) => reasonOf(answers, i, column));
      return [
        row(
          line,
          'asked',
          weeks.map((column) => answers.demand(i, column) / 1000),
        ),
        row(
          line,
          'answer',
          weeks.map((column) => amountOf(answers.planned(i, column))),
        ),
        ...(reasons.some(Boolean)
          ? [
              row(
                line,
                'reason',
                reasons.map((code) => (code ? reasonName(code) : null)),
              ),
            ]
          : []),
      ];
    }),
  };
}

const amountOf = (thousandths) => (thousandths === undefined ? null : thousandths / 1000);

/** Why less is planned; undefined where it is not, or nobody said. */
export function reasonOf(answers, row, column) {
  if (!answers.isShort(row, column)) return undefined;
  const draft = answers.draft(row, column);
  const reason = draft ? draft.reason : answers.answer(row, column)?.reason;
  return reason && reason !== 'UNSPECIFIED' ? reason : undefined;
}

const same = (a, b) => a.trim().toLowerCase() === b.toLowerCase();

/** What a row says it holds: in the person's words, or as the code names it; undefined where it says nothing of the kind. */
export const kindOf = (text) =>
  Object.keys(KINDS).find((kind) => same(text ?? '', kind) || same(text ?? '', KINDS[kind]()));

/** The code that a word means; undefined where it is none. */
export const codeOf = (word) => REASONS.find((code) => same(word, code) || same(word, reasonName(code)));
