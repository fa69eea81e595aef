import { addDays } from '../../kit/week.js';

/** Exact amounts in thousandths; beyond this a double is not exact. */
const LARGEST = 9_000_000_000_000_000;

const keyOf = (line) => `${line.part} ${line.customerSite} ${line.category}`;

/**
 * A supplier's answers to one publication: what is asked in each week of each line, what was asked and answered before,
 * what is answered, and what is drafted. Rows are lines, columns are weeks from the publication's first; amounts are
 * thousandths of the line's unit. Drafts are seen by nobody else, and every step of them can be taken back.
 */
export class Answers {
  #drafts = new Map();
  #reasons = new Map();
  #refused = new Map();
  #past = [];
  #future = [];

  /**
   * @param publication the one that is answered, with its lines and the answers in force
   * @param before the publication before it in the same form; undefined for the first
   */
  constructor({ publication, lines, commitments }, before) {
    this.publication = publication;
    this.lines = lines;
    this.weeks = Array.from({ length: publication.weeks }, (_, i) => addDays(publication.firstWeek, 7 * i));
    this.learn({ commitments }, before);
  }

  /** What is known of answers may change while a person drafts: the drafts stay. */
  learn({ commitments }, before) {
    this.inForce = byCell(commitments);
    this.before = before && beforeOf(before);
  }

  demand(row, column) {
    return Number(this.lines[row].demandThousandths[column] ?? 0);
  }

  /** How much more is asked than before; undefined where nothing was. */
  change(row, column) {
    const before = this.before?.demand(keyOf(this.lines[row]), this.weeks[column]);
    return before === undefined ? undefined : this.demand(row, column) - before;
  }

  /** What was answered to the publication before; it counts no more, and cleared is one whose demand has changed. */
  last(row, column) {
    const answer = this.before?.answer(keyOf(this.lines[row]), this.weeks[column]);
    return answer && { ...answer, isCleared: this.change(row, column) !== 0 };
  }

  /** The answer in force; undefined as long as there is none. */
  answer(row, column) {
    return this.inForce.get(`${this.lines[row].id} ${this.weeks[column]}`);
  }

  draft(row, column) {
    return this.#drafts.get(`${row} ${column}`);
  }

  refusal(row, column) {
    return this.#refused.get(`${row} ${column}`);
  }

  /** What will be delivered as far as is known: draft, else answer; undefined where there is neither. */
  planned(row, column) {
    return this.draft(row, column)?.amount ?? this.answer(row, column)?.amount;
  }

  /** Nothing is asked, and nothing has to be said. */
  isOpen(row, column) {
    return this.demand(row, column) > 0 && this.planned(row, column) === undefined;
  }

  isShort(row, column) {
    const planned = this.planned(row, column);
    return planned !== undefined && planned < this.demand(row, column);
  }

  /** A reason that a shortfall still needs. */
  lacksReason(row, column) {
    const draft = this.draft(row, column);
    return Boolean(draft) && draft.amount < this.demand(row, column) && !draft.reason;
  }

  get drafted() {
    return this.#drafts.size;
  }

  get lackingReason() {
    return [...this.#drafts.keys()].filter((key) => this.lacksReason(...key.split(' ').map(Number)));
  }

  /**
   * Drafts amounts in one step that can be taken back.
   *
   * @param changes `{ row, column, amount, reason }`; an amount of undefined takes a draft away. Less than asked for takes
   *   the reason the row had last
   */
  set(changes) {
    const step = changes.map(({ row, column, amount, reason }) => {
      const key = `${row} ${column}`;
      const before = this.#drafts.get(key);
      return { key, before, after: this.#drafted(row, column, amount, reason) };
    });
    this.#apply(step, 'after');
    this.#past.push(step);
    this.#future = [];
  }

  #drafted(row, column, amount, reason) {
    if (amount === undefined) return undefined;
    const demand = this.demand(row, column);
    if (amount >= demand) return { amount, reason: undefined };
    const why = reason ?? this.draft(row, column)?.reason ?? this.#reasons.get(row);
    if (why) this.#reasons.set(row, why);
    return { amount, reason: why };
  }

  /** Says why, where less than asked for is drafted. */
  explain(cells, reason) {
    this.set(
      cells
        .filter(({ row, column }) => this.draft(row, column)?.amount < this.demand(row, column))
        .map(({ row, column }) => ({ row, column, amount: this.draft(row, column).amount, reason })),
    );
  }

  #apply(step, side) {
    for (const { key, [side]: draft } of step) {
      if (draft) this.#drafts.set(key, draft);
      else this.#drafts.delete(key);
      this.#refused.delete(key);
    }
  }

