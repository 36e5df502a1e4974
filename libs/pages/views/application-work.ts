import { type InterviewSeen, facesOf } from '#libs/scheduling/index.js';
import type { ScorecardView } from '#libs/scorecards/index.js';
import type { TakeHomeRow } from '#libs/take-home/index.js';
import { type Html, html } from '#libs/platform/index.js';
import { folded } from './application-commands.js';
import { type ApplicationPageView, stageName } from './application-view.js';
import { lower, moment, outside, plural, prose } from './desk-words.js';

/** Interviews of the application, and a time for the present stage where one is wanted. */
export function interviews(view: ApplicationPageView): Html | null {
  if (view.interviews.length === 0 && !view.times) return null;
  return html`<section aria-labelledby="interviews"><h2 id="interviews">Interviews</h2>${view.interviews.map((interview) => interviewOf(view, interview))}${booking(view)}</section>`;
}

function interviewOf(view: ApplicationPageView, interview: InterviewSeen): Html {
  const { frame, now } = view;
  const toCome = (interview.state === 'CONFIRMED' || interview.state === 'HELD') && interview.starts_at > now;
  const theirs =
    interview.candidate_zone === frame.zone
      ? null
      : html` <span class="soft">· for the candidate ${moment(interview.starts_at, interview.candidate_zone)}, ${zoneName(interview.candidate_zone)}</span>`;
  return html`<div class="card"><h3>${interview.stage_name} <span class="pill">${lower(interview.state)}</span></h3>
<p>${moment(interview.starts_at, frame.zone)}${theirs}</p>${toCome ? shiftedClocks(interview) : null}
<ul class="plain">${interview.seats.map(({ role, name, answer }) => html`<li>${role}: ${name} <span class="soft">· ${ANSWERS[answer]}</span></li>`)}</ul>
${interview.reason ? html`<p class="soft">${interview.reason}</p>` : null}${toCome && interview.meeting_url ? html`<p><a href="${interview.meeting_url}">The meeting</a></p>` : null}${view.may.schedule && toCome ? proposals(view, interview) : null}${view.may.schedule ? interviewForms(view, interview, toCome) : null}</div>`;
}

/** Clocks that show another time than was told, since the rules of their zones have changed. */
function shiftedClocks({ clock_shift: shifts, starts_at }: InterviewSeen): Html | null {
  if (!shifts) return null;
  const said = shifts.map((shift) => {
    const { told, shown } = facesOf(shift, starts_at.getTime());
    return `${shown} instead of ${told} in ${zoneName(shift.zone)}`;
  });
  return html`<p><strong>Clocks show another time than was told:</strong> ${said.join('; ')}. The rules of these zones have changed; the moment stands.</p>`;
}

/** Other times that its interviewers propose, to be taken or left. */
function proposals({ frame }: ApplicationPageView, { id, version, seats }: InterviewSeen): readonly Html[] {
  return seats.flatMap((seat) => {
    if (seat.proposedAt === null) return [];
    const move = html`<form method="post"><input type="hidden" name="action" value="take-proposal"><input type="hidden" name="interview" value="${id}"><input type="hidden" name="version" value="${version}"><input type="hidden" name="startsAt" value="${seat.proposedAt}"><button type="submit">Move it there</button></form>`;
    const leave = html`<form method="post"><input type="hidden" name="action" value="leave-proposal"><input type="hidden" name="seat" value="${seat.id}"><button class="quiet" type="submit">Set aside</button></form>`;
    return [
      html`<p><strong>${seat.name} proposes ${moment(new Date(seat.proposedAt), frame.zone)} instead.</strong>${seat.proposalNote ? html` “${seat.proposalNote}”` : null}</p><div class="actions">${move}${leave}</div>`,
    ];
  });
}

