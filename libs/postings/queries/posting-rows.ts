import { type Actor, type Id, isId } from '#libs/kernel/index.js';
import { may, personIdOf, standingIn, isOpenTo, type Standing } from '#libs/identity/index.js';
import { type UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import type { CoreHours, Salary } from '../domain/posting-document.js';
import type { PostingQuestion } from '../domain/posting-question.js';
import type { PostingStatus } from '../domain/posting-status.js';

/** A posting as it is read: its facts, and how the reader stands to it. */
export interface PostingRow {
  readonly id: Id;
  readonly slug: string;
  readonly status: PostingStatus;
  readonly version: number;
  readonly revision: number;
  readonly plan_version: number;
  readonly title: string;
  readonly company: string | null;
  readonly category: string | null;
  readonly remote: boolean | null;
  readonly locations: string[];
  readonly residence: string[];
  readonly employment_types: string[];
  readonly salary: Salary | null;
  readonly core_hours: CoreHours | null;
  readonly on_call: string | null;
  readonly process_duration: string | null;
  readonly questions: PostingQuestion[];
  readonly includes: string[];
  /** The file that it is kept equal to. */
  readonly source_path: string | null;
  readonly confidential: boolean;
  readonly created_at: Date;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
  /** The reader's roles in its hiring team. */
  readonly team_roles: Standing[];
}

const COLUMNS = `p.id, p.slug, p.status, p.version, p.revision, p.plan_version, p.title, p.company, p.category, p.remote, p.locations, p.residence,
       p.employment_types, p.salary, p.core_hours, p.on_call, p.process_duration, p.questions, p.includes, p.source_path, p.confidential, p.created_at, p.opened_at, p.closed_at`;
const TEAM_ROLES = `${standingIn('p.id', '$2', 'p.confidential')} AS team_roles`;

/** Postings by id that the actor may read; the others are missing as if they were not there. */
export async function readPostings(uow: UnitOfWork, actor: Actor, ids: readonly Id[]): Promise<PostingRow[]> {
  const rows = await uow.read<PostingRow>(
    actor.organizationId,
    'postings-by-id',
    `SELECT ${COLUMNS}, ${TEAM_ROLES} FROM postings p WHERE p.organization_id = $1 AND p.id = ANY ($3::uuid[])`,
    [actor.organizationId, personIdOf(actor), ids.filter(isId)],
  );
  return rows.filter((row) => may(actor, 'posting.read', { teamRoles: row.team_roles }));
}

/** The postings that the actor may read, newest first; all of the organisation's, or those whose hiring team they are in. */
export async function listPostings(
  uow: UnitOfWork,
  actor: Actor,
  filter: { status: PostingStatus | null; first: number; after: string | null },
) {
  const from = decodeCursor(filter.after, 1, ([id]) => isId(id));
  const rows = await uow.read<PostingRow>(
    actor.organizationId,
    'list-postings',
    `SELECT ${COLUMNS}, ${TEAM_ROLES} FROM postings p
      WHERE p.organization_id = $1 AND ($3::text IS NULL OR p.status = $3) AND ($4::uuid IS NULL OR p.id < $4)
        AND ($5 AND ${isOpenTo('p.id', '$2')} OR EXISTS (SELECT FROM hiring_team_members t WHERE t.organization_id = $1 AND t.posting_id = p.id AND t.person_id = $2))
      ORDER BY p.id DESC LIMIT $6`,
    [actor.organizationId, personIdOf(actor), filter.status, from?.[0] ?? null, may(actor, 'posting.read'), filter.first + 1],
  );
  return page(
    rows,
    filter.first,
    (row) => row,
    ({ id }) => [id],
  );
}
