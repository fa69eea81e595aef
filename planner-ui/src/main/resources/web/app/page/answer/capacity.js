/** What answers ask of a supplier's own capacity groups, as the standard's traffic light says it. */

/** Load factors as doubles: what is shown here is a hint, the services judge exactly. */
const factorOf = (link) =>
  Number(link.loadFactor || 0) || (link.loadFactorThousandths ? Number(link.loadFactorThousandths) / 1000 : 1);

const keyOf = (line) => `${line.part} ${line.customerSite} ${line.category}`;

export class Groups {
  /** @param groups as declared; @param answers to one publication */
  constructor(groups, answers) {
    this.answers = answers;
    const rows = new Map(answers.lines.map((line, row) => [keyOf(line), row]));
    this.groups = groups.map((group) => ({
      name: group.name,
      unit: group.unit,
      weeks: new Map(group.weeks.map((w) => [w.week, w])),
      members: group.links
        .map((link) => ({ row: rows.get(keyOf(link)), factor: factorOf(link) }))
        .filter((member) => member.row !== undefined),
    }));
  }

  /** Load of a group in a week by what is planned, and by what is asked where nothing is; in thousandths of its unit. */
  load(group, column) {
    return group.members.reduce((sum, { row, factor }) => {
      const planned = this.answers.planned(row, column) ?? this.answers.demand(row, column);
      return sum + planned * factor;
    }, 0);
  }

  /** `within`, `flexible` or `bottleneck`; undefined where no capacity is declared for the week. */
  state(group, column) {
    const capacity = group.weeks.get(this.answers.weeks[column]);
    if (!capacity) return undefined;
    const load = this.load(group, column);
    if (load > Number(capacity.maximumThousandths)) return 'bottleneck';
    return load > Number(capacity.actualThousandths) ? 'flexible' : 'within';
  }

  /**
   * What committing all within capacity would draft: each week without an answer as asked for, and where a group's
   * maximum is less than all its lines ask for, each line's equal share of it, in whole packs.
   *
   * @returns changes for {@link Answers#set}; how many weeks would be cut, how many not, and of how many of those no
   *   capacity is declared
   */
  withinCapacity() {
    const { answers } = this;
    const changes = new Map();
    answers.lines.forEach((_, row) => {
      answers.weeks.forEach((_week, column) => {
        if (answers.isOpen(row, column)) {
          changes.set(`${row} ${column}`, { row, column, amount: answers.demand(row, column) });
        }
      });
    });
    let cut = 0;
    const known = new Set();
    for (const group of this.groups) {
      answers.weeks.forEach((week, column) => {
        const open = group.members.filter(({ row }) => changes.has(`${row} ${column}`));
        const capacity = group.weeks.get(week);
        if (!capacity || open.length === 0) return;
        open.forEach(({ row }) => known.add(`${row} ${column}`));
        const asked = open.reduce((sum, { row, factor }) => sum + changes.get(`${row} ${column}`).amount * factor, 0);
        const taken =
          this.load(group, column) -
          open.reduce((sum, { row, factor }) => sum + answers.demand(row, column) * factor, 0);
        const left = Math.max(0, Number(capacity.maximumThousandths) - taken);
        if (asked <= left) return;
        for (const { row } of open) {
          const change = changes.get(`${row} ${column}`);
          if (change.reason === undefined) cut += 1;
          changes.set(`${row} ${column}`, {
            row,
            column,
            amount: share(change.amount, left / asked, answers.lines[row]),
            reason: 'CAPACITY',
          });
        }
      });
    }
    return { changes: [...changes.values()], cut, whole: changes.size - cut, unknown: changes.size - known.size };
  }
}

/** Never more than the share: whole packs, or whole units where there is no pack. */
function share(amount, part, line) {
  const pack = Number(line.packThousandths) || 1000;
  return Math.floor((amount * part) / pack) * pack;
}
