import { personIdOf } from '#libs/identity/index.js';
import { isId, ok, refuse, type Id, type Refusal, type Result } from '#libs/kernel/index.js';
import type { ConflictRefusal, Tx } from '#libs/platform/index.js';
import { lockInterview, type InterviewSeen } from '../persistence/lock.js';
import { mayScheduleAs } from '../queries/find-slots.js';
import type { InterviewRef } from './interview-events.js';

export type InterviewRefusal =
  Refusal<'NOT_FOUND' | 'INTERVIEW_OVER' | 'INTERVIEW_STARTED' | 'INTERVIEW_NOT_STARTED'> | ConflictRefusal;

/** The one answer for an interview that is not there and one that is somebody else's. */
export const NO_SUCH_INTERVIEW = refuse('NOT_FOUND', 'There is no such interview, or you may not change it.');

/** The application is locked and the interview read for whoever schedules it; a stale version is a Conflict. */
export async function openForChange(
  tx: Tx,
  interviewId: Id,
  expectedVersion: number | null,
): Promise<Result<InterviewSeen, InterviewRefusal>> {
  const interview = isId(interviewId) ? await lockInterview(tx, interviewId, personIdOf(tx.actor)) : null;
  if (!interview || !mayScheduleAs(tx.actor, interview.applicationId, interview.teamRoles)) return NO_SUCH_INTERVIEW;
  if (expectedVersion !== null && expectedVersion !== interview.version) {
    return refuse('CONFLICT', 'The interview was changed meanwhile. Nothing was done; look again and decide again.', {
      presentVersion: interview.version,
    });
  }
  return ok(interview);
}

/** Why an interview cannot be moved or cancelled any more; null when it can. */
export function whyOver({ state, startsAt }: InterviewSeen, now: Date) {
  if (state !== 'CONFIRMED') return refuse('INTERVIEW_OVER', `This interview is ${SAID[state]}, so it stays as it is.`);
  if (startsAt.getTime() <= now.getTime()) {
    return refuse('INTERVIEW_STARTED', 'This interview has begun, so it stays as it is. The team can mark who did not come.');
  }
  return null;
}

const SAID = {
  HELD: 'only a time that is held, not booked',
  CONFIRMED: 'confirmed',
  COMPLETED: 'completed',
  CANCELLED: 'cancelled',
  NO_SHOW: 'marked as not attended',
};

/** The interview as its events name it. */
export function refOf({ id, applicationId, postingId, stageId }: InterviewSeen, sequence: number): InterviewRef {
  return { interviewId: id, applicationId, postingId, stageId, sequence };
}
