import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { teamRolesIn } from '#libs/identity/index.js';
import { type Idempotency, type IdempotencyRefusal, Reactions, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { insertTeamMember, isLed } from '../persistence/hiring-rows.js';
import { lockConfidentialLedBy, updateConfidential } from '../persistence/posting-rows.js';
import type { ChangedPosting } from './hiring-team.js';
import { type PostingRefusal, lockPosting, nobodyLeads } from './locked-posting.js';

export type ConfidentialRefusal = PostingRefusal | Refusal<'NOT_IN_TEAM' | 'NOBODY_LEADS'> | IdempotencyRefusal;

const RANK = 5;

/**
 * Postings of which only their hiring team knows. Somebody who can open it again always leads one: that is so when it becomes confidential, the last who leads does not
 * leave the team, and whoever disables them takes their place.
 */
@Injectable()
export class ConfidentialPostings implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reactions: Reactions,
  ) {}

  onModuleInit(): void {
    this.reactions.on('PersonDisabled', RANK, (tx, { payload }) => this.takeOver(tx, (payload as { personId: Id }).personId));
  }

  /** Makes a posting confidential, by somebody of its team, or opens it to the organisation again. */
  async set(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; confidential: boolean },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPosting, ConfidentialRefusal>> {
    const { postingId, expectedVersion, confidential } = input;
    const work = async (tx: Tx): Promise<Result<ChangedPosting, ConfidentialRefusal>> => {
      const locked = await lockPosting(tx, postingId, expectedVersion);
      if (!locked.ok) return locked;
      if (confidential && actor.kind === 'staff' && teamRolesIn(locked.value.team_roles).length === 0)
        return refuse(
          'NOT_IN_TEAM',
          'You are not in this posting’s team and would not see it any more. Nothing was changed; join the team first, or ask somebody who is in it.',
        );
      if (confidential && !(await isLed(tx, postingId))) return nobodyLeads();
      updateConfidential(tx, { id: postingId, version: locked.value.version + 1, confidential });
      tx.emit({ name: 'PostingRevised', subjectId: postingId, payload: { postingId } });
      tx.audit(confidential ? 'posting.make-confidential' : 'posting.end-confidential', 'posting', postingId);
      return ok({ postingId });
    };
    return this.uow.run<ChangedPosting, ConfidentialRefusal>(actor, work, idempotency);
  }

  private async takeOver(tx: Tx, disabledId: Id): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') return;
    for (const postingId of await lockConfidentialLedBy(tx, disabledId)) {
      // Asked anew under the lock: somebody else may have left the team meanwhile.
      if (await isLed(tx, postingId)) continue;
      insertTeamMember(tx, postingId, actor.personId, 'RECRUITER');
      tx.audit('team.take-over', 'posting', postingId, { personId: actor.personId, teamRole: 'RECRUITER' });
    }
  }
}
