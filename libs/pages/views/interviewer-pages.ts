import { type Html, html, trusted } from '#libs/platform/index.js';
import { outside, prose } from './desk-words.js';
import { notice, page } from './layout.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

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
  /** The page is the team's; null behind a link. */
  readonly frame: StaffFrame | null;
  /** Where the team reads everything about the application; null behind a link. */
  readonly applicationHref: string | null;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly candidateName: string;
  readonly postingTitle: string;
  readonly stageName: string;
  /** "Tuesday 5 March 2030, 14:00 CET", in the interviewer's zone; null for a review without a meeting. */
  readonly when: string | null;
  readonly meetingUrl: string | null;
  /** What the reader does here; null for who only reads. */
  readonly role: string | null;
  /** What the other seats cover, by role and name. */
  readonly others: readonly string[];
  readonly purpose: string;
  readonly questions: readonly string[];
  /** Where the CV is read, or null. */
  readonly cvHref: string | null;
  /** The assignment and what was handed in; null where there is none. */
  readonly takeHome: {
    readonly brief: string;
    readonly due: string;
    readonly handedIn: {
      readonly when: string;
      readonly late: boolean;
      readonly url: string | null;
      readonly file: { readonly href: string; readonly name: string } | null;
      readonly note: string;
    } | null;
  } | null;
  readonly answer: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  /** Whether coming or not may still be said. */
  readonly mayAnswer: boolean;
  /** Another time that the reader proposes, in words in their own zone; `typed` is a form that has to be mended. */
  readonly proposal: {
    readonly said: string | null;
    readonly zone: string;
    readonly typed: Readonly<Record<string, string>> | null;
  };
  /** Null for who writes none here. */
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
  } | null;
}

/** The interviewer's one page: who, when, what to find out, what others cover, and the scorecard. Prints as a kit. */
export function kitPage(view: KitView): string {
  const body = html`<h1>${view.candidateName}</h1>
<p class="lead">${view.stageName} for ${view.postingTitle}${view.applicationHref ? html` · <a href="${view.applicationHref}">the whole application</a>` : null}</p>
${facts(view)}
${view.mayAnswer ? html`${answerForm(view)}${proposalForm(view)}` : null}
${takeHome(view)}
<section aria-labelledby="kit"><h2 id="kit">What to find out</h2>${view.purpose ? html`<p>${view.purpose}</p>` : null}${
    view.questions.length > 0 ? html`<ul>${view.questions.map((question) => html`<li>${question}</li>`)}</ul>` : null
  }${!view.purpose && view.questions.length === 0 ? html`<p class="soft">The kit names nothing in particular; the scorecard below is the guide.</p>` : null}</section>
${scorecard(view)}`;
  if (view.frame)
    return staffPage(view.frame, { title: 'Interview kit', said: view.said, body: html`<div class="measure">${body}</div>` });
  return page({
    title: `Interview kit · ${view.organizationName}`,
    organization: { name: view.organizationName, home: null },
    body: html`${view.said ? notice(view.said.kind, view.said.text) : null}${body}`,
  });
}

function facts({ when, meetingUrl, role, others, cvHref }: KitView): Html | null {
  const rows = [
    when ? html`<dt>When</dt><dd>${when}</dd>` : null,
    meetingUrl ? html`<dt>Where</dt><dd><a href="${meetingUrl}">Join the meeting</a></dd>` : null,
    role ? html`<dt>Your seat</dt><dd>${role}</dd>` : null,
    others.length > 0 ? html`<dt>${role ? 'Others cover' : 'Seats'}</dt><dd>${others.join('; ')}</dd>` : null,
    cvHref ? html`<dt>CV</dt><dd><a href="${cvHref}">Read the CV</a></dd>` : null,
  ].filter((row) => row !== null);
  return rows.length > 0 ? html`<dl class="facts card">${rows}</dl>` : null;
}

