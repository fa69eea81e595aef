import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Need, Pages } from '../../kit/need.js';
import { exact, moment } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { t } from '../../kit/words.js';
import { sentence } from '../../text/causes.js';

const state = (value, prefix) => value.replace(prefix, '').toLowerCase();

/** Model versions: who is champion, what each segment got and why, and how two of them did on the same buckets. */
class TaktModels extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`.why { max-width: 480px; } form { display: flex; gap: var(--s8); flex-wrap: wrap; align-items: center; } form input { flex: 1 1 240px; }`,
  ];

  constructor() {
    super();
    this.models = new Pages(this, () => [rpcs.listModels, { pageSize: 50 }], 'models', 4);
    this.runs = new Pages(this, () => [rpcs.listRuns, { pageSize: 50 }], 'runs', 1);
    this.model = new Need(this, () => [rpcs.model, numbered(this.chosen?.get('model'))]);
    this.difference = new Need(this, () => {
      const against = this.chosen?.get('against');
      return against ? [rpcs.compareModels, { challenger: Number(against) }] : undefined;
    });
    this.doing = new Doing(this);
  }

  promote(event, number) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    return this.doing.run(async () => {
      await call(number ? rpcs.promoteModel : rpcs.rollbackModel, number ? { number, reason } : { reason });
      store.changed(rpcs.listModels, rpcs.model);
      return t('models.saved', { time: moment(new Date()), name: this.me.name });
    });
  }

  render() {
    const { problem, said } = this.doing;
    return html`
      <div class="stack">
        <h1 tabindex="-1">${t('models.title')}</h1>
        ${problem ? failed(problem, () => this.doing.again(), t('not-saved')) : nothing}
        ${said ? html`<p role="status">${said}</p>` : nothing}
        ${stated(this.models, { what: t('models.unknown'), empty: t('models.none') }, (models) => this.list(models))}
        ${this.chosen?.get('against') ? stated(this.difference, { what: t('models.no-difference') }, (d) => this.compared(d)) : nothing}
        ${this.models.value?.length ? stated(this.model, { what: t('models.unknown') }, (found) => this.one(found)) : nothing}
        <h2>${t('runs.title')}</h2>
        ${stated(this.runs, { what: t('runs.unknown'), empty: t('runs.none') }, (runs) => this.runList(runs))}
      </div>
    `;
  }

  list(models) {
    const mayPromote = this.me.roles.includes('data-scientist');
    return html`<div class="card scroll"><table>
      <thead><tr><th>${t('model')}</th><th class="left">${t('models.state')}</th><th class="left">${t('models.made')}</th><th>${t('models.series')}</th><th>${t('models.difference')}</th></tr></thead>
      <tbody>${models.map(
        (m) => html`<tr>
          <td><a href="/models?model=${m.number}">${m.number}</a></td>
          <td class="left">${t(`models.${state(m.state, 'MODEL_STATE_')}`)}</td>
          <td class="left">${moment(m.run.createdAt)} · ${m.run.createdBy}</td><td>${exact(m.run.series)}</td>
          <td>${m.state === 'MODEL_STATE_CHAMPION' ? nothing : html`<button class="quiet" @click=${() => choose({ against: m.number, model: m.number })}>${t('models.compare')}</button>`}</td>
        </tr>`,
      )}</tbody></table></div>
      ${mayPromote && models.length > 1 ? this.rollback() : nothing}`;
  }

  rollback() {
    return html`<form @submit=${(e) => this.promote(e, 0)}>
      <label class="hidden" for="back">${t('models.reason')}</label><input id="back" name="reason" required maxlength="500" placeholder=${t('models.reason')} />
      <button class="quiet" ?disabled=${this.doing.isBusy}>${t('models.rollback')}</button></form>`;
  }

  compared(d) {
    return html`<section class="card stack">
      <h2>${t('models.against', { challenger: d.challenger, champion: d.champion })}</h2>
      <p class="soft">${d.basis}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('models.difference')}><table>
        <thead><tr><th>${t('models.segment')}</th><th>${t('models.series')}</th><th>${t('models.champion')}</th><th>${t('models.challenger')}</th><th>${t('models.difference')}</th><th>${t('models.interval')}</th><th>${t('models.better')}</th><th>${t('models.worse')}</th></tr></thead>
        <tbody>${d.differences.map(
          (x) =>
            html`<tr><td>${x.segment || t('all')}</td><td>${exact(x.series)}</td><td>${x.championWql.toFixed(4)}</td><td>${x.challengerWql.toFixed(4)}</td><td>${signed(x.difference)}</td><td>${signed(x.lower)} … ${signed(x.upper)}</td><td>${exact(x.better)}</td><td>${exact(x.worse)}</td></tr>`,
        )}</tbody></table></div>
      ${
        this.me.roles.includes('data-scientist')
          ? html`<form @submit=${(e) => this.promote(e, d.challenger)}>
          <label class="hidden" for="why">${t('models.reason')}</label><input id="why" name="reason" required maxlength="500" placeholder=${t('models.reason')} />
          <button ?disabled=${this.doing.isBusy}>${t('models.promote', { number: d.challenger })}</button></form>`
          : nothing
      }
    </section>`;
  }

  one({ model, promotions }) {
    return html`<section class="card stack">
      <h2>${t('models.one', { number: model.number })} · ${t(`models.${state(model.state, 'MODEL_STATE_')}`)}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('models.segment')}><table>
        <thead><tr><th>${t('models.segment')}</th><th class="left">${t('model')}</th><th>${t('models.series')}</th><th class="left">${t('part.why')}</th></tr></thead>
        <tbody>${model.choices.map((c) => html`<tr><td>${c.segment}</td><td class="left">${c.model}</td><td>${exact(c.series)}</td><td class="wrap why">${sentence(c.cause)}</td></tr>`)}</tbody>
      </table></div>
      ${promotions.length ? html`<h3>${t('models.promotions')}</h3><ul>${promotions.map((p) => html`<li>${moment(p.at)} · ${p.by}: ${t(p.rollback ? 'models.went-back' : 'models.became', { number: p.number })} ${p.reason}</li>`)}</ul>` : nothing}
      <p class="soft">${t('models.reproduce')} <code>./takt models reproduce ${model.number}</code></p>
    </section>`;
  }

  runList(runs) {
    return html`<div class="card scroll" tabindex="0" role="group" aria-label=${t('runs.title')}><table>
      <thead><tr><th>${t('runs.made')}</th><th class="left">${t('runs.kind')}</th><th class="left">${t('models.state')}</th><th class="left">${t('runs.step')}</th><th>${t('models.series')}</th></tr></thead>
      <tbody>${runs.map(
        (
          r,
        ) => html`<tr><td>${moment(r.createdAt)} · ${r.createdBy}</td><td class="left">${t(`run.${state(r.kind, 'RUN_KIND_')}`)}</td><td class="left">${t(`run.${state(r.state, 'RUN_STATE_')}`)}</td>
          <td class="wrap">${r.problem || (r.total > 0 && r.state === 'RUN_STATE_RUNNING' ? `${r.step} ${exact(Number(r.done))} / ${exact(Number(r.total))}` : r.remarks.join(' '))}</td><td>${exact(r.series)}</td></tr>`,
      )}</tbody></table></div>
      ${this.runs.isWhole ? nothing : html`<button class="quiet" @click=${() => this.runs.more()}>${t('more')}</button>`}`;
  }
}

/** None is the champion. */
const numbered = (model) => (Number(model) > 0 ? { number: Number(model) } : {});

const signed = (value) => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;

customElements.define('takt-models', TaktModels);
