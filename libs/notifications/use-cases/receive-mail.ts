import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { StoreAttachment } from '#libs/applications/index.js';
import { type CandidateActor, type Id, type SystemActor, isId, newId, ok } from '#libs/kernel/index.js';
import { CONFIG, LOG, type Log, type RunningConfig, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { type IncomingKind, type ParsedMail, type Understood, understand } from '../domain/incoming/incoming-mail.js';
import { answeredBy } from '../domain/reply-address.js';
import { oneLine } from '../domain/variables.js';
import {
  type AnsweredMail,
  applicationOf,
  findAnswered,
  findInvitation,
  insertIncoming,
  markArrived,
  markBounced,
  suppress,
} from '../persistence/incoming-rows.js';
import { MOST_BYTES, parseMail } from '../smtp/parse-mail.js';
import { type CalendarOutcome, TakeCalendarAnswer, type TeamNews } from './take-calendar-answer.js';

/** What became of a mail that came in. FOREIGN: it answers no mail of ours, and nothing of it was kept. */
export type Received =
  | { readonly kind: IncomingKind; readonly outcome: string; readonly known: boolean }
  | { readonly kind: 'FOREIGN'; readonly outcome: string };

interface Handled {
  readonly outcome: string;
  readonly news: TeamNews | null;
  readonly attachmentIds?: readonly Id[];
  /** More to write with it, in its transaction. */
  readonly write?: (tx: Tx) => void;
}

/**
 * Takes a mail that came in. It belongs where the Message-ID that it answers says; only who got that mail, and the servers on its way, know it. However often it
 * is handed in it counts once.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(LOG) private readonly log: Log,
    private readonly files: StoreAttachment,
    private readonly calendars: TakeCalendarAnswer,
  ) {}

  /** @param ledger the mails of all organisations, to find whose it is */
  async execute(ledger: Pool, bytes: Buffer): Promise<Received> {
    if (bytes.length > MOST_BYTES) return { kind: 'FOREIGN', outcome: 'it is longer than 25 MB' };
    const mail = await parseMail(bytes);
    const understood = understand(mail);
    const ours = await this.answered(ledger, mail, understood);
    if (!ours) return { kind: 'FOREIGN', outcome: 'it answers no mail of ours' };
    const digest = createHash('sha256').update(bytes).digest();
    const received = await this.take(ours, mail, understood, digest);
    this.log.info({ organization: ours.organization_id, mail: ours.id, ...received }, 'a mail came in');
    return received;
  }

  /** The mail to whose own address it was sent, else the one that it names; an answer of a calendar may name the invitation alone. */
  private async answered(ledger: Pool, mail: ParsedMail, understood: Understood): Promise<AnsweredMail | null> {
    const { calendar } = understood;
    const named = await findAnswered(ledger, this.idsIn(mail, understood));
    return calendar !== null && named?.calendar?.uid !== calendar.uid
      ? ((await findInvitation(ledger, calendar.uid)) ?? named)
      : named;
  }

  private idsIn({ recipients }: ParsedMail, { answers }: Understood): Id[] {
    const { mailFrom, mailWays, secret } = this.config;
    const { address } = mailFrom;
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const own = mailWays.inbox === null ? [] : answeredBy({ inbox: mailWays.inbox, secret }, recipients);
    const named = answers
      .filter((id) => id.endsWith(`@${domain}>`))
      .map((id) => id.slice(1, id.lastIndexOf('@')))
      .filter(isId);
    return [...own, ...named];
  }

  private async take(ours: AnsweredMail, mail: ParsedMail, understood: Understood, digest: Buffer): Promise<Received> {
    const { kind } = understood;
    const { organization_id: organizationId } = ours;
    const actor: SystemActor = { kind: 'system', organizationId, part: 'mail' };
    if (await this.knows(organizationId, digest)) return { kind, outcome: 'it came before', known: true };
    const handled = await this.handle(actor, ours, mail, understood, digest);
    const id = newId();
    const kept = await this.uow.run(actor, async (tx) => {
      const first = await insertIncoming(tx, {
        ...{ id, digest, kind, mailId: ours.id, applicationId: ours.application_id, sender: mail.from, subject: mail.subject },
        ...{ text: understood.text, outcome: handled.outcome, attachmentIds: handled.attachmentIds ?? [] },
      });
      if (first) {
        handled.write?.(tx);
        await this.tell(tx, id, ours, mail, handled.news);
        tx.audit('mail.receive', 'mail', ours.id, { kind, applicationId: ours.application_id });
      }
      return ok(first);
    });
    return { kind, outcome: handled.outcome, known: kept.ok && !kept.value };
  }

  private async knows(organizationId: Id, digest: Buffer): Promise<boolean> {
    const rows = await this.uow.read(
      organizationId,
      'incoming-mail-known',
      'SELECT FROM incoming_mails WHERE organization_id = $1 AND digest = $2',
      [organizationId, digest],
    );
    return rows.length > 0;
  }

  private async handle(
    actor: SystemActor,
    ours: AnsweredMail,
    mail: ParsedMail,
    understood: Understood,
    digest: Buffer,
  ): Promise<Handled> {
    switch (understood.kind) {
      case 'BOUNCE':
      case 'DELAY':
        return reported(ours, understood);
      case 'AUTO_REPLY':
        return { outcome: 'a machine answered; nobody was told', news: null };
      case 'CALENDAR': {
        const taken = await this.calendars.execute(actor, ours, mail.from, understood.calendar!, digest);
        return calendarHandled(taken);
      }
      case 'REPLY':
        return this.reply(actor, ours, mail, understood);
    }
  }

  private async reply(actor: SystemActor, ours: AnsweredMail, mail: ParsedMail, understood: Understood): Promise<Handled> {
    if (ours.audience !== 'candidate' || ours.application_id === null)
      return { outcome: 'a member of the team answered a mail of Rounds', news: null };
    const { attachmentIds, refused } = await this.keepFiles(actor, ours.application_id, understood.files);
    const own = mail.from.toLowerCase() === ours.recipient.toLowerCase();
    const what = own ? 'has answered' : `has answered from another address (${mail.from || 'unreadable'})`;
    const kept = attachmentIds.length > 0 ? `; ${attachmentIds.length} attached files were kept` : '';
    const not = refused.length > 0 ? `; not kept: ${refused.join(', ')}` : '';
    return {
      outcome: `${own ? 'the candidate' : 'somebody'} answered${kept}${not}`,
      news: { what, text: understood.text },
      attachmentIds,
    };
  }

  /** The same checks as for an upload; what does not pass them is named and not kept. */
  private async keepFiles(actor: SystemActor, applicationId: Id, files: Understood['files']) {
    const attachmentIds: Id[] = [];
    const refused: string[] = [];
    if (files.length === 0) return { attachmentIds, refused };
    const application = await this.uow.run(actor, async (tx) => ok(await applicationOf(tx, applicationId)));
    if (!application.ok || !application.value) return { attachmentIds, refused: files.map(({ fileName }) => fileName) };
    const { organizationId } = actor;
    const candidate: CandidateActor = {
      kind: 'candidate',
      organizationId,
      applicationId,
      candidateId: application.value.candidate_id,
    };
    for (const file of files) {
      const stored = await this.files.forCandidate(candidate, 'OTHER', file);
      if (stored.ok) attachmentIds.push(stored.value.attachmentId);
      else refused.push(oneLine(file.fileName, 100));
    }
    return { attachmentIds, refused };
  }

  private async tell(tx: Tx, incomingId: Id, ours: AnsweredMail, mail: ParsedMail, news: TeamNews | null): Promise<void> {
    if (news === null || ours.application_id === null) return;
    const application = await applicationOf(tx, ours.application_id);
    if (!application) return;
    tx.emit({
      name: 'MailAnswered',
      subjectId: ours.application_id,
      payload: { incomingId, mailId: ours.id, applicationId: ours.application_id, postingId: application.posting_id },
      transient: { ...news, fromTeam: ours.audience === 'team', fromName: mail.fromName || mail.from },
    });
  }
}

