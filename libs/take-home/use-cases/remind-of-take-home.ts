import { Injectable } from '@nestjs/common';
import { type SystemActor, ok } from '#libs/kernel/index.js';
import { type StoredEvent, UnitOfWork } from '#libs/platform/index.js';
import type { TakeHomeDueSoon } from '../domain/take-home-events.js';
import { contextOf, lockTakeHome, refOf } from '../persistence/take-home-rows.js';

/** Looks, when a due date is near, whether the candidate still has to be reminded of it. */
@Injectable()
export class RemindOfTakeHome {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Emits `TakeHomeReminderDue` when the take-home is still with the candidate and this is still its due date. Idempotent by the timer's id: the
   * unit of work remembers it.
   */
  async execute(timer: StoredEvent): Promise<void> {
    const { takeHomeId, dueAt } = timer.payload as TakeHomeDueSoon;
    const actor: SystemActor = { kind: 'system', organizationId: timer.organizationId, part: 'worker' };
    await this.uow.run(
      actor,
      async (tx) => {
        const row = await lockTakeHome(tx, takeHomeId);
        if (row?.status === 'SENT' && row.due_at.toISOString() === dueAt) {
          tx.emit({ name: 'TakeHomeReminderDue', subjectId: row.application_id, payload: refOf(row), transient: contextOf(row) });
        }
        return ok(null);
      },
      { key: `take-home-reminder:${timer.id}`, operation: 'remindOfTakeHome', request: timer.payload },
    );
  }
}
