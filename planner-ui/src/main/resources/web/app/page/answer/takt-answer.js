import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Names } from '../../kit/names.js';
import { Pages } from '../../kit/need.js';
import { day, exact, moment } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import '../../kit/takt-files.js';
import { daysBetween } from '../../kit/week.js';
import { t } from '../../kit/words.js';
import { Answers } from './answers.js';
import { Groups } from './capacity.js';
import { Published } from './publication.js';
import { send } from './sending.js';
import { sheetOf } from './sheet.js';
import './takt-answer-cards.js';
import './takt-answer-sheet.js';

const TABS = ['changed', 'open', 'short', 'all'];

/** Drafts outlive a look at another page, and a login that ran out; they are gone with the tab. */
let kept;

window.addEventListener('takt-forget', () => {
  kept = undefined;
});

/** What is asked of a supplier, and what it answers: the newest publication, week by week. */
class TaktAnswer extends LitElement {
  static properties = {
    chosen: { attribute: false },
    me: { attribute: false },
    revision: { state: true },
    offer: { state: true },
    narrow: { state: true },
  };

  static styles = [
    shared,
    css`
      [role='tab'] { border: 0; border-bottom: 2px solid transparent; background: none; color: var(--ink); border-radius: 0; }
      [role='tab'][aria-selected='true'] { border-bottom-color: var(--accent); font-weight: 600; }
      .hints { margin: 0; padding-left: var(--s16); }
    `,
  ];

