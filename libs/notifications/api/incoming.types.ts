import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, PageInfo, instance, resultUnion } from '#libs/platform/index.js';
import { INCOMING_KINDS, type IncomingKind } from '../domain/incoming/incoming-mail.js';
import type { IncomingListed } from '../queries/incoming.js';
import type { Suppression } from '../queries/suppressions.js';

export const IncomingKindEnum = Object.fromEntries(INCOMING_KINDS.map((kind) => [kind, kind])) as { [K in IncomingKind]: K };
registerEnumType(IncomingKindEnum, {
  name: 'IncomingMailKind',
  description:
    'Somebody’s REPLY, a machine’s AUTO_REPLY, a report that a mail came back (BOUNCE) or is late (DELAY), an answer of a CALENDAR',
});

@ObjectType({ description: 'What came back on one of our mails, and what was made of it' })
export class IncomingMail {
  @Field(() => ID)
  id: Id;
  @Field(() => IncomingKindEnum)
  kind: IncomingKind;
  @Field(() => ID, { description: 'The mail that it answers' })
  answersMailId: Id;
  @Field(() => ID, { nullable: true, description: 'The application that it belongs to' })
  applicationId: Id | null;
  @Field(() => String, { description: 'The address it says it comes from; empty where that is none' })
  sender: string;
  @Field(() => String)
  subject: string;
  @Field(() => String, { description: 'Without what it quotes' })
  text: string;
  @Field(() => String, { description: 'What was made of it, as a sentence' })
  outcome: string;
  @Field(() => [ID], { description: 'Attached files that passed the checks of an upload: attachments of the application' })
  attachmentIds: readonly Id[];
  @Field(() => DateTime)
  receivedAt: string;
}

export function toIncomingMail(row: IncomingListed): IncomingMail {
  return instance(IncomingMail, {
    id: row.id,
    kind: row.kind,
    answersMailId: row.mail_id,
    applicationId: row.application_id,
    sender: row.sender,
    subject: row.subject,
    text: row.text,
    outcome: row.outcome,
    attachmentIds: row.attachment_ids,
    receivedAt: row.received_at.toISOString(),
  });
}

@ObjectType()
export class IncomingMailConnection {
  @Field(() => [IncomingMail])
  nodes: IncomingMail[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ObjectType({ description: 'An address that gets no mail, or does without one kind of them' })
export class MailSuppression {
  @Field(() => String)
  address: string;
  @Field(() => String, { nullable: true, description: 'A key of mailTemplates; null: all mails' })
  template: string | null;
  @Field(() => String)
  because: string;
  @Field(() => ID, { nullable: true, description: 'The mail that came back, or that was answered so' })
  mailId: Id | null;
  @Field(() => DateTime)
  since: string;
}

export function toMailSuppression(row: Suppression): MailSuppression {
  return instance(MailSuppression, {
    address: row.address,
    template: row.template || null,
    because: row.because,
    mailId: row.mail_id,
    since: row.created_at.toISOString(),
  });
}

@ObjectType()
export class MailSuppressionConnection {
  @Field(() => [MailSuppression])
  nodes: MailSuppression[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@InputType()
export class LiftMailSuppressionInput {
  @Field(() => String)
  address: string;
  @Field(() => String, {
    nullable: true,
    description: 'The mail that the address does without; null: what ended all mails to it',
  })
  template?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class LiftMailSuppressionPayload {
  @Field(() => String, { description: 'Mails decided from now on go there again' })
  address: string;
}
export const LiftMailSuppressionResult = resultUnion('LiftMailSuppressionResult', () => LiftMailSuppressionPayload);
