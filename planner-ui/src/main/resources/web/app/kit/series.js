import { amount } from './number.js';
import { buckets } from './week.js';

/** Known buckets that are shown before the forecast. */
const PAST = 104;
/** From this share of buckets without demand on, a line between them would show demand that never was. */
const LUMPY = 0.3;

/** Bands of a forecast, the widest first: between which levels, and how strongly it is drawn. */
export const BANDS = [
  { percent: 95, low: 0.025, high: 0.975, opacity: 0.1 },
  { percent: 80, low: 0.1, high: 0.9, opacity: 0.18 },
  { percent: 50, low: 0.25, high: 0.75, opacity: 0.3 },
];
const LEVELS = BANDS.flatMap(({ low, high }) => [low, high]);

const OPEN = new Set(['CORRECTION_STANDING_PROPOSED']);
const READ = new Set(['CORRECTION_STANDING_ACCEPTED', 'CORRECTION_STANDING_PINNED']);

/**
 * What is shown of one series, bucket by bucket; its chart, its table, its sheet and its file hold the same.
 *
 * @param facts `history` and `series` as the service tells them, `levels` of its quantiles, `corrections`, and where they
 *   are known: `promised` (by the first day of its week `{ committed, gap }`), `others` (`{ number, isReleased, series }`
 *   of other versions), `zones` (`{ name, from, to }` as days), and `today`
 * @returns `days` of all buckets and `rows`: each with a name, a value for each day or null
 */
export function shown({
  history,
  series,
  levels,
  corrections = [],
  promised = new Map(),
  others = [],
  zones = [],
  today,
}) {
  const past = (history?.points ?? []).slice(-PAST);
  const future = buckets(series.firstBucket, series.mean.length, series.calendar);
  const days = [...past.map((p) => p.bucket), ...future];
  const ahead = (values) => [...past.map(() => null), ...values];
  const behind = (values) => [...values, ...future.map(() => null)];
  const demand = past.map((p) => amount(p.quantity.thousandths));
  const quantile = (level) => {
    const at = levels.findIndex((l) => Math.abs(l - level) < 1e-9);
    return at < 0 ? undefined : ahead(future.map((_, b) => series.quantiles[b * levels.length + at]));
  };
  const lead = leadOf(series);
  const marks = (standings, value) =>
    behind(
      past.map((p) => {
        const found = corrections.find((c) => c.bucket === p.bucket && standings.has(c.standing));
        return found ? amount(value(found, p)) : null;
      }),
    );
  const row = (name, values, more = {}) => (values?.some((v) => v != null) ? [{ name, values, ...more }] : []);
  return {
    days,
    first: past.length,
    today: today === undefined ? -1 : days.findLastIndex((d) => d <= today),
    zones: zones.map((zone) => ({ ...zone, ...placeOf(zone, days) })).filter((zone) => zone.end >= zone.start),
    isLumpy: demand.length > 0 && demand.filter((d) => d === 0).length / demand.length > LUMPY,
    lead,
    rows: [
      { name: 'demand', values: behind(demand) },
      { name: 'forecast', values: ahead(series.mean) },
      ...LEVELS.toSorted((a, b) => a - b).flatMap((level) => row('quantile', quantile(level), { level })),
      ...others.flatMap((other) =>
        row('other', at(other.series, days), { number: other.number, isReleased: other.isReleased }),
      ),
      ...(series.scheduleDemand.length
        ? row('schedule', shifted(ahead(series.scheduleDemand), lead, past.length))
        : []),
      ...row(
        'committed',
        days.map((d) => promised.get(d)?.committed ?? null),
      ),
      ...row(
        'gap',
        days.map((d) => promised.get(d)?.gap ?? null),
      ),
      ...row(
        'raw',
        marks(READ, (_, p) => p.quantity.thousandths),
      ),
      ...row(
        'proposed',
        marks(OPEN, (c) => c.correctedThousandths),
      ),
      ...row(
        'corrected',
        marks(READ, (c) => c.correctedThousandths),
      ),
    ],
  };
}

/** The means of another version, each in the bucket that it is of. */
function at(series, days) {
  const mean = new Map(
    buckets(series.firstBucket, series.mean.length, series.calendar).map((d, i) => [d, series.mean[i]]),
  );
  return days.map((d) => mean.get(d) ?? null);
}

/** First and last bucket of a zone. */
function placeOf({ from, to }, days) {
  const start = days.findIndex((d) => d >= from);
  return { start: start < 0 ? days.length : start, end: days.findLastIndex((d) => d < to) };
}

/** Buckets between a call-off and the build it is for, as the forecast's causes name them. */
export function leadOf(series) {
  return series.levelCauses?.find((cause) => cause.code === 'SCHEDULED_USE')?.figures?.lead ?? 0;
}

/** A schedule counts by the day of the build, demand by the call-off before it: shown where it is called off. */
function shifted(values, lead, first) {
  return values.map((_, i) => (i < first ? null : (values[i + lead] ?? null)));
}