function takeHome({ takeHome: work }: KitView): Html | null {
  if (!work) return null;
  const { handedIn } = work;
  const submission = handedIn
    ? html`<p>${handedIn.when}${handedIn.late ? html` <span class="soft">· after it was due</span>` : null}</p>${handedIn.url ? html`<p>${outside(handedIn.url)}</p>` : null}${handedIn.file ? html`<p><a href="${handedIn.file.href}">${handedIn.file.name}</a></p>` : null}${handedIn.note ? prose(handedIn.note) : null}`
    : html`<p>Nothing yet. It is due ${work.due}.</p>`;
  return html`<section class="card" aria-labelledby="work"><h2 id="work">What was handed in</h2>${submission}${work.brief ? html`<details><summary>The assignment</summary>${prose(work.brief)}</details>` : null}</section>`;
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

function proposalForm({ proposal: { said, zone, typed } }: KitView): Html {
  return html`<details${trusted(typed ? ' open' : '')}><summary>${said ? 'Propose yet another time' : 'Propose another time'}</summary>
${said ? html`<p>You have proposed ${said}. Whoever coordinates decides.</p>` : null}
<form method="post"><input type="hidden" name="action" value="propose">
<div class="field"><label for="day">Day</label><input id="day" type="date" name="day" required value="${typed?.day ?? ''}"></div><div class="field"><label for="time">Time</label><input id="time" type="time" name="time" step="300" required value="${typed?.time ?? ''}"></div>
<div class="field"><label for="why">Why (optional)</label><input id="why" name="why" maxlength="500" value="${typed?.why ?? ''}"></div>
<p class="soft">On your own clock (${zone}). Nothing moves until somebody of the team decides; the candidate hears nothing of it.</p>
<p class="actions"><button class="quiet" type="submit">Propose this time</button></p></form></details>`;
}

function scorecard({ card, applicationHref }: KitView): Html {
  if (!card)
    return html`<section aria-labelledby="card"><h2 id="card">Scorecard</h2><p class="soft">You hold no seat here and do not review this, so there is no scorecard of yours to write.${applicationHref ? html` What others wrote stands on <a href="${applicationHref}#scorecards">the application’s page</a>.` : null}</p></section>`;
  const attributes = card.attributes.map(
    ({ id, name, description, rating, note }) =>
      html`<fieldset><legend>${name}</legend>${description ? html`<small>${description}</small>` : null}<div class="ratings">${RATINGS.map(
        ([value, label]) =>
          html`<label><input type="radio" name="rating.${id}" value="${value}"${trusted(rating === value ? ' checked' : '')}>${label}</label>`,
      )}</div><label for="note-${id}" class="unseen">Note on ${name}</label><input id="note-${id}" name="note.${id}" maxlength="2000" placeholder="What did you see? (optional)" value="${note}"></fieldset>`,
  );
  return html`<section aria-labelledby="card"><h2 id="card">Your scorecard</h2>
${card.submitted ? html`<div class="notice good"><p>Your scorecard is in. You may still amend it below; what changes is recorded.${applicationHref ? html` What others wrote stands on <a href="${applicationHref}#scorecards">the application’s page</a>.` : null}</p></div>` : html`<p class="soft">You see what others wrote once yours is in.</p>`}
<form method="post"${trusted(card.submitted ? '' : ' data-draft')}><input type="hidden" name="version" value="${card.version ?? ''}">
${attributes}
<div class="field"><label for="notes">Notes</label><textarea id="notes" name="notes" rows="8" maxlength="20000">${card.notes}</textarea></div>
<fieldset><legend>Would you hire them for this?</legend><div class="ratings">${RECOMMENDATIONS.map(
    ([value, label]) =>
      html`<label><input type="radio" name="recommendation" value="${value}"${trusted(card.recommendation === value ? ' checked' : '')}>${label}</label>`,
  )}</div></fieldset>
${card.notYet ? html`<p class="soft">${card.notYet}</p>` : null}
<p class="actions">${cardButtons(card)}</p>${card.submitted ? null : DRAFT_STATUS}</form></section>`;
}

/** Where the script says what became of what was typed; empty without one. */
const DRAFT_STATUS = html`<p class="soft no-print" role="status" data-status data-typing="…" data-kept="Draft kept. Nobody else sees it." data-failed="Not kept: no connection. What you typed is still here; it is tried again when you type on."></p><script src="/assets/kit.js" defer></script>`;

/** Handing in is offered once there is something to judge. */
function cardButtons({ submitted, notYet }: NonNullable<KitView['card']>): Html {
  if (submitted) return html`<button type="submit" name="action" value="submit">Amend</button>`;
  if (notYet) return html`<button type="submit" name="action" value="save">Save the draft</button>`;
  return html`<button type="submit" name="action" value="submit">Hand in the scorecard</button><button class="quiet" type="submit" name="action" value="save">Save the draft</button>`;
}
