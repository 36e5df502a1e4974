import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, PageInfo, instance, resultUnion } from '#libs/platform/index.js';
import type { Audience } from '../domain/declaration.js';
import type { MailState } from '../domain/mail-state.js';
import type { LedgerRow } from '../queries/ledger.js';
import { AudienceEnum, MailStateEnum } from './enums.js';

@ObjectType({ description: 'One mail to one reader: sent, on its way, failed, or deliberately not sent' })
export class Mail {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String, { description: 'Which mail: a key of mailTemplates' })
  template: string;
  @Field(() => Int, { description: '0: the words of this software' })
  templateVersion: number;
  @Field(() => AudienceEnum)
  audience: Audience;
  @Field(() => String, { description: 'The address; empty where there was nobody to write to' })
  recipient: string;
  @Field(() => MailStateEnum)
  state: MailState;
  @Field(() => String, { description: 'Empty where it was decided against' })
  subject: string;
  @Field(() => String, { nullable: true, description: 'REQUEST or CANCEL: it carries a calendar message' })
  calendar: string | null;
  @Field(() => DateTime)
  decidedAt: string;
  @Field(() => DateTime, { description: 'Before then it is not sent, or not tried again' })
  notBefore: string;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it can be taken back; null where it leaves at once, or has left',
  })
  heldUntil: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the mail server accepted it' })
  sentAt: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it came back' })
  bouncedAt: string | null;
  @Field(() => Int, { description: 'How often it may have arrived without our hearing of it' })
  doubts: number;
  @Field(() => Boolean, { description: 'Something is wrong with it, and nobody has seen to that yet' })
  needsAPerson: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was decided against or taken back' })
  skippedBecause: string | null;
  @Field(() => String, { nullable: true, description: 'What the mail server last said against it' })
  error: string | null;
  @Field(() => Int)
  attempts: number;
}

/** What of a row is shown. */
export function toMail(row: LedgerRow): Mail {
  return instance(Mail, {
    id: row.id,
    applicationId: row.application_id,
    template: row.template,
    templateVersion: row.template_version,
    audience: row.audience,
    recipient: row.recipient,
    state: row.state,
    subject: row.subject,
    calendar: row.calendar?.method ?? null,
    decidedAt: row.created_at.toISOString(),
    notBefore: row.not_before.toISOString(),
    heldUntil: isHeld(row) ? row.not_before.toISOString() : null,
    bouncedAt: row.bounced_at?.toISOString() ?? null,
    doubts: row.doubts,
    needsAPerson: ['FAILED', 'IN_DOUBT', 'BOUNCED'].includes(row.state) && row.attended_at === null,
    sentAt: row.sent_at?.toISOString() ?? null,
    skippedBecause: row.skipped_because,
    error: row.error,
    attempts: row.attempts,
  });
}

function isHeld(row: LedgerRow): boolean {
  return row.state === 'DECIDED' && row.fence === 0 && row.not_before > row.created_at;
}

@ObjectType()
export class MailConnection {
  @Field(() => [Mail])
  nodes: Mail[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ObjectType({
  description: 'A mail with its words. Links that open somebody’s page or seat are shown without what makes them work.',
})
export class MailWithWords {
  @Field(() => Mail)
  mail: Mail;
  @Field(() => String, { nullable: true })
  text: string | null;
  @Field(() => String, { nullable: true, description: 'To be shown in a sandboxed frame only' })
  html: string | null;
}

@InputType()
export class RetryMailInput {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class RetryMailPayload {
  @Field(() => Mail)
  mail: Mail;
}
export const RetryMailResult = resultUnion('RetryMailResult', () => RetryMailPayload);

@InputType()
export class RequestPageLinkInput {
  @Field(() => String, { nullable: true, description: 'The organisation’s slug; may be left out where there is only one' })
  organization?: string | null;
  @Field(() => String, { description: 'The address that was given with the application' })
  email: string;
}

@ObjectType()
export class RequestPageLinkPayload {
  @Field(() => String, { description: 'What to tell the person; the same for every address' })
  message: string;
}
export const RequestPageLinkResult = resultUnion('RequestPageLinkResult', () => RequestPageLinkPayload);
