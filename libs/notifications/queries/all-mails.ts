import { Injectable } from '@nestjs/common';
import { may, standingIn, isOpenTo } from '#libs/identity/index.js';
import { type Id, type StaffActor, TEAM_ROLES, type TeamRole, isId } from '#libs/kernel/index.js';
import { UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import type { MailState } from '../domain/mail-state.js';
import { MAIL_COLUMNS, type LedgerRow } from './ledger.js';

export interface MailsWanted {
  /** Null: in any state. */
  readonly states: readonly MailState[] | null;
  /** Null: of any posting. */
  readonly postingId: Id | null;
}

/** The ledger of the whole organisation, as far as the reader may see it. */
@Injectable()
export class AllMails {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Newest first: ids of mails rise with time, so the primary key is the order. Mails about accounts belong to no application and are shown to nobody.
   * null when the posting that is asked for is not there or its mails are not the actor's to read.
   */
  async read(actor: StaffActor, { states, postingId }: MailsWanted, first: number, after: string | null) {
    const before = decodeCursor(after, 1, ([id]) => isId(id))?.[0] ?? null;
    if (postingId !== null && !(await this.isReadable(actor, postingId))) return null;
    const readers = TEAM_ROLES.filter((role) => may(actor, 'mail.read', { teamRoles: [role] }));
    const rows = await this.uow.read<LedgerRow>(
      actor.organizationId,
      'all-mails',
      `SELECT ${MAIL_COLUMNS} FROM mails m JOIN applications a ON a.organization_id = $1 AND a.id = m.application_id
        WHERE m.organization_id = $1 AND m.audience <> 'person' AND ($2::uuid IS NULL OR m.id < $2)
          AND ($3::text[] IS NULL OR m.state = ANY ($3)) AND ($4::uuid IS NULL OR a.posting_id = $4)
          AND ($5 AND ${isOpenTo('a.posting_id', '$6')} OR EXISTS (SELECT FROM hiring_team_members h WHERE h.organization_id = $1 AND h.posting_id = a.posting_id AND h.person_id = $6
                                AND h.team_role = ANY ($7)))
        ORDER BY m.id DESC LIMIT $8`,
      [actor.organizationId, before, states, postingId, may(actor, 'mail.read'), actor.personId, readers, first + 1],
    );
    return page(
      rows,
      first,
      (row): LedgerRow => row,
      ({ id }) => [id],
    );
  }

  private async isReadable(actor: StaffActor, postingId: Id): Promise<boolean> {
    if (!isId(postingId)) return false;
    const [row] = await this.uow.read<{ team_roles: TeamRole[] }>(
      actor.organizationId,
      'posting-of-mails',
      `SELECT ${standingIn('p.id', '$3')} AS team_roles
         FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, postingId, actor.personId],
    );
    return row !== undefined && may(actor, 'mail.read', { teamRoles: row.team_roles });
  }
}
