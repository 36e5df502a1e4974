import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { may, personIdOf, standingIn, isOpenTo } from '#libs/identity/index.js';
import { type Actor, type Id, type StaffActor, TEAM_ROLES, type TeamRole, isId } from '#libs/kernel/index.js';
import { UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import type { IncomingKind } from '../domain/incoming/incoming-mail.js';

/** A mail that came in, as the thread of an application shows it. */
export interface IncomingListed {
  readonly id: Id;
  readonly mail_id: Id;
  /** Null: it answers a mail that belongs to none. */
  readonly application_id: Id | null;
  readonly kind: IncomingKind;
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  readonly outcome: string;
  readonly attachment_ids: readonly Id[];
  readonly received_at: Date;
}

type Seen = { readonly team_roles: TeamRole[] };
type Found = Seen & (IncomingListed | { readonly id: null });

/** Most that come with an application; the rest by `incomingMailsOf`. */
const MOST_WITH_APPLICATION = 100;
const COLUMNS =
  'i.id, i.mail_id, i.application_id, i.kind, i.sender, i.subject, i.text, i.outcome, i.attachment_ids, i.received_at';
const ROLES_IN_TEAM = `${standingIn('a.posting_id', '$3')} AS team_roles`;

/** What came back on the mails of applications. */
@Injectable()
export class IncomingMails {
  constructor(private readonly uow: UnitOfWork) {}

  /** In the order in which they came; null when there is no such application or the actor may not read its mails. */
  async ofApplication(actor: Actor, applicationId: Id, first: number, after: string | null) {
    const cursor = decodeCursor(after, 1, ([id]) => typeof id === 'string' && isId(id));
    if (!isId(applicationId)) return null;
    const rows = await this.uow.read<Found>(
      actor.organizationId,
      'incoming-mails-of-application',
      `SELECT ${ROLES_IN_TEAM}, i.* FROM applications a
         LEFT JOIN LATERAL (SELECT ${COLUMNS} FROM incoming_mails i WHERE i.organization_id = a.organization_id AND i.application_id = a.id
                               AND ($4::uuid IS NULL OR i.id > $4) ORDER BY i.id LIMIT $5) i ON true
        WHERE a.organization_id = $1 AND a.id = $2 ORDER BY i.id`,
      [actor.organizationId, applicationId, personIdOf(actor), cursor?.[0] ?? null, first + 1],
    );
    if (!rows[0] || !may(actor, 'mail.read', { teamRoles: rows[0].team_roles })) return null;
    return page(
      rows.filter((row): row is Seen & IncomingListed => row.id !== null),
      first,
      (row): IncomingListed => row,
      (row) => [row.id],
    );
  }

  /** Of all postings whose mails the actor may read, the newest first; of some kinds, or of any. */
  async all(actor: StaffActor, kinds: readonly IncomingKind[] | null, first: number, after: string | null) {
    const before = decodeCursor(after, 1, ([id]) => isId(id))?.[0] ?? null;
    const readers = TEAM_ROLES.filter((role) => may(actor, 'mail.read', { teamRoles: [role] }));
    const rows = await this.uow.read<IncomingListed>(
      actor.organizationId,
      'all-incoming-mails',
      `SELECT ${COLUMNS} FROM incoming_mails i JOIN applications a ON a.organization_id = $1 AND a.id = i.application_id
        WHERE i.organization_id = $1 AND ($2::uuid IS NULL OR i.id < $2) AND ($3::text[] IS NULL OR i.kind = ANY ($3))
          AND ($4 AND ${isOpenTo('a.posting_id', '$5')} OR EXISTS (SELECT FROM hiring_team_members h WHERE h.organization_id = $1 AND h.posting_id = a.posting_id AND h.person_id = $5
                                AND h.team_role = ANY ($6)))
        ORDER BY i.id DESC LIMIT $7`,
      [actor.organizationId, before, kinds, may(actor, 'mail.read'), actor.personId, readers, first + 1],
    );
    return page(
      rows,
      first,
      (row): IncomingListed => row,
      ({ id }) => [id],
    );
  }

  /** The newest of many applications at once, in the order in which they came; null where the actor may not read them. */
  loader(actor: Actor): DataLoader<Id, IncomingListed[] | null> {
    return new DataLoader(async (ids) => {
      const rows = await this.uow.read<Found & { of: Id }>(
        actor.organizationId,
        'incoming-mails-of-applications',
        `SELECT a.id AS of, ${ROLES_IN_TEAM}, i.* FROM applications a
           LEFT JOIN LATERAL (SELECT ${COLUMNS} FROM incoming_mails i WHERE i.organization_id = a.organization_id AND i.application_id = a.id
                               ORDER BY i.id DESC LIMIT $4) i ON true
          WHERE a.organization_id = $1 AND a.id = ANY ($2) ORDER BY i.id`,
        [actor.organizationId, ids, personIdOf(actor), MOST_WITH_APPLICATION],
      );
      const byApplication = new Map<Id, IncomingListed[]>();
      for (const row of rows) {
        if (!may(actor, 'mail.read', { teamRoles: row.team_roles })) continue;
        const mails = byApplication.get(row.of) ?? [];
        byApplication.set(row.of, row.id === null ? mails : [...mails, row]);
      }
      return ids.map((id) => byApplication.get(id) ?? null);
    });
  }
}
