import { Injectable } from '@nestjs/common';
import { type Actor, type Result, ok } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { cancelTakeHomeRow, contextOf, refOf } from '../persistence/take-home-rows.js';
import { type Change, type ChangeRefusal, type TakeHomeChanged, lockForChange } from './change-take-home.js';

/** The team does without the work; the candidate stays in the stage. */
@Injectable()
export class CancelTakeHome {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: Change,
    idempotency?: Idempotency,
  ): Promise<Result<TakeHomeChanged, ChangeRefusal | IdempotencyRefusal>> {
    return this.uow.run<TakeHomeChanged, ChangeRefusal>(
      actor,
      async (tx) => {
        const locked = await lockForChange(tx, actor, input);
        if (!locked.ok) return locked;
        const row = locked.value;
        cancelTakeHomeRow(tx, row.id);
        tx.emit({ name: 'TakeHomeCancelled', subjectId: row.application_id, payload: refOf(row), transient: contextOf(row) });
        tx.audit('take-home.cancel', 'take-home', row.id);
        return ok({ takeHomeId: row.id });
      },
      idempotency,
    );
  }
}