/** Calling it off before it begins; afterwards, saying that nobody came. */
function interviewForms(view: ApplicationPageView, { id, version, state }: InterviewSeen, toCome: boolean): Html | null {
  const { typed } = view;
  const which = html`<input type="hidden" name="interview" value="${id}"><input type="hidden" name="version" value="${version}">`;
  if (toCome) {
    const reason = typed.action === 'cancel-interview' && typed.interview === id ? typed.reason : '';
    return folded(
      view,
      'cancel-interview',
      'Cancel this interview',
      html`${which}<div class="field"><label for="cancel-${id}">Why?</label><small>The candidate and the interviewers read it.</small><input id="cancel-${id}" name="reason" required maxlength="500" value="${reason}"></div><p class="actions"><button class="danger" type="submit">Cancel the interview</button></p>`,
    );
  }
  if (state === 'CANCELLED' || state === 'NO_SHOW') return null;
  const noShow = html`${which}<p class="actions"><button class="danger" type="submit">Record that they did not come</button></p>`;
  return folded(view, 'no-show', 'The candidate did not come', noShow);
}

const ANSWERS: Readonly<Record<InterviewSeen['seats'][number]['answer'], string>> = {
  PENDING: 'has not answered',
  ACCEPTED: 'comes',
  DECLINED: 'cannot come',
  TENTATIVE: 'may come',
};

function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function booking(view: ApplicationPageView): Html | null {
  const { times, application, frame } = view;
  if (!times) return null;
  const byCandidate = application.stages.find(({ id }) => id === application.stageId)?.selfSchedule ?? false;
  const { waiting } = application;
  const hasLink = waiting.for === 'TIME_CHOICE' && waiting.until !== null && new Date(waiting.until) > view.now;
  const ask = html`<form method="post"><input type="hidden" name="action" value="ask"><input type="hidden" name="version" value="${application.version}"><p>The candidate has no link to choose a time.</p><p class="actions"><button type="submit">Ask them to choose a time</button></p></form>`;
  const asked = hasLink
    ? html`<p>The candidate has the link to choose a time, until ${moment(waiting.until!, frame.zone)}.</p>`
    : ask;
  const slots =
    times.slots.length > 0
      ? html`<input type="hidden" name="version" value="${application.version}"><input type="hidden" name="stage" value="${application.stageId}"><fieldset><legend>The next times that suit everybody</legend><div class="slots">${times.slots.map(({ startsAt }) => html`<label><input type="radio" name="startsAt" value="${startsAt.toISOString()}" required>${moment(startsAt, frame.zone)}</label>`)}</div></fieldset><p class="actions"><button type="submit">Book this time</button></p>`
      : html`<p>${times.none}</p>`;
  const summary = byCandidate ? 'Book a time for them' : 'Book a time';
  return html`<div class="card">${byCandidate ? asked : html`<p>The team books the time of this stage.</p>`}${folded(view, 'book', summary, slots, !byCandidate)}</div>`;
}

/** Take-homes: where they stand, what was handed in, more time, who reviews. */
export function takeHomes(view: ApplicationPageView): Html | null {
  if (view.takeHomes.length === 0) return null;
  return html`<section aria-labelledby="take-home"><h2 id="take-home">Take-home</h2>${view.takeHomes.map((work) => takeHomeOf(view, work))}</section>`;
}

const STATES: Readonly<Record<TakeHomeRow['status'], string>> = {
  SENT: 'with the candidate',
  SUBMITTED: 'handed in',
  CANCELLED: 'cancelled',
};

function takeHomeOf(view: ApplicationPageView, work: TakeHomeRow): Html {
  const { frame } = view;
  const reviewers = work.reviewer_ids.map((id) => view.names.get(id) ?? 'a former member');
  const handedIn = work.submitted_at
    ? html`<p>Handed in ${moment(work.submitted_at, frame.zone)}${work.submitted_at > work.due_at ? html` <span class="soft">after it was due</span>` : null}</p>${work.submission_url ? html`<p>${outside(work.submission_url)}</p>` : null}${work.submission_attachment_id ? html`<p><a href="/files/${work.submission_attachment_id}">${work.submission_file_name ?? 'The file'}</a></p>` : null}${work.submission_note ? prose(work.submission_note) : null}`
    : null;
  return html`<div class="card"><h3>${work.stage_name} <span class="pill">${STATES[work.status]}</span></h3>
<p>Due ${moment(work.due_at, frame.zone)}${work.extensions > 0 ? html` <span class="soft">· extended ${work.extensions === 1 ? 'once' : `${work.extensions} times`}</span>` : null}</p>${handedIn}
<p>Reviewed by ${reviewers.length > 0 ? reviewers.join(', ') : html`<span class="fault">nobody yet</span>`}</p>${view.may.manageTakeHome && work.status !== 'CANCELLED' ? takeHomeForms(view, work) : null}</div>`;
}

