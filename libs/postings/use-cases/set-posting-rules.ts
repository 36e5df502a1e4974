import { Injectable } from '@nestjs/common';
import { type Actor, type Refusal, type Result, ok } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import type { PostingRules } from '../queries/posting-rules.js';
import { notAllowed } from './locked-posting.js';

/** States what a posting must say before it opens. Those that are open stay open. */
@Injectable()
export class SetPostingRules {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    rules: PostingRules,
    idempotency?: Idempotency,
  ): Promise<Result<PostingRules, Refusal<'FORBIDDEN'> | IdempotencyRefusal>> {
    if (!may(actor, 'organization.administer')) return notAllowed('change what postings must state');
    return this.uow.run<PostingRules, IdempotencyRefusal>(
      actor,
      (tx) => {
        tx.write(
          'set-posting-rules',
          `INSERT INTO posting_rules (organization_id, salary_required) VALUES ($1, $2)
           ON CONFLICT (organization_id) DO UPDATE SET salary_required = excluded.salary_required`,
          [tx.organizationId, rules.salaryRequired],
        );
        tx.audit('posting.rules', 'organization', tx.organizationId, { ...rules });
        return Promise.resolve(ok(rules));
      },
      idempotency,
    );
  }
}
