import { Injectable } from '@nestjs/common';
import { EraseCandidate } from '#libs/applications/index.js';
import { allOrganizationIds } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import type { Tombstone } from '../persistence/tombstones.js';

/** Erases, after a restore, whoever was erased since the back-up was made. */
@Injectable()
export class EraseAgain {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly erase: EraseCandidate,
  ) {}

  /**
   * Answers how many records were erased; those that are not there, or erased already, need nothing.
   * @throws Error when one cannot be erased: the restored data must not be used then.
   */
  async execute(stones: readonly Tombstone[]): Promise<number> {
    const present = new Set(await allOrganizationIds(this.uow));
    let erased = 0;
    for (const { organizationId, candidateIds } of stones.filter((stone) => present.has(stone.organizationId))) {
      for (const candidateId of candidateIds) {
        const done = await this.erase.again({ kind: 'system', organizationId, part: 'restore' }, candidateId);
        if (done.ok) erased += 1;
        else if (done.refusal.code !== 'NOT_FOUND' && done.refusal.code !== 'MERGED')
          throw new Error(
            `A person who was erased came back and could not be erased again (${candidateId}): ${done.refusal.message}`,
          );
      }
    }
    return erased;
  }
}
