import { amount } from '../../kit/number.js';
import { addDays } from '../../kit/week.js';

/**
 * What was promised for a site, week by week, and how much less than asked that is. A week that not every supplier has
 * answered is left out: a part of a promise is none.
 *
 * @param lines of the part's newest publications, `firstWeek` gives the first week of one
 * @param commitments all answers to them
 * @returns by the Monday of a week `{ committed, gap }`
 */
export function promisedFor(site, lines, firstWeek, commitments) {
  const answers = new Map(commitments.map((c) => [`${c.lineId} ${c.week}`, c]));
  const weeks = new Map();
  for (const line of lines.filter((one) => one.customerSite === site && firstWeek(one))) {
    line.demandThousandths.forEach((demand, i) => {
      const week = addDays(firstWeek(line), 7 * i);
      const answer = answers.get(`${line.id} ${week}`);
      const sum = weeks.get(week) ?? { committed: 0, gap: 0 };
      if (answer) {
        const committed = amount(answer.committed.thousandths);
        weeks.set(week, { ...sum, committed: sum.committed + committed, gap: sum.gap + committed - amount(demand) });
      } else if (Number(demand) > 0) {
        weeks.set(week, { ...sum, isOpen: true });
      }
    });
  }
  return new Map([...weeks].filter(([, sum]) => !sum.isOpen));
}

/** The zones of a site's weeks as days; none where its suppliers do not have the same. */
export function zonesOf(site, lines, firstWeek, nameOf) {
  const found = lines.filter((line) => line.customerSite === site && firstWeek(line));
  const key = (line) => [firstWeek(line), line.firmWeeks, line.productionWeeks, line.materialWeeks].join();
  if (found.length === 0 || new Set(found.map(key)).size > 1) return [];
  const [line] = found;
  const first = firstWeek(line);
  const edges = [0, line.firmWeeks, line.productionWeeks, line.materialWeeks];
  return ['firm', 'production', 'material']
    .map((zone, i) => ({
      name: nameOf(zone),
      from: addDays(first, 7 * edges[i]),
      to: addDays(first, 7 * edges[i + 1]),
    }))
    .filter(({ from, to }) => from < to);
}
