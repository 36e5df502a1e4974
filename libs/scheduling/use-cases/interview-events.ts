import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';

/** What every event of an interview tells; ids and plain data. Why it changed is somebody's own words: they rest in the interview, not in the outbox. */
export interface InterviewRef {
  readonly interviewId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
  readonly sequence: number;
}

/** When an interview is. */
export interface InterviewTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The timer `InterviewSoon`: it belongs to one time, and an interview that was moved has another. */
export interface InterviewSoon {
  readonly interviewId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  /** ISO instant. */
  readonly startsAt: string;
}

/** An interview was booked; timers ring a day before it, and at its end. */
export function emitBooked(tx: Tx, interview: InterviewRef, time: InterviewTime): void {
  tx.emit({ name: 'InterviewBooked', subjectId: interview.applicationId, payload: interview });
  emitTimers(tx, interview, time);
}

/**
 * An interview has another time or other people. `removedSeatIds` are the interview seats that were taken away; `timeChanged` tells whether the candidate
 * has to come at another time. The timers of the old time ring too and find that they are not wanted any more.
 */
export function emitRescheduled(
  tx: Tx,
  interview: InterviewRef,
  { reason, ...change }: { readonly reason: string; readonly removedSeatIds: readonly Id[]; readonly timeChanged: boolean },
  time: InterviewTime,
): void {
  const payload = { ...interview, ...change };
  tx.emit({ name: 'InterviewRescheduled', subjectId: interview.applicationId, payload, transient: { reason } });
  if (change.timeChanged) emitTimers(tx, interview, time);
}

/** An interview will not take place; `removedSeatIds` are those of its seats. */
export function emitCancelled(tx: Tx, interview: InterviewRef, reason: string, removedSeatIds: readonly Id[]): void {
  const payload = { ...interview, removedSeatIds };
  tx.emit({ name: 'InterviewCancelled', subjectId: interview.applicationId, payload, transient: { reason } });
}

/** What is booked for within a day needs no reminder: the invitation has just come. */
function emitTimers(tx: Tx, { interviewId, applicationId, postingId }: InterviewRef, { startsAt, endsAt }: InterviewTime): void {
  const payload = { interviewId, applicationId, postingId };
  const remindAt = new Date(startsAt.getTime() - SCHEDULING.reminder_ms);
  if (remindAt > tx.now) {
    const soon: InterviewSoon = { ...payload, startsAt: startsAt.toISOString() };
    tx.emit({ name: 'InterviewSoon', subjectId: applicationId, payload: soon, notBefore: remindAt });
  }
  tx.emit({ name: 'InterviewEnded', subjectId: applicationId, payload, notBefore: endsAt });
}
