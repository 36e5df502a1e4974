import { Inject, Injectable } from '@nestjs/common';
import { EraseCandidate } from '#libs/applications/index.js';
import { allOrganizationIds } from '#libs/identity/index.js';
import { type Clock, type Id, type SystemActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { GRACE_DAYS } from '../domain/retention.js';
import { DUE, type DueRow } from '../persistence/retention-rows.js';

/** People whom one look erases in one organisation; the next look goes on. */
const BATCH = 100;

/** Erases, by the organisations' rules, whoever was kept as long as they may be. Looked at by the worker; any number may look at once. */
@Injectable()
export class EraseDue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly erase: EraseCandidate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many were erased. Who applies again, or comes under a hold, between the look and the erasure stays. */
  async execute(): Promise<number> {
    let erased = 0;
    for (const organizationId of await allOrganizationIds(this.uow)) {
      const due = await this.uow.read<DueRow>(organizationId, 'retention-due', DUE, [
        organizationId,
        this.clock.now(),
        BATCH,
        GRACE_DAYS,
        false,
      ]);
      for (const { id, version } of due) erased += await this.one(organizationId, id, version);
    }
    return erased;
  }

  private async one(organizationId: Id, candidateId: Id, version: number): Promise<number> {
    const actor: SystemActor = { kind: 'system', organizationId, part: 'retention' };
    const done = await this.uow.run(actor, (tx) => this.erase.within(tx, candidateId, version));
    return done.ok ? 1 : 0;
  }
}
