import type { Actor, Id } from '#libs/kernel/index.js';
import { personIdOf, standingIn, type Standing } from '#libs/identity/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CorrectionConflict } from '../domain/carry-corrections.js';
import type { Correction } from '../domain/corrections.js';
import { coreHoursDays, type PostingDocument } from '../domain/posting-document.js';
import type { PostingQuestion } from '../domain/posting-question.js';
import type { PostingStatus } from '../domain/posting-status.js';

/** A posting, locked until the transaction ends, with what every decision about it asks. */
export interface LockedPosting {
  readonly id: Id;
  readonly slug: string;
  readonly status: PostingStatus;
  readonly version: number;
  readonly revision: number;
  readonly plan_version: number;
  readonly title: string;
  readonly team_roles: Standing[];
}

const COLUMNS = `p.id, p.slug, p.status, p.version, p.revision, p.plan_version, p.title,
       ${standingIn('p.id', '$3', 'p.confidential')} AS team_roles`;

/** Locks one posting; undefined when the organisation has none of this id. */
export async function lockPostingRow(tx: Tx, postingId: Id, actor: Actor): Promise<LockedPosting | undefined> {
  const [row] = await tx.query<LockedPosting>(
    'lock-posting',
    `SELECT ${COLUMNS} FROM postings p WHERE p.organization_id = $1 AND p.id = $2 FOR NO KEY UPDATE OF p`,
    [tx.organizationId, postingId, personIdOf(actor)],
  );
  return row;
}

/** Locks several in the order of their ids, so that two who lock the same ones cannot wait for each other. */
export async function lockPostingRows(tx: Tx, postingIds: readonly Id[], actor: Actor): Promise<LockedPosting[]> {
  return tx.query<LockedPosting>(
    'lock-postings',
    `SELECT ${COLUMNS} FROM postings p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [tx.organizationId, postingIds, personIdOf(actor)],
  );
}

/** The posting that a stage belongs to, locked; only stages of present and past plans of the organisation are found. */
export async function lockPostingOfStage(tx: Tx, stageId: Id, actor: Actor): Promise<LockedPosting | undefined> {
  const [row] = await tx.query<LockedPosting>(
    'lock-posting-of-stage',
    `SELECT ${COLUMNS} FROM plan_stages s
       JOIN interview_plans l ON l.organization_id = s.organization_id AND l.id = s.plan_id
       JOIN postings p ON p.organization_id = l.organization_id AND p.id = l.posting_id
      WHERE s.organization_id = $1 AND s.id = $2 FOR NO KEY UPDATE OF p`,
    [tx.organizationId, stageId, personIdOf(actor)],
  );
  return row;
}

/** Names already in addresses that begin like `base`. Whoever asks holds `base` until commit, so two imports of one title do not take the same. */
export async function takenSlugs(tx: Tx, base: string): Promise<Set<string>> {
  const [, rows] = await Promise.all([
    tx.query('hold-slug', 'SELECT pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))', [tx.organizationId, base]),
    tx.query<{ slug: string }>(
      'taken-slugs',
      `SELECT slug FROM postings WHERE organization_id = $1 AND (slug = $2 OR slug ~ ('^' || $2 || '-[0-9]+$'))`,
      [tx.organizationId, base],
    ),
  ]);
  return new Set(rows.map(({ slug }) => slug));
}

/** The facts of a posting as columns, from the corrected document. Core hours carry the weekdays they mean, also when the document names none. */
function factColumns(document: PostingDocument): unknown[] {
  const {
    title,
    company,
    category,
    remote,
    locations,
    residence,
    employmentTypes,
    salary,
    coreHours,
    overlap,
    onCall,
    processDuration,
  } = document;
  return [
    (title ?? '').slice(0, 200),
    company,
    category,
    remote,
    locations,
    residence,
    employmentTypes,
    salary && JSON.stringify(salary),
    coreHours && JSON.stringify({ ...coreHours, days: coreHoursDays(coreHours) }),
    onCall,
    processDuration,
    JSON.stringify(overlap),
  ];
}

/** Queues a new draft. */
export function insertPosting(
  tx: Tx,
  posting: { id: Id; slug: string; includes: readonly string[] },
  document: PostingDocument,
): void {
  tx.write(
    'insert-posting',
    `INSERT INTO postings (organization_id, id, slug, includes, created_at, title, company, category, remote, locations, residence, employment_types,
                           salary, core_hours, on_call, process_duration, shared_hours)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [tx.organizationId, posting.id, posting.slug, posting.includes, tx.now, ...factColumns(document)],
  );
}

