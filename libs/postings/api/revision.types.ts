import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { Correction } from '../domain/corrections.js';
import type { FactField } from '../domain/posting-document.js';
import type { PostingStatus } from '../domain/posting-status.js';
import { CorrectionActionEnum, PostingFieldEnum, PostingStatusEnum } from './enums.js';

@ObjectType({ description: 'A fact that says something else than before' })
export class FactChange {
  @Field(() => PostingFieldEnum)
  field: FactField;
  @Field(() => String, { description: 'As JSON; "null" and "[]" are nothing' })
  before: string;
  @Field(() => String, { description: 'As JSON' })
  now: string;
}

@ObjectType({
  description:
    'A correction that the document contradicts: it waits for a person to keep it or to accept the document, and the document counts until then',
})
export class OvertakenCorrection {
  @Field(() => PostingFieldEnum)
  field: FactField;
  @Field(() => Int, {
    nullable: true,
    description:
      'Its number where it is about a single round, for `keepRounds` and `acceptRounds`; what is said of rounds is then that one round',
  })
  number: number | null;
  @Field(() => CorrectionActionEnum, { description: 'What a person did with the fact' })
  action: Correction['action'] | 'add';
  @Field(() => String, {
    nullable: true,
    description: 'What the correction said, as JSON; null when it confirmed or dropped the field',
  })
  value: string | null;
  @Field(() => String, { nullable: true, description: 'The words it was about' })
  textBefore: string | null;
  @Field(() => String, { nullable: true, description: 'The words that stand in their place' })
  textNow: string | null;
  @Field(() => String, { description: 'What was read from the words before, as JSON' })
  valueBefore: string;
  @Field(() => String, { description: 'What is read from those now, as JSON' })
  valueNow: string;
}

@ObjectType({ description: 'What another text would make of a posting; nothing is kept' })
export class RevisionPreview {
  @Field(() => ID)
  postingId: Id;
  @Field(() => String, { nullable: true, description: 'As it would be' })
  title: string | null;
  @Field(() => PostingStatusEnum)
  status: PostingStatus;
  @Field(() => [FactChange])
  changes: FactChange[];
  @Field(() => Boolean, { description: 'New candidates would enter a new version of the plan' })
  planChanged: boolean;
  @Field(() => [OvertakenCorrection], { description: 'Corrections that would wait for a decision' })
  overtaken: OvertakenCorrection[];
  @Field(() => [String], { description: 'Shared sections that it would name and that are not here' })
  unresolved: string[];
}

@ObjectType({ description: 'A posting as a document that states all of it: read again it is the same posting' })
export class PostingExport {
  @Field(() => String, { description: 'Markdown; its front matter follows the schema at /schemas/posting-1.json' })
  text: string;
  @Field(() => [String], { description: 'Fields that the front matter has no room for' })
  lost: string[];
}
