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

/**
 * What a chart shows of one series, bucket by bucket; its table and its file hold the same.
 *
 * @param committed what suppliers promised, by the first day of its week
 * @returns `days` of all buckets and `rows`: each with a name, a value for each day or null, and how it is drawn
 */
export function shown(history, series, levels, corrections = [], committed = new Map()) {
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
  const open = new Set(['CORRECTION_STANDING_PROPOSED']);
  const read = new Set(['CORRECTION_STANDING_ACCEPTED', 'CORRECTION_STANDING_PINNED']);
  const marks = (standings) =>
    behind(
      past.map((p) => {
        const found = corrections.find((c) => c.bucket === p.bucket && standings.has(c.standing));
        return found ? amount(found.correctedThousandths) : null;
      }),
    );
  return {
    days,
    first: past.length,
    isLumpy: demand.length > 0 && demand.filter((d) => d === 0).length / demand.length > LUMPY,
    lead,
    rows: [
      { name: 'demand', values: behind(demand) },
      { name: 'forecast', values: ahead(series.mean) },
      ...levels
        .map((level) => ({ name: 'quantile', level, values: quantile(level) }))
        .filter((row) => LEVELS.some((l) => Math.abs(l - row.level) < 1e-9)),
      ...(series.scheduleDemand.length
        ? [{ name: 'schedule', values: shifted(ahead(series.scheduleDemand), lead, past.length) }]
        : []),
      ...(days.some((d) => committed.has(d))
        ? [{ name: 'committed', values: days.map((d) => committed.get(d) ?? null) }]
        : []),
      ...(corrections.length
        ? [
            { name: 'proposed', values: marks(open) },
            { name: 'corrected', values: marks(read) },
          ]
        : []),
    ],
  };
}

/** Buckets between a call-off and the build it is for, as the forecast's causes name them. */
export function leadOf(series) {
  return series.levelCauses?.find((cause) => cause.code === 'SCHEDULED_USE')?.figures?.lead ?? 0;
}

/** A schedule counts by the day of the build, demand by the call-off before it: shown where it is called off. */
function shifted(values, lead, first) {
  return values.map((_, i) => (i < first ? null : (values[i + lead] ?? null)));
}
