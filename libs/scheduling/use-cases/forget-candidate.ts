import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Lets go of what an erased person said of their times, and of where and why they met; that an interview was, and when, stays. */
export function forgetCandidate(tx: Tx, applicationIds: readonly Id[]): void {
  tx.write('forget-time-wishes', 'DELETE FROM time_wishes WHERE organization_id = $1 AND application_id = ANY ($2)', [
    tx.organizationId,
    applicationIds,
  ]);
  tx.write(
    'forget-interview-words',
    `UPDATE interviews SET reason = '', candidate_zone = 'UTC', meeting_url = NULL
      WHERE organization_id = $1 AND application_id = ANY ($2)`,
    [tx.organizationId, applicationIds],
  );
  tx.write(
    'forget-proposal-words',
    `UPDATE interview_seats s SET proposal_note = '' FROM interviews i
      WHERE i.organization_id = $1 AND i.application_id = ANY ($2) AND s.organization_id = $1 AND s.interview_id = i.id AND s.proposal_note <> ''`,
    [tx.organizationId, applicationIds],
  );
}
