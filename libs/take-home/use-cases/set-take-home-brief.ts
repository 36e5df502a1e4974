import { Injectable } from '@nestjs/common';
import { type Actor, type Result, ok } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { type BriefRefusal, readBrief } from '../domain/brief.js';
import { contextOf, refOf } from '../persistence/take-home-rows.js';
import { type Change, type ChangeRefusal, type TakeHomeChanged, lockForChange } from './change-take-home.js';

/** Writes the assignment anew while it is with the candidate, who sees it on their page at once. */
@Injectable()
export class SetTakeHomeBrief {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: Change & { readonly brief: string },
    idempotency?: Idempotency,
  ): Promise<Result<TakeHomeChanged, ChangeRefusal | BriefRefusal | IdempotencyRefusal>> {
    const read = readBrief(input.brief);
    if (!read.ok) return read;
    const brief = read.value;
    return this.uow.run<TakeHomeChanged, ChangeRefusal>(
      actor,
      async (tx) => {
        const locked = await lockForChange(tx, actor, input);
        if (!locked.ok) return locked;
        const row = locked.value;
        tx.write(
          'set-take-home-brief',
          'UPDATE take_homes SET brief = $3, version = version + 1 WHERE organization_id = $1 AND id = $2',
          [tx.organizationId, row.id, brief],
        );
        const transient = { ...contextOf(row), brief };
        tx.emit({ name: 'TakeHomeBriefChanged', subjectId: row.application_id, payload: refOf(row), transient });
        tx.audit('take-home.set-brief', 'take-home', row.id);
        return ok({ takeHomeId: row.id });
      },
      idempotency,
    );
  }
}
