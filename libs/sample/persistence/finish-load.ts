import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Queues that events were handled while the sample was loaded, so that the worker leaves them alone. */
export function markHandled(tx: Tx, eventIds: readonly Id[]): void {
  tx.write(
    'sample-mark-handled',
    `UPDATE outbox_events SET state = 'DONE', attempts = 1, relayed_at = not_before WHERE organization_id = $1 AND id = ANY ($2)`,
    [tx.organizationId, eventIds],
  );
}

/** Has this COMMIT wait for the disk, and so for all before it, on connections that otherwise do not. */
export function waitForTheDisk(tx: Tx): void {
  tx.write('sample-wait-for-the-disk', 'SET LOCAL synchronous_commit = on');
}
