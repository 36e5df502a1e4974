import { Injectable } from '@nestjs/common';
import { type Actor, type Result, ok } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { type Extension, type ExtensionRefusal, extend } from '../domain/due-date.js';
import { contextOf, refOf } from '../persistence/take-home-rows.js';
import { type Change, type ChangeRefusal, type TakeHomeChanged, lockForChange } from './change-take-home.js';
import { emitDueSoon } from './emit-due-date.js';

/** Gives the candidate more time. The reminder moves with the due date. */
@Injectable()
export class ExtendTakeHome {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: Change & Extension,
    idempotency?: Idempotency,
  ): Promise<Result<TakeHomeChanged, ChangeRefusal | ExtensionRefusal | IdempotencyRefusal>> {
    return this.uow.run<TakeHomeChanged, ChangeRefusal | ExtensionRefusal>(
      actor,
      async (tx) => {
        const locked = await lockForChange(tx, actor, input);
        if (!locked.ok) return locked;
        const row = locked.value;
        const extended = extend({ dueAt: row.due_at, zone: row.due_zone }, input, tx.now);
        if (!extended.ok) return extended;
        const dueAt = extended.value;
        tx.write(
          'extend-take-home',
          'UPDATE take_homes SET due_at = $3, extensions = extensions + 1, version = version + 1 WHERE organization_id = $1 AND id = $2',
          [tx.organizationId, row.id, dueAt],
        );
        const ref = refOf(row);
        tx.emit({
          name: 'TakeHomeExtended',
          subjectId: row.application_id,
          payload: ref,
          transient: { ...contextOf(row), dueAt },
        });
        emitDueSoon(tx, ref, dueAt);
        tx.audit('take-home.extend', 'take-home', row.id, { from: row.due_at, to: dueAt });
        return ok({ takeHomeId: row.id });
      },
      idempotency,
    );
  }
}
