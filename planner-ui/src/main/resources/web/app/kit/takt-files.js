import { LitElement, css, html, nothing } from 'lit';
import { workbook } from './calls.js';
import { shared } from './css.js';
import { Doing } from './doing.js';
import { csv, save } from './file.js';
import { exact } from './number.js';
import { failed } from './stated.js';
import { t } from './words.js';

/**
 * What is shown, as a file of commas or as a workbook.
 *
 * `table(told)` gives `{ head, rows, about }`: texts, rows of texts, numbers and nulls, and pairs that say what it is; it
 * may take its time and tell how many rows it has so far.
 */
class TaktFiles extends LitElement {
  static properties = { name: {}, table: { attribute: false }, total: { type: Number }, so: { state: true } };

  static styles = [
    shared,
    css`
      :host { display: inline-flex; gap: var(--s4); align-items: center; flex-wrap: wrap; }
    `,
  ];

  constructor() {
    super();
    this.doing = new Doing(this);
  }

  made(write) {
    this.so = undefined;
    return this.doing.run(async () => {
      const table = await this.table((so) => {
        this.so = so;
      });
      await write({ about: [], ...table });
      this.so = undefined;
    });
  }

  csv() {
    return this.made(({ head, rows }) => save(`${this.name}.csv`, csv(head, rows)));
  }

  xlsx() {
    return this.made(async ({ head, rows, about }) => {
      const page = [t('sheet.page'), window.location.pathname + window.location.search];
      const made = [t('sheet.made'), new Date().toISOString()];
      save(`${this.name}.xlsx`, await workbook({ about: [page, made, ...about], rows: [head, ...rows] }));
    });
  }

  render() {
    const { isBusy, problem } = this.doing;
    return html`
      <button class="plain" ?disabled=${isBusy} @click=${this.csv}>CSV</button>
      <button class="plain" ?disabled=${isBusy} @click=${this.xlsx}>XLSX</button>
      ${isBusy && this.so ? html`<span class="soft" role="status">${t('shown-of', { shown: exact(this.so), count: exact(this.total || this.so) })}</span>` : nothing}
      ${problem ? failed(problem, () => this.doing.again(), t('sheet.not-made')) : nothing}
    `;
  }
}

customElements.define('takt-files', TaktFiles);
