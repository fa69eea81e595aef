import { LitElement, css, svg } from 'lit';

const WIDTH = 160;
const HEIGHT = 28;

/**
 * A small line of some values, with the last of them marked; its words stand beside it. What is not a number is a hole.
 * What comes from `ahead` on is drawn otherwise.
 */
class TaktSpark extends LitElement {
  static properties = { values: { attribute: false }, ahead: { type: Number }, label: {} };

  static styles = css`
    :host { display: inline-block; vertical-align: middle; }
    svg { display: block; }
    polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; }
    polyline.known { stroke: var(--soft); }
    circle { fill: var(--accent); }
  `;

  render() {
    const known = this.values.filter((value) => !Number.isNaN(value));
    const low = Math.min(...known, this.ahead ? 0 : Infinity);
    const high = Math.max(...known);
    const points = this.values.map((value, i) => [
      2 + (i * (WIDTH - 4)) / Math.max(1, this.values.length - 1),
      HEIGHT - 3 - ((value - low) * (HEIGHT - 6)) / (high - low || 1),
    ]);
    const at = this.ahead ?? 0;
    const last = points.findLast(([, y]) => !Number.isNaN(y));
    return svg`<svg width=${WIDTH} height=${HEIGHT} role="img" aria-label=${this.label}>
      ${pieces(points.slice(0, at)).map((piece) => svg`<polyline class="known" points=${piece}></polyline>`)}
      ${pieces(points.slice(at)).map((piece) => svg`<polyline points=${piece}></polyline>`)}
      ${last ? svg`<circle cx=${last[0]} cy=${last[1]} r="2.5"></circle>` : ''}</svg>`;
  }
}

/** Runs of points without a hole. */
function pieces(points) {
  const runs = [[]];
  for (const [x, y] of points) {
    if (Number.isNaN(y)) {
      runs.push([]);
    } else {
      runs.at(-1).push(`${x.toFixed(1)},${y.toFixed(1)}`);
    }
  }
  return runs.filter((run) => run.length).map((run) => run.join(' '));
}

customElements.define('takt-spark', TaktSpark);
