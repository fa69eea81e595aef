import { LitElement, css, html } from 'lit';
import { post } from './api.js';
import { shared } from './shared-css.js';

class TaktLogin extends LitElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  static styles = [
    shared,
    css`
      form { max-width: 340px; margin: 12vh auto; display: grid; gap: 12px; }
      label { display: grid; gap: 4px; }
    `,
  ];

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    try {
      await post('login', { name: form.get('name'), password: form.get('password') });
      this.dispatchEvent(new Event('logged-in'));
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <form class="card" @submit=${this.submit}>
        <h1>Takt</h1>
        <div class="soft">One shared view of the future for a supply chain.</div>
        <label>Name <input name="name" autocomplete="username" required /></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
        <button ?disabled=${this.busy}>Log in</button>
        ${this.problem ? html`<div class="error" role="alert">${this.problem}</div>` : ''}
      </form>
    `;
  }
}

customElements.define('takt-login', TaktLogin);
