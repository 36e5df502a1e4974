import type { Language } from '#libs/kernel/index.js';
import { type Html, html } from '#libs/platform/index.js';
import { type CandidateFrame, candidatePage } from './candidate-pages.js';
import { candidateWords } from './candidate-words.js';

export interface SentMailsView extends CandidateFrame {
  /** Where the candidate's own page is. */
  readonly home: string;
  /** In which they read times. */
  readonly zone: string;
  readonly mails: readonly {
    readonly subject: string;
    readonly sentAt: Date;
    readonly language: Language;
    /** null: its words cannot be made any more. */
    readonly text: string | null;
  }[];
}

/** Every mail that a candidate was sent about their application, newest first: what they were told, and when. */
export function sentMailsPage(view: SentMailsView): string {
  const { mails, language, home, postingTitle } = view;
  const { mails: words } = candidateWords(language);
  return candidatePage(
    view,
    words.title,
    html`<h1>${words.title}</h1>
<p class="lead">${postingTitle}</p>
${mails.length > 0 ? html`<p class="soft">${words.links}</p>${mails.map((mail) => oneMail(view, mail))}` : html`<p>${words.none}</p>`}
<p><a href="${home}">${words.back}</a></p>`,
  );
}

function oneMail(
  { language, zone }: SentMailsView,
  { subject, sentAt, text, language: its }: SentMailsView['mails'][number],
): Html {
  const { mails: words, when } = candidateWords(language);
  return html`<details class="card mail"><summary><strong lang="${its}">${subject}</strong><br><span class="soft">${when(sentAt, zone)}</span></summary>
${text === null ? html`<p>${words.gone}</p>` : html`<div class="prose" lang="${its}">${text}</div>`}</details>`;
}
