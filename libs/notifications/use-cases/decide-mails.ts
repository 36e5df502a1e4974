import { Inject, Injectable } from '@nestjs/common';
import { type Id, newId, parseAddress } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig, type StoredEvent, type Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import { declarationOf, type MailKey, type MailVariables } from '../domain/mails/registry.js';
import { messageIdOf } from '../domain/message.js';
import { renderSubject } from '../domain/rendering.js';
import { leavesAt } from '../domain/timing.js';
import { type DecidedRow, insertDecided } from '../persistence/decided-mails.js';
import type { HouseFacts } from '../persistence/house-facts.js';

/** A mail that is to be sent, or one that is deliberately not; both come into the ledger. */
export interface Draft {
  readonly template: MailKey;
  readonly applicationId: Id | null;
  /** As it is stored with the reader. Empty where there is nobody. */
  readonly email: string;
  readonly variables: object;
  readonly calendar: CalendarMessage | null;
  /** Where the candidate will believe the application to stand once this is read, as `standing` writes it; null: it tells nothing of that. */
  readonly tells: string | null;
  /** Why it is not sent, as the ledger will say it. */
  readonly skippedBecause: string | null;
}

/** A mail to be sent. */
export function draft<K extends MailKey>(
  template: K,
  applicationId: Id | null,
  email: string,
  variables: MailVariables[K],
  calendar: CalendarMessage | null = null,
): Draft {
  return { template, applicationId, email, variables, calendar, tells: null, skippedBecause: null };
}

/** What a mail that tells where an application stands says of it. */
export function standing(status: string, stageId: Id | null): string {
  return `${status}:${stageId ?? ''}`;
}

/** A mail that would have been sent but for this reason. */
export function skipped(template: MailKey, applicationId: Id | null, email: string, because: string): Draft {
  return { template, applicationId, email, variables: {}, calendar: null, tells: null, skippedBecause: because };
}

/** Whom and what the decided mails are about. */
export interface About {
  /** The candidate's zone, for hours in which they are left alone; null where there is no candidate. */
  readonly zone: string | null;
  /** The application whose standing has changed while a mail about an older one may still be held: that one does not leave. */
  readonly takesBack?: Id;
}

/** Writes decided mails into the ledger, in the transaction of the event they tell of. */
@Injectable()
export class DecideMails {
  readonly domain: string;

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.domain = config.mailFrom.address.slice(config.mailFrom.address.lastIndexOf('@') + 1);
  }

  /** Only the subject is rendered here: a move does not wait for HTML. */
  decide(tx: Tx, event: StoredEvent, facts: HouseFacts, about: About, drafts: readonly Draft[]): void {
    const now = event.notBefore && event.notBefore > tx.now ? event.notBefore : tx.now;
    const rows = drafts.map((each) => this.row(tx, now, facts, about, each));
    insertDecided(tx, event.id, about.takesBack ?? null, rows);
  }

  private row(tx: Tx, now: Date, facts: HouseFacts, about: About, each: Draft): DecidedRow {
    const { template, applicationId, variables, calendar, tells } = each;
    const id = newId(tx.now.getTime());
    const declaration = declarationOf(template);
    const own = facts.templates.get(template);
    const address = parseAddress(each.email);
    const common = {
      id,
      template,
      template_version: own?.version ?? 0,
      audience: declaration.audience,
      recipient: address.ok ? address.value : '',
      application_id: applicationId,
      message_id: messageIdOf(id, this.domain),
      tells,
    };
    const because = each.skippedBecause ?? (address.ok ? null : 'there is no address that can be written to');
    if (because !== null) {
      const nothing = { error: null, subject: '', variables: {}, calendar: null, not_before: now };
      return { ...common, ...nothing, state: 'SKIPPED', skipped_because: because };
    }
    const subject = subjectOf(template, own?.subject ?? declaration.subject, variables);
    // What happened stands, whatever is wrong with the words about it: the mail is there as failed and a person sees it.
    const failed = typeof subject !== 'string';
    const state = failed ? 'FAILED' : 'DECIDED';
    const error = failed ? subject.message.slice(0, 500) : null;
    const kept = failed && declaration.audience === 'person' ? {} : variables;
    const not_before = leavesAt(facts.timing, {
      mail: template,
      now,
      gathered: declaration.gathered,
      byTeam: tx.actor.kind === 'staff' && declaration.audience !== 'person',
      // A calendar may not be late, and who asks for something is awake.
      zone:
        declaration.audience === 'candidate' && calendar === null && tx.actor.kind !== 'candidate' && tx.actor.kind !== 'visitor'
          ? about.zone
          : null,
    });
    const words = { subject: failed ? '' : subject, variables: kept, calendar, not_before };
    return { ...common, ...words, state, skipped_because: null, error };
  }
}

function subjectOf(template: MailKey, subject: string, variables: object): string | Error {
  try {
    return renderSubject(template, subject, variables as MailVariables[typeof template]);
  } catch (error) {
    return error as Error;
  }
}
