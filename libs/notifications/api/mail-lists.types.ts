import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { instance, resultUnion } from '#libs/platform/index.js';
import type { OwnMailSettings, PostingMailSettingsRow } from '../queries/mail-settings.js';
import { VERDICTS, type Verdict } from '../use-cases/settle-mail.js';
import { Mail } from './ledger.types.js';

export const VerdictEnum = Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdict])) as { [V in Verdict]: V };
registerEnumType(VerdictEnum, { name: 'MailVerdict', description: 'What a person found out about a mail in doubt' });

@ObjectType({ description: 'How long mails of one kind can be taken back' })
export class MailUndo {
  @Field(() => String, { description: 'A key of mailTemplates' })
  key: string;
  @Field(() => Int)
  seconds: number;
}

@ObjectType({ description: 'When an organisation lets its mails leave, in which language, and what it promises' })
export class MailSettings {
  @Field(() => Int)
  version: number;
  @Field(() => Int, { description: 'How long a mail about what the team did can be taken back' })
  undoSeconds: number;
  @Field(() => [MailUndo], { description: 'The same for single kinds of mail' })
  undoByMail: MailUndo[];
  @Field(() => String, { nullable: true, description: 'HH:MM on the candidate’s clock: what can wait waits from here …' })
  quietFrom: string | null;
  @Field(() => String, { nullable: true, description: '… until here' })
  quietUntil: string | null;
  @Field(() => String, { nullable: true, description: 'en or de: what candidates are written in who have not said; null is en' })
  language: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many working days candidates are answered; null: nothing is promised',
  })
  answerDays: number | null;
}

export function toMailSettings({ version, timing, language, answerDays }: OwnMailSettings): MailSettings {
  return instance(MailSettings, {
    version,
    undoSeconds: timing.undo_s,
    undoByMail: Object.entries(timing.undoByMail).map(([key, seconds]) => instance(MailUndo, { key, seconds })),
    quietFrom: timing.quiet?.from ?? null,
    quietUntil: timing.quiet?.until ?? null,
    language,
    answerDays,
  });
}

@ObjectType({ description: 'What a posting says of its mails in place of its organisation' })
export class PostingMailSettings {
  @Field(() => Int, { description: '0 where it says nothing' })
  version: number;
  @Field(() => String, { nullable: true, description: 'en or de; null: the organisation’s' })
  language: string | null;
  @Field(() => Int, { nullable: true, description: 'Working days; null: the organisation’s; 0: nothing is promised' })
  answerDays: number | null;
}

export function toPostingMailSettings({ version, language, answerDays }: PostingMailSettingsRow): PostingMailSettings {
  return instance(PostingMailSettings, { version, language, answerDays });
}

@InputType()
export class MailUndoInput {
  @Field(() => String, { description: 'A key of mailTemplates' })
  key: string;
  @Field(() => Int, { description: '0 to 86400' })
  seconds: number;
}

@InputType()
export class SaveMailSettingsInput {
  @Field(() => Int, { description: '0 where the organisation had no settings of its own' })
  expectedVersion: number;
  @Field(() => Int, { description: '0 to 86400; 0: nothing can be taken back' })
  undoSeconds: number;
  @Field(() => [MailUndoInput], { nullable: true })
  undoByMail?: MailUndoInput[] | null;
  @Field(() => String, { nullable: true, description: 'HH:MM; both or neither' })
  quietFrom?: string | null;
  @Field(() => String, { nullable: true })
  quietUntil?: string | null;
  @Field(() => String, { nullable: true, description: 'en or de; null is en; left out: as it was' })
  language?: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 60 working days; null: nothing is promised; left out: as it was' })
  answerDays?: number | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class MailSettingsPayload {
  @Field(() => MailSettings)
  settings: MailSettings;
}
export const MailSettingsResult = resultUnion('MailSettingsResult', () => MailSettingsPayload);

@InputType()
export class SavePostingMailSettingsInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => Int, { description: '0 where the posting said nothing' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'en or de; null: the organisation’s' })
  language?: string | null;
  @Field(() => Int, { nullable: true, description: '0 to 60 working days; null: the organisation’s; 0: nothing is promised' })
  answerDays?: number | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class PostingMailSettingsPayload {
  @Field(() => PostingMailSettings)
  settings: PostingMailSettings;
}
export const PostingMailSettingsResult = resultUnion('PostingMailSettingsResult', () => PostingMailSettingsPayload);

@InputType()
export class MailIdInput {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class ScheduleMailInput extends MailIdInput {
  @Field(() => String, { nullable: true, description: 'ISO instant within 30 days; left out: now' })
  sendAt?: string | null;
}

@InputType()
export class SettleMailInput extends MailIdInput {
  @Field(() => VerdictEnum)
  verdict: Verdict;
}

@ObjectType()
export class ChangedMailPayload {
  @Field(() => Mail)
  mail: Mail;
}
export const ChangedMailResult = resultUnion('ChangedMailResult', () => ChangedMailPayload);

@InputType()
export class ReadMailSourceInput {
  @Field(() => ID)
  id: Id;
}

@ObjectType()
export class MailSourcePayload {
  @Field(() => String, { nullable: true, description: 'RFC 5322 in base64; null where it has not been made yet' })
  base64: string | null;
}
export const MailSourceResult = resultUnion('MailSourceResult', () => MailSourcePayload);
