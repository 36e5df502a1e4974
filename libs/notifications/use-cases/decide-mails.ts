import { Inject, Injectable } from '@nestjs/common';
import { type Id, newId, parseAddress } from '#libs/kernel/index.js';
import { CONFIG, type RunningConfig, type StoredEvent, type Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import { declarationOf, type MailKey, type MailVariables } from '../domain/mails/registry.js';
import { messageIdOf } from '../domain/message.js';
import { renderSubject } from '../domain/rendering.js';
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
  return { template, applicationId, email, variables, calendar, skippedBecause: null };
}

/** A mail that would have been sent but for this reason. */
export function skipped(template: MailKey, applicationId: Id | null, email: string, because: string): Draft {
  return { template, applicationId, email, variables: {}, calendar: null, skippedBecause: because };
}

/** Writes decided mails into the ledger, in the transaction of the event they tell of. */
@Injectable()
export class DecideMails {
  readonly domain: string;

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.domain = config.mailFrom.address.slice(config.mailFrom.address.lastIndexOf('@') + 1);
  }

  /** Only the subject is rendered here: a move does not wait for HTML. */
  decide(tx: Tx, event: StoredEvent, facts: HouseFacts, drafts: readonly Draft[]): void {
    const notBefore = event.notBefore && event.notBefore > tx.now ? event.notBefore : tx.now;
    insertDecided(
      tx,
      event.id,
      notBefore,
      drafts.map((each) => this.row(tx.now, facts, each)),
    );
  }

  private row(now: Date, facts: HouseFacts, each: Draft): DecidedRow {
    const { template, applicationId, variables, calendar } = each;
    const id = newId(now.getTime());
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
    };
    const because = each.skippedBecause ?? (address.ok ? null : 'there is no address that can be written to');
    if (because !== null)
      return { ...common, state: 'SKIPPED', skipped_because: because, error: null, subject: '', variables: {}, calendar: null };
    const subject = subjectOf(template, own?.subject ?? declaration.subject, variables);
    // What happened stands, whatever is wrong with the words about it: the mail is there as failed and a person sees it.
    const failed = typeof subject !== 'string';
    const state = failed ? 'FAILED' : 'DECIDED';
    const error = failed ? subject.message.slice(0, 500) : null;
    const kept = failed && declaration.audience === 'person' ? {} : variables;
    return { ...common, state, skipped_because: null, error, subject: failed ? '' : subject, variables: kept, calendar };
  }
}

function subjectOf(template: MailKey, subject: string, variables: object): string | Error {
  try {
    return renderSubject(template, subject, variables as MailVariables[typeof template]);
  } catch (error) {
    return error as Error;
  }
}