  undo() {
    const step = this.#past.pop();
    if (!step) return false;
    this.#apply(step, 'before');
    this.#future.push(step);
    return true;
  }

  redo() {
    const step = this.#future.pop();
    if (!step) return false;
    this.#apply(step, 'after');
    this.#past.push(step);
    return true;
  }

  /** The drafts as they are sent, with the cell each is of. */
  outgoing() {
    return [...this.#drafts]
      .map(([key, draft]) => [...key.split(' ').map(Number), draft])
      .sort(([a, b], [c, d]) => a - c || b - d)
      .map(([row, column, draft]) => ({
        row,
        column,
        answer: {
          lineId: this.lines[row].id,
          week: this.weeks[column],
          committedThousandths: String(draft.amount),
          ...(draft.reason ? { reason: `SHORTFALL_REASON_${draft.reason}` } : {}),
        },
      }));
  }

  /** What was taken is no draft any more; what was refused stays one, with why, and so does what was changed meanwhile. */
  settle(sent, refusals) {
    const refused = new Map(refusals.map((refusal) => [refusal.index, refusal]));
    sent.forEach(({ row, column, answer }, index) => {
      const key = `${row} ${column}`;
      if (String(this.#drafts.get(key)?.amount) !== answer.committedThousandths) return;
      if (refused.has(index)) {
        this.#refused.set(key, refused.get(index));
      } else {
        this.#drafts.delete(key);
        this.#refused.delete(key);
      }
    });
    this.#past = [];
    this.#future = [];
  }

  /** Rows that belong under a tab. */
  rows(tab, words = '') {
    const wanted = words.toLowerCase();
    const is = {
      changed: (row, column) => (this.change(row, column) ?? 0) !== 0,
      open: (row, column) => this.isOpen(row, column),
      short: (row, column) => this.isShort(row, column),
    }[tab];
    return this.lines
      .map((_, row) => row)
      .filter((row) => !wanted || this.lines[row].part.toLowerCase().includes(wanted))
      .filter((row) => !is || this.weeks.some((_week, column) => is(row, column)));
  }

  /**
   * Takes over the drafts of an earlier publication, where the same is still asked for.
   *
   * @returns how many were kept, and how many were not because the demand has changed
   */
  carry(earlier) {
    const rows = new Map(this.lines.map((line, row) => [keyOf(line), row]));
    const columns = new Map(this.weeks.map((week, column) => [week, column]));
    let dropped = 0;
    const changes = [];
    for (const { row: from, column: at } of earlier.outgoing()) {
      const row = rows.get(keyOf(earlier.lines[from]));
      const column = columns.get(earlier.weeks[at]);
      if (row !== undefined && column !== undefined && this.demand(row, column) === earlier.demand(from, at)) {
        changes.push({ row, column, ...earlier.draft(from, at) });
      } else {
        dropped += 1;
      }
    }
    this.set(changes);
    return { kept: changes.length, dropped };
  }

  /** Weeks that still need an answer. */
  get open() {
    let count = 0;
    this.lines.forEach((_, row) => {
      this.weeks.forEach((_week, column) => {
        if (this.isOpen(row, column)) count += 1;
      });
    });
    return count;
  }
}

/** An amount in thousandths of what a person typed; undefined where it is none that can be committed. */
export function thousandths(value) {
  const exact = Math.round(value * 1000);
  return value >= 0 && exact <= LARGEST && Math.abs(value * 1000 - exact) < 1e-6 * Math.max(1, exact)
    ? exact
    : undefined;
}

function byCell(commitments) {
  return new Map(commitments.map((c) => [`${c.lineId} ${c.week}`, answerOf(c)]));
}

const answerOf = (commitment) => ({
  amount: Number(commitment.committed.thousandths),
  reason: commitment.reason.replace('SHORTFALL_REASON_', ''),
});

function beforeOf({ publication, lines, commitments }) {
  const byKey = new Map(lines.map((line) => [keyOf(line), line]));
  const answers = byCell(commitments);
  const column = new Map(
    Array.from({ length: publication.weeks }, (_, i) => [addDays(publication.firstWeek, 7 * i), i]),
  );
  return {
    demand(key, week) {
      const line = byKey.get(key);
      return line && column.has(week) ? Number(line.demandThousandths[column.get(week)]) : undefined;
    },
    answer(key, week) {
      const line = byKey.get(key);
      return line && answers.get(`${line.id} ${week}`);
    },
  };
}
