import { Injectable } from '@nestjs/common';
import { may, personIdOf, standingIn, isOpenTo } from '#libs/identity/index.js';
import { type Actor, type Id, type TeamRole, isId } from '#libs/kernel/index.js';
import { UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import { MAIL_COLUMNS, type LedgerRow } from './ledger.js';

type Listed = LedgerRow & { readonly seq: string };
/** Roles of a hiring team that read its mails, as the policy has them. */
const READERS: readonly TeamRole[] = (['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER'] as const).filter((role) =>
  may({ kind: 'staff', organizationId: '', personId: '', role: 'INTERVIEWER' }, 'mail.read', { teamRoles: [role] }),
);

/** Mails across applications: those that are still held, and those that need a person. */
@Injectable()
export class MailLists {
  constructor(private readonly uow: UnitOfWork) {}

  /** A posting's mails that have not left yet, in the order of their decision; null when there is no such posting or the actor may not read its mails. */
  async pendingOf(actor: Actor, postingId: Id, first: number, after: string | null) {
    const cursor = seqOf(after);
    if (!isId(postingId)) return null;
    const rows = await this.uow.read<Listed & { team_roles: TeamRole[] } & { id: Id | null }>(
      actor.organizationId,
      'pending-mails-of-posting',
      `SELECT ${standingIn('p.id', '$3')} AS team_roles, m.*
         FROM postings p
         LEFT JOIN LATERAL (SELECT ${MAIL_COLUMNS} FROM mails m JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
                             WHERE m.organization_id = $1 AND a.posting_id = p.id AND m.state = 'DECIDED' AND m.fence = 0 AND m.seq > $4
                             ORDER BY m.seq LIMIT $5) m ON true
        WHERE p.organization_id = $1 AND p.id = $2 ORDER BY m.seq::bigint`,
      [actor.organizationId, postingId, personIdOf(actor), cursor, first + 1],
    );
    if (!rows[0] || !may(actor, 'mail.read', { teamRoles: rows[0].team_roles })) return null;
    return paged(
      rows.filter((row) => row.id !== null),
      first,
    );
  }

  /** Failed and returned mails, and those in doubt that nobody has seen to, of all postings whose mails the actor reads. */
  async needingAPerson(actor: Actor, first: number, after: string | null) {
    const everywhere = may(actor, 'mail.read');
    const rows = await this.uow.read<Listed>(
      actor.organizationId,
      'mails-needing-a-person',
      `SELECT ${MAIL_COLUMNS} FROM mails m JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
        WHERE m.organization_id = $1 AND m.state IN ('FAILED', 'IN_DOUBT', 'BOUNCED') AND m.attended_at IS NULL AND m.audience <> 'person' AND m.seq > $4
          AND ($2 AND ${isOpenTo('a.posting_id', '$3')} OR EXISTS (SELECT FROM hiring_team_members h WHERE h.organization_id = $1 AND h.posting_id = a.posting_id AND h.person_id = $3
                                AND h.team_role = ANY ($6)))
        ORDER BY m.seq LIMIT $5`,
      [actor.organizationId, everywhere, personIdOf(actor), seqOf(after), first + 1, READERS],
    );
    return paged(rows, first);
  }
}

function paged(rows: readonly Listed[], first: number) {
  return page(
    rows,
    first,
    (row): LedgerRow => row,
    (row) => [row.seq],
  );
}

function seqOf(after: string | null): string | number | null {
  return decodeCursor(after, 1, ([seq]) => typeof seq === 'string' && /^\d{1,18}$/.test(seq))?.[0] ?? '0';
}