/** RFC 3463 §3.2 and §3.5: the address itself is bad, not the mail, the mailbox's size or somebody's policy. */
const BAD_ADDRESS = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1|4\.4)$/;

function reported(ours: AnsweredMail, { report, kind }: Understood): Handled {
  const { status, diagnostic, action, recipient } = report!;
  const words = oneLine(`${status} ${diagnostic}`, 500);
  if (kind === 'BOUNCE') {
    const same = recipient === null || recipient.toLowerCase() === ours.recipient.toLowerCase();
    const bad = same && BAD_ADDRESS.test(status);
    return {
      outcome: `it came back: ${words}${bad ? '; no more mails go to this address' : ''}`,
      news: null,
      write: (tx) => {
        markBounced(tx, ours.id, words);
        if (bad) suppress(tx, ours.recipient, 'an earlier mail to this address came back: there is no such mailbox', ours.id);
      },
    };
  }
  if (action === 'delayed') return { outcome: `it is delayed: ${words}`, news: null };
  return {
    outcome: `it was ${action}: ${words}`,
    news: null,
    write: (tx) => markArrived(tx, ours.id, `reported as ${action}: ${words}`),
  };
}

function calendarHandled({ outcome, news, write }: CalendarOutcome): Handled {
  return { outcome, news, write };
}
