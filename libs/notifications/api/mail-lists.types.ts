import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { instance, resultUnion } from '#libs/platform/index.js';
import type { MailTiming } from '../domain/timing.js';
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

@ObjectType({ description: 'When an organisation lets its mails leave' })
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
}

export function toMailSettings({ version, timing }: { version: number; timing: MailTiming }): MailSettings {
  return instance(MailSettings, {
    version,
    undoSeconds: timing.undo_s,
    undoByMail: Object.entries(timing.undoByMail).map(([key, seconds]) => instance(MailUndo, { key, seconds })),
    quietFrom: timing.quiet?.from ?? null,
    quietUntil: timing.quiet?.until ?? null,
  });
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
