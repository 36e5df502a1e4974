import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { instance, resultUnion } from '#libs/platform/index.js';
import type { Audience } from '../domain/declaration.js';
import { type MailKey, declarationOf, templateVariables } from '../domain/mails/registry.js';
import type { OwnTemplateRow } from '../queries/mail-templates.js';
import { AudienceEnum } from './enums.js';

@ObjectType({ description: 'What a template may use as {{ name }}' })
export class MailVariable {
  @Field(() => String)
  name: string;
  @Field(() => String)
  meaning: string;
  @Field(() => String, { description: 'text, name, lines, texts, address, link, minutes, day, moment or period' })
  kind: string;
  @Field(() => Boolean, { description: 'May be missing: ask {% if name %} first' })
  optional: boolean;
  @Field(() => Boolean, { description: 'The mail does not do its work without it' })
  essential: boolean;
}

@ObjectType()
export class MailWords {
  @Field(() => String)
  subject: string;
  @Field(() => String)
  text: string;
  @Field(() => String)
  mjml: string;
}

@ObjectType()
export class OwnMailWords extends MailWords {
  @Field(() => Int)
  version: number;
  @Field(() => String, { description: 'ISO instant' })
  savedAt: string;
}

@ObjectType({ description: 'A mail that Rounds sends, and the words it is sent in' })
export class MailTemplateView {
  @Field(() => String)
  key: string;
  @Field(() => AudienceEnum)
  audience: Audience;
  @Field(() => String, { description: 'What happened when it is sent' })
  event: string;
  @Field(() => [MailVariable])
  variables: MailVariable[];
  @Field(() => MailWords, { description: 'The words of this software' })
  defaultWords: MailWords;
  @Field(() => OwnMailWords, { nullable: true, description: 'The organisation’s own words, where it has any in use' })
  ownWords: OwnMailWords | null;
}

export function toTemplateView(key: MailKey, own: OwnTemplateRow | undefined): MailTemplateView {
  const { audience, on, subject, text, mjml, essential } = declarationOf(key);
  return instance(MailTemplateView, {
    key,
    audience,
    event: on,
    variables: templateVariables(key).map((each) =>
      instance(MailVariable, { ...each, essential: essential.includes(each.name) }),
    ),
    defaultWords: instance(MailWords, { subject, text, mjml }),
    ownWords: own
      ? instance(OwnMailWords, {
          version: own.version,
          savedAt: own.created_at.toISOString(),
          subject: own.subject,
          text: own.text,
          mjml: own.mjml,
        })
      : null,
  });
}

@InputType()
export class SaveMailTemplateInput {
  @Field(() => String)
  key: string;
  @Field(() => String, { description: 'Liquid, one line, at most 300 characters' })
  subject: string;
  @Field(() => String, { description: 'Liquid; the footer is added' })
  text: string;
  @Field(() => String, { description: 'MJML with Liquid: what goes into the layout, or a whole <mjml> document' })
  mjml: string;
  @Field(() => Int, { description: 'The version in use that was edited; 0 for the words of this software' })
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class ResetMailTemplateInput {
  @Field(() => String)
  key: string;
  @Field(() => Int, { description: 'The version in use' })
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Parts that are left out are taken as they are in use' })
export class PreviewMailInput {
  @Field(() => String)
  key: string;
  @Field(() => String, { nullable: true })
  subject?: string | null;
  @Field(() => String, { nullable: true })
  text?: string | null;
  @Field(() => String, { nullable: true })
  mjml?: string | null;
  @Field(() => ID, { nullable: true, description: 'A mail of this kind that was decided: shown as it would read to its reader' })
  likeMailId?: Id | null;
}

@ObjectType()
export class MailTemplatePayload {
  @Field(() => MailTemplateView)
  template: MailTemplateView;
}
export const MailTemplateResult = resultUnion('MailTemplateResult', () => MailTemplatePayload);

@ObjectType({ description: 'The mail with example data' })
export class MailPreview {
  @Field(() => String)
  subject: string;
  @Field(() => String)
  text: string;
  @Field(() => String, { description: 'To be shown in a sandboxed frame only' })
  html: string;
}
export const PreviewMailResult = resultUnion('PreviewMailResult', () => MailPreview);
