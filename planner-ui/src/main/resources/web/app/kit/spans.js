/** How many buckets one column may stand for: a month, a quarter, half a year, a year. */
const SIZES = [1, 2, 4, 13, 26, 52];

/**
 * Columns of a sheet under a chart: as many buckets each as give it room, counted from the first bucket of the forecast to
 * both sides, so that no column holds known and expected buckets together.
 *
 * @param start first bucket in sight, `end` the last one, `first` the first of the forecast
 * @param room pixels of one bucket, `need` of a column
 * @returns `{ from, to }` of each column, both within sight
 */
export function spans(start, end, first, room, need) {
  const size = SIZES.find((buckets) => buckets * room >= need) ?? SIZES.at(-1);
  const columns = [];
  for (let from = start; from <= end; ) {
    const edge = first + size * (Math.floor((from - first) / size) + 1);
    columns.push({ from, to: Math.min(end, edge - 1) });
    from = edge;
  }
  return columns;
}

/** The sum of a column; null where a bucket of it is not known. */
export function summed(values, { from, to }) {
  let sum = 0;
  for (let i = from; i <= to; i += 1) {
    if (values[i] == null) return null;
    sum += values[i];
  }
  return sum;
}
