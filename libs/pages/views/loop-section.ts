import type { Language } from '#libs/kernel/index.js';
import { type Html, html } from '#libs/platform/index.js';
import { candidateWords } from './candidate-words.js';

/** All rounds that are left, to be chosen as one. */
export interface LoopSectionView {
  /** Each way of holding them all; `starts` are the instants of its rounds, joined by commas. */
  readonly loops: readonly {
    readonly starts: string;
    readonly lasts: string;
    readonly rounds: readonly { readonly stageName: string; readonly when: string; readonly booked: boolean }[];
  }[];
  /** Why there is none, in words for the candidate. */
  readonly nothing: string | null;
  /** One that is kept for them while they make up their mind. */
  readonly held: {
    readonly starts: string;
    readonly until: string;
    readonly rounds: readonly { readonly stageName: string; readonly when: string }[];
  } | null;
}

/** The part of the page where all rounds are chosen together; one press of the button books all or none. */
export function loopSection(view: LoopSectionView, zone: string, language: Language): Html {
  const { loop: words, schedule } = candidateWords(language);
  const held = view.held
    ? html`<div class="card"><h3>${schedule.keptUntil(view.held.until)}</h3><ol>${view.held.rounds.map(
        ({ stageName, when }) => html`<li><strong>${stageName}</strong>: ${when}</li>`,
      )}</ol><p class="soft">${words.keptNote}</p>
<form method="post"><input type="hidden" name="starts" value="${view.held.starts}"><p class="actions"><button type="submit" name="action" value="book-loop">${words.bookKept}</button><button class="quiet" type="submit" name="action" value="release">${words.letGo}</button></p></form></div>`
    : null;
  const choices = view.nothing
    ? html`<div class="card"><p>${view.nothing}</p></div>`
    : html`<form method="post">${view.loops.map(
        ({ starts, lasts, rounds }, at) =>
          html`<fieldset><legend>${at === 0 ? words.shortest : words.otherWay(lasts)}</legend><div class="slots"><label><input type="radio" name="starts" value="${starts}" required>${lasts}</label></div><ol>${rounds.map(
            ({ stageName, when, booked }) =>
              html`<li><strong>${stageName}</strong>: ${when}${booked ? words.already : null}</li>`,
          )}</ol></fieldset>`,
      )}
<p class="soft">${words.timesIn(zone.replaceAll('_', ' '))}</p>
<p class="actions"><button type="submit" name="action" value="book-loop">${words.book}</button><button class="quiet" type="submit" name="action" value="hold-loop">${words.keep}</button></p></form>`;
  return html`<section aria-labelledby="loop"><h2 id="loop">${words.heading}</h2>${held}${choices}</section>`;
}
