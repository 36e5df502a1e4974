import { Injectable } from '@nestjs/common';
import type { Id, Role } from '#libs/kernel/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import { HouseFactsStore, zoneOr } from '../persistence/house-facts.js';
import { DecideMails, type Draft, draft, skipped } from './decide-mails.js';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  ADMIN: 'Administrator',
  RECRUITER: 'Recruiter',
  HIRING_MANAGER: 'Hiring manager',
  INTERVIEWER: 'Interviewer',
};

interface AccountRow {
  name: string;
  email: string;
  zone: string;
  role: Role;
  status: string;
  inviter: string | null;
}

/** Mails about accounts. Their links are worth an account, so they come with the event and rest nowhere once the mail is out. */
@Injectable()
export class DecideAccountMails {
  constructor(
    private readonly mails: DecideMails,
    private readonly houses: HouseFactsStore,
  ) {}

  invited = (tx: Tx, event: StoredEvent): Promise<void> => this.decide(tx, event, 'account-invitation');
  resetRequested = (tx: Tx, event: StoredEvent): Promise<void> => this.decide(tx, event, 'account-password-reset');

  private async decide(tx: Tx, event: StoredEvent, template: 'account-invitation' | 'account-password-reset'): Promise<void> {
    const { personId, invitedById = null } = event.payload as { personId: Id; invitedById?: Id | null };
    const [person] = await tx.query<AccountRow>(
      'mail-account-facts',
      `SELECT p.name, p.email, p.zone, p.role, p.status,
         (SELECT i.name FROM people i WHERE i.organization_id = $1 AND i.id = $3) AS inviter
         FROM people p WHERE p.organization_id = $1 AND p.id = $2`,
      [tx.organizationId, personId, invitedById],
    );
    if (!person) return;
    const facts = await this.houses.get(tx, null);
    const { link, expiresAt } = (event.transient ?? {}) as { link?: string; expiresAt?: Date };
    const make = (): Draft => {
      if (person.status === 'DISABLED') return skipped(template, null, person.email, 'the person’s account is disabled');
      if (link === undefined) return skipped(template, null, person.email, 'the link was not handed over; ask for another one');
      const everyMail = {
        organization: { name: facts.organization.name },
        recipient: { name: person.name },
        contact: facts.contact,
      };
      const expires = { at: { at: expiresAt ?? tx.now, zone: zoneOr(person.zone, facts.organization.zone) } };
      if (template === 'account-password-reset')
        return draft(template, null, person.email, { ...everyMail, reset: { link }, expires });
      const account = { role: ROLE_WORDS[person.role], link };
      return draft(template, null, person.email, {
        ...everyMail,
        inviter: { name: person.inviter ?? facts.organization.name },
        account,
        expires,
      });
    };
    await this.mails.decide(tx, event, facts, { zone: null }, [make()]);
  }
}
