import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Lets go of what was written about an erased person; marks and recommendations stay for the charts. */
export function forgetWords(tx: Tx, applicationIds: readonly Id[]): void {
  tx.write(
    'forget-rating-notes',
    `UPDATE scorecard_ratings r SET note = '' FROM scorecards s
      WHERE s.organization_id = $1 AND s.application_id = ANY ($2) AND r.organization_id = $1 AND r.scorecard_id = s.id`,
    [tx.organizationId, applicationIds],
  );
  tx.write(
    'forget-scorecard-notes',
    `UPDATE scorecards SET notes = '' WHERE organization_id = $1 AND application_id = ANY ($2)`,
    [tx.organizationId, applicationIds],
  );
}
