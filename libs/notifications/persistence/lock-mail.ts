import { personIdOf, standingIn } from '#libs/identity/index.js';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { MailState } from '../domain/mail-state.js';

/** A mail about an application, locked, and how the actor stands to the posting. */
export interface LockedMail {
  readonly state: MailState;
  readonly application_id: Id;
  readonly not_before: Date;
  readonly fence: number;
  readonly recipient: string;
  readonly carries_calendar: boolean;
  readonly attended: boolean;
  readonly team_roles: TeamRole[];
}

/** null: there is none, or it is about an account, which is nobody's to touch. */
export async function lockMail(tx: Tx, mailId: Id): Promise<LockedMail | null> {
  const [mail] = await tx.query<LockedMail>(
    'lock-mail-of-application',
    `SELECT m.state, m.application_id, m.not_before, m.fence, m.recipient, m.calendar IS NOT NULL AS carries_calendar, m.attended_at IS NOT NULL AS attended,
            ${standingIn('a.posting_id', '$3')}
              AS team_roles
       FROM mails m JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
      WHERE m.organization_id = $1 AND m.id = $2 AND m.audience <> 'person' FOR UPDATE OF m`,
    [tx.organizationId, mailId, personIdOf(tx.actor)],
  );
  return mail ?? null;
}
