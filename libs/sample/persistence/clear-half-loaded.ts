import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '#libs/kernel/index.js';
import { createDataSource } from '#libs/platform/index.js';

/**
 * Empties a database that holds nothing but the remains of an interrupted load, as its owner: the application may not delete what is kept for ever. In one
 * transaction, and only while that organisation is the only one; answers whether it did.
 */
export async function clearHalfLoaded(databaseUrl: string, home: string, organizationId: Id): Promise<boolean> {
  const owner = await createDataSource({ url: databaseUrl, role: 'owner', poolSize: 1 }).initialize();
  try {
    const cleared = await owner.transaction(async (db) => {
      await db.query('LOCK TABLE organization_directory IN ACCESS EXCLUSIVE MODE');
      const others: unknown[] = await db.query('SELECT FROM organization_directory WHERE organization_id <> $1 LIMIT 1', [
        organizationId,
      ]);
      if (others.length > 0) return false;
      // Those without a foreign key that would lead to them are named.
      await db.query(
        'TRUNCATE organizations, organization_directory, outbox_events, mails, audit_events, idempotency_keys CASCADE',
      );
      return true;
    });
    if (cleared) await rm(join(home, 'files', organizationId), { recursive: true, force: true });
    return cleared;
  } finally {
    await owner.destroy();
  }
}
