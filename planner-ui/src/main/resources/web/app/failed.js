import { html } from 'lit';

/** What stands in the place of a thing that could not be asked for: why, and the way to ask again. */
export const failed = (asking, again, what = '') =>
  asking.problem
    ? html`<p class="error" role="alert">${what} ${asking.problem} <button class="quiet" @click=${again}>Try again</button></p>`
    : '';
