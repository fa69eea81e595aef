import { LitElement, css, html } from 'lit';
import { LineChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { amount, buckets } from './api.js';

echarts.use([
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  DataZoomComponent,
  CanvasRenderer,
]);

const LEVELS = 9;
/** A proposal is hollow: no forecast reads it. */
const HOLLOW = { color: 'white', borderColor: '#c2255c', borderWidth: 2 };
const SHOWN = {
  CORRECTION_STANDING_PROPOSED: HOLLOW,
  CORRECTION_STANDING_ACCEPTED: {},
  CORRECTION_STANDING_PINNED: {},
};

/** History, forecast mean, 50 % and 80 % band, what the schedule alone asks for, and corrections. */
class TaktChart extends LitElement {
  static properties = {
    history: { attribute: false },
    series: { attribute: false },
    corrections: { attribute: false },
  };

  static styles = css`
    :host { display: block; }
    .chart { width: 100%; height: 360px; }
  `;

  firstUpdated() {
    this.chart = echarts.init(this.renderRoot.querySelector('.chart'));
    this.observer = new ResizeObserver(() => this.chart.resize());
    this.observer.observe(this);
    this.draw();
  }

  updated() {
    this.draw();
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  draw() {
    if (!this.chart || !this.series) return;
    const past = (this.history?.points ?? []).slice(-104);
    const future = buckets(this.series.firstBucket, this.series.mean.length, this.series.calendar);
    const pad = past.map(() => null);
    const known = new Set(past.map((p) => p.bucket));
    const corrected = (this.corrections ?? []).filter((c) => SHOWN[c.standing] && known.has(c.bucket));
    const quantile = (i) => future.map((_, b) => this.series.quantiles[b * LEVELS + i]);
    const middle = (a, b) => quantile(a).map((v, i) => (v + quantile(b)[i]) / 2);
    const low80 = quantile(0);
    const high80 = quantile(8);
    const low50 = middle(1, 2);
    const high50 = middle(6, 7);
    this.chart.setOption(
      {
        animation: false,
        grid: { left: 54, right: 16, top: this.clientWidth < 600 ? 72 : 40, bottom: 60 },
        legend: { top: 4, data: ['History', 'Forecast', '50 % band', '80 % band', 'Schedule alone', 'Correction'] },
        // drawn on the canvas: an element of its own would need inline styles, and could lie over the page
        tooltip: {
          trigger: 'axis',
          renderMode: 'richText',
          valueFormatter: (v) => (v == null ? '–' : Math.round(v * 10) / 10),
        },
        dataZoom: [{ type: 'inside' }, { type: 'slider', height: 18, bottom: 8 }],
        xAxis: { type: 'category', data: [...past.map((p) => p.bucket), ...future] },
        yAxis: { type: 'value', min: 0 },
        series: [
          line('History', [...past.map((p) => amount(p.quantity.thousandths)), ...future.map(() => null)], '#16222e'),
          hidden('low80', 'wide', [...pad, ...low80]),
          band('80 % band', 'wide', [...pad, ...high80.map((v, i) => v - low80[i])], 'rgba(11,114,133,0.16)'),
          hidden('low50', 'narrow', [...pad, ...low50]),
          band('50 % band', 'narrow', [...pad, ...high50.map((v, i) => v - low50[i])], 'rgba(11,114,133,0.30)'),
          line('Forecast', [...pad, ...this.series.mean], '#0b7285'),
          ...(this.series.scheduleDemand.length
            ? [
                {
                  ...line('Schedule alone', [...pad, ...this.series.scheduleDemand], '#b86e00'),
                  lineStyle: { type: 'dashed', width: 1.5 },
                },
              ]
            : []),
          ...(corrected.length
            ? [
                {
                  name: 'Correction',
                  type: 'scatter',
                  symbol: 'diamond',
                  symbolSize: 11,
                  color: '#c2255c',
                  data: corrected.map((c) => ({
                    value: [c.bucket, amount(c.correctedThousandths)],
                    itemStyle: SHOWN[c.standing],
                  })),
                },
              ]
            : []),
        ],
      },
      true,
    );
  }

  render() {
    return html`<div class="chart" role="img" aria-label="History and forecast"></div>`;
  }
}

function line(name, data, color) {
  return { name, type: 'line', data, showSymbol: false, color, lineStyle: { width: 2 } };
}

function hidden(name, stack, data) {
  return {
    name,
    type: 'line',
    stack,
    data,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    silent: true,
  };
}

function band(name, stack, data, color) {
  return {
    name,
    type: 'line',
    stack,
    data,
    showSymbol: false,
    color,
    lineStyle: { opacity: 0 },
    areaStyle: { color },
    tooltip: { show: false },
    silent: true,
  };
}

customElements.define('takt-chart', TaktChart);
