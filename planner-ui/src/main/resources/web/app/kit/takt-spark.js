import { LitElement, css, svg } from 'lit';

const WIDTH = 160;
const HEIGHT = 28;

/** A small line of some values, with the last of them marked; its words stand beside it. */
class TaktSpark extends LitElement {
  static properties = { values: { attribute: false }, label: {} };

  static styles = css`
    :host { display: inline-block; vertical-align: middle; }
    polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; }
    circle { fill: var(--accent); }
  `;

  render() {
    const low = Math.min(...this.values);
    const high = Math.max(...this.values);
    const points = this.values.map((value, i) => [
      2 + (i * (WIDTH - 4)) / Math.max(1, this.values.length - 1),
      HEIGHT - 3 - ((value - low) * (HEIGHT - 6)) / (high - low || 1),
    ]);
    const [x, y] = points.at(-1) ?? [0, 0];
    return svg`<svg width=${WIDTH} height=${HEIGHT} role="img" aria-label=${this.label}>
      <polyline points=${points.map((p) => p.join(',')).join(' ')}></polyline><circle cx=${x} cy=${y} r="2.5"></circle></svg>`;
  }
}

customElements.define('takt-spark', TaktSpark);