  constructor() {
    super();
    this.revision = 0;
    this.names = new Names(this);
    this.publications = new Pages(this, () => [rpcs.listPublications, { pageSize: 50 }], 'publications');
    this.newest = new Published(this, () => this.publications.value?.[0]);
    this.former = new Published(this, () =>
      this.publications.value?.find((p) => p.id === this.publications.value[0].predecessorId),
    );
    this.groups = new Pages(this, () => [rpcs.listGroups, { pageSize: 200 }], 'groups', 20);
    this.doing = new Doing(this);
    this.width = matchMedia('(max-width: 600px)');
    this.narrow = this.width.matches;
    this.width.onchange = ({ matches }) => {
      this.narrow = matches;
    };
    this.onLeave = (event) => {
      if (kept?.answers.drafted) event.preventDefault();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.onLeave);
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.onLeave);
    super.disconnectedCallback();
  }

  /** The answers to the newest publication, with the drafts that are there. */
  answers() {
    const known = this.newest.value;
    if (!known) return undefined;
    const before = this.former.value;
    const who = `${this.me.name} ${this.me.partner}`;
    if (kept?.who !== who) kept = undefined;
    if (kept?.known.publication.id !== known.publication.id) this.begin(who, known, before);
    if (kept.known.commitments !== known.commitments || kept.before !== before) {
      kept.answers.learn(known, before);
      Object.assign(kept, { known, before });
    }
    return kept.answers;
  }

  /** A new publication takes over what was drafted for the one before, where the same is asked for. */
  begin(who, known, before) {
    const earlier = kept?.answers;
    kept = { who, answers: new Answers(known, before), known, before };
    if (earlier?.drafted) this.carried = kept.answers.carry(earlier);
  }

  changed() {
    this.revision += 1;
  }

  /** What changed comes first, then what is open; who has answered everything looks at all of it. */
  tabOf(answers) {
    return this.chosen?.get('tab') ?? ['changed', 'open'].find((tab) => answers.rows(tab).length) ?? 'all';
  }

  submit() {
    const answers = this.answers();
    if (this.doing.isBusy || answers.drafted === 0) return undefined;
    if (answers.lackingReason.length) {
      return this.doing.run(async () => t('answer.reason-first', { count: answers.lackingReason.length }));
    }
    return this.doing.run(async () => {
      const all = answers.outgoing();
      let refused = 0;
      await send(all, (piece, refusals) => {
        refused += refusals.length;
        answers.settle(piece, refusals);
        this.changed();
      });
      store.changed(rpcs.listCommitments, rpcs.listAlerts);
      return t(refused ? 'answer.partly' : 'answer.saved', {
        count: exact(all.length - refused),
        refused: exact(refused),
        time: moment(new Date()),
        name: this.me.name,
      });
    });
  }

  acknowledge(publication) {
    return this.doing.run(async () => {
      await call(rpcs.acknowledgePublication, { publicationId: publication.id });
      store.changed(rpcs.listPublications);
      return t('answer.received', { number: publication.number });
    });
  }

  /** Says first what it would do. */
  offerWithin(answers) {
    this.offer = new Groups(this.groups.value, answers).withinCapacity();
  }

  takeOffer(answers) {
    answers.set(this.offer.changes);
    this.offer = undefined;
    this.changed();
  }

  /** The sheet as it can be read in again. */
  async table(answers) {
    return { ...sheetOf(answers), about: [[t('answer.publication'), answers.publication.number]] };
  }

  render() {
    return html`
      <div class="stack">
        ${stated(this.publications, { what: t('answer.unknown'), empty: t('answer.none') }, ([publication]) => this.one(publication))}
      </div>
    `;
  }

  one(publication) {
    const answers = this.answers();
    return html`
      ${this.heading(publication, answers)}
      ${this.doing.problem ? failed(this.doing.problem, () => this.doing.again(), t('answer.not-sent')) : nothing}
      ${this.doing.said ? html`<p role="status">${this.doing.said}</p>` : nothing}
      ${this.carried ? html`<p class="note" role="status">${t('answer.carried', { number: publication.number, ...this.carried })}</p>` : nothing}
      ${this.former.problem ? failed(this.former.problem, () => this.former.again(), t('answer.no-former')) : nothing}
      ${stated({ value: answers, problem: this.newest.problem, again: () => this.newest.again() }, { what: t('answer.lines-unknown'), rows: 10 }, () => this.sheet(answers))}
    `;
  }

  heading(publication, answers) {
    const customers = [...new Set((answers?.lines ?? []).map((line) => this.names.of(line.customer)))];
    return html`
      <div class="bar">
        <h1 tabindex="-1">${customers.length ? t('answer.from', { number: publication.number, customer: customers.join(', ') }) : t('answer.title')}</h1>
        <span class="soft">${[answers && t('answer.weeks-open', { count: answers.open }), publication.answerBy && t('answer.due', { day: day(publication.answerBy) }), this.left(publication)].filter(Boolean).join(', ')}</span>
        <span class="end">${
          publication.acknowledgedAt
            ? html`<span class="soft">${t('answer.acknowledged', { when: moment(publication.acknowledgedAt) })}</span>`
            : html`<button class="quiet" ?disabled=${this.doing.isBusy} @click=${() => this.acknowledge(publication)}>${t('answer.acknowledge')}</button>`
        }</span>
      </div>`;
  }

  /** Days until the answer is due, by the day that the services go by. */
  left({ answerBy }) {
    if (!answerBy || !this.me?.today) return '';
    const days = daysBetween(this.me.today, answerBy.slice(0, 10));
    return days < 0 ? t('answer.overdue', { count: -days }) : t('answer.days-left', { count: days });
  }

  sheet(answers) {
    const words = this.chosen?.get('search') ?? '';
    const chosenTab = this.tabOf(answers);
    const rows = answers.rows(chosenTab, words);
    return html`
      <div class="bar">
        <span role="tablist" aria-label=${t('answer.tabs')}>${TABS.map(
          (tab) =>
            html`<button role="tab" aria-selected=${tab === chosenTab} @click=${() => choose({ tab })}>${t(`answer.tab.${tab}`)} (${exact(answers.rows(tab, words).length)})</button>`,
        )}</span>
        <label><span class="hidden">${t('answer.search')}</span><input type="search" placeholder=${t('answer.search')} .value=${words} @input=${(e) => choose({ search: e.target.value.trim() })} /></label>
        <span class="end bar">
          <span class="soft">${t('answer.sheet-out')}</span>
          <takt-files name="answers-${answers.publication.number}" .table=${() => this.table(answers)}></takt-files>
          <button class="quiet" id="within" ?disabled=${!this.groups.isWhole} @click=${() => this.offerWithin(answers)}>${t('answer.within')}</button>
          <button id="submit" ?disabled=${this.doing.isBusy || answers.drafted === 0} @click=${this.submit}>${t('answer.submit', { count: answers.drafted })}</button>
        </span>
      </div>
      ${this.offer ? this.offered(answers) : nothing}
      ${this.groups.problem ? failed(this.groups.problem, () => this.groups.again(), t('answer.no-groups')) : nothing}
      ${
        rows.length === 0
          ? html`<p class="soft">${t(`answer.empty.${chosenTab}`)}</p>`
          : this.narrow
            ? html`<takt-answer-cards .answers=${answers} .rows=${rows} .names=${this.names} .revision=${this.revision} @changed=${this.changed}></takt-answer-cards>`
            : html`<takt-answer-sheet .answers=${answers} .rows=${rows} .groups=${this.groups.value ?? []} .names=${this.names} .revision=${this.revision} @changed=${this.changed} @submit=${this.submit}></takt-answer-sheet>
              <ul class="hints soft"><li>${t('answer.hint.take')}</li><li>${t('answer.hint.less')}</li><li>${t('answer.hint.paste')}</li></ul>`
      }
    `;
  }

  offered(answers) {
    const { whole, cut, unknown } = this.offer;
    return html`<p class="note bar" role="status">${t('answer.offer', { count: exact(whole), cut: exact(cut) })} ${unknown ? t('answer.no-capacity', { count: unknown }) : nothing}
      <button id="take" @click=${() => this.takeOffer(answers)}>${t('answer.take')}</button>
      <button class="quiet" @click=${() => {
        this.offer = undefined;
      }}>${t('close')}</button></p>`;
  }
}

customElements.define('takt-answer', TaktAnswer);
