import { type Html, html } from '#libs/platform/index.js';
import { daysSince, lower, moment, plural } from './desk-words.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

export interface DeskView {
  readonly frame: StaffFrame;
  readonly now: Date;
  readonly cardsDue: readonly {
    readonly applicationId: string;
    readonly stageId: string;
    readonly stageName: string;
    readonly candidateName: string;
    readonly postingTitle: string;
    readonly since: Date;
    readonly draftVersion: number;
  }[];
  readonly interviews: readonly {
    readonly applicationId: string;
    readonly stageId: string;
    readonly stageName: string;
    readonly candidateName: string;
    readonly postingTitle: string;
    readonly startsAt: Date;
    readonly answer: string;
  }[];
  readonly postings: readonly DeskPosting[];
  /** Times that candidates name, and that interviewers propose, for whoever schedules. */
  readonly wishes: readonly {
    readonly applicationId: string;
    readonly candidateName: string;
    readonly stageName: string;
    readonly postingTitle: string;
    readonly windows: readonly { readonly said: string }[];
    readonly note: string;
  }[];
  readonly proposals: readonly {
    readonly applicationId: string;
    readonly candidateName: string;
    readonly stageName: string;
    readonly postingTitle: string;
    readonly personName: string;
    readonly proposedAt: string;
    readonly note: string;
  }[];
}

export interface DeskPosting {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** Active candidates by stage, received (null) first; null when the reader may not see the board. */
  readonly stages: readonly { readonly stageName: string | null; readonly count: number }[] | null;
}

/** What waits for the reader, and the postings they may see. */
export function deskPage(view: DeskView): string {
  const { frame } = view;
  const nothing = view.cardsDue.length + view.interviews.length === 0;
  return staffPage(frame, {
    title: 'Desk',
    body: html`<h1>Your desk</h1>
${nothing ? html`<p class="lead">You owe no scorecard, and no interview of yours is coming.</p>` : null}
${cardsDue(view)}
${timesToDecide(view)}
${comingInterviews(view)}
${postings(view)}`,
  });
}

function cardsDue({ cardsDue: due, now }: DeskView): Html | null {
  if (due.length === 0) return null;
  return html`<section aria-labelledby="due"><h2 id="due">Scorecards to write</h2><ul class="rows">${due.map(
    (card) =>
      html`<li><a href="/kits/${card.applicationId}/${card.stageId}">${card.candidateName}</a><span>${card.stageName} · ${card.postingTitle}</span><span class="soft">waiting since ${sinceWords(card.since, now)}${card.draftVersion > 0 ? ' · draft kept' : ''}</span></li>`,
  )}</ul></section>`;
}

/** Where somebody waits for another time than those that are offered, or booked. */
function timesToDecide({ wishes, proposals, frame }: DeskView): Html | null {
  if (wishes.length + proposals.length === 0) return null;
  const line = (one: DeskView['wishes'][number] | DeskView['proposals'][number], what: Html, note: string) =>
    html`<li><a href="/applications/${one.applicationId}">${one.candidateName}</a><span>${one.stageName} · ${one.postingTitle}</span><span>${what}${note ? html`: “${note}”` : null}</span></li>`;
  return html`<section aria-labelledby="times"><h2 id="times">Other times to decide on</h2><ul class="rows">${proposals.map(
    (one) => line(one, html`${one.personName} proposes ${moment(new Date(one.proposedAt), frame.zone)} instead`, one.note),
  )}${wishes.map((one) =>
    line(
      one,
      html`none of the times suits; the candidate could come ${one.windows.map(({ said }) => said).join('; ')}`,
      one.note,
    ),
  )}</ul></section>`;
}

function sinceWords(since: Date, now: Date): string {
  const days = daysSince(since, now);
  return days === 'today' ? days : `${days} ago`;
}

function comingInterviews({ interviews, frame }: DeskView): Html | null {
  if (interviews.length === 0) return null;
  return html`<section aria-labelledby="coming"><h2 id="coming">Your coming interviews</h2><ul class="rows">${interviews.map(
    (interview) =>
      html`<li><a href="/kits/${interview.applicationId}/${interview.stageId}">${interview.candidateName}</a><span>${interview.stageName} · ${interview.postingTitle}</span><span class="soft">${moment(interview.startsAt, frame.zone)}${interview.answer === 'ACCEPTED' ? null : html` · ${ANSWERS[interview.answer]}`}</span></li>`,
  )}</ul><p class="soft">Times are in ${frame.zone.replaceAll('_', ' ')}.</p></section>`;
}

const ANSWERS: Readonly<Record<string, string>> = {
  PENDING: 'you have not answered',
  DECLINED: 'you said that you cannot come',
  TENTATIVE: 'you said maybe',
};

function postings({ postings: all, frame }: DeskView): Html {
  const start = frame.mayImport
    ? html`<p>No posting yet. <a href="/postings/import">Import one</a>: paste the Markdown document that you already have.</p>`
    : html`<p>You are in no posting’s hiring team yet.</p>`;
  return html`<section aria-labelledby="postings"><h2 id="postings">Postings</h2>${all.length === 0 ? html`<div class="card">${start}</div>` : html`<ul class="rows">${all.map(postingRow)}</ul>`}</section>`;
}

function postingRow({ id, title, status, stages }: DeskPosting): Html {
  const active = stages?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const names = stages?.map(({ stageName, count }) => `${stageName ?? 'Received'} ${count}`).join(' · ');
  return html`<li><a href="/postings/${id}${stages ? '/board' : ''}">${title || 'Untitled posting'}</a><span><span class="pill">${lower(status)}</span> ${stages ? plural(active, 'active candidate') : null}</span><span class="soft">${names ?? null}</span></li>`;
}
