import type { Language } from '#libs/kernel/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';

export interface PageFrame {
  /** In the browser's tab; no personal data, since tabs are seen over shoulders and kept in histories. */
  readonly title: string;
  /** Whose page it is: the organisation, or Rounds itself. */
  readonly organization: { readonly name: string; readonly home: string | null };
  readonly body: Html;
  /** Whether search engines may keep it. */
  readonly indexed?: boolean;
  /** More for the head: feeds, and what machines read. */
  readonly head?: Html | null;
  readonly contact?: string | null;
  /** In which the page is written; English where nobody has said anything. */
  readonly language?: Language;
  /** The ways on top, for pages of the team. */
  readonly navigation?: Html | null;
  /** Wide and dense, for people who look at it all day. */
  readonly dense?: boolean;
}

interface FrameWords {
  readonly skip: string;
  readonly questions: (contact: Html) => Html;
  readonly by: string;
}

const WORDS: Readonly<Record<Language, FrameWords>> = {
  en: {
    skip: 'Skip to the content',
    questions: (contact) => html`Questions? Write to ${contact}. `,
    by: 'This page is run by Rounds.',
  },
  de: {
    skip: 'Zum Inhalt springen',
    questions: (contact) => html`Fragen? Schreiben Sie an ${contact}. `,
    by: 'Diese Seite betreibt Rounds.',
  },
};

/** A whole page. */
export function page(frame: PageFrame): string {
  const { title, organization, body, indexed = false, head = null, contact = null, navigation = null, dense = false } = frame;
  const { language = 'en' } = frame;
  const words = WORDS[language];
  const home = organization.home
    ? html`<a href="${organization.home}">${organization.name}</a>`
    : html`<strong>${organization.name}</strong>`;
  return html`<!doctype html>
<html lang="${language}"${trusted(dense ? ' class="dense"' : '')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
${indexed ? null : html`<meta name="robots" content="noindex">`}
<title>${title}</title>
<link rel="stylesheet" href="/assets/pages.css">
<script src="/assets/zone.js" defer></script>
${head}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="site"><div>${home}${navigation}</div></header>
<main id="main">
${body}
</main>
<footer class="site">${contact ? words.questions(html`<a href="mailto:${contact}">${contact}</a>`) : null}${words.by}</footer>
</body>
</html>
`.markup;
}

/** A short page that says one thing and where to go from there. */
export function messagePage(
  frame: Omit<PageFrame, 'body'> & {
    readonly heading: string;
    readonly text: string;
    readonly link?: { readonly href: string; readonly label: string };
  },
): string {
  const link = frame.link
    ? html`<p class="actions"><a class="button" href="${frame.link.href}">${frame.link.label}</a></p>`
    : null;
  return page({ ...frame, body: html`<h1>${frame.heading}</h1><p class="lead">${frame.text}</p>${link}` });
}

/** A sentence above a form: what was done, or what has to be mended. */
export function notice(kind: 'good' | 'bad' | 'plain', text: string | null): Html | null {
  if (!text) return null;
  return html`<div class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}"><p>${text}</p></div>`;
}
