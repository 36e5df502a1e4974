import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { Includer } from '../domain/shared-section-names.js';

export interface SectionRow {
  readonly id: Id;
  readonly name: string;
  readonly revision: number;
}

/** Locks a section by id. */
export async function lockSection(tx: Tx, sectionId: Id): Promise<SectionRow | undefined> {
  const sql = 'SELECT id, name, revision FROM shared_sections WHERE organization_id = $1 AND id = $2 FOR UPDATE';
  return (await tx.query<SectionRow>('lock-section', sql, [tx.organizationId, sectionId]))[0];
}

/** Locks a section by name. */
export async function lockSectionNamed(tx: Tx, name: string): Promise<SectionRow | undefined> {
  const sql = 'SELECT id, name, revision FROM shared_sections WHERE organization_id = $1 AND name = $2 FOR UPDATE';
  return (await tx.query<SectionRow>('lock-section-named', sql, [tx.organizationId, name]))[0];
}

/** All sections with what each pulls in. */
export async function allSections(tx: Tx): Promise<Includer[]> {
  return tx.query('all-sections', 'SELECT name, includes FROM shared_sections WHERE organization_id = $1', [tx.organizationId]);
}

/** Postings, not archived, whose documents pull in one of the sections themselves. */
export async function postingsIncluding(
  tx: Tx,
  names: readonly string[],
): Promise<{ id: Id; title: string; confidential: boolean }[]> {
  const sql = `SELECT id, title, confidential FROM postings WHERE organization_id = $1 AND includes && $2::text[] AND status <> 'ARCHIVED' ORDER BY id`;
  return tx.query('postings-including', sql, [tx.organizationId, names]);
}

type NewRevision = SectionRow & { readonly text: string; readonly includes: readonly string[] };

/** Makes a section; false when somebody else made one of this name at the same moment. */
export async function insertSection(tx: Tx, section: NewRevision, createdBy: Id | null): Promise<boolean> {
  const rows = await tx.query(
    'insert-section',
    `INSERT INTO shared_sections (organization_id, id, name, revision, text, includes, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organization_id, name) DO NOTHING RETURNING id`,
    [tx.organizationId, section.id, section.name, section.revision, section.text, section.includes, tx.now],
  );
  if (rows.length > 0) insertRevision(tx, section, createdBy);
  return rows.length > 0;
}

/** Queues a section's next revision. */
export function updateSection(tx: Tx, section: NewRevision, createdBy: Id | null): void {
  tx.write(
    'update-section',
    'UPDATE shared_sections SET revision = $3, text = $4, includes = $5, updated_at = $6 WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, section.id, section.revision, section.text, section.includes, tx.now],
  );
  insertRevision(tx, section, createdBy);
}

export function deleteSection(tx: Tx, sectionId: Id): void {
  tx.write('delete-section', 'DELETE FROM shared_sections WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    sectionId,
  ]);
}

function insertRevision(tx: Tx, section: NewRevision, createdBy: Id | null): void {
  tx.write(
    'insert-section-revision',
    'INSERT INTO shared_section_revisions (organization_id, section_id, number, text, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [tx.organizationId, section.id, section.revision, section.text, createdBy, tx.now],
  );
}
