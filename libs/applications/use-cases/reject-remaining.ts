import { Injectable } from '@nestjs/common';
import {
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  type SystemActor,
  type TeamRole,
  isId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { may, personIdOf, standingIn } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { lockApplications } from '../persistence/lock-application.js';
import { MoveApplication } from './move-application.js';

/** Applications one transaction rejects: few enough that nobody who moves one of them waits long. */
const BATCH = 50;

export interface RejectedRemaining {
  readonly rejected: number;
  /** Active ones that were left because somebody moved them meanwhile. */
  readonly left: number;
}

/** Rejects whoever is still active under a posting that takes no more people: one engine, one kind mail each. */
@Injectable()
export class RejectRemaining {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly move: MoveApplication,
  ) {}

  async execute(actor: StaffActor | SystemActor, postingId: Id, reasonId: Id): Promise<Result<RejectedRemaining, Refusal>> {
    const { organizationId } = actor;
    if (!isId(postingId) || !isId(reasonId)) return noSuchPosting();
    const [posting] = await this.uow.read<{
      status: string;
      team_roles: TeamRole[] | null;
      remaining: Id[] | null;
      reason_side: string | null;
    }>(
      organizationId,
      'read-remaining',
      `SELECT p.status,
              ${standingIn('p.id', '$3')} AS team_roles,
              (SELECT array_agg(a.id ORDER BY a.id) FROM applications a WHERE a.organization_id = $1 AND a.posting_id = p.id AND a.status = 'ACTIVE') AS remaining,
              (SELECT r.side FROM rejection_reasons r WHERE r.organization_id = $1 AND r.id = $4 AND r.active) AS reason_side
         FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
      [organizationId, postingId, personIdOf(actor), reasonId],
    );
    if (!posting || !may(actor, 'application.move', { teamRoles: posting.team_roles })) return noSuchPosting();
    if (posting.status !== 'CLOSED' && posting.status !== 'ARCHIVED')
      return refuse('POSTING_NOT_CLOSED', 'This posting is not closed, so nobody was rejected. Close it first.');
    if (posting.reason_side !== 'WE_REJECTED')
      return refuse(
        'INVALID_INPUT',
        'That reason is not among the active reasons for rejecting. Nobody was rejected; choose one from the list.',
        {
          field: 'input.reasonId',
        },
      );
    const ids = posting.remaining ?? [];
    let rejected = 0;
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = await this.batch(actor, ids.slice(at, at + BATCH), reasonId);
      if (!batch.ok) return rejected === 0 ? batch : broughtToAHalt(batch.refusal, rejected);
      rejected += batch.value;
    }
    return ok({ rejected, left: ids.length - rejected });
  }

  /** @returns how many it rejected, or what a reaction refuses. */
  private async batch(actor: StaffActor | SystemActor, ids: Id[], reasonId: Id): Promise<Result<number, Refusal>> {
    return this.uow.run<number, Refusal>(actor, async (tx) => {
      let rejected = 0;
      for (const locked of await lockApplications(tx, ids, reasonId, actor)) {
        const command = { kind: 'REJECT', reasonId } as const;
        const moved = await this.move.decide(tx, { applicationId: locked.id, expectedVersion: null, command }, locked);
        if (moved.ok) rejected += 1;
      }
      return ok(rejected);
    });
  }
}

function broughtToAHalt({ code, message }: Refusal, rejected: number) {
  return refuse(code, `${rejected} were rejected, the others were not. ${message}`);
}

function noSuchPosting() {
  return refuse('NOT_FOUND', 'There is no such posting, or you may not reject its applications. Nothing was changed.');
}
