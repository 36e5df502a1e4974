import { type Html, html } from '#libs/platform/index.js';
import { mainCommand, otherCommands } from './application-commands.js';
import { facts, mails, material, notes, timeline } from './application-record.js';
import { type ApplicationPageView, nextStageOf, stageName } from './application-view.js';
import { interviews, scorecards, takeHomes } from './application-work.js';
import { daysSince, lower, moment, waitingInWords } from './desk-words.js';
import { staffPage } from './staff-layout.js';

/** All about one application on one page: where it stands, what to do, what is known, and what has happened. */
export function applicationPage(view: ApplicationPageView): string {
  const { application, frame } = view;
  const posting = view.may.seeBoard
    ? html`<a href="/postings/${application.postingId}/board">${application.postingTitle}</a>`
    : html`${application.postingTitle}`;
  return staffPage(frame, {
    title: 'Application',
    said: view.said,
    body: html`<h1>${application.candidate.name}</h1>
<p class="lead">${posting} <span class="pill">${lower(application.status)}</span></p>
<div class="columns"><div>
${standing(view)}
${material(view)}
${interviews(view)}
${takeHomes(view)}
${scorecards(view)}
${notes(view)}
${mails(view)}</div>
<aside aria-label="Facts and timeline">${facts(view)}${timeline(view)}${view.may.exportData ? dataForm(application.candidate.id) : null}</aside></div>`,
  });
}

/** Everything that is known of the person, whoever of them asks for it. */
function dataForm(candidateId: string): Html {
  return html`<form method="post" action="/candidates/${candidateId}/data"><input type="hidden" name="action" value="fetch-data"><p class="actions"><button class="quiet" type="submit">Download all of their data</button></p></form>`;
}

function standing(view: ApplicationPageView): Html {
  const { application, now, frame } = view;
  const heading = application.status === 'ACTIVE' ? stageName(application, application.stageId) : ENDS[application.status];
  return html`<section class="card now" aria-labelledby="now"><h2 id="now">${heading}</h2>
<p class="soft">${since(view)}</p><p>${nextAction(view)}</p>${application.status === 'ACTIVE' ? stagesLine(view) : null}
${mainCommand(view)}${otherCommands(view)}</section>`;

  function since({ application: { endedAt, enteredStageAt, reason } }: ApplicationPageView): Html {
    if (endedAt) return html`${moment(endedAt, frame.zone)}${reason ? html` · ${reason.label}` : null}`;
    const days = daysSince(enteredStageAt, now);
    return days === 'today' ? html`Here since today.` : html`Here for ${days}.`;
  }
}

const ENDS = { HIRED: 'Hired', REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn' } as const;

/** What is next, in one sentence for whoever reads it. */
function nextAction({ application, interviews: all, now, frame }: ApplicationPageView): Html {
  const { status, waiting } = application;
  if (status === 'HIRED') return html`The hire fills an opening. Nothing is left to do here.`;
  if (status !== 'ACTIVE') return html`Nothing is left to do, unless it is reopened.`;
  const next = nextStageOf(application);
  const onward = next ? html`move on to ${next.name}, or reject` : html`hire, or reject`;
  switch (waiting.for) {
    case 'REVIEW':
      return html`Read the application; then ${onward}.`;
    case 'FEEDBACK': {
      const over = all.some(({ in_stage, ends_at }) => in_stage && ends_at <= now);
      return html`${over ? 'The interview is over: read' : 'Read'} the scorecards; then ${onward}.`;
    }
    case 'SCHEDULING':
      return html`A time has to be found for the interview.`;
    case 'OFFER':
      return html`Agree on the offer; then hire into an opening.`;
    default: {
      const words = waitingInWords(waiting, frame.zone, now);
      return html`Waiting: ${words}.`;
    }
  }
}

/** The stages of the candidate's plan on one line, the present one marked. */
function stagesLine({ application: { stages, stageId } }: ApplicationPageView): Html {
  const here = stages.findIndex(({ id }) => id === stageId);
  return html`<ol class="path"><li${mark(-1, here)}>Received</li>${stages.map(({ name }, at) => html`<li${mark(at, here)}>${name}</li>`)}</ol>`;
}

function mark(at: number, here: number): Html | null {
  if (at === here) return html` aria-current="step"`;
  return at < here ? html` class="done"` : null;
}
