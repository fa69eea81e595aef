/** Causes in English: why a model was chosen, how a level came about, why a value was corrected, why a gap opened. */

const fixed = (value, digits = 0) => (value ?? NaN).toFixed(digits);
const percent = (share) => fixed(100 * share);
const around = (f) => `the buckets around ask for ${fixed(f.expected)}.`;
const isAre = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const REGRESSIONS = {
  BOOSTED: 'Boosted trees over all parts',
  BOOSTED_BY_SEGMENT: 'Boosted trees over all parts of the segment',
  ELASTIC_NET: 'Linear regression over all parts',
  FOREST: 'Random forest over all parts',
};

const SENTENCES = {
  TOLD: (f, n) => n.words ?? '',
  HELD_OUT: heldOut,
  NOTHING_HELD_OUT: (f, n) =>
    `${n.model}: nothing was held out for ${n.segment} yet, so ${n.fallback === 'SCHEDULE' ? 'what the schedule asks for' : 'the model for short histories'}.`,
  NOTHING_KNOWN: () => 'Nothing is known of the demand of any of its parts yet.',
  AVERAGE_DEMAND: (f) =>
    `Mean demand ${fixed(f.mean, 2)} a bucket with dispersion ${fixed(f.dispersion, 2)}, in part that of all parts.`,
  PAST_DEMANDS: (f) => `The demands that were seen, the newer the heavier; their mean is ${fixed(f.mean, 2)}.`,
  LAST_TWELVE_DEMANDS: () =>
    'The demands of the last twelve buckets, each as likely; shown beside the others and never chosen.',
  NEVER_ANYTHING: () => 'Always nothing; shown beside the others and never chosen.',
  SEASON_BEFORE: () => 'The same bucket of the last season, with the spread of past seasonal differences.',
  SMOOTHED_LEVEL: (f, n) =>
    `Level ${fixed(f.level, 2)}, smoothed with weight ${fixed(f.weight, 2)} on the newest bucket${f.trend ? `; trend ${fixed(f.trend, 2)} a bucket` : ''}${n.seasonal ? '; with a season' : ''}.`,
  LEVEL_WITH_DRIFT: (f) => `Level ${fixed(f.level, 2)} with a drift of ${fixed(f.drift, 2)} a bucket.`,
  SEVERAL_AVERAGED: () => 'Several models averaged, quantile by quantile.',
  REGRESSION_MEAN: (f, n) =>
    `${REGRESSIONS[n.regression] ?? 'Boosted trees over all parts with a schedule'} on lags, means and calendar; spread from dispersion ${fixed(f.dispersion, 2)}.`,
  SCHEDULED_USE: scheduled,
  SERVICE_DEMAND: (f) => `Where no vehicle needs it any more, a service demand of ${fixed(f.mean, 2)} a bucket stays.`,
  USED_UNTIL: (f, n) => `No vehicle needs it after ${n.day}.`,
  CLOSED_AT_YEAR_END: yearEnd,
  HELD_OUT_COVERAGE: (f) =>
    `Of the held-out demand of such parts, ${percent(f.low)} % stayed at or below the 0.1 quantile, ${percent(f.median)} % the median, ${percent(f.high)} % the 0.9 quantile.`,
  READ_CORRECTED: (f, n) =>
    `Read corrected: C${fixed(f.correction)}: ${n.bucket} ${f.original} to ${f.corrected}, ${n.method.toLowerCase().replaceAll('_', ' ')}.`,
  MORE_CORRECTED: (f) => `${isAre(f.buckets, 'more bucket is', 'more buckets are')} read corrected.`,
  PLANT_CLOSED: (f, n) =>
    `The plant is closed in ${isAre(f.buckets, 'bucket', 'buckets')} ahead (${n.first}${n.first.split(', ').length < f.buckets ? ' and more' : ''}); nothing is forecast there.`,
  SHUTDOWN: (f) => `The plant did not work on ${percent(f.closed)} % of the working days; ${around(f)}`,
  EMPTY_STOCK: (f) => `Nothing lay in stock on ${f.empty} of ${f.counted} days counted; ${around(f)}`,
  TOO_LITTLE: (f) => `Far too little, and no shutdown or empty stock is known; ${around(f)}`,
  TEN_TIMES: (f) => `About ten times too much or more, maybe a unit or a decimal mark; ${around(f)}`,
  ONCE: (f) => `Once, and not again; ${around(f)}`,
  LARGEST_ORDER: (f) => `No other of ${f.others} orders is above ${fixed(f.next)}.`,
};

function heldOut(f, n) {
  const below = 100 * (f.below ?? NaN);
  const than = n.yardstick === 'SEASONAL_NAIVE' ? 'seasonal naive' : "the last twelve buckets' quantiles";
  const size = Math.abs(below) < 0.5 ? 'as' : `${fixed(Math.abs(below))} % ${below > 0 ? 'below' : 'above'}`;
  return `${n.model}: chosen for ${n.segment}, weighted quantile loss ${fixed(f.wql, 3)} over ${f.buckets} held-out buckets${Number.isNaN(below) ? '' : `, ${size} ${than}`}.${n.better ? ` Within 1 % of ${n.better}; an average errs less often.` : ''}`;
}

function scheduled(f, n) {
  const lead = f.lead === 0 ? 'in the bucket of' : f.lead === 1 ? 'one bucket before' : `${f.lead} buckets before`;
  const corrected = n.corrected
    ? ', corrected by a regression over all parts on revisions of the schedule, how past ones came true and how far the usage is'
    : '';
  return `Published schedule x usage x learnt rate ${fixed(f.rate, 3)}${corrected}; called off ${lead} the build; the schedule of the next bucket asks for ${fixed(f.next)}.`;
}

function yearEnd(f, n) {
  const weeks =
    n.christmas && n.newYear
      ? 'weeks of 25 December and 1 January'
      : `week of ${n.newYear ? '1 January' : '25 December'}`;
  return `Nothing was ever called off in the ${weeks}; nothing is forecast there, and what it says of other weeks is not read.`;
}

/** The codes that have words. */
export const codes = Object.keys(SENTENCES);

/** One or two sentences; what a newer service sends is shown by its code. */
export function sentence(cause) {
  const words = SENTENCES[cause.code];
  return words ? words(cause.figures ?? {}, cause.names ?? {}) : cause.code;
}
