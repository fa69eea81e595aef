import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Need } from '../../kit/need.js';
import { moment, percent } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { standings } from '../../kit/takt-corrections.js';
import { t } from '../../kit/words.js';
import '../../kit/takt-spark.js';
import './takt-waiting.js';

const DIMENSIONS = ['COMPLETENESS', 'TIMELINESS', 'VALIDITY', 'CONSISTENCY', 'PLAUSIBILITY'];

/** How far the data can be trusted: alarms, shares of kinds and sources, rows and spellings that wait, corrections. */
class TaktData extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`td.low { font-weight: 600; text-decoration: underline; } ul { margin: 0; padding-left: var(--s16); }`,
  ];

  constructor() {
    super();
    this.alarms = new Need(this, () => [rpcs.qualityAlarms, {}]);
    this.cards = new Need(this, () => [rpcs.qualityCards, {}]);
    this.history = new Need(this, () => {
      const [scope, name] = (this.chosen?.get('history') ?? '').split('|');
      return name && [rpcs.qualityHistory, { scope, name }];
    });
    this.doing = new Doing(this);
  }

  measure() {
    return this.doing.run(async () => {
      await call(rpcs.assessQuality, {});
      store.changed(rpcs.qualityAlarms, rpcs.qualityCards);
      return t('quality.done');
    });
  }

  find() {
    return this.doing.run(async () => {
      const found = await call(rpcs.proposeCorrections, {});
      store.changed(rpcs.listCorrections);
      return t('corrections.found', { count: found.proposed, lapsed: found.lapsed });
    });
  }

  render() {
    const { problem, said, isBusy } = this.doing;
    const standing = this.chosen?.get('standing') ?? 'PROPOSED';
    return html`
      <div class="stack">
        <h1 tabindex="-1">${t('data.title')}</h1>
        ${problem ? failed(problem, () => this.doing.again()) : nothing}
        ${said ? html`<p role="status">${said}</p>` : nothing}
        <h2>${t('alarms.title')}</h2>
        ${stated(
          {
            value: this.alarms.value?.alarms,
            problem: this.alarms.problem,
            asOf: this.alarms.asOf,
            again: () => this.alarms.again(),
          },
          { what: t('alarms.unknown'), empty: t('alarms.none'), rows: 1 },
          (alarms) =>
            html`<ul>${alarms.map((a) => html`<li><strong>${a.name}</strong> ${a.words} <span class="soft">${t('since', { when: moment(a.since) })}</span></li>`)}</ul>`,
        )}
        ${stated(this.cards, { what: t('quality.unknown') }, (found) => this.quality(found, isBusy))}
        <takt-waiting .me=${this.me} .chosen=${this.chosen}></takt-waiting>
        <div class="bar">
          <h2>${t('corrections.title')}</h2>
          <label>${t('corrections.show')}
            <select @change=${(e) => choose({ standing: e.target.value === 'PROPOSED' ? '' : e.target.value })}>
              ${standings.map((s) => html`<option value=${s} ?selected=${s === standing}>${t(`standing.${s.toLowerCase()}`)}</option>`)}
            </select></label>
          ${this.mayDecide ? html`<button class="quiet end" id="find" ?disabled=${isBusy} @click=${this.find}>${t('corrections.find')}</button>` : nothing}
        </div>
        <takt-corrections .standing=${standing} .me=${this.me}></takt-corrections>
      </div>
    `;
  }

  get mayDecide() {
    return this.me.roles.some((role) => role === 'planner' || role === 'data-scientist');
  }

  quality({ assessedAt, cards }, isBusy) {
    return html`
      <div class="bar">
        <h2>${t('quality.title')}</h2>
        <span class="soft">${assessedAt ? t('quality.at', { when: moment(assessedAt) }) : t('quality.never')}</span>
        ${this.mayDecide ? html`<button class="quiet end" id="measure" ?disabled=${isBusy} @click=${this.measure}>${t('quality.measure')}</button>` : nothing}
      </div>
      ${
        cards.length
          ? html`<div class="card scroll"><table id="cards">
            <thead><tr><th>${t('quality.of')}</th><th>${t('quality.score')}</th>${DIMENSIONS.map((d) => html`<th>${t(`dimension.${d.toLowerCase()}`)}</th>`)}</tr></thead>
            <tbody>${cards.map((c) => html`<tr><td><a href="/data?history=${encodeURIComponent(`${c.scope}|${c.name}`)}">${c.name}</a></td><td>${c.score.toFixed(1)}</td>${DIMENSIONS.map((d) => share(c, d))}</tr>`)}</tbody>
          </table></div>`
          : nothing
      }
      ${this.chosen?.get('history') ? stated(this.history, { what: t('quality.no-history'), rows: 1 }, ({ points }) => this.scores(points)) : nothing}
    `;
  }

  scores(points) {
    const name = this.chosen.get('history').split('|')[1];
    const said = t('quality.history', {
      name,
      count: points.length,
      low: Math.min(...points.map((p) => p.score)).toFixed(1),
      high: Math.max(...points.map((p) => p.score)).toFixed(1),
    });
    return points.length
      ? html`<p><takt-spark .values=${points.map((p) => p.score)} .label=${said}></takt-spark> ${said}</p>`
      : html`<p class="soft">${t('quality.never')}</p>`;
  }
}

function share(card, dimension) {
  const measure = card.measures.find((m) => m.dimension === `QUALITY_DIMENSION_${dimension}`);
  if (!measure) return html`<td class="soft">–</td>`;
  return html`<td class=${measure.share < 0.9 ? 'low' : ''} title=${measure.reason}>${percent(measure.share, 1)}</td>`;
}

customElements.define('takt-data', TaktData);
