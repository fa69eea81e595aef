import { LitElement, css, html, nothing } from 'lit';
import { session } from '../kit/calls.js';
import { shared } from '../kit/css.js';
import { Doing } from '../kit/doing.js';
import { why } from '../kit/stated.js';
import { t } from '../kit/words.js';

/** The address stays as it is: who logs in goes on to where he was going. */
class TaktLogin extends LitElement {
  static styles = [
    shared,
    css`
      form { max-width: 360px; margin: 12vh auto; display: grid; gap: var(--s12); }
      label { display: grid; gap: var(--s4); }
    `,
  ];

  constructor() {
    super();
    this.doing = new Doing(this);
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    await this.doing.run(() =>
      session('login', { name: form.get('name'), password: form.get('password') }).then(() => ''),
    );
    if (!this.doing.problem) this.dispatchEvent(new Event('logged-in'));
  }

  render() {
    const { problem, isBusy } = this.doing;
    return html`
      <main>
        <form class="card" @submit=${this.submit}>
          <h1 tabindex="-1">Takt</h1>
          <p class="soft">${t('login.line')}</p>
          <label>${t('login.name')} <input name="name" autocomplete="username" required /></label>
          <label>${t('login.password')} <input name="password" type="password" autocomplete="current-password" required /></label>
          <button ?disabled=${isBusy}>${t('login.go')}</button>
          ${problem ? html`<p class="note" role="alert">${problem.code === 'unauthenticated' ? t('login.wrong') : why(problem)}</p>` : nothing}
        </form>
      </main>
    `;
  }
}

customElements.define('takt-login', TaktLogin);
