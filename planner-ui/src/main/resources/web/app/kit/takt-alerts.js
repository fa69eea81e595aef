import { LitElement, css, html, nothing } from 'lit';
import { go, partPath } from './address.js';
import { LOUDNESS, kindName, shortage, when } from './alert-words.js';
import { call } from './calls.js';
import { shared } from './css.js';
import { Doing } from './doing.js';
import { Names } from './names.js';
import { Pages } from './need.js';
import { day, moment } from './number.js';
import { store } from './page-store.js';
import { rpcs } from './rpcs.js';
import { failed, stated } from './stated.js';
import './takt-files.js';
import { lay } from './trail.js';
import { t } from './words.js';

const PARTS_SHOWN = 6;
/** So many milliseconds an acknowledgement can be taken back at a stroke. */
const UNDO = 10_000;
/** Rows that are drawn at once. */
const DRAWN = 80;

const isOpen = (alert) => alert.state === 'ALERT_STATE_OPEN';

/** Open alerts of one part, or of all, the loudest first. A planner takes them up one by one or several at once. */
class TaktAlerts extends LitElement {
  static properties = {
    part: {},
    words: {},
    kind: {},
    by: {},
    me: { attribute: false },
    chosen: { state: true },
    many: { state: true },
    /** Id of the alert that is looked at; the event `look` tells which one a person turns to. */
    at: {},
    undone: { state: true },
  };

  static styles = [
    shared,
    css`
      td { vertical-align: baseline; padding-top: var(--s8); padding-bottom: var(--s8); }
      td button { min-height: 28px; }
      td.what { white-space: normal; text-align: left; min-width: 260px; }
      th.group { color: var(--ink); padding-top: var(--s16); }
      .parts { font: var(--t12) system-ui, sans-serif; }
      tr.known { color: var(--soft); }
      tr[aria-current='true'] td { background: color-mix(in srgb, var(--accent) 12%, var(--card)); }
      tr:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
      @media (max-width: 600px) {
        thead { display: none; }
        tr { display: grid; border-bottom: 1px solid var(--line); padding: var(--s8) 0; }
        td { border: 0; text-align: left; height: auto; padding: var(--s4) 0; white-space: normal; }
      }
    `,
  ];

  constructor() {
    super();
    this.part = '';
    this.words = '';
    this.kind = '';
    this.by = '';
    this.chosen = new Set();
    this.many = DRAWN;
    this.names = new Names(this);
    this.alerts = new Pages(this, () => [rpcs.listAlerts, { part: this.part, pageSize: 200 }], 'alerts', 20);
    this.acknowledging = new Doing(this);
  }

  get mayAcknowledge() {
    return Boolean(this.me?.roles.includes('planner'));
  }

  /** One after the other; what was taken up before one that cannot be is taken up all the same. */
  acknowledge(ids) {
    return this.acknowledging.run(async () => {
      const left = new Set(this.chosen);
      try {
        for (const alertId of ids) {
          await call(rpcs.acknowledgeAlert, { alertId });
          left.delete(alertId);
        }
      } finally {
        this.chosen = left;
        store.changed(rpcs.listAlerts, rpcs.alertSteps);
      }
      this.offerUndo(ids);
      return t('alert.saved', { count: ids.length, time: moment(new Date()) });
    });
  }

  offerUndo(ids) {
    clearTimeout(this.forgetting);
    this.undone = ids;
    this.forgetting = setTimeout(() => {
      this.undone = undefined;
    }, UNDO);
  }

  disconnectedCallback() {
    clearTimeout(this.forgetting);
    super.disconnectedCallback();
  }

  undo(ids) {
    this.undone = undefined;
    return this.acknowledging.run(async () => {
      for (const alertId of ids) await call(rpcs.reopenAlert, { alertId });
      store.changed(rpcs.listAlerts, rpcs.alertSteps);
      return t('alert.undone', { count: ids.length });
    });
  }

