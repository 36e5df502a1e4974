import { may, standingIn } from '#libs/identity/index.js';
import { type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { type KeptReading, type PostingChange, corrected, postingChanges } from '../domain/reread-document.js';

/** One document of a posting, whole. */
export interface RevisionText {
  readonly number: number;
  readonly fileName: string;
  readonly document: string;
  readonly createdAt: Date;
}

/** Two documents of a posting, and what is understood of the later one else than of the earlier. */
export interface RevisionsCompared {
  readonly before: RevisionText;
  readonly after: RevisionText;
  readonly changes: readonly PostingChange[];
  readonly showPay: boolean;
}

interface Row extends RevisionText, Pick<KeptReading, 'parsed' | 'corrections'> {
  readonly team_roles: readonly TeamRole[];
}

/** Compares two revisions, each as it was read and corrected then; null when one is not there or the posting is not the actor's to manage. */
export async function compareRevisions(
  uow: UnitOfWork,
  actor: StaffActor,
  postingId: Id,
  before: number,
  after: number,
): Promise<RevisionsCompared | null> {
  if (!isId(postingId)) return null;
  const rows = await uow.read<Row>(
    actor.organizationId,
    'revisions-to-compare',
    `SELECT r.number, r.file_name AS "fileName", r.document, r.created_at AS "createdAt", r.parsed, r.corrections,
            ${standingIn('$2', '$3')} AS team_roles
       FROM posting_revisions r WHERE r.organization_id = $1 AND r.posting_id = $2 AND r.number = ANY ($4::integer[])`,
    [actor.organizationId, postingId, actor.personId, [before, after]],
  );
  const [one, other] = [before, after].map((number) => rows.find((row) => row.number === number));
  if (!one || !other) return null;
  const relation = { teamRoles: one.team_roles };
  if (!may(actor, 'posting.manage', relation)) return null;
  return {
    ...{ before: one, after: other },
    changes: postingChanges(corrected(one), corrected(other)),
    showPay: may(actor, 'posting.salary', relation),
  };
}
