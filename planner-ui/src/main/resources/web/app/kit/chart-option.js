import { exact } from './number.js';
import { BANDS } from './series.js';
import { t } from './words.js';

/** Pixels beside the picture: the names of the sheet below stand at its left. */
export const LEFT = 148;
export const RIGHT = 16;

export const rounded = (value) => (value == null ? '–' : exact(Math.round(value * 10) / 10));

const NAMES = {
  demand: () => t('chart.demand'),
  forecast: () => t('chart.forecast'),
  schedule: (lead) => (lead ? t('chart.schedule-shifted', { count: lead }) : t('chart.schedule')),
  committed: () => t('chart.committed'),
  gap: () => t('chart.gap'),
  raw: () => t('chart.raw'),
  proposed: () => t('chart.proposed'),
  corrected: () => t('chart.corrected'),
};

/** What a row is called. */
export function rowName(row, lead) {
  if (row.name === 'quantile') return t('chart.quantile', { percent: exact(100 * row.level) });
  if (row.name === 'other') return t(row.isReleased ? 'chart.other-released' : 'chart.other', { number: row.number });
  return NAMES[row.name](lead);
}

const line = (name, data, color, style = {}) => ({
  name,
  type: 'line',
  showSymbol: false,
  color,
  data,
  lineStyle: { width: 2, ...style },
});

/**
 * How a series is drawn, in the one language of charts: actual in ink, forecast in the accent, bands of it, other versions
 * dashed and soft, schedule dotted, commitments as steps.
 *
 * @param all what `shown` gives
 * @param look `colour` by its name, `bucket` names a day, `unit`, `isNarrow`, `sight` as `{ from, to }`
 */
export function optionOf(all, { colour, bucket, unit, isNarrow, sight }) {
  const { days, rows, lead } = all;
  const [ink, soft, edge] = ['ink', 'soft', 'line'].map(colour);
  const named = rows.filter((row) => row.name !== 'quantile' && row.name !== 'gap');
  return {
    animation: false,
    textStyle: { color: ink, fontFamily: 'system-ui, sans-serif' },
    grid: { left: isNarrow ? 56 : LEFT, right: RIGHT, top: isNarrow ? 104 : 64, bottom: 56 },
    legend: {
      type: 'scroll',
      top: 0,
      data: [
        ...named.filter((row) => row.values.some((v) => v != null)).map((row) => rowName(row, lead)),
        ...bandsOf(rows).map(({ percent }) => ({ name: t('chart.band', { percent }), icon: 'rect' })),
      ],
      textStyle: { color: ink },
      inactiveColor: soft,
      pageTextStyle: { color: ink },
    },
    // drawn on the canvas: an element of its own would need inline styles, and could lie over the page
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: rounded },
    dataZoom: [
      { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, startValue: sight.from, endValue: sight.to },
      { type: 'slider', height: 16, bottom: 8, startValue: sight.from, endValue: sight.to, showDetail: false },
    ],
    xAxis: {
      type: 'category',
      data: days.map((d, i) => bucket(d, days[i - 1])),
      axisLabel: { color: soft },
      axisLine: { lineStyle: { color: edge } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      name: unit,
      nameTextStyle: { color: soft, align: 'right' },
      axisLabel: { color: soft, formatter: exact },
      splitLine: { lineStyle: { color: edge } },
    },
    series: [
      demand(all, colour),
      ...bands(rows, colour('accent')),
      ...named.slice(1).map((row) => drawn(row, lead, colour)),
    ],
  };
}

/** Demand with what lies behind it: the zones as strips, and a line for today. */
function demand({ days, rows, isLumpy, today, zones, first }, colour, isNarrow) {
  const data = rows[0].values;
  const at = today >= 0 ? { xAxis: today, name: t('chart.today') } : { xAxis: first, name: t('chart.known') };
  return {
    ...(isLumpy
      ? { type: 'bar', barCategoryGap: '20%', color: colour('ink'), data, name: rowName(rows[0]) }
      : line(rowName(rows[0]), data, colour('ink'))),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { formatter: '{b}', color: colour('ink'), position: 'end' },
      lineStyle: { color: colour('ink'), type: 'solid', width: 1 },
      data: at.xAxis > 0 ? [at] : [],
    },
    markArea: {
      silent: true,
      label: { show: !isNarrow, color: colour('soft'), position: 'insideTop' },
      data: zones.map(({ name, start, end }, i) => [
        { name, xAxis: start, itemStyle: { color: colour('line'), opacity: 0.5 - 0.13 * i } },
        { xAxis: zones[i + 1]?.start ?? Math.min(end + 1, days.length - 1) },
      ]),
    },
  };
}

function bandsOf(rows) {
  const quantile = (level) => rows.find((row) => row.name === 'quantile' && Math.abs(row.level - level) < 1e-9)?.values;
  return BANDS.map((band) => ({ ...band, low: quantile(band.low), high: quantile(band.high) })).filter(
    (band) => band.low && band.high,
  );
}

/** Each a clear line with what lies above it filled. */
function bands(rows, accent) {
  return bandsOf(rows).flatMap(({ percent, low, high, opacity }) => {
    const edge = {
      type: 'line',
      stack: `${percent}`,
      showSymbol: false,
      lineStyle: { opacity: 0 },
      tooltip: { show: false },
      silent: true,
    };
    return [
      { ...edge, name: `low${percent}`, data: low },
      {
        ...edge,
        name: t('chart.band', { percent }),
        data: high.map((v, i) => (v == null ? null : v - low[i])),
        color: accent,
        itemStyle: { opacity: 2 * opacity },
        areaStyle: { color: accent, opacity },
      },
    ];
  });
}

function drawn(row, lead, colour) {
  const name = rowName(row, lead);
  const { values } = row;
  const dot = (symbol, itemStyle) => ({
    name,
    type: 'scatter',
    symbol,
    symbolSize: 11,
    color: colour('override'),
    itemStyle,
    data: values,
  });
  const hollow = (color) => ({ color: 'transparent', borderColor: color, borderWidth: 2 });
  switch (row.name) {
    case 'forecast':
      return line(name, values, colour('accent'));
    case 'other':
      return line(name, values, colour('soft'), {
        type: row.isReleased ? 'solid' : 'dashed',
        width: row.isReleased ? 1 : 2,
      });
    case 'schedule':
      return line(name, values, colour('schedule'), { type: 'dotted' });
    case 'committed':
      return { ...line(name, values, colour('ink'), { width: 1, type: 'dashed' }), step: 'middle' };
    case 'raw':
      return dot('circle', hollow(colour('ink')));
    case 'proposed':
      return dot('diamond', hollow(colour('override')));
    default:
      return dot('diamond', {});
  }
}
