import { Injectable } from '@nestjs/common';
import { EraseCandidate } from '#libs/applications/index.js';
import { allOrganizationIds } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { type Tombstone, Tombstones } from '../persistence/tombstones.js';

/** Erases whoever was erased before and came back with a back-up, however it was restored. */
@Injectable()
export class EraseAgain {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly erase: EraseCandidate,
    private readonly stones: Tombstones,
  ) {}

  /** Everybody who has a tombstone here; the worker looks every hour. */
  async ofKept(): Promise<number> {
    return this.execute(await this.stones.list());
  }

  /**
   * Answers how many records were erased; those that are not there, or erased already, need nothing.
   * @throws Error when one cannot be erased: the restored data must not be used then.
   */
  async execute(stones: readonly Tombstone[]): Promise<number> {
    let erased = 0;
    for (const organizationId of await allOrganizationIds(this.uow)) {
      const ids = stones.filter((stone) => stone.organizationId === organizationId).flatMap(({ candidateIds }) => candidateIds);
      for (const candidateId of await this.back(organizationId, ids)) erased += await this.one(organizationId, candidateId);
    }
    return erased;
  }

  /** Those of the records that are there and say more than that they were erased. */
  private async back(organizationId: Id, ids: readonly Id[]): Promise<Id[]> {
    if (ids.length === 0) return [];
    const rows = await this.uow.read<{ id: Id }>(
      organizationId,
      'erased-who-are-back',
      'SELECT id FROM candidates WHERE organization_id = $1 AND id = ANY ($2) AND erased_at IS NULL ORDER BY id',
      [organizationId, ids],
    );
    return rows.map(({ id }) => id);
  }

  private async one(organizationId: Id, candidateId: Id): Promise<number> {
    const done = await this.erase.again({ kind: 'system', organizationId, part: 'restore' }, candidateId);
    if (done.ok) return 1;
    // Somebody else was quicker, or the record it was merged into goes with it.
    if (done.refusal.code === 'NOT_FOUND' || done.refusal.code === 'MERGED') return 0;
    throw new Error(`A person who was erased came back and could not be erased again (${candidateId}): ${done.refusal.message}`);
  }
}
