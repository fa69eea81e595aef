import { LitElement, css, html } from 'lit';

/** Grey lines where something will stand, after a tenth of a second. */
class TaktSkeleton extends LitElement {
  static properties = { rows: { type: Number } };

  static styles = css`
    :host { display: grid; gap: 8px; opacity: 0; animation: appear 1ms 100ms forwards; }
    i { height: calc(var(--row) - 8px); border-radius: var(--radius); background: var(--line); }
    @keyframes appear { to { opacity: 0.6; } }
  `;

  render() {
    return Array.from({ length: this.rows }, () => html`<i></i>`);
  }
}

customElements.define('takt-skeleton', TaktSkeleton);
