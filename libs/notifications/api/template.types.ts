import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id, Language } from '#libs/kernel/index.js';
import { DateTime, instance, resultUnion } from '#libs/platform/index.js';
import type { Audience } from '../domain/declaration.js';
import { type MailKey, templateVariables } from '../domain/mails/registry.js';
import { declarationIn, languagesOf } from '../domain/mails/translations.js';
import { type OwnTemplateRow, type Place, wordsAt } from '../queries/mail-templates.js';
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
  @Field(() => DateTime)
  savedAt: string;
}

@ObjectType({ description: 'Where the organisation has words of its own in use' })
export class OwnWordsPlace {
  @Field(() => String, { description: 'en or de' })
  language: Language;
  @Field(() => ID, { nullable: true, description: 'null: for all postings' })
  postingId: Id | null;
  @Field(() => String, { nullable: true })
  postingTitle: string | null;
  @Field(() => String, { nullable: true, description: 'The stage’s name; null: for all stages' })
  stage: string | null;
  @Field(() => Int)
  version: number;
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
  @Field(() => [String], {
    description: 'The languages it is sent in; a candidate’s own, else the posting’s, else the organisation’s, else en',
  })
  languages: readonly Language[];
  @Field(() => [OwnWordsPlace], { description: 'Everywhere where the organisation has words of its own' })
  places: OwnWordsPlace[];
  @Field(() => MailWords, { description: 'The words of this software; in en where it has none in the language asked for' })
  defaultWords: MailWords;
  @Field(() => OwnMailWords, {
    nullable: true,
    description: 'The organisation’s own words in the place asked for, where it has any in use',
  })
  ownWords: OwnMailWords | null;
}

/** `rows` are all words of the organisation's own that are in use. */
export function toTemplateView(key: MailKey, rows: readonly OwnTemplateRow[], place: Place): MailTemplateView {
  const languages = languagesOf(key);
  const language = languages.includes(place.language) ? place.language : 'en';
  const own = wordsAt(rows, key, { ...place, language });
  const { audience, on, subject, text, mjml, essential } = declarationIn(key, language);
  return instance(MailTemplateView, {
    key,
    audience,
    event: on,
    languages,
    places: rows
      .filter((row) => row.key === key)
      .map(({ posting_id: postingId, posting_title: postingTitle, stage, version, ...row }) =>
        instance(OwnWordsPlace, { language: row.language, postingId, postingTitle, stage, version }),
      ),
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
export class MailPlaceInput {
  @Field(() => String)
  key: string;
  @Field(() => String, { nullable: true, description: 'en or de; en if left out' })
  language?: string | null;
  @Field(() => ID, { nullable: true, description: 'For mails about this posting alone' })
  postingId?: Id | null;
  @Field(() => String, { nullable: true, description: 'For mails about this stage of the posting alone: its name' })
  stage?: string | null;
}

@InputType()
export class SaveMailTemplateInput extends MailPlaceInput {
  @Field(() => String, { description: 'Liquid, one line, at most 300 characters' })
  subject: string;
  @Field(() => String, { description: 'Liquid; the footer is added' })
  text: string;
  @Field(() => String, { description: 'MJML with Liquid: what goes into the layout, or a whole <mjml> document' })
  mjml: string;
  @Field(() => Int, { description: 'The version in use in this place; 0 where there is none' })
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class ResetMailTemplateInput extends MailPlaceInput {
  @Field(() => Int, { description: 'The version in use' })
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Parts that are left out are taken as they are in use' })
export class PreviewMailInput extends MailPlaceInput {
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
