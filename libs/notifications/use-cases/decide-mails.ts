import { Inject, Injectable } from '@nestjs/common';
import { type Id, type Language, newId, parseAddress } from '#libs/kernel/index.js';
import { CONFIG, RefusedByReaction, type RunningConfig, type StoredEvent, type Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { MailKey, MailVariables } from '../domain/mails/registry.js';
import { declarationIn, languagesOf } from '../domain/mails/translations.js';
import { messageIdOf } from '../domain/message.js';
import { type OwnWords, ownWordsFor } from '../domain/own-words.js';
import { renderSubject } from '../domain/rendering.js';
import { PART_NAMES } from '../domain/soundness.js';
import { leavesAt } from '../domain/timing.js';
import { type DecidedRow, insertDecided } from '../persistence/decided-mails.js';
import type { HouseFacts, Occasion } from '../persistence/house-facts.js';
import { TemplateStore } from '../persistence/template-store.js';

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

  constructor(
    @Inject(CONFIG) config: RunningConfig,
    private readonly templates: TemplateStore,
  ) {
    this.domain = config.mailFrom.address.slice(config.mailFrom.address.lastIndexOf('@') + 1);
  }

  /**
   * Only the subject is rendered here: a move does not wait for HTML. What the team does is refused where one of its mails could not be written; what candidates
   * do, and time, stands whatever is wrong with the words about it: that mail is there as failed, and a person sees it.
   */
  async decide(tx: Tx, event: StoredEvent, facts: HouseFacts, about: About, drafts: readonly Draft[]): Promise<void> {
    const now = event.notBefore && event.notBefore > tx.now ? event.notBefore : tx.now;
    const rows: DecidedRow[] = [];
    for (const each of drafts) rows.push(await this.row(tx, now, facts, about, each));
    insertDecided(tx, event.id, about.takesBack ?? null, rows);
  }

  private async row(tx: Tx, now: Date, facts: HouseFacts, about: About, each: Draft): Promise<DecidedRow> {
    const { template, applicationId, variables, calendar, tells } = each;
    const id = newId(tx.now.getTime());
    const { occasion = null } = facts;
    const language = languageOfMail(template, occasion);
    const declaration = declarationIn(template, language);
    const own = ownWordsFor(facts.ownWords, template, language, occasion?.stage ?? null);
    const address = parseAddress(each.email);
    const common = {
      id,
      template,
      template_version: own?.version ?? 0,
      language,
      audience: declaration.audience,
      recipient: address.ok ? address.value : '',
      application_id: applicationId,
      interview_id: occasion?.interview?.id ?? null,
      message_id: messageIdOf(id, this.domain),
      tells,
    };
    const because =
      each.skippedBecause ??
      (address.ok ? null : 'there is no address that can be written to') ??
      (declaration.optional !== undefined && hadEnough(occasion, common.recipient) ? HAD_ENOUGH : null);
    if (because !== null) {
      const nothing = { error: null, subject: '', variables: {}, calendar: null, not_before: now };
      return { ...common, ...nothing, state: 'SKIPPED', skipped_because: because };
    }
    const fault = own ? await this.faultOf(tx, own, template) : null;
    const subject = fault ?? subjectOf(template, own?.subject ?? declaration.subject, variables, language);
    const failed = typeof subject !== 'string';
    if (failed && tx.actor.kind === 'staff') throw unwritable(template, own, subject.message);
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

  private async faultOf(tx: Tx, { language, version }: OwnWords, template: MailKey): Promise<Error | null> {
    const fault = await this.templates.faultOf(tx, template, version, language);
    return fault && new Error(`its ${PART_NAMES[fault.part]} needs a correction: ${fault.why}`);
  }
}

/** Refuses what the team wanted to do, since nobody would be told of it. */
function unwritable(template: MailKey, own: OwnWords | undefined, why: string): RefusedByReaction {
  const whose = own === undefined ? '' : ` in your organisation’s own words (version ${own.version})`;
  const cure = own === undefined ? 'Correct what it names' : 'Correct these words in the settings, or go back to the usual ones';
  const message = `Nothing was changed and nobody was written to: the mail “${template}” cannot be written${whose}: ${why.replace(/\.?$/, '.')} ${cure}, then do it again.`;
  return new RefusedByReaction({ code: 'MAIL_UNWRITABLE', message });
}

/** Mails about one booked interview that anybody is sent; what must be known goes beyond it, what can be done without does not. */
const MOST_PER_INTERVIEW = 3;
const HAD_ENOUGH = 'three mails about this interview have gone to them already';

function hadEnough(occasion: Occasion | null, recipient: string): boolean {
  return (occasion?.interview?.had.get(recipient) ?? 0) >= MOST_PER_INTERVIEW;
}

/** Candidates read their language where the mail is there in it, everybody else English. */
export function languageOfMail(template: MailKey, occasion: Occasion | null): Language {
  return occasion !== null && languagesOf(template).includes(occasion.language) ? occasion.language : 'en';
}

function subjectOf(template: MailKey, subject: string, variables: object, language: Language): string | Error {
  try {
    return renderSubject(template, subject, variables as MailVariables[typeof template], language);
  } catch (error) {
    return error as Error;
  }
}
