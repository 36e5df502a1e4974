import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type BadInput,
  type Id,
  isId,
  newId,
  ok,
  readLine,
  readWhole,
  type Refusal,
  refuse,
  type Result,
} from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import {
  type Idempotency,
  type IdempotencyRefusal,
  SQLSTATE,
  type Tx,
  UnitOfWork,
  isDatabaseError,
} from '#libs/platform/index.js';
import { POOL_STANDINGS, type PoolStanding } from '../domain/pool-standing.js';
import { isPresentPerson } from '../persistence/hiring-rows.js';
import { deletePoolMember, insertPool, lockPool, putPoolMember, renamePoolRow } from '../persistence/pool-rows.js';
import { noSuch, notAllowed } from './locked-posting.js';

export type PoolRefusal = BadInput | Refusal<'NOT_FOUND' | 'FORBIDDEN' | 'POOL_NAME_TAKEN'> | IdempotencyRefusal;
export interface ChangedPool {
  readonly poolId: Id;
}

/** Pools of interviewers: who can take which seat, and how many interviews a week each means to hold. */
@Injectable()
export class InterviewerPools {
  constructor(private readonly uow: UnitOfWork) {}

  async create(actor: Actor, input: { name: string }, idempotency?: Idempotency): Promise<Result<ChangedPool, PoolRefusal>> {
    return this.change(actor, idempotency, async (tx) => {
      const name = readLine(input.name, 'input.name', 120);
      if (!name.ok) return name;
      const poolId = newId(tx.now.getTime());
      insertPool(tx, poolId, name.value);
      tx.audit('pool.create', 'pool', poolId);
      return ok({ poolId });
    });
  }

  async rename(
    actor: Actor,
    input: { poolId: Id; name: string },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPool, PoolRefusal>> {
    return this.change(actor, idempotency, async (tx) => {
      const name = readLine(input.name, 'input.name', 120);
      if (!name.ok) return name;
      if (!(await this.has(tx, input.poolId))) return noSuch('interviewer pool');
      renamePoolRow(tx, input.poolId, name.value);
      tx.audit('pool.rename', 'pool', input.poolId);
      return ok({ poolId: input.poolId });
    });
  }

  /** Puts a person in the pool, or changes how many interviews a week they mean to hold and whether they are trained. */
  async putMember(
    actor: Actor,
    input: { poolId: Id; personId: Id; targetPerWeek: number; standing?: PoolStanding },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPool, PoolRefusal>> {
    return this.change(actor, idempotency, async (tx) => {
      const target = readWhole(input.targetPerWeek, 'input.targetPerWeek', 0, 50);
      if (!target.ok) return target;
      const standing = input.standing ?? 'TRAINED';
      if (!POOL_STANDINGS.includes(standing))
        return refuse('INVALID_INPUT', `Choose one of ${POOL_STANDINGS.join(', ')}.`, { field: 'input.standing' });
      if (!(await this.has(tx, input.poolId))) return noSuch('interviewer pool');
      if (!isId(input.personId) || !(await isPresentPerson(tx, input.personId))) return noSuch('person');
      putPoolMember(tx, input.poolId, input.personId, target.value, standing);
      tx.audit('pool.put-member', 'pool', input.poolId, { personId: input.personId, standing });
      return ok({ poolId: input.poolId });
    });
  }

  /** Takes a person out of the pool. Interviews that are booked with them stay. */
  async removeMember(
    actor: Actor,
    input: { poolId: Id; personId: Id },
    idempotency?: Idempotency,
  ): Promise<Result<ChangedPool, PoolRefusal>> {
    return this.change(actor, idempotency, async (tx) => {
      if (!(await this.has(tx, input.poolId))) return noSuch('interviewer pool');
      if (!isId(input.personId) || !(await deletePoolMember(tx, input.poolId, input.personId)))
        return noSuch('member of the pool');
      tx.audit('pool.remove-member', 'pool', input.poolId, { personId: input.personId });
      return ok({ poolId: input.poolId });
    });
  }

  private async has(tx: Tx, poolId: Id): Promise<boolean> {
    return isId(poolId) && (await lockPool(tx, poolId));
  }

  private async change(
    actor: Actor,
    idempotency: Idempotency | undefined,
    work: (tx: Tx) => Promise<Result<ChangedPool, PoolRefusal>>,
  ): Promise<Result<ChangedPool, PoolRefusal>> {
    if (!may(actor, 'pools.manage')) return notAllowed('change interviewer pools');
    try {
      return await this.uow.run<ChangedPool, PoolRefusal>(actor, work, idempotency);
    } catch (error) {
      if (isDatabaseError(error, SQLSTATE.uniqueViolation, 'interviewer_pools_name'))
        return refuse(
          'POOL_NAME_TAKEN',
          'There is a pool of this name already. Nothing was changed; use that one or choose another name.',
        );
      throw error;
    }
  }
}
