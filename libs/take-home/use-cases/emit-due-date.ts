import type { Tx } from '#libs/platform/index.js';
import { remindAt } from '../domain/due-date.js';
import type { TakeHomeDueSoon, TakeHomeRef } from '../domain/take-home-events.js';

/** Sets the timer of a due date, if there is still time to be reminded. A timer of another due date rings too and finds that it is not wanted. */
export function emitDueSoon(tx: Tx, ref: TakeHomeRef, dueAt: Date): void {
  const notBefore = remindAt(dueAt, tx.now);
  if (notBefore === null) return;
  const payload: TakeHomeDueSoon = { ...ref, dueAt: dueAt.toISOString() };
  tx.emit({ name: 'TakeHomeDueSoon', subjectId: ref.applicationId, payload, notBefore });
}
