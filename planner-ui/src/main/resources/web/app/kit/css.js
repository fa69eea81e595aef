import { css } from 'lit';

/** Styles that every element shares. */
export const shared = css`
  :host { display: block; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p { margin: 0; }
  h1 { font: 600 var(--t20) system-ui, sans-serif; }
  h1:focus { outline: none; }
  h2 { font: 600 var(--t16) system-ui, sans-serif; }
  h3 { font: 600 var(--t14) system-ui, sans-serif; }
  a { color: var(--accent); }
  button { font: inherit; min-height: var(--row); padding: 0 var(--s12); border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); border-radius: var(--radius); cursor: pointer; }
  button.quiet { background: var(--card); color: var(--accent); }
  button.plain { border-color: transparent; background: none; color: var(--accent); }
  button:disabled { opacity: 0.6; cursor: default; }
  :is(button, input, select, textarea, a, [tabindex='0']):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  input, select, textarea { font: inherit; min-height: var(--row); padding: 0 var(--s8); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--card); color: inherit; }
  input[type='checkbox'] { min-height: 0; margin: 0 var(--s4); vertical-align: middle; accent-color: var(--accent); }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius-large); padding: var(--s16); }
  .stack { display: grid; gap: var(--s16); align-content: start; grid-template-columns: minmax(0, 1fr); }
  .bar { display: flex; gap: var(--s12); align-items: center; flex-wrap: wrap; }
  .bar > .end { margin-left: auto; }
  .soft { color: var(--soft); }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .note { background: var(--note); color: var(--ink); border-radius: var(--radius); padding: var(--s8) var(--s12); }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: right; padding: 0 var(--s8); height: var(--row); border-bottom: 1px solid var(--line); white-space: nowrap; }
  th:first-child, td:first-child, th.left, td.left { text-align: left; }
  td.wrap { white-space: normal; text-align: left; min-width: 220px; padding: var(--s4) var(--s8); }
  th { color: var(--soft); font-weight: 600; }
  .state { display: inline-flex; align-items: center; gap: var(--s4); padding: 0 var(--s8); border-radius: var(--radius); white-space: nowrap; }
  .state.within { background: var(--within); color: var(--on-state); }
  .state.flexible { background: var(--flexible); color: var(--on-state); }
  .state.bottleneck { background: var(--bottleneck); color: var(--on-red); }
`;
