import { LitElement, css, html, nothing } from 'lit';
import { choose } from '../../kit/address.js';
import { shared } from '../../kit/css.js';
import { Pages } from '../../kit/need.js';
import { rpcs } from '../../kit/rpcs.js';
import '../../kit/takt-alerts.js';
import { t } from '../../kit/words.js';
import './takt-preview.js';
import './takt-unsupplied.js';

const GROUPS = ['supplier', 'subject'];
const KINDS = ['BOTTLENECK', 'BOTTLENECK_FLEXIBLE', 'COMMITMENT_SHORTFALL', 'COMMITMENT_OVERDUE'];

/** What is short, for both sides. */
class TaktInbox extends LitElement {
  static properties = { chosen: { attribute: false }, me: { attribute: false } };

  static styles = [
    shared,
    css`
      .search { flex: 1 1 240px; max-width: 400px; }
      .search input { width: 100%; }
      .two { display: grid; grid-template-columns: minmax(0, 1fr) 360px; gap: var(--s16); align-items: start; }
      .two > takt-preview { position: sticky; top: var(--s16); }
      @media (max-width: 1100px) { .two { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    this.alerts = new Pages(this, () => [rpcs.listAlerts, { part: '', pageSize: 200 }], 'alerts', 20);
  }

  /** The alert that is looked at, as it is now. */
  get looked() {
    const id = this.chosen?.get('alert');
    return id && this.alerts.value?.find((alert) => alert.id === id);
  }

  /** Who is to settle it is asked beside it. */
  async assign(alert) {
    choose({ alert: alert.id });
    await this.updateComplete;
    const preview = this.renderRoot.querySelector('takt-preview');
    await preview?.updateComplete;
    preview?.renderRoot.querySelector('#owner')?.focus();
  }

  typed(event) {
    const search = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => choose({ search }), 60);
  }

  render() {
    const search = this.chosen?.get('search') ?? '';
    const kind = this.chosen?.get('kind') ?? '';
    const by = this.chosen?.get('by') ?? '';
    return html`
      <div class="stack">
        <div class="bar">
          <h1 tabindex="-1">${t('inbox.title')}</h1>
          <label class="search"><span class="hidden">${t('inbox.search')}</span>
            <input type="search" placeholder=${t('inbox.search')} .value=${search} @input=${this.typed} /></label>
          <label>${t('inbox.kind')}
            <select @change=${(e) => choose({ kind: e.target.value })}>
              <option value="" ?selected=${!kind}>${t('all')}</option>
              ${KINDS.map((k) => html`<option value=${k} ?selected=${k === kind}>${t(`alert.kind.${k.toLowerCase()}`)}</option>`)}
            </select></label>
          <label>${t('inbox.by')}
            <select @change=${(e) => choose({ by: e.target.value })}>
              <option value="" ?selected=${!by}>${t('inbox.by.nothing')}</option>
              ${GROUPS.map((g) => html`<option value=${g} ?selected=${g === by}>${t(`inbox.by.${g}`)}</option>`)}
            </select></label>
        </div>
        ${this.me.roles.includes('supplier') ? nothing : html`<takt-unsupplied></takt-unsupplied>`}
        ${this.me.roles.includes('planner') ? html`<p class="soft">${t('inbox.keys')}</p>` : nothing}
        <div class="two">
          <takt-alerts .me=${this.me} .words=${search} .by=${by} .kind=${kind ? `ALERT_KIND_${kind}` : ''} .at=${this.looked?.id ?? ''}
            @look=${(e) => choose({ alert: e.detail.id })} @assign=${(e) => this.assign(e.detail)}></takt-alerts>
          ${this.looked ? html`<takt-preview .alert=${this.looked} .me=${this.me}></takt-preview>` : html`<p class="soft">${t('preview.none')}</p>`}
        </div>
      </div>
    `;
  }
}

customElements.define('takt-inbox', TaktInbox);
