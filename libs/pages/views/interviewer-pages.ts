import { type Html, html, trusted } from '#libs/platform/index.js';
import { notice, page } from './layout.js';

export const RECOMMENDATIONS = [
  ['STRONG_NO', 'Strong no'],
  ['NO', 'No'],
  ['NO_DECISION', 'No decision'],
  ['YES', 'Yes'],
  ['STRONG_YES', 'Strong yes'],
] as const;

const RATINGS = [
  [1, 'Well below'],
  [2, 'Below'],
  [3, 'Meets'],
  [4, 'Above'],
] as const;

export interface KitView {
  readonly organizationName: string;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly candidateName: string;
  readonly postingTitle: string;
  readonly stageName: string;
  /** "Tuesday 5 March 2030, 14:00 CET", in the interviewer's zone; null for a review without a meeting. */
  readonly when: string | null;
  readonly meetingUrl: string | null;
  readonly role: string;
  /** What the other seats cover, by role and name. */
  readonly others: readonly string[];
  readonly purpose: string;
  readonly questions: readonly string[];
  /** Where the CV is read, or null. */
  readonly cvHref: string | null;
  readonly answer: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  /** Whether coming or not may still be said. */
  readonly mayAnswer: boolean;
  readonly card: {
    readonly submitted: boolean;
    readonly version: number | null;
    readonly recommendation: string | null;
    readonly notes: string;
    /** Why the card cannot be handed in yet, or null. */
    readonly notYet: string | null;
    readonly attributes: readonly {
      readonly id: string;
      readonly name: string;
      readonly description: string;
      readonly rating: number | null;
      readonly note: string;
    }[];
  };
}

/** The interviewer's one page: who, when, what to find out, what others cover, and the scorecard. Prints as a kit. */
export function kitPage(view: KitView): string {
  return page({
    title: `Interview kit · ${view.organizationName}`,
    organization: { name: view.organizationName, home: null },
    body: html`${view.said ? notice(view.said.kind, view.said.text) : null}
<h1>${view.candidateName}</h1>
<p class="lead">${view.stageName} for ${view.postingTitle}</p>
<dl class="facts card">${view.when ? html`<dt>When</dt><dd>${view.when}</dd>` : null}${
      view.meetingUrl ? html`<dt>Where</dt><dd><a href="${view.meetingUrl}">Join the meeting</a></dd>` : null
    }<dt>Your seat</dt><dd>${view.role}</dd>${view.others.length > 0 ? html`<dt>Others cover</dt><dd>${view.others.join('; ')}</dd>` : null}${
      view.cvHref ? html`<dt>CV</dt><dd><a href="${view.cvHref}">Read the CV</a></dd>` : null
    }</dl>
${view.mayAnswer ? answerForm(view) : null}
<section aria-labelledby="kit"><h2 id="kit">What to find out</h2>${view.purpose ? html`<p>${view.purpose}</p>` : null}${
      view.questions.length > 0 ? html`<ul>${view.questions.map((question) => html`<li>${question}</li>`)}</ul>` : null
    }</section>
${scorecard(view)}`,
  });
}

function answerForm({ answer }: KitView): Html {
  const said = {
    PENDING: 'Will you be there?',
    ACCEPTED: 'You said that you will be there.',
    DECLINED: 'You said that you cannot come; the team looks for somebody else.',
    TENTATIVE: 'You said maybe.',
  }[answer];
  const choice = (value: string, label: string, quiet: boolean) =>
    html`<button type="submit" name="answer" value="${value}"${trusted(quiet ? ' class="quiet"' : '')}>${label}</button>`;
  return html`<form method="post"><input type="hidden" name="action" value="answer"><p><strong>${said}</strong></p><p class="actions">${answer === 'ACCEPTED' ? null : choice('ACCEPTED', 'I will be there', false)}${
    answer === 'DECLINED' ? null : choice('DECLINED', 'I cannot come', true)
  }</p></form>`;
}

function scorecard({ card }: KitView): Html {
  const attributes = card.attributes.map(
    ({ id, name, description, rating, note }) =>
      html`<fieldset><legend>${name}</legend>${description ? html`<small>${description}</small>` : null}<div class="ratings">${RATINGS.map(
        ([value, label]) =>
          html`<label><input type="radio" name="rating.${id}" value="${value}"${trusted(rating === value ? ' checked' : '')}>${label}</label>`,
      )}</div><label for="note-${id}" class="unseen">Note on ${name}</label><input id="note-${id}" name="note.${id}" maxlength="2000" placeholder="What did you see? (optional)" value="${note}"></fieldset>`,
  );
  return html`<section aria-labelledby="card"><h2 id="card">Your scorecard</h2>
${card.submitted ? html`<div class="notice good"><p>Your scorecard is in. You may still amend it below; what changes is recorded.</p></div>` : html`<p class="soft">You see what others wrote once yours is in.</p>`}
<form method="post"><input type="hidden" name="version" value="${card.version ?? ''}">
${attributes}
<div class="field"><label for="notes">Notes</label><textarea id="notes" name="notes" rows="8" maxlength="20000">${card.notes}</textarea></div>
<fieldset><legend>Would you hire them for this?</legend><div class="ratings">${RECOMMENDATIONS.map(
    ([value, label]) =>
      html`<label><input type="radio" name="recommendation" value="${value}"${trusted(card.recommendation === value ? ' checked' : '')}>${label}</label>`,
  )}</div></fieldset>
${card.notYet ? html`<p class="soft">${card.notYet}</p>` : null}
<p class="actions"><button type="submit" name="action" value="submit">${card.submitted ? 'Amend' : 'Hand in the scorecard'}</button>${
    card.submitted ? null : html`<button class="quiet" type="submit" name="action" value="save">Save the draft</button>`
  }</p></form></section>`;
}