function takeHomeForms(view: ApplicationPageView, work: TakeHomeRow): Html {
  const which = html`<input type="hidden" name="takeHome" value="${work.id}">`;
  const extend =
    work.status === 'SENT'
      ? folded(
          view,
          'extend',
          'Give more time',
          html`${which}<input type="hidden" name="version" value="${work.version}"><div class="field"><label for="days-${work.id}">By how many days?</label><input id="days-${work.id}" name="days" type="number" min="1" max="60" required value="${view.typed.action === 'extend' ? view.typed.days : '3'}"></div><p class="actions"><button type="submit">Extend</button></p>`,
        )
      : null;
  const others = view.members.filter(({ id }) => !work.reviewer_ids.includes(id));
  const review = folded(
    view,
    'reviewer',
    'Ask somebody to review',
    html`${which}<div class="field"><label for="reviewer-${work.id}">Whom?</label><select id="reviewer-${work.id}" name="person" required><option value="">Choose …</option>${others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></div><p class="actions"><button type="submit">Ask</button></p>`,
  );
  return html`${extend}${review}`;
}

const RECOMMENDATIONS: Readonly<Record<string, string>> = {
  STRONG_NO: 'Strong no',
  NO: 'No',
  NO_DECISION: 'No decision',
  YES: 'Yes',
  STRONG_YES: 'Strong yes',
};

/** Scorecards as far as the reader may see them, stage by stage. */
export function scorecards(view: ApplicationPageView): Html | null {
  const { application, summaries, cards, myStages } = view;
  const stageIds = application.stages.map(({ id }) => id);
  const shown = stageIds.filter(
    (id) =>
      cards.some(({ stageId }) => stageId === id) || myStages.includes(id) || summaries?.some(({ stageId }) => stageId === id),
  );
  if (shown.length === 0) return null;
  return html`<section aria-labelledby="scorecards"><h2 id="scorecards">Scorecards</h2>${shown.map((id) => stageCards(view, id))}</section>`;
}

function stageCards(view: ApplicationPageView, stageId: string): Html {
  const { application, summaries, cards, myStages, personId } = view;
  const summary = summaries?.find((each) => each.stageId === stageId);
  const mine = cards.find((card) => card.stageId === stageId && card.authorId === personId);
  const counts = summary?.recommendations
    .filter(({ count }) => count > 0)
    .map(({ recommendation, count }) => `${RECOMMENDATIONS[recommendation]} ${count}`)
    .join(' · ');
  const write =
    myStages.includes(stageId) && mine?.state !== 'SUBMITTED'
      ? html`<p><a class="button quiet" href="/kits/${application.id}/${stageId}">${mine ? 'Go on with your scorecard' : 'Write your scorecard'}</a></p>`
      : null;
  const withheld =
    summary && summary.withheld > 0
      ? html`<p class="soft">${plural(summary.withheld, 'card')} of others: you read them once yours is in.</p>`
      : null;
  return html`<div class="card"><h3>${stageName(application, stageId)}</h3>${summary ? html`<p>${summary.cardsIn} of ${plural(summary.cardsExpected, 'card')} in${counts ? html` · <strong>${counts}</strong>` : null}</p>` : null}${withheld}${write}${cards
    .filter((card) => card.stageId === stageId && card.state === 'SUBMITTED')
    .map((card) => cardOf(view, card))}</div>`;
}

function cardOf({ names, personId, frame }: ApplicationPageView, card: ScorecardView): Html {
  const author = card.authorId === personId ? 'You' : (names.get(card.authorId) ?? 'A former member');
  return html`<article class="scorecard"><h4>${author}: ${card.recommendation ? RECOMMENDATIONS[card.recommendation] : 'no recommendation'}</h4><small>${moment(card.submittedAt ?? card.updatedAt, frame.zone)}</small>${
    card.ratings.length > 0
      ? html`<ul class="plain">${card.ratings.map(({ name, rating, note }) => html`<li><strong>${rating} of 4</strong> ${name}${note ? html` <span class="soft">· ${note}</span>` : null}</li>`)}</ul>`
      : null
  }${card.notes ? prose(card.notes) : null}</article>`;
}
