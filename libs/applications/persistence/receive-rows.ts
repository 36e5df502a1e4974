import type { Actor, Id, Language } from '#libs/kernel/index.js';
import { personIdOf, standingIn, type Standing } from '#libs/identity/index.js';
import type { PostingQuestion, ResidenceAnswer } from '#libs/postings/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { Answer } from '../domain/answers.js';
import type { Contact, KnownContact } from '../domain/contact.js';
import type { AttachmentKind, CheckedFile } from '../domain/stored-file.js';

/** The posting applied for and the person, if the address is known. */
export interface ReceivingRow {
  readonly posting_id: Id;
  readonly posting_status: string;
  readonly title: string;
  readonly slug: string;
  readonly questions: PostingQuestion[];
  readonly residence: string[];
  readonly plan_id: Id;
  readonly source_id: Id | null;
  readonly team_roles: Standing[] | null;
  readonly candidate_id: Id | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly location: string;
  readonly country: string | null;
  readonly zone: string;
  readonly language: Language | null;
  readonly links: string[];
  /** Their active application for this posting. */
  readonly active_id: Id | null;
}

// A known person's row is locked, so that a merge waits or has been seen. The address of a merged record leads to the one that was kept. It is a
// join since row-level security lets no index be used for a comparison with a sub-select.
const READ = `
WITH known AS (
  SELECT id FROM (
    SELECT x.id, 0 AS rank, x.id AS since FROM candidates x WHERE x.organization_id = $1 AND x.email_key = $3 AND x.merged_into_id IS NULL
    UNION ALL
    SELECT x.merged_into_id, 1, x.id FROM candidates x WHERE x.organization_id = $1 AND x.email_key = $3 AND x.merged_into_id IS NOT NULL) found
   ORDER BY rank, since DESC LIMIT 1),
person AS (
  SELECT c.id, c.name, c.email, c.phone, c.location, c.country, c.zone, c.language, c.links FROM known
    JOIN candidates c ON c.organization_id = $1 AND c.id = known.id FOR NO KEY UPDATE OF c)
SELECT p.id AS posting_id, p.status AS posting_status, p.title, p.slug, p.questions, p.residence, v.id AS plan_id, s.id AS source_id,
       ${standingIn('p.id', '$5')} AS team_roles,
       person.id AS candidate_id, person.name, person.email, person.phone, person.location, person.country, person.zone, person.language, person.links,
       (SELECT a.id FROM applications a WHERE a.organization_id = $1 AND a.posting_id = p.id AND a.candidate_id = person.id AND a.status = 'ACTIVE') AS active_id
  FROM postings p
  JOIN interview_plans v ON v.organization_id = p.organization_id AND v.posting_id = p.id AND v.version = p.plan_version
  LEFT JOIN sources s ON s.organization_id = $1 AND s.name = $4
  LEFT JOIN person ON true
 WHERE p.organization_id = $1 AND `;
const READ_BY_SLUG = `${READ} p.slug = $2`;
const READ_BY_ID = `${READ} p.id = $2`;

/** One statement: the posting with its present plan, the source by name, and the person by address. */
export async function readForReceiving(
  tx: Tx,
  posting: { readonly id: Id } | { readonly slug: string },
  email: string,
  source: string | null,
  actor: Actor,
): Promise<ReceivingRow | undefined> {
  const params = [email.toLowerCase(), source, personIdOf(actor)];
  const [row] =
    'id' in posting
      ? await tx.query<ReceivingRow>('read-for-receiving-by-id', READ_BY_ID, [tx.organizationId, posting.id, ...params])
      : await tx.query<ReceivingRow>('read-for-receiving-by-slug', READ_BY_SLUG, [tx.organizationId, posting.slug, ...params]);
  return row;
}

/** Queues a new candidate. */
export function insertCandidate(tx: Tx, id: Id, contact: Contact): void {
  tx.write(
    'insert-candidate',
    `INSERT INTO candidates (organization_id, id, name, email, phone, location, country, zone, links, created_at, language)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[tx.organizationId, id, contact.name, contact.email, contact.phone, contact.location, contact.country, contact.zone],
      ...[contact.links, tx.now, contact.language],
    ],
  );
}

/** Queues contact data of a known candidate; a language that is not said stays as it was. */
export function updateContact(tx: Tx, id: Id, contact: KnownContact): void {
  tx.write(
    'update-contact',
    `UPDATE candidates SET name = $3, phone = $4, location = $5, country = $6, zone = $7, links = $8, language = coalesce($9, language), version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [
      ...[tx.organizationId, id, contact.name, contact.phone, contact.location, contact.country, contact.zone],
      ...[contact.links, contact.language],
    ],
  );
}

export interface NewApplication {
  readonly id: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
  readonly planId: Id;
  readonly sourceId: Id | null;
  readonly country: string | null;
  readonly residenceCheck: ResidenceAnswer;
  readonly answers: readonly Answer[];
  readonly statedContact: object | null;
}

/** Queues a new application: received, before the first stage, with the consent of this instant. */
export function insertApplication(tx: Tx, application: NewApplication): void {
  const { id, postingId, candidateId, planId, sourceId, country, residenceCheck, answers, statedContact } = application;
  tx.write(
    'insert-application',
    `INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, source_id, country, residence_check, answers, stated_contact,
                               consented_at, applied_at, entered_stage_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11)`,
    [
      ...[tx.organizationId, id, postingId, candidateId, planId, sourceId, country, residenceCheck, JSON.stringify(answers)],
      ...[statedContact === null ? null : JSON.stringify(statedContact), tx.now],
    ],
  );
}

/** Queues the row of a checked file. */
export function insertAttachment(
  tx: Tx,
  file: CheckedFile,
  kind: AttachmentKind,
  candidateId: Id,
  applicationId: Id | null,
): void {
  tx.write(
    'insert-attachment',
    `INSERT INTO attachments (organization_id, id, candidate_id, application_id, kind, file_name, content_type, size_bytes, sha256, storage_key, text_content, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[
        tx.organizationId,
        file.id,
        candidateId,
        applicationId,
        kind,
        file.fileName,
        file.contentType,
        file.size_bytes,
        file.sha256,
      ],
      ...[file.storageKey, file.text, tx.now],
    ],
  );
}

/** Queues that the search knows the candidate as they are now. */
export function indexCandidate(tx: Tx, candidateId: Id): void {
  tx.write('index-candidate', 'SELECT index_candidate($1)', [candidateId]);
}
