import { Inject, Injectable } from '@nestjs/common';
import { type Id, lowestId, ok } from '#libs/kernel/index.js';
import { allOrganizationIds } from '#libs/identity/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { headOf, seal } from '../domain/seal.js';
import { lastSeal, readEvents } from '../persistence/audit-rows.js';
import { AuditKey } from './signing-key.js';

/**
 * An entry is sealed when it is this old by the database's clock, whatever a worker takes for the time: its transaction, which gave it its id, has ended by then
 * (no statement and no pause in one may take more than half a minute, and ids are at most a minute off), so none can come later with an earlier id.
 */
export const SEAL_AFTER_MS = 120_000;
const MOST_EVENTS = 5_000;

/** Seals what is in the audit logs of all organisations and old enough. */
@Injectable()
export class SealAudit {
  private readonly key: AuditKey;

  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.key = new AuditKey(config.secret);
  }

  /** Answers how many entries were sealed, of those that are old enough, or as old as said. */
  async execute(after_ms = SEAL_AFTER_MS): Promise<number> {
    let sealed = 0;
    for (const organizationId of await allOrganizationIds(this.uow)) sealed += await this.sealNext(organizationId, after_ms);
    return sealed;
  }

  /** One link of one chain. Workers that do this at once wait for each other. */
  private async sealNext(organizationId: Id, after_ms: number): Promise<number> {
    const done = await this.uow.run({ kind: 'system', organizationId, part: 'audit' }, async (tx) => {
      const [locked] = await tx.query<{ now: Date }>(
        'lock-audit-chain',
        `SELECT now() AS now, pg_advisory_xact_lock(hashtextextended('audit ' || $1::text, 0))`,
        [organizationId],
      );
      const upTo = lowestId(locked!.now.getTime() - after_ms);
      const previous = await lastSeal(tx.query.bind(tx), organizationId);
      const events = await readEvents(tx.query.bind(tx), organizationId, previous?.upTo ?? null, upTo, MOST_EVENTS);
      if (events.length === 0) return ok(0);
      const next = seal(organizationId, previous, events);
      tx.write(
        'insert-audit-seal',
        'INSERT INTO audit_seals (organization_id, seq, up_to, events, hash, signature, sealed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [organizationId, next.seq, next.upTo, next.events, next.hash, this.key.sign(headOf(organizationId, next)), tx.now],
      );
      return ok(events.length);
    });
    return done.ok ? done.value : 0;
  }
}
