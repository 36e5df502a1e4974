import { type Html, html } from '#libs/platform/index.js';
import { notice, page } from './layout.js';

const ROUNDS = { name: 'Rounds', home: '/' } as const;

/** Choosing a password, for the first time (an invitation) or anew (a reset). */
export function passwordPage(view: {
  readonly kind: 'invitation' | 'reset';
  readonly organizationName: string;
  readonly personName: string;
  readonly email: string;
  readonly minLength: number;
  readonly fault: string | null;
}): string {
  const { kind, organizationName, personName, email, minLength, fault } = view;
  const heading = kind === 'invitation' ? `Welcome to ${organizationName}` : 'Choose a new password';
  const lead =
    kind === 'invitation'
      ? html`${personName}, choose a password and your account is ready.`
      : html`For ${email} at ${organizationName}. All your other sessions end.`;
  return accountPage(
    kind === 'invitation' ? 'Your invitation' : 'New password',
    html`<h1>${heading}</h1><p class="lead">${lead}</p>
${notice('bad', fault)}
<form method="post"><input type="hidden" name="username" autocomplete="username" value="${email}">
<div class="field"><label for="password">Password</label><small>At least ${minLength} characters; a sentence is easy to remember.</small><input id="password" type="password" name="password" autocomplete="new-password" required minlength="${minLength}"></div>
<p class="actions"><button type="submit">${kind === 'invitation' ? 'Open my account' : 'Set the password'}</button></p></form>`,
  );
}

/** Asking for a link to choose a new password. */
export function forgotPage(view: {
  readonly organization: string;
  readonly sent: boolean;
  readonly fault: string | null;
}): string {
  if (view.sent)
    return accountPage(
      'Mail sent',
      html`<h1>Look into your mailbox</h1><p class="lead">If there is an account with that address, a link to choose a new password is on the way. It works for an hour.</p>`,
    );
  return accountPage(
    'Forgotten password',
    html`<h1>Forgotten your password?</h1><p class="lead">A link to choose a new one comes by mail.</p>
${notice('bad', view.fault)}
<form method="post"><div class="field"><label for="organization">Organisation</label><small>Its short name, as in the address of its careers page. Leave it empty if this installation has only one.</small><input id="organization" name="organization" maxlength="64" value="${view.organization}"></div>
<div class="field"><label for="email">Mail address</label><input id="email" type="email" name="email" autocomplete="email" required maxlength="254"></div>
<p class="actions"><button type="submit">Send me the link</button></p></form>`,
  );
}

/** After a password was set, or when a link has ended. */
export function accountMessage(heading: string, text: string): string {
  return accountPage(
    heading,
    html`<h1>${heading}</h1><p class="lead">${text}</p><p class="actions"><a class="button" href="/sign-in">To the sign-in page</a></p>`,
  );
}

/** What runs here, for whoever opens the address. */
export function homePage(view: {
  readonly careers: readonly { readonly slug: string }[];
  readonly explorer: boolean;
  readonly mailbox: boolean;
}): string {
  const doors: Html[] = view.careers.map(({ slug }) =>
    door(
      `/careers/${slug}`,
      'Careers pages',
      `What candidates see of ${slug}: read a posting, apply, follow the link in the mail.`,
    ),
  );
  doors.push(door('/sign-in', 'Sign in', 'For the hiring team: boards, applications, interviews, scorecards.'));
  if (view.explorer)
    doors.push(door('/explorer', 'GraphQL explorer', 'Everything the team can do, for programs and the curious.'));
  if (view.mailbox)
    doors.push(
      door('/mailbox', 'Mailbox', 'Every mail this installation has sent. Nothing leaves the machine until SMTP_URL is set.'),
    );
  return accountPage(
    'Rounds',
    html`<h1>Rounds is running</h1><p class="lead">The hiring process that your posting already describes.</p><ul class="plain postings">${doors}</ul>`,
  );
}

function door(href: string, name: string, text: string): Html {
  return html`<li><a class="card" href="${href}"><strong>${name}</strong><span class="soft">${text}</span></a></li>`;
}

function accountPage(title: string, body: Html): string {
  return page({ title: `${title} · Rounds`.replace('Rounds · Rounds', 'Rounds'), organization: ROUNDS, body });
}
