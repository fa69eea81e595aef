import { LitElement, css, html, nothing } from 'lit';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { LEFT, RIGHT, optionOf, rounded, rowName } from './chart-option.js';
import { shared } from './css.js';
import { save } from './file.js';
import { day } from './number.js';
import { shown } from './series.js';
import './takt-files.js';
import './takt-weeks.js';
import { weekName } from './week.js';
import { t } from './words.js';

echarts.use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  DataZoomComponent,
  CanvasRenderer,
]);

/** Buckets in sight before and after the first of the forecast, where nobody chose. */
const AROUND = 24;
/** Buckets in sight, at least. */
const FEWEST = 4;

/**
 * Demand and forecast of one series with its bands: a picture that keys can read, a sheet of its buckets on the same axis,
 * and both as a table, a picture and a file. What is in sight is told by the event `sight` (`{ from, to }` as days).
 */
class TaktChart extends LitElement {
  static properties = {
    /** What `shown` takes; another object is drawn anew. */
    facts: { attribute: false },
    unit: {},
    /** `from..to` as days; empty for the usual. */
    weeks: {},
    about: { attribute: false },
    asTable: { state: true },
    aloud: { state: true },
    sight: { state: true },
  };

  static styles = [
    shared,
    css`
      .chart { width: 100%; height: 380px; }
      .table { max-height: 420px; overflow: auto; }
      thead th { position: sticky; top: 0; background: var(--card); }
    `,
  ];

  constructor() {
    super();
    this.asTable = false;
    this.aloud = '';
    this.at = -1;
    this.which = -1;
    this.width = 0;
  }

  disconnectedCallback() {
    clearTimeout(this.telling);
    this.observer?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (!this.facts) return;
    if (changed.has('facts')) {
      this.all = shown(this.facts);
      this.isDrawn = false;
    }
    if (changed.has('facts') || changed.has('weeks')) this.look(sightOf(this.weeks, this.all));
  }

  look({ from, to }) {
    if (this.sight?.from === from && this.sight?.to === to) return;
    this.sight = { from, to };
    this.isDrawn = false;
  }

  updated() {
    if (!this.isConnected) return; // an update may come after the page has gone
    const place = this.renderRoot.querySelector('.chart');
    if (!place) {
      this.chart?.dispose();
      this.chart = undefined;
      this.isDrawn = false;
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(place);
      this.chart.on('datazoom', () => this.zoomed());
      this.observer = new ResizeObserver(() => this.resized());
      this.observer.observe(this);
    }
    if (!this.isDrawn && this.all) this.draw();
    this.isDrawn = true;
  }

  resized() {
    this.chart?.resize();
    this.width = this.clientWidth;
    this.requestUpdate();
  }

  draw() {
    this.chart.setOption(
      optionOf(this.all, {
        colour: (name) => getComputedStyle(this).getPropertyValue(`--${name}`).trim(),
        bucket: (date, before) => this.bucket(date, before),
        unit: this.unit,
        isNarrow: this.isNarrow,
        sight: this.sight,
      }),
      true,
    );
  }

  get isNarrow() {
    return this.clientWidth < 600;
  }

