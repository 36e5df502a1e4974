import type { CandidateErased, CandidateErasedContext } from '#libs/applications/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';

/**
 * Empties the ledger of what was written to, about and by an erased person, the team's mails about them too; that a mail was sent, and when, stays. What
 * has not left does not leave: the fence keeps a worker that holds one from writing it back.
 */
export async function eraseMails(tx: Tx, { payload, transient }: StoredEvent): Promise<void> {
  const { applicationIds } = payload as CandidateErased;
  const { emails } = transient as CandidateErasedContext;
  tx.write(
    'erase-mails',
    `UPDATE mails SET recipient = 'erased-' || id || '@erased.invalid', subject = '', variables = '{}', calendar = NULL, error = NULL, server_answer = NULL,
            message = CASE WHEN message IS NOT NULL THEN ''::bytea END, fence = fence + 1,
            skipped_because = CASE WHEN state IN ('SENT', 'BOUNCED', 'FAILED') THEN skipped_because ELSE coalesce(skipped_because, 'the person was erased') END,
            state = CASE WHEN state IN ('SENT', 'BOUNCED', 'FAILED', 'SUPERSEDED') THEN state ELSE 'SKIPPED' END
      WHERE organization_id = $1 AND application_id = ANY ($2)`,
    [tx.organizationId, applicationIds],
  );
  tx.write(
    'erase-incoming-mails',
    `UPDATE incoming_mails SET sender = 'erased@erased.invalid', subject = '', text = '', outcome = 'the person was erased', attachment_ids = '{}'
      WHERE organization_id = $1 AND application_id = ANY ($2)`,
    [tx.organizationId, applicationIds],
  );
  tx.write('erase-suppressions', 'DELETE FROM mail_suppressions WHERE organization_id = $1 AND address = ANY ($2)', [
    tx.organizationId,
    emails.map((email) => email.toLowerCase()),
  ]);
}
