import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Lets go of what an erased person handed in; that something was, and when, stays. */
export function forgetSubmissions(tx: Tx, applicationIds: readonly Id[]): void {
  tx.write(
    'forget-submissions',
    `UPDATE take_homes SET submission_note = '', submission_attachment_id = NULL, due_zone = 'UTC',
            submission_url = CASE WHEN status = 'SUBMITTED' THEN 'https://erased.invalid/' END
      WHERE organization_id = $1 AND application_id = ANY ($2)`,
    [tx.organizationId, applicationIds],
  );
}
