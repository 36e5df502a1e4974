import type { Language } from '#libs/kernel/index.js';
import { html } from '#libs/platform/index.js';
import { page } from './layout.js';

const ROUNDS = { name: 'Rounds', home: '/' } as const;

interface Reader {
  readonly organization: string;
  readonly address: string;
  readonly what: string;
}

interface StopWords {
  readonly title: string;
  readonly ended: string;
  readonly endedAbout: (reader: Reader) => string;
  readonly again: string;
  readonly asking: string;
  readonly askingAbout: (reader: Reader) => string;
  readonly stop: string;
}

const WORDS: Readonly<Record<Language, StopWords>> = {
  en: {
    title: 'Mails',
    ended: 'These mails have ended',
    endedAbout: ({ address, what, organization }) =>
      `${address} gets no more ${what} from ${organization}. Mails that matter, such as invitations and decisions, still come.`,
    again: 'Send them again',
    asking: 'No more of these?',
    askingAbout: ({ address, what, organization }) =>
      `${address} gets ${what} from ${organization}. You can do without them. Mails that matter, such as invitations and decisions, still come.`,
    stop: 'Stop these mails',
  },
  de: {
    title: 'Mails',
    ended: 'Diese Mails kommen nicht mehr',
    endedAbout: ({ address, what, organization }) =>
      `${address} bekommt von ${organization} keine Mails dieser Art mehr: ${what}. Was wichtig ist, etwa Einladungen und Entscheidungen, kommt weiterhin.`,
    again: 'Wieder schicken',
    asking: 'Keine davon mehr?',
    askingAbout: ({ address, what, organization }) =>
      `${address} bekommt von ${organization} Mails dieser Art: ${what}. Sie können darauf verzichten. Was wichtig ist, etwa Einladungen und Entscheidungen, kommt weiterhin.`,
    stop: 'Diese Mails beenden',
  },
};

/** Ends mails of one kind, or says that they have ended and lets them come again. */
export function mailStopPage(view: Reader & { readonly stopped: boolean; readonly language: Language }): string {
  const { organization, stopped, language } = view;
  const words = WORDS[language];
  const body = stopped
    ? html`<h1>${words.ended}</h1><p class="lead">${words.endedAbout(view)}</p>
<form method="post"><input type="hidden" name="again" value="yes"><p class="actions"><button type="submit" class="quiet">${words.again}</button></p></form>`
    : html`<h1>${words.asking}</h1><p class="lead">${words.askingAbout(view)}</p>
<form method="post"><p class="actions"><button type="submit">${words.stop}</button></p></form>`;
  return page({ title: `${words.title} · ${organization}`, language, organization: { name: organization, home: null }, body });
}

/** The link is none of ours. */
export function noSuchMailStop(): string {
  return page({
    title: `${WORDS.en.title} · ${ROUNDS.name}`,
    organization: ROUNDS,
    body: html`<h1>This link ends no mails</h1><p class="lead">It may have been cut in two. Open it from the mail again; nothing was changed.</p>`,
  });
}
