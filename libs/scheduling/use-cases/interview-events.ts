import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** What every event of an interview tells; ids and plain data. Why it changed is somebody's own words: they rest in the interview, not in the outbox. */
export interface InterviewRef {
  readonly interviewId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
  readonly sequence: number;
}

/** An interview was booked; a timer rings at its end. */
export function emitBooked(tx: Tx, interview: InterviewRef, endsAt: Date): void {
  tx.emit({ name: 'InterviewBooked', subjectId: interview.applicationId, payload: interview });
  emitTimer(tx, interview, endsAt);
}

/**
 * An interview has another time or other people. `removedSeatIds` are the interview seats that were taken away; `timeChanged` tells whether the candidate
 * has to come at another time. The timer of the old time rings too and finds that it is not wanted any more.
 */
export function emitRescheduled(
  tx: Tx,
  interview: InterviewRef,
  { reason, ...change }: { readonly reason: string; readonly removedSeatIds: readonly Id[]; readonly timeChanged: boolean },
  endsAt: Date,
): void {
  const payload = { ...interview, ...change };
  tx.emit({ name: 'InterviewRescheduled', subjectId: interview.applicationId, payload, transient: { reason } });
  if (change.timeChanged) emitTimer(tx, interview, endsAt);
}

/** An interview will not take place; `removedSeatIds` are those of its seats. */
export function emitCancelled(tx: Tx, interview: InterviewRef, reason: string, removedSeatIds: readonly Id[]): void {
  const payload = { ...interview, removedSeatIds };
  tx.emit({ name: 'InterviewCancelled', subjectId: interview.applicationId, payload, transient: { reason } });
}

function emitTimer(tx: Tx, { interviewId, applicationId, postingId }: InterviewRef, endsAt: Date): void {
  tx.emit({
    name: 'InterviewEnded',
    subjectId: applicationId,
    payload: { interviewId, applicationId, postingId },
    notBefore: endsAt,
  });
}
