import { LitElement, css, html, nothing } from 'lit';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { shared } from './css.js';
import { csv, save } from './file.js';
import { day, exact } from './number.js';
import { BANDS, shown } from './series.js';
import { weekName } from './week.js';
import { t } from './words.js';

echarts.use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  DataZoomComponent,
  CanvasRenderer,
]);

const rounded = (value) => (value == null ? '–' : exact(Math.round(value * 10) / 10));

/** Demand and forecast of one series with its bands, in a picture that keys can read and as a table. */
class TaktChart extends LitElement {
  static properties = {
    history: { attribute: false },
    series: { attribute: false },
    levels: { attribute: false },
    corrections: { attribute: false },
    committed: { attribute: false },
    unit: {},
    asTable: { state: true },
    aloud: { state: true },
  };

  static styles = [
    shared,
    css`
      .chart { width: 100%; height: 380px; }
      .table { max-height: 380px; overflow: auto; }
      thead th { position: sticky; top: 0; background: var(--card); }
    `,
  ];

  constructor() {
    super();
    this.asTable = false;
    this.aloud = '';
    this.at = -1;
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (['history', 'series', 'levels', 'corrections', 'committed'].some((p) => changed.has(p)) && this.series) {
      this.all = shown(this.history, this.series, this.levels, this.corrections, this.committed);
      this.isDrawn = false;
    }
  }

  updated() {
    const place = this.renderRoot.querySelector('.chart');
    if (!place) {
      this.chart?.dispose();
      this.chart = undefined;
      this.isDrawn = false;
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(place);
      this.observer = new ResizeObserver(() => this.chart?.resize());
      this.observer.observe(this);
    }
    if (!this.isDrawn && this.all) this.draw();
    this.isDrawn = true;
  }

  colour(name) {
    return getComputedStyle(this).getPropertyValue(`--${name}`).trim();
  }

