import { LitElement, css, html, nothing } from 'lit';
import { call } from '../../kit/calls.js';
import { shared } from '../../kit/css.js';
import { Doing } from '../../kit/doing.js';
import { Need } from '../../kit/need.js';
import { exact, moment, percent } from '../../kit/number.js';
import { store } from '../../kit/page-store.js';
import { firewall, rpcs } from '../../kit/rpcs.js';
import { failed } from '../../kit/stated.js';
import { t } from '../../kit/words.js';
import './takt-rows.js';

/** Rows and spellings that wait for a decision, in each service that imports: one that is away takes away what it alone knows. */
class TaktWaiting extends LitElement {
  static properties = { me: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    shared,
    css`
      :host { display: grid; gap: var(--s16); grid-template-columns: minmax(0, 1fr); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s8); }
      li .text { flex: 1 1 260px; }
    `,
  ];

  constructor() {
    super();
    this.doing = new Doing(this);
    this.needs = {};
  }

  /** A supplier's or an operator's page asks for what it may see alone. */
  willUpdate(changed) {
    if (!changed.has('me') || !this.me) return;
    const services = this.me.roles.includes('planner') ? ['forecast', 'sharing'] : ['forecast'];
    for (const service of services) {
      this.needs[service] ??= {
        rows: new Need(this, () => [firewall[service].rows, {}]),
        spellings: new Need(this, () => [firewall[service].suggestions, {}]),
      };
    }
    Object.values(this.needs).forEach(({ rows, spellings }) => {
      rows.hostUpdate();
      spellings.hostUpdate();
    });
  }

  decide(service, suggestion, decision) {
    return this.doing.run(async () => {
      const { landed } = await call(firewall[service][decision], { reference: suggestion.reference });
      store.changed(firewall[service].rows, firewall[service].suggestions, rpcs.qualityCards);
      return landed === '0' ? t('waiting.saved') : t('waiting.landed', { count: landed });
    });
  }

  render() {
    const { problem, said } = this.doing;
    const services = Object.entries(this.needs);
    return html`
      <h2>${t('waiting.title')}</h2>
      ${problem ? failed(problem, () => this.doing.again(), t('not-saved')) : nothing}
      ${said ? html`<p role="status">${said}</p>` : nothing}
      ${services.map(([service, { rows }]) => (rows.problem ? failed(rows.problem, () => rows.again(), t(`waiting.unknown.${service}`)) : nothing))}
      ${this.rows(services)} ${this.chosenRows()}
      ${services.map(([service, { spellings }]) => (spellings.problem ? failed(spellings.problem, () => spellings.again(), t(`spellings.unknown.${service}`)) : nothing))}
      ${this.spellings(services)}
    `;
  }

  /** That no row waits can only be said when every service has said so. */
  rows(services) {
    const counts = services.flatMap(([service, { rows }]) =>
      (rows.value?.counts ?? []).map((count) => ({ ...count, service })),
    );
    if (counts.length) {
      return html`<div class="card scroll"><table>
        <thead><tr><th>${t('kind')}</th><th class="left">${t('source')}</th><th class="left">${t('reason')}</th><th>${t('rows')}</th><th>${t('oldest')}</th></tr></thead>
        <tbody>${counts.map((c) => html`<tr><td><a href="/data?rows=${encodeURIComponent([c.service, c.kind, c.source, c.reason].join('|'))}">${c.kind.toLowerCase().replaceAll('_', ' ')}</a></td><td class="left">${c.source}</td><td class="left">${c.reason}</td><td>${exact(Number(c.rows))}</td><td>${moment(c.oldest)}</td></tr>`)}</tbody>
      </table></div>`;
    }
    if (services.some(([, { rows }]) => rows.problem)) return nothing;
    return html`<p class="soft">${services.every(([, { rows }]) => rows.value) ? t('waiting.none') : t('loading')}</p>`;
  }

  /** Those of one kind, source and reason, as the address says. */
  chosenRows() {
    const [service, kind, source, reason] = (this.chosen?.get('rows') ?? '').split('|');
    return this.needs[service] && reason
      ? html`<takt-rows .service=${service} .filter=${this.filterOf(kind, source, reason)} .me=${this.me}></takt-rows>`
      : nothing;
  }

  /** The same object for the same rows: an element asks anew where it gets another. */
  filterOf(kind, source, reason) {
    const key = `${kind}|${source}|${reason}`;
    if (this.filterKey !== key) {
      this.filterKey = key;
      this.filter = { kind, source, reason };
    }
    return this.filter;
  }

  spellings(services) {
    const all = services.flatMap(([service, { spellings }]) =>
      (spellings.value?.suggestions ?? []).map((suggestion) => ({ service, suggestion })),
    );
    return all.length
      ? html`<h3>${t('spellings.title')}</h3><ul>${all.map(({ service, suggestion }) => this.suggestion(service, suggestion))}</ul>`
      : nothing;
  }

  suggestion(service, s) {
    const kind = s.reference.kind.replace('CODE_KIND_', '').toLowerCase();
    return html`
      <li class="card bar">
        <span class="text">${t(`code.${kind}`)} <code>${s.reference.code}</code> ${t('spellings.like')} <code>${s.reference.means}</code>, ${percent(s.likeness)}.
          <span class="soft">${s.reason} ${t('spellings.rows', { count: s.rows })}</span></span>
        ${
          this.me.roles.includes('planner')
            ? html`<button class="quiet" ?disabled=${this.doing.isBusy} @click=${() => this.decide(service, s, 'accept')}>${t('decide.accepted')}</button>
            <button class="quiet" ?disabled=${this.doing.isBusy} @click=${() => this.decide(service, s, 'reject')}>${t('decide.rejected')}</button>`
            : nothing
        }
      </li>
    `;
  }
}

customElements.define('takt-waiting', TaktWaiting);
