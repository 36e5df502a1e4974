import { isMeeting, type StageKind } from '#libs/pipeline/index.js';
import type { Diagnostic } from './posting-document.js';

/** What stands in the way of publishing. REFUSES must be corrected, WARNS may be confirmed. */
export interface PublishProblem {
  readonly code: 'TITLE_MISSING' | 'SECTION_UNRESOLVED' | 'NO_OPENING' | 'POOL_EMPTY' | 'POOL_MISSING' | 'SEATS_MISSING';
  readonly severity: 'REFUSES' | 'WARNS';
  readonly message: string;
  /** Line of the document. */
  readonly line: number | null;
  readonly stageId: string | null;
}

/** A stage as far as publishing looks at it. */
export interface StaffedStage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly seats: readonly { readonly role: string; readonly pool: { readonly name: string; readonly members: number } | null }[];
}

/** All problems at once, refusals first. A posting may open with seats still to fill: candidates take days to reach them; the team confirms that it knows. */
export function publishProblems(posting: {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly stages: readonly StaffedStage[];
  readonly openOpenings: number;
}): PublishProblem[] {
  const problems: PublishProblem[] = [];
  if (posting.title === '') {
    const message = 'The document names no title. Correct the title, or revise the document.';
    problems.push({ code: 'TITLE_MISSING', severity: 'REFUSES', message, line: null, stageId: null });
  }
  for (const { code, message, line } of posting.diagnostics)
    if (code === 'SECTION_UNRESOLVED') problems.push({ code, severity: 'REFUSES', message, line, stageId: null });
  if (posting.openOpenings === 0) {
    const message = 'No opening is left to fill. Add an opening first.';
    problems.push({ code: 'NO_OPENING', severity: 'REFUSES', message, line: null, stageId: null });
  }
  return [...problems, ...posting.stages.flatMap(seatProblems)];
}

function seatProblems(stage: StaffedStage): PublishProblem[] {
  const warn = (code: PublishProblem['code'], message: string): PublishProblem => ({
    code,
    severity: 'WARNS',
    message,
    line: null,
    stageId: stage.id,
  });
  if (isMeeting(stage.kind) && stage.seats.length === 0)
    return [
      warn(
        'SEATS_MISSING',
        `"${stage.name}" names nobody who holds it, so no times can be offered for it. Add a seat in the plan.`,
      ),
    ];
  return stage.seats.flatMap((seat) => {
    if (seat.pool === null)
      return [warn('POOL_MISSING', `The seat "${seat.role}" in "${stage.name}" has no interviewer pool. Choose one.`)];
    if (seat.pool.members > 0) return [];
    return [warn('POOL_EMPTY', `The pool "${seat.pool.name}" for "${stage.name}" has no members. Add interviewers to it.`)];
  });
}
