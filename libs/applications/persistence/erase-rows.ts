import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** What stands where a person stood. */
const NAME = 'Erased person';

/** Queues that nothing of the people is left in the rows of this folder but their files' (see `eraseAttachments`). */
export function eraseCandidates(tx: Tx, candidateIds: readonly Id[], applicationIds: readonly Id[]): void {
  const erase = (name: string, sql: string, ids: readonly Id[], ...more: unknown[]) =>
    tx.write(name, sql, [tx.organizationId, ids, ...more]);
  erase(
    'erase-candidates',
    `UPDATE candidates SET name = $3, email = 'erased-' || id || '@erased.invalid', phone = '', location = '', country = NULL, zone = 'UTC', language = NULL, links = '{}',
            erased_at = $4, version = version + 1
      WHERE organization_id = $1 AND id = ANY ($2)`,
    candidateIds,
    NAME,
    tx.now,
  );
  erase(
    'erase-applications',
    `UPDATE applications SET answers = '[]', stated_contact = NULL, country = NULL, link_epoch = link_epoch + 1 WHERE organization_id = $1 AND id = ANY ($2)`,
    applicationIds,
  );
  erase(
    'erase-transition-words',
    `UPDATE transitions SET detail = detail || '{"reason": null, "evidence": null}' WHERE organization_id = $1 AND application_id = ANY ($2)`,
    applicationIds,
  );
  erase('erase-notes', 'DELETE FROM application_notes WHERE organization_id = $1 AND application_id = ANY ($2)', applicationIds);
  erase(
    'erase-merges',
    `UPDATE candidate_merges SET before = '{}' WHERE organization_id = $1 AND kept_id = ANY ($2)`,
    candidateIds,
  );
  for (const id of candidateIds) tx.write('index-candidate', 'SELECT index_candidate($1)', [id]);
}

/** Queues that the rows of their files go, after every folder that refers to them has let go. */
export function eraseAttachments(tx: Tx, candidateIds: readonly Id[]): void {
  tx.write('erase-attachments', 'DELETE FROM attachments WHERE organization_id = $1 AND candidate_id = ANY ($2)', [
    tx.organizationId,
    candidateIds,
  ]);
}
