import type { Pool } from 'pg';
import type { Clock } from '#libs/kernel/index.js';
import type { BatchTicket, Log, Metrics } from '#libs/platform/index.js';
import { calendarText } from '../domain/calendar-message.js';
import { MAX_ATTEMPTS, type Outcome, pauseAfter_ms } from '../domain/delivery.js';
import { type DomainLimit, DomainLimits } from '../domain/domain-limits.js';
import { reviveVariables } from '../domain/frozen-variables.js';
import { type MailVariables, declarationOf } from '../domain/mails/registry.js';
import { buildMessage, threadOf } from '../domain/message.js';
import { stopToken } from '../domain/stop-link.js';
import { renderMail } from '../domain/rendering.js';
import { type ReplyAddresses, replyAddress } from '../domain/reply-address.js';
import {
  type Claim,
  type MailToSend,
  type PutOff,
  type Settlement,
  claimAndFreeze,
  loadRelayed,
  putOff,
  renewLeases,
} from '../persistence/delivery-rows.js';
import type { TemplateStore } from '../persistence/template-store.js';
import { type Envelope, MailServer } from './mail-server.js';
import { Dots } from '../persistence/dots.js';
import { Settlements } from '../persistence/settlements.js';

export interface DeliveryOptions {
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly connections?: number;
  readonly silence_ms?: number;
  /** How long a claim outlives its process. */
  readonly lease_s?: number;
  /** The first pause after a refused try. */
  readonly firstPause_ms?: number;
  /** Where answers and returned mails go; without it to the mail's contact, and to the sender. */
  readonly replies?: ReplyAddresses | null;
  /** Where readers end mails that they can do without; without it they cannot. */
  readonly stops?: { readonly publicUrl: string; readonly secret: string } | null;
  /** Signs a message once, before its bytes are frozen. */
  readonly sign?: ((message: Buffer) => Promise<Buffer>) | null;
  readonly limits?: readonly DomainLimit[];
}

/** What the configuration calls the sender when nobody has said anything. */
const UNNAMED = 'Rounds';
const LEASE_S = 30;

interface Built {
  readonly mail: MailToSend;
  /** null: the words could not be made, and why. */
  readonly bytes: Buffer | null;
  readonly error: string | null;
}

/**
 * Sends the mails that tickets name: load, render and build, claim and freeze the bytes, hand to the server, write its answer. The final dot of each is held until
 * its row says that it is about to be sent, so that of a mail whose process dies everybody knows whether it may have arrived.
 */
