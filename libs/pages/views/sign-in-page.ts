import { html } from '#libs/platform/index.js';
import { notice, page } from './layout.js';

export interface SignInView {
  /** Where to go on to; a path of this installation. */
  readonly to: string;
  /** Whether the organisation has to be said, since there are several. */
  readonly asksOrganization: boolean;
  readonly organization: string;
  readonly email: string;
  readonly fault: string | null;
  /** Whether members may sign in by an identity provider. */
  readonly hasSignOn: boolean;
}

/** The door of the hiring team. */
export function signInPage({ to, asksOrganization, organization, email, fault, hasSignOn }: SignInView): string {
  return page({
    title: 'Sign in · Rounds',
    organization: { name: 'Rounds', home: '/' },
    body: html`<h1>Sign in</h1><p class="lead">For members of a hiring team. Candidates need no account: the link in their mail opens their page.</p>
${notice('bad', fault)}
${hasSignOn ? signOn(to, asksOrganization, organization) : null}
<form method="post" action="/sign-in"><input type="hidden" name="to" value="${to}">
${asksOrganization ? html`<div class="field"><label for="organization">Organisation</label><small>Its short name, as in the address of its careers page.</small><input id="organization" name="organization" maxlength="64" required autocomplete="organization" value="${organization}"></div>` : null}
<div class="field"><label for="email">Mail address</label><input id="email" type="email" name="email" autocomplete="username" required maxlength="254" value="${email}"></div>
<div class="field"><label for="password">Password</label><input id="password" type="password" name="password" autocomplete="current-password" required maxlength="1000"></div>
<p class="actions"><button type="submit">Sign in</button><a href="/account/forgot">Forgotten your password?</a></p></form>
${passkey(to)}`,
    head: html`<script src="/assets/passkey.js" defer></script>`,
  });
}

/** The way over the identity provider; where there are several organisations, which one is asked first. */
function signOn(to: string, asksOrganization: boolean, organization: string) {
  return html`<form method="get" action="/sign-in/sso"><input type="hidden" name="to" value="${to}">
${asksOrganization ? html`<div class="field"><label for="sso-organization">Organisation</label><small>Its short name, as in the address of its careers page.</small><input id="sso-organization" name="organization" maxlength="64" required autocomplete="organization" value="${organization}"></div>` : null}
<p class="actions"><button type="submit">Sign in with your organisation’s account</button></p></form><p>Or with a password:</p>`;
}

/** The way with a key on one's device; shown by the script where the browser has that way. */
function passkey(to: string) {
  return html`<div data-passkey data-to="${to}" hidden><p class="actions"><button type="button">Sign in with a passkey</button></p><p role="status" data-status data-failed="That did not work: no passkey was chosen, or there is no connection. Nothing was changed."></p></div>`;
}

/** Shown for the moment until the browser goes on to the identity provider. */
export function signOnPage(address: string): string {
  return page({
    title: 'Sign in · Rounds',
    organization: { name: 'Rounds', home: '/' },
    body: html`<h1>Sign in</h1><p class="lead">Your organisation’s sign-on asks who you are, and sends you back.</p><p class="actions"><a class="button" href="${address}">Go on</a></p>`,
  });
}
