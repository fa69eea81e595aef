import { LitElement, css, html, nothing } from 'lit';
import { partPath } from '../../kit/address.js';
import { kindName, shortage, when } from '../../kit/alert-words.js';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Names } from '../../kit/names.js';
import { Need } from '../../kit/need.js';
import { day, moment, percent } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { t } from '../../kit/words.js';

/** What is known of one alert, what was done about it, and what can be. */
class TaktPreview extends LitElement {
  static properties = { alert: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      form { display: flex; gap: var(--s8); flex-wrap: wrap; align-items: end; }
      form label { display: grid; gap: var(--s4); flex: 1 1 120px; align-content: start; }
      form input { height: var(--row); width: 100%; }
      ol { margin: 0; padding-left: var(--s16); }
      .parts { display: flex; flex-wrap: wrap; gap: var(--s4) var(--s12); }
    `,
  ];

  constructor() {
    super();
    this.names = new Names(this);
    this.steps = new Need(this, () => this.isHouse && [rpcs.alertSteps, { alertId: this.alert.id }]);
    this.doing = new Doing(this);
  }

  get isHouse() {
    return !this.me.roles.includes('supplier');
  }

  get mayAct() {
    return this.me.roles.includes('planner');
  }

  act(rpc, request) {
    return this.doing.run(async () => {
      await call(rpc, { alertId: this.alert.id, ...request });
      store.changed(rpcs.listAlerts, rpcs.alertSteps);
      return t('step.saved', { time: moment(new Date()), name: this.me.name });
    });
  }

  noted(event) {
    event.preventDefault();
    return this.act(rpcs.acknowledgeAlert, { note: event.target.elements.note.value });
  }

  assigned(event) {
    event.preventDefault();
    const { owner, due } = event.target.elements;
    return this.act(rpcs.assignAlert, { owner: owner.value, due: due.value });
  }

  render() {
    const a = this.alert;
    return html`
      <section class="card stack" aria-label=${t('preview.title')}>
        <h2>${kindName(a)}: ${this.names.of(a.supplier)}${a.kind === 'ALERT_KIND_COMMITMENT_OVERDUE' ? nothing : `, ${a.subject}`}</h2>
        <p>${shortage(a)} · <span title=${day(a.firstWeek)}>${when(a)}</span>${a.critical ? html` · <strong>${t('alert.critical')}</strong>` : nothing}</p>
        ${a.probability > 0 && a.probability < 1 ? html`<p>${t('preview.chance', { percent: percent(a.probability) })}</p>` : nothing}
        <p class="soft">${t('preview.since', { when: moment(a.openedAt) })}${a.acknowledgedAt ? ` · ${t('preview.acknowledged', { when: moment(a.acknowledgedAt), name: a.acknowledgedBy })}` : nothing}</p>
        ${this.isHouse ? html`<p class="parts">${a.parts.map((part) => html`<a href=${partPath(part)}>${part}</a>`)}</p>` : html`<p>${a.parts.join(', ')}</p>`}
        ${this.doing.problem ? failed(this.doing.problem, () => this.doing.again(), t('step.not-saved')) : nothing}
        ${this.doing.said ? html`<p class="soft" role="status">${this.doing.said}</p>` : nothing}
        ${this.mayAct ? this.actions(a) : nothing}
        ${this.isHouse ? stated(this.steps, { what: t('step.unknown'), rows: 1 }, ({ steps }) => this.done(steps)) : nothing}
      </section>
    `;
  }

  actions(a) {
    const { isBusy } = this.doing;
    const isOpen = a.state === 'ALERT_STATE_OPEN';
    return html`
      <form @submit=${this.noted}>
        <label>${t('step.note')}<input name="note" maxlength="500" .value=${a.note} /></label>
        <button ?disabled=${isBusy}>${isOpen ? t('alert.acknowledge') : t('step.save-note')}</button>
        ${isOpen ? nothing : html`<button type="button" class="quiet" ?disabled=${isBusy} @click=${() => this.act(rpcs.reopenAlert, {})}>${t('step.reopen')}</button>`}
      </form>
      <form @submit=${this.assigned}>
        <label>${t('step.owner')}<input name="owner" id="owner" maxlength="200" .value=${a.owner} /></label>
        <label>${t('step.due')}<input name="due" type="date" .value=${a.due} /></label>
        <button class="quiet" ?disabled=${isBusy}>${t('step.assign')}</button>
      </form>
    `;
  }

  done(steps) {
    return steps.length ? html`<ol class="soft">${steps.map((step) => html`<li>${said(step)}</li>`)}</ol>` : nothing;
  }
}

/** One sentence for each step. */
function said(step) {
  const values = { name: step.by, when: moment(step.at), owner: step.owner, day: step.due ? day(step.due) : '' };
  switch (step.kind) {
    case 'ALERT_STEP_KIND_ACKNOWLEDGED':
      return step.note ? t('step.said-noted', { ...values, note: step.note }) : t('step.said-acknowledged', values);
    case 'ALERT_STEP_KIND_ASSIGNED':
      if (!step.owner) return t('step.said-nobody', values);
      return step.due ? t('step.said-due', values) : t('step.said-assigned', values);
    default:
      return t('step.said-reopened', values);
  }
}

customElements.define('takt-preview', TaktPreview);
