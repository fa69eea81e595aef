import { LitElement, css, html } from 'lit';
import { amount, format, get } from './api.js';
import { Asking } from './asking.js';
import { failed } from './failed.js';
import { shared } from './shared-css.js';

/** What the released version asks of nobody: parts without a supplier, and what hangs below them. */
class TaktUnsupplied extends LitElement {
  static styles = [
    shared,
    css`
      section { background: white; border: 1px solid var(--line); border-left: 5px solid var(--red); border-radius: 6px; padding: 10px 12px; margin: 8px 0 16px; }
      td, th { padding: 2px 12px 2px 0; text-align: left; }
      td.number { text-align: right; }
    `,
  ];

  constructor() {
    super();
    this.edition = new Asking(this);
    this.load();
  }

  load() {
    return this.edition.ask(get('edition'), (found) => found.edition ?? null);
  }

  render() {
    if (this.edition.problem)
      return failed(this.edition, () => this.load(), 'Whether each part has a supplier is not known.');
    const edition = this.edition.value;
    if (!edition || edition.unsuppliedInAll === 0) return '';
    const { unsupplied, unsuppliedInAll, publishedAt } = edition;
    return html`
      <section id="unsupplied">
        <h2>Nobody supplies ${format(unsuppliedInAll)} ${unsuppliedInAll === 1 ? 'part' : 'parts'}, and nobody is asked for ${unsuppliedInAll === 1 ? 'it' : 'them'}</h2>
        <table>
          <tr><th>Part</th><th>Where</th><th>Needed by</th><th>Amount</th><th>Parts below</th></tr>
          ${unsupplied.slice(0, 20).map(
            (u) => html`
            <tr>
              <td><a href="#/part/${encodeURIComponent(u.part)}">${u.part}</a></td><td>${u.customerSite}</td>
              <td>${u.customer || 'a site that nobody owns'}</td>
              <td class="number">${format(amount(u.quantity.thousandths))} ${u.quantity.unit}</td><td class="number">${u.below || ''}</td>
            </tr>`,
          )}
        </table>
        ${unsuppliedInAll > 20 ? html`<p class="soft">and ${format(unsuppliedInAll - 20)} more</p>` : ''}
        <p class="soft">Of the version published ${publishedAt.slice(0, 10)}. Import the missing supply relations or sites, then release again.</p>
      </section>
    `;
  }
}

customElements.define('takt-unsupplied', TaktUnsupplied);
