import { css } from 'lit';

/** Styles that every part of the page shares. */
export const shared = css`
  :host { display: block; }
  h1, h2, h3 { line-height: 1.2; margin: 0 0 8px; }
  h1 { font-size: 22px; } h2 { font-size: 17px; } h3 { font-size: 15px; }
  button { font: inherit; padding: 8px 14px; border: 1px solid var(--accent); background: var(--accent); color: white; border-radius: 6px; cursor: pointer; }
  button.quiet { background: white; color: var(--accent); }
  button:focus-visible, input:focus-visible, select:focus-visible, a:focus-visible { outline: 3px solid #ffa600; outline-offset: 1px; }
  input, select { font: inherit; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; background: white; color: inherit; width: 100%; }
  .card { background: white; border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin-bottom: 16px; }
  .soft { color: var(--soft); }
  .error { color: var(--red); }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: right; padding: 5px 8px; border-bottom: 1px solid var(--line); white-space: nowrap; }
  th:first-child, td:first-child, th.left, td.left { text-align: left; }
  th { color: var(--soft); font-weight: 600; }
  .scroll { overflow-x: auto; }
`;
