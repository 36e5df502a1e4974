import { Injectable } from '@nestjs/common';
import {
  type Actor,
  bad,
  type BadInput,
  type Id,
  isId,
  newId,
  ok,
  readWhole,
  readWord,
  type Refusal,
  refuse,
  type Result,
  TEAM_ROLES,
  type TeamRole,
} from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import {
  cancelOpeningRow,
  deleteTeamMember,
  insertOpenings,
  insertTeamMember,
  isLed,
  isPresentPerson,
  lockOpenings,
} from '../persistence/hiring-rows.js';
import { type LockedPosting, updateVersion } from '../persistence/posting-rows.js';
import { type PostingRefusal, lockPosting, noSuch, nobodyLeads } from './locked-posting.js';

export type HiringRefusal =
  PostingRefusal | BadInput | Refusal<'OPENING_FILLED' | 'OPENING_CANCELLED' | 'NOBODY_LEADS'> | IdempotencyRefusal;
export interface ChangedPosting {
  readonly postingId: Id;
}

/** Openings one posting may have, filled and cancelled ones included. */
const MOST_OPENINGS = 200;

/** Who hires for a posting, and how many. */
@Injectable()
export class HiringTeam {
  constructor(private readonly uow: UnitOfWork) {}

  /** Adds seats to fill. */
  async addOpenings(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; count: number },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPosting, HiringRefusal>> {
    const count = readWhole(input.count, 'input.count', 1, 50);
    if (!count.ok) return count;
    const work = async (tx: Tx): Promise<Result<ChangedPosting, HiringRefusal>> => {
      const locked = await lockPosting(tx, input.postingId, input.expectedVersion);
      if (!locked.ok) return locked;
      const present = await lockOpenings(tx, input.postingId);
      if (present.length + count.value > MOST_OPENINGS)
        return bad('input.count', `A posting has at most ${MOST_OPENINGS} openings and this one has ${present.length}`);
      const last = present.at(-1)?.number ?? 0;
      const openings = Array.from({ length: count.value }, (_, i) => ({ id: newId(tx.now.getTime()), number: last + i + 1 }));
      insertOpenings(tx, input.postingId, openings);
      updateVersion(tx, input.postingId, locked.value.version + 1);
      tx.audit('opening.add', 'posting', input.postingId, { count: count.value });
      return ok({ postingId: input.postingId });
    };
    return this.uow.run<ChangedPosting, HiringRefusal>(actor, work, idempotency);
  }

  /** Takes back a seat that nobody was hired into. */
  async cancelOpening(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; openingId: Id },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPosting, HiringRefusal>> {
    const work = async (tx: Tx): Promise<Result<ChangedPosting, HiringRefusal>> => {
      const locked = await lockPosting(tx, input.postingId, input.expectedVersion);
      if (!locked.ok) return locked;
      const opening = (await lockOpenings(tx, input.postingId)).find(({ id }) => id === input.openingId);
      if (!opening) return noSuch('opening');
      if (opening.status === 'FILLED')
        return refuse(
          'OPENING_FILLED',
          'Somebody was hired into this opening, so it cannot be cancelled. Reopen their application first.',
        );
      if (opening.status === 'CANCELLED')
        return refuse('OPENING_CANCELLED', 'This opening was cancelled already. Nothing was changed.');
      cancelOpeningRow(tx, input.openingId);
      updateVersion(tx, input.postingId, locked.value.version + 1);
      tx.audit('opening.cancel', 'posting', input.postingId, { openingId: input.openingId });
      return ok({ postingId: input.postingId });
    };
    return this.uow.run<ChangedPosting, HiringRefusal>(actor, work, idempotency);
  }

  /** Gives a person a role in the team. Doing it twice is doing it once. */
  async addMember(
    actor: Actor,
    input: { postingId: Id; personId: Id; teamRole: TeamRole },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPosting, HiringRefusal>> {
    const work = async (tx: Tx): Promise<Result<ChangedPosting, HiringRefusal>> => {
      const locked = await this.locked(tx, input);
      if (!locked.ok) return locked;
      if (!isId(input.personId) || !(await isPresentPerson(tx, input.personId))) return noSuch('person');
      insertTeamMember(tx, input.postingId, input.personId, input.teamRole);
      tx.audit('team.add', 'posting', input.postingId, { personId: input.personId, teamRole: input.teamRole });
      return ok({ postingId: input.postingId });
    };
    return this.uow.run<ChangedPosting, HiringRefusal>(actor, work, idempotency);
  }

  /** Takes a role in the team from a person. Administrators and recruiters keep the posting in any case, unless it is confidential. */
  async removeMember(
    actor: Actor,
    input: { postingId: Id; personId: Id; teamRole: TeamRole },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPosting, HiringRefusal>> {
    const work = async (tx: Tx): Promise<Result<ChangedPosting, HiringRefusal>> => {
      const locked = await this.locked(tx, input);
      if (!locked.ok) return locked;
      if (!isId(input.personId) || !(await deleteTeamMember(tx, input.postingId, input.personId, input.teamRole)))
        return noSuch('member of the team');
      if (locked.value.team_roles.includes('CONFIDENTIAL') && !(await isLed(tx, input.postingId))) return nobodyLeads();
      tx.audit('team.remove', 'posting', input.postingId, { personId: input.personId, teamRole: input.teamRole });
      return ok({ postingId: input.postingId });
    };
    return this.uow.run<ChangedPosting, HiringRefusal>(actor, work, idempotency);
  }

  private async locked(tx: Tx, input: { postingId: Id; teamRole: TeamRole }): Promise<Result<LockedPosting, HiringRefusal>> {
    const role = readWord(input.teamRole, 'input.teamRole', TEAM_ROLES);
    return role.ok ? lockPosting(tx, input.postingId, null) : role;
  }
}