  /** The person moved the picture: the sheet follows at once, the address when it rests. */
  zoomed() {
    const { startValue, endValue } = this.chart.getOption().dataZoom[0];
    this.sight = { from: startValue, to: endValue };
    this.tell();
  }

  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const { days } = this.all;
      const detail = { from: days[this.sight.from], to: days[this.sight.to] };
      this.dispatchEvent(new CustomEvent('sight', { detail }));
    }, 300);
  }

  /** A bucket as people name it. */
  bucket(date, before) {
    if (this.facts.series.calendar === 'CALENDAR_ISO_WEEK') return weekName(date, before);
    return this.facts.series.calendar === 'CALENDAR_MONTH' ? date.slice(0, 7) : date;
  }

  /** Arrows walk the buckets and say their values, with Shift one after the other; plus and minus bring nearer. */
  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { days, first, rows } = this.all;
    const last = days.length - 1;
    const from = this.at < 0 ? first : this.at;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: last }[event.key];
    const step = event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    const nearer = { '+': 0.5, '-': 2 }[event.key];
    if (event.key === 't') {
      this.asTable = !this.asTable;
    } else if (step) {
      event.preventDefault();
      this.which = (this.which + step + rows.length + 1) % (rows.length + 1);
      this.read(from);
    } else if (to !== undefined) {
      event.preventDefault();
      this.read(Math.max(0, Math.min(last, to)));
    } else if (nearer) {
      event.preventDefault();
      this.look(around(from, (this.sight.to - this.sight.from + 1) * nearer, last));
      this.tell();
    }
  }

  read(at) {
    this.at = at;
    const { from, to } = this.sight;
    if (at < from || at > to) {
      this.look({ from: at < from ? at : from + at - to, to: at < from ? to - from + at : at });
      this.tell();
    }
    this.chart?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at });
    this.aloud = this.said(at);
  }

  said(i) {
    const { days, rows, lead } = this.all;
    const wanted = rows[this.which] ? [rows[this.which]] : rows;
    const known = wanted
      .filter((row) => row.values[i] != null)
      .map((row) => `${rowName(row, lead)} ${rounded(row.values[i])}`);
    return `${this.bucket(days[i])}, ${day(days[i])}: ${known.join(', ') || t('chart.nothing')}`;
  }

  /** The buckets in sight, as a file. */
  table() {
    const { days, rows, lead } = this.all;
    const { from, to } = this.sight;
    return {
      head: [t('bucket'), ...rows.map((row) => rowName(row, lead))],
      rows: days.slice(from, to + 1).map((d, i) => [d, ...rows.map((row) => row.values[from + i])]),
      about: this.about,
    };
  }

  /** A picture of twice the size, on the card's ground. */
  picture() {
    const backgroundColor = getComputedStyle(this).getPropertyValue('--card').trim();
    const name = `${this.facts.series.part}.png`;
    this.chart.getRenderedCanvas({ pixelRatio: 2, backgroundColor }).toBlob((blob) => save(name, blob));
  }

  render() {
    if (!this.facts) return nothing;
    const { part } = this.facts.series;
    return html`
      <div class="bar">
        <button class="plain" aria-pressed=${this.asTable} @click=${() => {
          this.asTable = !this.asTable;
        }}>${t('chart.table')}</button>
        ${this.asTable ? nothing : html`<button class="plain" @click=${this.picture}>PNG</button>`}
        <takt-files name=${part} .table=${async () => this.table()}></takt-files>
        ${this.isNarrow ? nothing : html`<span class="soft">${t('chart.keys')}</span>`}
      </div>
      ${
        this.asTable
          ? this.list()
          : html`<div tabindex="0" role="group" aria-label=${t('chart.label', { part })} @keydown=${this.pressed}>
              <div class="chart" role="img" aria-label=${t('chart.picture')}></div></div>
            ${this.isNarrow ? nothing : html`<takt-weeks .all=${this.all} .sight=${this.sight} .left=${LEFT} .right=${RIGHT} .width=${this.width} .bucket=${(d, before) => this.bucket(d, before)}></takt-weeks>`}`
      }
      <div class="hidden" aria-live="polite">${this.aloud}</div>
    `;
  }

  list() {
    const { days, rows, lead } = this.all;
    const { from, to } = this.sight;
    return html`
      <div class="table" tabindex="0" role="group" aria-label=${t('chart.table')} @keydown=${this.pressed}>
        <table>
          <thead><tr><th>${t('bucket')}</th>${rows.map((row) => html`<th>${rowName(row, lead)}</th>`)}</tr></thead>
          <tbody>${days.slice(from, to + 1).map((d, i) => html`<tr><td title=${day(d)}>${this.bucket(d, days[from + i - 1])}</td>${rows.map((row) => html`<td>${rounded(row.values[from + i])}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
    `;
  }
}

/** Which buckets an address means; the usual ones where it means none. */
export function sightOf(weeks, { days, first }) {
  const [from, to] = (weeks ?? '').split('..').map((date) => days.indexOf(date));
  if (from >= 0 && to > from) return { from, to };
  return { from: Math.max(0, first - AROUND), to: Math.min(days.length - 1, first + AROUND - 1) };
}

/** So many buckets with one in their midst, as far as there are any. */
function around(middle, many, last) {
  const size = Math.max(FEWEST, Math.min(last + 1, Math.round(many)));
  const from = Math.max(0, Math.min(last + 1 - size, middle - Math.floor(size / 2)));
  return { from, to: from + size - 1 };
}

customElements.define('takt-chart', TaktChart);
