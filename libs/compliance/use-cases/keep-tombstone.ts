import { Injectable } from '@nestjs/common';
import type { CandidateErased } from '#libs/applications/index.js';
import type { StoredEvent } from '#libs/platform/index.js';
import { Tombstones } from '../persistence/tombstones.js';

/** Writes down outside of the database who was let go. Idempotent. */
@Injectable()
export class KeepTombstone {
  constructor(private readonly stones: Tombstones) {}

  async execute({ organizationId, payload, id }: StoredEvent): Promise<void> {
    const { candidateIds } = payload as CandidateErased;
    await this.stones.keep({ organizationId, candidateIds, erasedAt: new Date(instantOf(id)).toISOString() });
  }
}

/** The milliseconds in a UUIDv7 (RFC 9562 §5.7). */
function instantOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
