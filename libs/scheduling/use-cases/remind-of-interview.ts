import { Injectable } from '@nestjs/common';
import { ok, type SystemActor } from '#libs/kernel/index.js';
import { UnitOfWork, type StoredEvent } from '#libs/platform/index.js';
import { openForChange, refOf } from './change-interview.js';
import type { InterviewSoon } from './interview-events.js';

/** Looks, a day before an interview, whether its people still have to be reminded of it. */
@Injectable()
export class RemindOfInterview {
  constructor(private readonly uow: UnitOfWork) {}

  /** Emits `InterviewReminderDue` when the interview stands at this time and has not begun. Idempotent by the timer's id: the unit of work remembers it. */
  async execute(timer: StoredEvent): Promise<void> {
    const { interviewId, startsAt } = timer.payload as InterviewSoon;
    const actor: SystemActor = { kind: 'system', organizationId: timer.organizationId, part: 'worker' };
    await this.uow.run(
      actor,
      async (tx) => {
        const opened = await openForChange(tx, interviewId, null);
        if (!opened.ok) return ok(null);
        const interview = opened.value;
        const stands = interview.state === 'CONFIRMED' && interview.startsAt.toISOString() === startsAt;
        if (stands && interview.startsAt > tx.now) {
          const payload = refOf(interview, interview.sequence);
          tx.emit({ name: 'InterviewReminderDue', subjectId: interview.applicationId, payload });
        }
        return ok(null);
      },
      { key: `interview-reminder:${timer.id}`, operation: 'remindOfInterview', request: timer.payload },
    );
  }
}
