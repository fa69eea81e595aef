import { LitElement, css, html, nothing } from 'lit';
import { shared } from '../../kit/css.js';
import { Names } from '../../kit/names.js';
import { Need, Pages } from '../../kit/need.js';
import { amount, day, exact } from '../../kit/number.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed, stated } from '../../kit/stated.js';
import { addDays, weekName } from '../../kit/week.js';
import { t } from '../../kit/words.js';
import { zoneOf } from '../../kit/zones.js';

/** What is asked of each supplier for a part, and what it answers. */
class TaktLines extends LitElement {
  static properties = { part: {} };

  static styles = [
    shared,
    css`
      section { margin-bottom: var(--s16); }
      th:first-child, td:first-child { position: sticky; left: 0; background: var(--card); }
      td.short { font-weight: 600; text-decoration: underline; }
    `,
  ];

  constructor() {
    super();
    this.names = new Names(this);
    this.lines = new Need(this, () => [rpcs.publicationLines, { part: this.part }]);
    this.publications = new Pages(this, () => [rpcs.listPublications, { pageSize: 200 }], 'publications', 10);
    this.commitments = new Pages(
      this,
      () => [rpcs.listCommitments, { part: this.part, pageSize: 1000 }],
      'commitments',
      20,
    );
  }

  render() {
    return stated(
      this.lines,
      { what: t('lines.unknown'), empty: t('lines.none') },
      (found) =>
        html`
        ${this.commitments.problem ? failed(this.commitments.problem, () => this.commitments.again(), t('lines.no-answers')) : nothing}
        ${found.map(({ line }) => this.line(line))}
      `,
    );
  }

  line(line) {
    const publication = this.publications.value?.find((p) => p.id === line.publicationId);
    const answers = new Map((this.commitments.value ?? []).filter((c) => c.lineId === line.id).map((c) => [c.week, c]));
    return html`
      <section class="card">
        <h3 title="${line.supplier} → ${line.customer}">${this.names.of(line.supplier)} → ${this.names.of(line.customer)}</h3>
        <p class="soft">
          ${publication ? t('lines.publication', { number: publication.number }) : nothing}
          ${t('lines.lead', { count: line.leadTimeWeeks })}
          ${this.commitments.value === undefined ? nothing : answers.size ? t('lines.answered', { count: answers.size }) : t('lines.unanswered')}
        </p>
        ${publication ? this.weeks(line, publication.firstWeek, answers) : nothing}
      </section>
    `;
  }

  weeks(line, first, answers) {
    const weeks = line.demandThousandths.map((demand, i) => ({
      date: addDays(first, 7 * i),
      demand,
      zone: zoneOf(line, i),
    }));
    const isKnown = this.commitments.value !== undefined;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${t('lines.weeks')}>
        <table>
          <thead><tr><th>${t('week')}</th>${weeks.map((w, i) => html`<th title=${day(w.date)}>${weekName(w.date, weeks[i - 1]?.date)}</th>`)}</tr></thead>
          <tbody>
            <tr><td>${t('zone')}</td>${weeks.map((w) => html`<td class="soft">${t(`zone.${w.zone}`)}</td>`)}</tr>
            <tr><td>${t('demand')}</td>${weeks.map((w) => html`<td>${exact(amount(w.demand))}</td>`)}</tr>
            <tr><td>${t('committed')}</td>${weeks.map((w) => committed(answers.get(w.date), isKnown))}</tr>
          </tbody>
        </table>
      </div>
    `;
  }
}

function committed(answer, isKnown) {
  if (!answer) return html`<td class="soft">${isKnown ? '–' : '?'}</td>`;
  const isShort = Number(answer.committed.thousandths) < Number(answer.demand.thousandths);
  const reason = answer.reason.replace('SHORTFALL_REASON_', '').toLowerCase();
  return html`<td class=${isShort ? 'short' : ''} title=${isShort ? t(`shortfall.${reason}`) : ''}>${exact(amount(answer.committed.thousandths))}</td>`;
}

customElements.define('takt-lines', TaktLines);