export class MailDelivery {
  readonly server: MailServer;
  private readonly settlements: Settlements;
  private readonly dots: Dots;
  private readonly limits: DomainLimits;
  private readonly underWay = new Set<Claim>();
  private readonly lease_s: number;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly pool: Pool,
    private readonly templates: TemplateStore,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly log: Log,
    private readonly options: DeliveryOptions,
  ) {
    this.server = new MailServer(options, log);
    this.settlements = new Settlements(pool, clock, log);
    this.dots = new Dots(pool);
    this.limits = new DomainLimits(options.limits ?? []);
    this.lease_s = options.lease_s ?? LEASE_S;
    this.heartbeat = setInterval(() => void this.renew(), (this.lease_s * 1000) / 3);
    this.heartbeat.unref();
  }

  /** Delivers a ticket's mails; resolves when the outcome of each is in the ledger. */
  async handle(ticket: BatchTicket): Promise<void> {
    const mails = await this.admitted(await loadRelayed(this.pool, ticket.rows));
    if (mails.length === 0) return;
    const built: Built[] = [];
    for (const mail of mails) built.push(await this.build(mail));
    const claims = await claimAndFreeze(this.pool, built, this.lease_s);
    const byId = new Map(built.map((each) => [each.mail.id, each]));
    const ours = new Set(claims.map(({ id }) => id));
    for (const mail of mails) if (!ours.has(mail.id)) this.limits.done(mail.recipient);
    await Promise.all(claims.map((claim) => this.deliver(claim, byId.get(claim.id)!)));
  }

  /** Those whose domains may be given them now; the others wait for their turns in the ledger. */
  private async admitted(mails: readonly MailToSend[]): Promise<MailToSend[]> {
    const now: MailToSend[] = [];
    const later: PutOff[] = [];
    for (const mail of mails) {
      const pause_ms = this.limits.admit(mail.id, mail.recipient, performance.now());
      if (pause_ms === 0) now.push(mail);
      else later.push({ mail, pause_ms });
    }
    if (later.length > 0) await putOff(this.pool, this.clock.now(), later);
    return now;
  }

  /** Waits up to `grace_ms` for the mails under way, then breaks them off; their outcome is written all the same. */
  async close(finished: Promise<void>, grace_ms: number): Promise<void> {
    const timer = setTimeout(() => this.server.close(true), grace_ms);
    await finished;
    clearTimeout(timer);
    clearInterval(this.heartbeat);
    this.server.close();
  }

  private async build(mail: MailToSend): Promise<Built> {
    if (mail.message !== null) return { mail, bytes: mail.message, error: null };
    try {
      return { mail, bytes: await this.message(mail), error: null };
    } catch (error) {
      return { mail, bytes: null, error: (error as Error).message.slice(0, 500) };
    }
  }

  private async message(mail: MailToSend): Promise<Buffer> {
    const { from, replies, sign } = this.options;
    const template = await this.templates.get(mail.organization_id, mail.template, mail.template_version, mail.language);
    const variables = reviveVariables(mail.template, mail.variables) as MailVariables['page-link'];
    const stopLink = this.stopLinkOf(mail);
    const known = stopLink === undefined ? variables : { ...variables, mail: { stop: stopLink } };
    const { subject, text, html } = renderMail(template, known as MailVariables[typeof mail.template]);
    const { organization, contact, recipient } = variables;
    const domain = mail.message_id.slice(mail.message_id.lastIndexOf('@') + 1, -1);
    // What a member of the team answers goes to their colleague; what a candidate answers is kept with the application.
    const ours = replies && mail.audience === 'candidate' ? replyAddress(replies, mail.id) : null;
    const theirs = (variables as Partial<MailVariables['team-answer']>).reply?.address;
    const message = await buildMessage({
      from: { address: from.address, name: from.name === UNNAMED ? organization.name : from.name },
      to: { address: mail.recipient, name: recipient.name },
      replyTo: theirs ? { address: theirs } : { address: ours ?? contact.email, name: contact.name },
      subject: mail.subject || subject,
      text,
      html,
      messageId: mail.message_id,
      date: mail.not_before,
      stopLink,
      ...(mail.application_id === null ? {} : threadOf(mail.application_id, domain)),
      calendar:
        mail.calendar === null ? undefined : { method: mail.calendar.method, ics: calendarText(mail.calendar, mail.not_before) },
    });
    return sign ? sign(message) : message;
  }

  private async deliver(claim: Claim, { mail, bytes, error }: Built): Promise<void> {
    this.underWay.add(claim);
    try {
      const outcome: Outcome =
        bytes === null
          ? { kind: 'NEVER', error: `the mail could not be written: ${error}` }
          : await this.server.send(bytes, this.envelopeOf(mail), () => this.mayEnd(claim));
      const settlement = this.settlementOf(claim, mail, outcome);
      await this.settlements.write(settlement);
      this.metrics.mails.inc({ state: settlement.state === 'DECIDED' ? 'RETRIED' : settlement.state });
    } finally {
      this.underWay.delete(claim);
      this.limits.done(mail.recipient);
    }
  }

  /**
   * Whether the end of the message may be sent. A process that stood still meanwhile (a paused machine) comes back to a claim that others may have taken for lost
   * and settled, by evidence that the mail had not arrived: then it must not arrive any more.
   */
  private async mayEnd(claim: Claim): Promise<boolean> {
    const asked_ms = performance.now();
    return (await this.dots.mark(claim)) && performance.now() - asked_ms < this.lease_s * 1000;
  }

  private stopLinkOf({ organization_id, id, template }: MailToSend): string | undefined {
    const { stops } = this.options;
    if (!stops || declarationOf(template).optional === undefined) return undefined;
    return `${stops.publicUrl}/mail/stop/${stopToken(stops.secret, { organizationId: organization_id, mailId: id })}`;
  }

  private envelopeOf({ id, recipient }: MailToSend): Envelope {
    const { from, replies } = this.options;
    return { sender: replies ? replyAddress(replies, id) : from.address, recipient };
  }

  private settlementOf(claim: Claim, mail: MailToSend, outcome: Outcome): Settlement {
    const { organization_id, id, fence } = claim;
    const common = {
      organization_id,
      id,
      fence,
      server_answer: null,
      error: null,
      pause_ms: null,
      tries: 1,
      forget: false,
    } as const;
    const tokens = mail.audience === 'person';
    switch (outcome.kind) {
      case 'SENT':
        return { ...common, state: 'SENT', server_answer: outcome.answer, forget: tokens };
      case 'NEVER':
        return { ...common, state: 'FAILED', error: outcome.error, forget: tokens };
      case 'UNREACHABLE': {
        const pause_ms = Math.round(this.server.pause_ms + Math.random() * 200);
        return { ...common, state: 'DECIDED', error: outcome.error, tries: 0, pause_ms };
      }
      case 'DOUBT':
        return { ...common, state: 'IN_DOUBT', error: outcome.error };
      case 'LATER': {
        if (mail.attempts + 1 >= MAX_ATTEMPTS) return { ...common, state: 'FAILED', error: outcome.error, forget: tokens };
        const pause_ms = pauseAfter_ms(mail.attempts + 1, Math.random(), this.options.firstPause_ms);
        return { ...common, state: 'DECIDED', error: outcome.error, pause_ms };
      }
    }
  }

  private async renew(): Promise<void> {
    if (this.underWay.size === 0) return;
    await renewLeases(this.pool, [...this.underWay], this.lease_s).catch((error: Error) =>
      this.log.warn({ error: error.message }, 'leases of mails under way could not be renewed'),
    );
  }
}
