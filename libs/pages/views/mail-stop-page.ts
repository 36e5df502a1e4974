import { type Html, html } from '#libs/platform/index.js';
import { page } from './layout.js';

const ROUNDS = { name: 'Rounds', home: '/' } as const;

/** Ends mails of one kind, or says that they have ended and lets them come again. */
export function mailStopPage(view: {
  readonly organization: string;
  readonly address: string;
  readonly what: string;
  readonly stopped: boolean;
}): string {
  const { organization, address, what, stopped } = view;
  const name = { name: organization, home: null };
  if (stopped)
    return stopPage(
      name,
      html`<h1>These mails have ended</h1><p class="lead">${address} gets no more ${what} from ${organization}. Mails that matter, such as invitations and decisions, still come.</p>
<form method="post"><input type="hidden" name="again" value="yes"><p class="actions"><button type="submit" class="quiet">Send them again</button></p></form>`,
    );
  return stopPage(
    name,
    html`<h1>No more of these?</h1><p class="lead">${address} gets ${what} from ${organization}. You can do without them. Mails that matter, such as invitations and decisions, still come.</p>
<form method="post"><p class="actions"><button type="submit">Stop these mails</button></p></form>`,
  );
}

/** The link is none of ours. */
export function noSuchMailStop(): string {
  return stopPage(
    ROUNDS,
    html`<h1>This link ends no mails</h1><p class="lead">It may have been cut in two. Open it from the mail again; nothing was changed.</p>`,
  );
}

function stopPage(organization: { readonly name: string; readonly home: string | null }, body: Html): string {
  return page({ title: `Mails · ${organization.name}`, organization, body });
}