  draw() {
    const { days, first, rows, isLumpy, lead } = this.all;
    const [ink, soft, accent, line] = ['ink', 'soft', 'accent', 'line'].map((name) => this.colour(name));
    const of = (name) => rows.find((row) => row.name === name)?.values;
    const quantile = (level) =>
      rows.find((row) => row.name === 'quantile' && Math.abs(row.level - level) < 1e-9)?.values;
    const bands = BANDS.map((band) => ({ ...band, low: quantile(band.low), high: quantile(band.high) })).filter(
      (band) => band.low && band.high,
    );
    const names = {
      demand: t('chart.demand'),
      forecast: t('chart.forecast'),
      schedule: lead ? t('chart.schedule-shifted', { count: lead }) : t('chart.schedule'),
      committed: t('chart.committed'),
      proposed: t('chart.proposed'),
      corrected: t('chart.corrected'),
    };
    const dots = (name, style) =>
      of(name)?.some((v) => v != null)
        ? [
            {
              name: names[name],
              type: 'scatter',
              symbol: 'diamond',
              symbolSize: 11,
              color: this.colour('override'),
              itemStyle: style,
              data: of(name),
            },
          ]
        : [];
    this.chart.setOption(
      {
        animation: false,
        textStyle: { color: ink, fontFamily: 'system-ui, sans-serif' },
        grid: { left: 56, right: 16, top: this.clientWidth < 600 ? 88 : 48, bottom: 60 },
        legend: { top: 0, data: this.legend(names, bands), textStyle: { color: ink }, inactiveColor: soft },
        // drawn on the canvas: an element of its own would need inline styles, and could lie over the page
        tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: rounded },
        dataZoom: [{ type: 'inside' }, { type: 'slider', height: 18, bottom: 8 }],
        xAxis: {
          type: 'category',
          data: days.map((d, i) => this.bucket(d, days[i - 1])),
          axisLabel: { color: soft },
          axisLine: { lineStyle: { color: line } },
        },
        yAxis: {
          type: 'value',
          min: 0,
          name: this.unit,
          nameTextStyle: { color: soft },
          axisLabel: { color: soft, formatter: exact },
          splitLine: { lineStyle: { color: line } },
        },
        series: [
          {
            ...(isLumpy
              ? { type: 'bar', barCategoryGap: '20%' }
              : { type: 'line', showSymbol: false, lineStyle: { width: 2 } }),
            name: names.demand,
            color: ink,
            data: of('demand'),
            markLine: {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: soft, type: 'solid', width: 1 },
              data: first ? [{ xAxis: first }] : [],
            },
          },
          ...bands.flatMap(({ percent, low, high, opacity }) => [
            {
              name: `low${percent}`,
              type: 'line',
              stack: `${percent}`,
              data: low,
              showSymbol: false,
              lineStyle: { opacity: 0 },
              tooltip: { show: false },
              silent: true,
            },
            {
              name: t('chart.band', { percent }),
              type: 'line',
              stack: `${percent}`,
              data: high.map((v, i) => (v == null ? null : v - low[i])),
              showSymbol: false,
              color: accent,
              lineStyle: { opacity: 0 },
              itemStyle: { opacity: 2 * opacity },
              areaStyle: { color: accent, opacity },
              tooltip: { show: false },
              silent: true,
            },
          ]),
          {
            name: names.forecast,
            type: 'line',
            showSymbol: false,
            lineStyle: { width: 2 },
            color: accent,
            data: of('forecast'),
          },
          ...(of('schedule')
            ? [
                {
                  name: names.schedule,
                  type: 'line',
                  showSymbol: false,
                  color: this.colour('schedule'),
                  lineStyle: { type: 'dotted', width: 2 },
                  data: of('schedule'),
                },
              ]
            : []),
          ...(of('committed')
            ? [
                {
                  name: names.committed,
                  type: 'line',
                  step: 'middle',
                  showSymbol: false,
                  color: ink,
                  lineStyle: { width: 1, type: 'dashed' },
                  data: of('committed'),
                },
              ]
            : []),
          ...dots('proposed', { color: 'transparent', borderColor: this.colour('override'), borderWidth: 2 }),
          ...dots('corrected', {}),
        ],
      },
      true,
    );
  }

  /** What can be switched: not the lower edges that bands stand on. */
  legend(names, bands) {
    const known = this.all.rows
      .filter((row) => names[row.name] && row.values.some((v) => v != null))
      .map((row) => names[row.name]);
    return [
      ...known,
      ...bands.map(({ percent }) => ({ name: t('chart.band', { percent }), icon: 'rect' })),
    ];
  }

  /** A bucket as people name it. */
  bucket(date, before) {
    if (this.series.calendar === 'CALENDAR_ISO_WEEK') return weekName(date, before);
    return this.series.calendar === 'CALENDAR_MONTH' ? date.slice(0, 7) : date;
  }

  /** Arrows walk the buckets and say their values. */
  pressed(event) {
    const last = this.all.days.length - 1;
    const from = this.at < 0 ? this.all.first : this.at;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: last }[event.key];
    if (event.key === 't') {
      this.asTable = !this.asTable;
    } else if (to !== undefined) {
      event.preventDefault();
      this.at = Math.max(0, Math.min(last, to));
      this.chart?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: this.at });
      this.aloud = this.said(this.at);
    }
  }

  said(i) {
    const { days, rows } = this.all;
    const known = rows
      .filter((row) => row.values[i] != null)
      .map((row) => `${this.rowName(row)} ${rounded(row.values[i])}`);
    return `${this.bucket(days[i])}, ${day(days[i])}: ${known.join(', ') || t('chart.nothing')}`;
  }

  rowName(row) {
    if (row.name === 'quantile') return t('chart.quantile', { percent: exact(100 * row.level) });
    return t(row.name === 'schedule' && this.all.lead ? 'chart.schedule-shifted' : `chart.${row.name}`, {
      count: this.all.lead,
    });
  }

  file() {
    const { days, rows } = this.all;
    const head = [t('bucket'), ...rows.map((row) => this.rowName(row))];
    save(
      `${this.series.part}.csv`,
      csv(
        head,
        days.map((d, i) => [d, ...rows.map((row) => row.values[i])]),
      ),
    );
  }

  render() {
    if (!this.series) return nothing;
    return html`
      <div class="bar">
        <button class="plain" aria-pressed=${this.asTable} @click=${() => {
          this.asTable = !this.asTable;
        }}>${t('chart.table')}</button>
        <button class="plain" @click=${this.file}>CSV</button>
        <span class="soft">${t('chart.keys')}</span>
      </div>
      ${
        this.asTable
          ? this.table()
          : html`<div tabindex="0" role="group" aria-label=${t('chart.label', { part: this.series.part })} @keydown=${this.pressed}>
              <div class="chart" role="img" aria-label=${t('chart.picture')}></div></div>`
      }
      <div class="hidden" aria-live="polite">${this.aloud}</div>
    `;
  }

  table() {
    const { days, rows } = this.all;
    return html`
      <div class="table" tabindex="0" role="group" aria-label=${t('chart.table')}>
        <table>
          <thead><tr><th>${t('bucket')}</th>${rows.map((row) => html`<th>${this.rowName(row)}</th>`)}</tr></thead>
          <tbody>${days.map((d, i) => html`<tr><td title=${d}>${this.bucket(d, days[i - 1])}</td>${rows.map((row) => html`<td>${rounded(row.values[i])}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('takt-chart', TaktChart);
