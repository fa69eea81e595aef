import { LitElement, css, html, nothing } from 'lit';
import { partPath } from '../../kit/address.js';
import { quantity } from '../../kit/alert-words.js';
import { shared } from '../../kit/css.js';
import { Names } from '../../kit/names.js';
import { Need } from '../../kit/need.js';
import { moment } from '../../kit/number.js';
import { rpcs } from '../../kit/rpcs.js';
import { failed } from '../../kit/stated.js';
import { t } from '../../kit/words.js';

const SHOWN = 20;

/** What the released version asks of nobody: parts without a supplier, and what hangs below them. */
class TaktUnsupplied extends LitElement {
  static styles = [
    shared,
    css`
      section { border-left: 5px solid var(--line-strong); }
    `,
  ];

  constructor() {
    super();
    this.names = new Names(this);
    this.versions = new Need(this, () => [rpcs.listVersions, { pageSize: 200 }]);
    this.edition = new Need(this, () => {
      const released = this.versions.value?.versions.find((v) => v.state === 'VERSION_STATE_RELEASED');
      return released && [rpcs.edition, { versionId: released.id }];
    });
  }

  render() {
    const problem = this.versions.problem ?? this.edition.problem;
    if (problem && problem.reason !== 'EDITION_UNKNOWN') {
      return failed(problem, () => Promise.all([this.versions.again(), this.edition.again()]), t('unsupplied.unknown'));
    }
    const edition = this.edition.value?.edition;
    return edition?.unsuppliedInAll ? this.list(edition) : nothing;
  }

  list({ unsupplied, unsuppliedInAll, publishedAt }) {
    return html`
      <section class="card" id="unsupplied">
        <h2>${t('unsupplied.title', { count: unsuppliedInAll })}</h2>
        <div class="scroll"><table>
          <thead><tr><th>${t('part')}</th><th class="left">${t('site')}</th><th class="left">${t('unsupplied.by')}</th><th>${t('amount')}</th><th>${t('unsupplied.below')}</th></tr></thead>
          <tbody>${unsupplied.slice(0, SHOWN).map(
            (u) => html`<tr>
              <td><a href=${partPath(u.part)}>${u.part}</a></td><td class="left">${u.customerSite}</td>
              <td class="left">${u.customer ? this.names.of(u.customer) : t('unsupplied.nobody')}</td>
              <td title=${u.quantity.unit}>${quantity(u.quantity)}</td><td>${u.below || ''}</td>
            </tr>`,
          )}</tbody>
        </table></div>
        ${unsuppliedInAll > SHOWN ? html`<p class="soft">${t('and-more', { count: unsuppliedInAll - SHOWN })}</p>` : nothing}
        <p class="soft">${t('unsupplied.help', { when: moment(publishedAt) })}</p>
      </section>
    `;
  }
}

customElements.define('takt-unsupplied', TaktUnsupplied);
