import { type Html, html } from '#libs/platform/index.js';
import { notice, page } from './layout.js';

/** What every page of the team says of its reader. */
export interface StaffFrame {
  readonly organizationName: string;
  readonly personName: string;
  /** In whose wall clock times are said. */
  readonly zone: string;
  readonly mayImport: boolean;
  readonly managesPrivacy: boolean;
}

export interface StaffPage {
  /** In the browser's tab; no personal data. */
  readonly title: string;
  readonly said?: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly body: Html;
}

/** A page of the hiring team's: wider and denser than those for candidates, with the ways on top. */
export function staffPage(frame: StaffFrame, { title, said = null, body }: StaffPage): string {
  return page({
    title: `${title} · ${frame.organizationName}`,
    organization: { name: frame.organizationName, home: '/desk' },
    dense: true,
    navigation: html`<nav aria-label="Main"><a href="/desk">Desk</a>${frame.mayImport ? html`<a href="/postings/import">Import a posting</a>` : null}${frame.managesPrivacy ? html`<a href="/privacy">Privacy</a>` : null}<form method="post" action="/sign-out"><span class="soft">${frame.personName}</span><button class="quiet" type="submit">Sign out</button></form></nav>`,
    body: html`${said ? notice(said.kind, said.text) : null}${body}`,
  });
}

/** A short page that says one thing. */
export function staffMessage(frame: StaffFrame, heading: string, text: string): string {
  return staffPage(frame, {
    title: heading,
    body: html`<h1>${heading}</h1><p class="lead">${text}</p><p class="actions"><a class="button" href="/desk">To your desk</a></p>`,
  });
}
