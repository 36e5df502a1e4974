import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, type StaffActor, isId, newId, ok, refuse } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { type RetentionRuleInput, checkRule } from '../domain/retention.js';

const MOST_WORDS = 500;

/** How long people are kept, and who must not go for now. Administrators only. */
@Injectable()
export class KeepByRule {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes or changes the rule of a country, or of everywhere else. `expectedVersion` is 0 where there is none yet. Answers the version it has now. */
  async set(actor: StaffActor, wanted: RetentionRuleInput, expectedVersion: number): Promise<Result<number, Refusal>> {
    if (!may(actor, 'privacy.manage')) return notYours();
    const checked = checkRule(wanted);
    if (!checked.ok) return checked;
    const { country, atLeastDays, atMostDays } = checked.value;
    return this.uow.run<number, Refusal>(actor, async (tx) => {
      // Of two who make the first rule at once, one waits here and then sees a version.
      await tx.query('lock-retention-rules', `SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE`, [tx.organizationId]);
      const [present] = await tx.query<{ id: Id; version: number }>(
        'read-retention-rule',
        'SELECT id, version FROM retention_rules WHERE organization_id = $1 AND country IS NOT DISTINCT FROM $2',
        [tx.organizationId, country],
      );
      const version = present?.version ?? 0;
      if (version !== expectedVersion) return changedMeanwhile(version);
      tx.write(
        'write-retention-rule',
        `INSERT INTO retention_rules (organization_id, id, country, at_least_days, at_most_days, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organization_id, country) DO UPDATE
            SET at_least_days = excluded.at_least_days, at_most_days = excluded.at_most_days, changed_at = excluded.changed_at, version = retention_rules.version + 1`,
        [tx.organizationId, newId(tx.now.getTime()), country, atLeastDays, atMostDays, tx.now],
      );
      tx.audit('retention.set', 'retention-rule', present?.id ?? null, { country, atLeastDays, atMostDays });
      return ok(version + 1);
    });
  }

  /** Takes a rule away: nobody is erased by it any more, and it keeps nobody. */
  async remove(actor: StaffActor, ruleId: Id, expectedVersion: number): Promise<Result<Id, Refusal>> {
    if (!isId(ruleId) || !may(actor, 'privacy.manage')) return notYours();
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [present] = await tx.query<{ version: number; country: string | null }>(
        'lock-retention-rule',
        'SELECT version, country FROM retention_rules WHERE organization_id = $1 AND id = $2 FOR UPDATE',
        [tx.organizationId, ruleId],
      );
      if (!present) return notYours();
      if (present.version !== expectedVersion) return changedMeanwhile(present.version);
      tx.write('remove-retention-rule', 'DELETE FROM retention_rules WHERE organization_id = $1 AND id = $2', [
        tx.organizationId,
        ruleId,
      ]);
      tx.audit('retention.remove', 'retention-rule', ruleId, { country: present.country });
      return ok(ruleId);
    });
  }

  /** Nobody and no rule erases the person until the hold is released. */
  async hold(actor: StaffActor, candidateId: Id, reason: string): Promise<Result<Id, Refusal>> {
    if (!isId(candidateId) || !may(actor, 'privacy.manage')) return notYours();
    const words = reason.trim();
    if (words === '' || words.length > MOST_WORDS || /[\0\p{Surrogate}]/u.test(words))
      return refuse(
        'INVALID_INPUT',
        `Say why in 1 to ${MOST_WORDS} characters, such as the number of the case. Nothing was changed.`,
        {
          field: 'input.reason',
        },
      );
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [person] = await tx.query(
        'lock-candidate-to-hold',
        'SELECT FROM candidates WHERE organization_id = $1 AND id = $2 AND erased_at IS NULL AND merged_into_id IS NULL FOR NO KEY UPDATE',
        [tx.organizationId, candidateId],
      );
      if (!person) return notYours();
      tx.write(
        'place-hold',
        `INSERT INTO legal_holds (organization_id, candidate_id, reason, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organization_id, candidate_id) DO UPDATE SET reason = excluded.reason`,
        [tx.organizationId, candidateId, words, actor.personId, tx.now],
      );
      tx.audit('hold.place', 'candidate', candidateId);
      return ok(candidateId);
    });
  }

  async release(actor: StaffActor, candidateId: Id): Promise<Result<Id, Refusal>> {
    if (!isId(candidateId) || !may(actor, 'privacy.manage')) return notYours();
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [released] = await tx.query(
        'release-legal-hold',
        'DELETE FROM legal_holds WHERE organization_id = $1 AND candidate_id = $2 RETURNING candidate_id',
        [tx.organizationId, candidateId],
      );
      if (!released) return notYours();
      tx.audit('hold.release', 'candidate', candidateId);
      return ok(candidateId);
    });
  }
}

function notYours() {
  return refuse('NOT_FOUND', 'There is no such person or rule, or it is not yours to decide. Nothing was changed.');
}

function changedMeanwhile(presentVersion: number) {
  return refuse('CONFLICT', 'Somebody else changed this rule first; nothing was changed. Look again and decide again.', {
    presentVersion,
  });
}