/** Queues what a new reading of a posting changes in it. */
export function updateReading(
  tx: Tx,
  posting: { id: Id; version: number; revision: number; planVersion: number; includes: readonly string[] },
  document: PostingDocument,
): void {
  tx.write(
    'update-reading',
    `UPDATE postings SET version = $3, revision = $4, plan_version = $5, includes = $6, title = $7, company = $8, category = $9, remote = $10,
            locations = $11, residence = $12, employment_types = $13, salary = $14, core_hours = $15, on_call = $16, process_duration = $17, shared_hours = $18
      WHERE organization_id = $1 AND id = $2`,
    [
      tx.organizationId,
      posting.id,
      posting.version,
      posting.revision,
      posting.planVersion,
      posting.includes,
      ...factColumns(document),
    ],
  );
}

/** Queues another status; `openedAt` is kept from the first time it was open. */
export function updateStatus(tx: Tx, posting: { id: Id; version: number; status: PostingStatus }): void {
  tx.write(
    'update-posting-status',
    `UPDATE postings SET status = $3, version = $4,
            opened_at = CASE WHEN $3 = 'OPEN' THEN coalesce(opened_at, $5) ELSE opened_at END,
            closed_at = CASE $3 WHEN 'OPEN' THEN NULL WHEN 'CLOSED' THEN $5 ELSE closed_at END
      WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, posting.id, posting.status, posting.version, tx.now],
  );
}

export function updatePlanVersion(tx: Tx, postingId: Id, version: number, planVersion: number): void {
  tx.write('update-plan-version', 'UPDATE postings SET version = $3, plan_version = $4 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    postingId,
    version,
    planVersion,
  ]);
}

export function updateQuestions(tx: Tx, postingId: Id, version: number, questions: readonly PostingQuestion[]): void {
  tx.write(
    'update-posting-questions',
    'UPDATE postings SET version = $3, questions = $4 WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, postingId, version, JSON.stringify(questions)],
  );
}

export function updateConfidential(tx: Tx, posting: { id: Id; version: number; confidential: boolean }): void {
  tx.write(
    'update-posting-confidential',
    'UPDATE postings SET confidential = $3, version = $4 WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, posting.id, posting.confidential, posting.version],
  );
}

/** The confidential postings that the person leads the hiring for, locked in the order of their ids. */
export async function lockConfidentialLedBy(tx: Tx, personId: Id): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    'lock-confidential-led-by',
    `SELECT p.id FROM postings p WHERE p.organization_id = $1 AND p.confidential
        AND EXISTS (SELECT FROM hiring_team_members t WHERE t.organization_id = $1 AND t.posting_id = p.id AND t.person_id = $2
                       AND t.team_role IN ('HIRING_MANAGER', 'RECRUITER')) ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [tx.organizationId, personId],
  );
  return rows.map(({ id }) => id);
}

export function updateVersion(tx: Tx, postingId: Id, version: number): void {
  tx.write('update-posting-version', 'UPDATE postings SET version = $3 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    postingId,
    version,
  ]);
}

/** The present document of a posting with its reading. */
export interface RevisionRow {
  readonly posting_id: Id;
  readonly number: number;
  readonly file_name: string;
  readonly document: string;
  readonly parsed: PostingDocument;
  readonly corrections: readonly Correction[];
  /** Corrections of the revision before that this document contradicts and nobody has decided. */
  readonly conflicts: readonly CorrectionConflict[];
}

/** The present revisions of postings. */
export async function presentRevisions(tx: Tx, postingIds: readonly Id[]): Promise<Map<Id, RevisionRow>> {
  const rows = await tx.query<RevisionRow>(
    'present-revisions',
    `SELECT r.posting_id, r.number, r.file_name, r.document, r.parsed, r.corrections, r.conflicts
       FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
      WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`,
    [tx.organizationId, postingIds],
  );
  return new Map(rows.map((row) => [row.posting_id, row]));
}

/** Queues a document as a posting's next revision. */
export function insertRevision(tx: Tx, id: Id, createdBy: Id | null, revision: RevisionRow): void {
  tx.write(
    'insert-posting-revision',
    `INSERT INTO posting_revisions (organization_id, id, posting_id, number, file_name, document, parsed, corrections, conflicts, created_by,
                                    created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organizationId,
      id,
      revision.posting_id,
      revision.number,
      revision.file_name,
      revision.document,
      JSON.stringify(revision.parsed),
      JSON.stringify(revision.corrections),
      JSON.stringify(revision.conflicts),
      createdBy,
      tx.now,
    ],
  );
}

/** Queues another reading of a revision whose document stays: after corrections, or when a shared section has changed. */
export function updateRevision(tx: Tx, revision: Omit<RevisionRow, 'file_name' | 'document'>): void {
  tx.write(
    'update-posting-revision',
    'UPDATE posting_revisions SET parsed = $4, corrections = $5, conflicts = $6 WHERE organization_id = $1 AND posting_id = $2 AND number = $3',
    [
      tx.organizationId,
      revision.posting_id,
      revision.number,
      JSON.stringify(revision.parsed),
      JSON.stringify(revision.corrections),
      JSON.stringify(revision.conflicts),
    ],
  );
}
