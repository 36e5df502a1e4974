import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import type { PostingStatus } from '../domain/posting-status.js';
import { PostingStatusEnum } from './enums.js';
import { HiringChangeInput } from './hiring-input.types.js';
import { FactChange, OvertakenCorrection } from './revision.types.js';

@ObjectType({ description: 'A posting that shows a section' })
export class SectionUse {
  @Field(() => ID)
  postingId: Id;
  @Field(() => String, { nullable: true })
  title: string | null;
  @Field(() => PostingStatusEnum)
  status: PostingStatus;
}

@ObjectType({ description: 'A named piece of text that several postings show' })
export class SharedSection {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'Without folder and .md; documents may write either' })
  name: string;
  @Field(() => Int, { description: 'Its revision; send it as `expectedVersion` with a change' })
  version: number;
  @Field(() => String)
  text: string;
  @Field(() => DateTime)
  updatedAt: string;
  @Field(() => [SectionUse], { description: 'Directly or through another section; archived postings do not count' })
  shownIn: SectionUse[];
}

@ObjectType({ description: 'What a posting became when a section that it shows changed' })
export class ReadAnewPosting extends SectionUse {
  @Field(() => Boolean, {
    description: 'Its process is told in the section and changed: new candidates enter a new version of the plan',
  })
  planChanged: boolean;
  @Field(() => [FactChange], { description: 'Facts that say something else than before' })
  changes: FactChange[];
  @Field(() => [OvertakenCorrection], { description: 'Corrections to decide: see `resolveCorrections`' })
  overtaken: OvertakenCorrection[];
}

@InputType()
export class SaveSharedSectionInput extends HiringChangeInput {
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'Markdown, at most 256 KiB' })
  text: string;
  @Field(() => Int, { nullable: true, description: 'The version you decided on; leave it out for a new section' })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteSharedSectionInput extends HiringChangeInput {
  @Field(() => ID)
  sectionId: Id;
  @Field(() => Int)
  expectedVersion: number;
}

@ObjectType()
export class SaveSharedSectionPayload {
  @Field(() => ID)
  sectionId: Id;
  @Field(() => Int)
  version: number;
  @Field(() => [ReadAnewPosting], {
    description: 'The postings that show it, the open ones first: they show the new text from now on',
  })
  shownIn: ReadAnewPosting[];
}

@ObjectType()
export class DeleteSharedSectionPayload {
  @Field(() => ID)
  sectionId: Id;
}

export const SaveSharedSectionResult = resultUnion('SaveSharedSectionResult', () => SaveSharedSectionPayload);
export const DeleteSharedSectionResult = resultUnion('DeleteSharedSectionResult', () => DeleteSharedSectionPayload);