  look(alert) {
    this.dispatchEvent(new CustomEvent('look', { detail: alert }));
  }

  choose(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  /** Those that are wanted. */
  wanted(alerts) {
    const words = this.words.toLowerCase();
    return alerts.filter(
      (a) =>
        (!this.kind || a.kind === this.kind) &&
        (!words ||
          [this.names.of(a.supplier), a.subject, ...a.parts].some((text) => text.toLowerCase().includes(words))),
    );
  }

  /** What stands over a group; those that belong together follow one another, the loudest group first. */
  groupOf(alert) {
    if (this.by === 'supplier') return this.names.of(alert.supplier);
    return this.by === 'subject' ? alert.subject : '';
  }

  grouped(alerts) {
    const groups = new Map();
    for (const alert of alerts) {
      const key = this.groupOf(alert);
      groups.set(key, [...(groups.get(key) ?? []), alert]);
    }
    return [...groups];
  }

  /** Arrows walk the rows, Space chooses, `a` takes up, Enter opens the first part. */
  pressed(event) {
    const row = event.composedPath().find((node) => node.tagName === 'TR');
    if (!row?.dataset.id || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnRow = event.composedPath()[0] === row;
    const rows = [...this.renderRoot.querySelectorAll('tr[data-id]')];
    const now = rows.indexOf(row);
    const to = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: now + 10,
      PageUp: now - 10,
    }[event.key];
    const alert = this.alerts.value.find((a) => a.id === row.dataset.id);
    if (to !== undefined) {
      rows[Math.max(0, Math.min(rows.length - 1, to))].focus();
    } else if (event.key === 'Enter' && isOnRow && alert.parts.length) {
      lay(alert.parts.map(partPath));
      go(partPath(alert.parts[0]));
    } else if (event.key === ' ' && isOnRow && this.mayAcknowledge && isOpen(alert)) {
      this.choose(alert.id);
    } else if (event.key === 'e' && isOnRow && this.mayAcknowledge) {
      this.dispatchEvent(new CustomEvent('assign', { detail: alert }));
    } else if (event.key === 'a' && isOnRow && this.mayAcknowledge) {
      this.acknowledge(this.chosen.size ? [...this.chosen] : [alert.id]);
    } else {
      return;
    }
    event.preventDefault();
  }

  render() {
    const { problem, said } = this.acknowledging;
    return html`
      ${problem ? failed(problem, () => this.acknowledging.again(), t('alert.not-saved')) : nothing}
      ${said ? html`<p class="soft" role="status">${said} ${this.undone ? html`<button class="quiet" id="undo" @click=${() => this.undo(this.undone)}>${t('alert.undo')}</button>` : nothing}</p>` : nothing}
      ${stated(this.alerts, { what: t('alerts.unknown'), empty: t('alerts.none') }, (all) => this.table(all))}
    `;
  }

  /** What is shown, for a file: numbers of partners beside their names. */
  async rows(alerts) {
    const head = [
      t('alert'),
      t('alert.supplier'),
      t('partner'),
      t('alert.subject'),
      t('alert.what'),
      t('alert.weeks'),
      t('alert.since'),
      t('alert.who'),
      t('step.owner'),
      t('step.due'),
      t('step.note'),
    ];
    const rows = alerts.map((a) => [
      kindName(a),
      this.names.of(a.supplier),
      a.supplier,
      a.subject,
      shortage(a),
      `${a.firstWeek} +${a.weeks}`,
      a.openedAt,
      t(isOpen(a) ? 'alert.open' : 'alert.acknowledged'),
      a.owner,
      a.due,
      a.note,
    ]);
    return { head, rows };
  }

  table(all) {
    const wanted = this.wanted(all);
    const drawn = wanted.slice(0, this.many);
    const count = this.alerts.isWhole
      ? t('alerts.shown', { count: all.length, shown: wanted.length })
      : t('alerts.first', { count: all.length });
    return html`
      <div class="bar">
        <span class="soft" role="status">${count}</span>
        ${
          this.chosen.size
            ? html`<button ?disabled=${this.acknowledging.isBusy} @click=${() => this.acknowledge([...this.chosen])}>${t('alert.acknowledge-many', { count: this.chosen.size })}</button>`
            : nothing
        }
        ${this.part ? nothing : html`<takt-files class="end" name="alerts" .table=${() => this.rows(wanted)}></takt-files>`}
      </div>
      <div class="card scroll">
        <table @keydown=${this.pressed}>
          <thead><tr><th>${t('alert')}</th><th class="left">${t('alert.what')}</th><th>${t('alert.since')}</th><th class="left">${t('alert.who')}</th></tr></thead>
          ${this.grouped(drawn).map(
            ([name, alerts]) => html`<tbody>
              ${name ? html`<tr><th class="group left" colspan="4" scope="rowgroup">${name} (${alerts.length})</th></tr>` : nothing}
              ${alerts.map((a) => this.row(a, a === drawn[0]))}
            </tbody>`,
          )}
        </table>
        ${
          wanted.length > this.many
            ? html`<p><button class="quiet" @click=${() => {
                this.many += DRAWN;
              }}>${t('more')}</button></p>`
            : nothing
        }
      </div>
    `;
  }

  /** @param isFirst the one that Tab leads to; from there arrows lead on */
  row(a, isFirst) {
    const loud = LOUDNESS[a.kind];
    return html`
      <tr class=${isOpen(a) ? '' : 'known'} data-id=${a.id} tabindex=${isFirst ? 0 : -1} aria-selected=${this.mayAcknowledge ? this.chosen.has(a.id) : nothing} aria-current=${a.id === this.at} @focus=${() => this.look(a)} @click=${() => this.look(a)}>
        <td><span class="state ${loud?.state ?? ''}"><span aria-hidden="true">${loud?.mark ?? ''}</span> ${kindName(a)}</span></td>
        <td class="what">
          <div><strong title=${a.supplier}>${this.names.of(a.supplier)}</strong>${a.subject === this.part || a.kind === 'ALERT_KIND_COMMITMENT_OVERDUE' ? nothing : html`, <strong>${a.subject}</strong>`}: ${shortage(a)}
            · <span title=${day(a.firstWeek)}>${when(a)}</span>${a.critical ? html` · <strong>${t('alert.critical')}</strong>` : nothing}</div>
          ${this.part ? nothing : html`<div class="parts">${a.parts.slice(0, PARTS_SHOWN).map((p) => html`<a href=${partPath(p)}>${p}</a> `)}${a.parts.length > PARTS_SHOWN ? t('and-more', { count: a.parts.length - PARTS_SHOWN }) : nothing}</div>`}
        </td>
        <td>${moment(a.openedAt)}</td>
        <td class="left">${this.answer(a)}</td>
      </tr>
    `;
  }

  answer(a) {
    const owner = a.owner ? html`<div>${a.owner}${a.due ? ` · ${day(a.due)}` : nothing}</div>` : nothing;
    if (!isOpen(a))
      return html`${owner}<div title=${a.note}>${a.acknowledgedBy ? t('alert.acknowledged-by', { name: a.acknowledgedBy }) : t('alert.acknowledged')}</div>`;
    if (!this.mayAcknowledge) return t('alert.open');
    const { isBusy } = this.acknowledging;
    return html`${owner}${this.part ? nothing : html`<label><input type="checkbox" .checked=${this.chosen.has(a.id)} @change=${() => this.choose(a.id)} /><span class="hidden">${t('alert.choose', { subject: a.subject })}</span></label>`}
      <button class="quiet" ?disabled=${isBusy} @click=${() => this.acknowledge([a.id])}>${t('alert.acknowledge')}</button>`;
  }
}

customElements.define('takt-alerts', TaktAlerts);
