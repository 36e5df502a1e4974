import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Refusal, type Result, ok, parseAddress, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { isMailKey } from '../domain/mails/registry.js';

export type LiftRefusal = Refusal<'NOT_FOUND' | 'FORBIDDEN'> | IdempotencyRefusal;

/** Lets mails go to an address again: somebody found out that there is a mailbox now, or was asked to. What was skipped meanwhile stays skipped. */
@Injectable()
export class LiftSuppression {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param template the one mail that the address does without; null: what ended all mails to it */
  async execute(
    actor: Actor,
    address: string,
    template: string | null,
    idempotency?: Idempotency,
  ): Promise<Result<null, LiftRefusal>> {
    if (!may(actor, 'mail.retry'))
      return refuse(
        'FORBIDDEN',
        'Only administrators and recruiters let mails go to an address again. Nothing was changed; ask one of them.',
      );
    return this.uow.run<null, LiftRefusal>(
      actor,
      async (tx) => {
        const parsed = parseAddress(address);
        if (!parsed.ok || (template !== null && !isMailKey(template))) return notSuppressed();
        const [lifted] = await tx.query<{ mail_id: string | null }>(
          'lift-suppression',
          'DELETE FROM mail_suppressions WHERE organization_id = $1 AND address = lower($2) AND template = $3 RETURNING mail_id',
          [tx.organizationId, parsed.value, template ?? ''],
        );
        if (!lifted) return notSuppressed();
        // The log is sealed and outlives people: it names the mail, not the address.
        tx.audit('mail-suppression.lift', 'organization', tx.organizationId, { mailId: lifted.mail_id, template });
        return ok(null);
      },
      idempotency,
    );
  }
}

function notSuppressed(): Result<never, Refusal<'NOT_FOUND'>> {
  return refuse('NOT_FOUND', 'Mails to this address are not held back. Nothing was changed.');
}
