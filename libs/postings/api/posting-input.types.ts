import { Field, Float, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import { Conflict, InvalidInput, Refused, UserError, resultUnion } from '#libs/platform/index.js';
import type { FactField, SalaryPeriod } from '../domain/posting-document.js';
import { PostingFieldEnum, RoundCorrectionActionEnum, SalaryPeriodEnum, StageKindEnum } from './enums.js';
import { Posting, PublishProblem } from './posting.types.js';
import { FactChange, OvertakenCorrection } from './revision.types.js';

const KEY = 'Send the same key again to be sure that it happens once';

@InputType()
export class SalaryInput {
  @Field(() => Float, { nullable: true })
  min?: number | null;
  @Field(() => Float, { nullable: true })
  max?: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217' })
  currency?: string | null;
  @Field(() => SalaryPeriodEnum, { nullable: true })
  period?: SalaryPeriod | null;
}

@InputType()
export class SalaryRangeInput extends SalaryInput {
  @Field(() => String, { nullable: true, description: 'What it is for' })
  label?: string | null;
}

@InputType()
export class OverlapRuleInput {
  @Field(() => Float, { nullable: true })
  hours?: number | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone' })
  zone?: string | null;
  @Field(() => String, { nullable: true, description: 'Such as UTC-3' })
  from?: string | null;
  @Field(() => String, { nullable: true })
  to?: string | null;
  @Field(() => String)
  text: string;
}

@InputType()
export class CoreHoursInput {
  @Field(() => String, { description: 'HH:MM' })
  start: string;
  @Field(() => String, { description: 'HH:MM, later than `start`; 24:00 is midnight at the end of the day' })
  end: string;
  @Field(() => String, { description: 'IANA time zone such as Europe/Athens' })
  zone: string;
  @Field(() => [String], { nullable: true, description: 'MON, TUE, WED, THU, FRI, SAT, SUN; none means Monday to Friday' })
  days?: string[] | null;
}

@InputType()
export class LevelInput {
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  extends?: string | null;
}

@InputType()
export class RoundSeatInput {
  @Field(() => String)
  role: string;
  @Field(() => [String], { nullable: true, description: 'The roles of which any one can take it; none means its own' })
  pool?: string[] | null;
}

@InputType()
export class RoundInput {
  @Field(() => String)
  name: string;
  @Field(() => StageKindEnum)
  kind: StageKind;
  @Field(() => Int, { nullable: true })
  durationMin?: number | null;
  @Field(() => Int, { nullable: true })
  durationMax?: number | null;
  @Field(() => [RoundSeatInput], { nullable: true })
  seats?: RoundSeatInput[] | null;
  @Field(() => Boolean, { nullable: true })
  async?: boolean | null;
  @Field(() => String, { nullable: true })
  skippableIf?: string | null;
  @Field(() => Boolean, { nullable: true })
  optional?: boolean | null;
}

@InputType({ description: 'What of a round is different; what is left out stays as it is' })
export class RoundPartsInput {
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => StageKindEnum, { nullable: true })
  kind?: StageKind | null;
  @Field(() => Int, { nullable: true, description: 'Minutes; null for none' })
  durationMin?: number | null;
  @Field(() => Int, { nullable: true })
  durationMax?: number | null;
  @Field(() => [RoundSeatInput], { nullable: true })
  seats?: RoundSeatInput[] | null;
  @Field(() => Boolean, { nullable: true })
  async?: boolean | null;
  @Field(() => String, { nullable: true, description: 'When it may be skipped; null for never' })
  skippableIf?: string | null;
  @Field(() => Boolean, { nullable: true })
  optional?: boolean | null;
}

@InputType({
  description:
    'One round of those that the reading shows: it was read right, some of it is different, it is none; or one that the document does not tell. It holds in the next document as long as that tells the round alike',
})
export class RoundCorrectionInput {
  @Field(() => RoundCorrectionActionEnum)
  action: 'confirm' | 'change' | 'drop' | 'add';
  @Field(() => Int, { nullable: true, description: '`order` of the round, to confirm, change or drop it' })
  round?: number | null;
  @Field(() => Int, { nullable: true, description: '`order` of the round behind which one is added; 0 is before all' })
  after?: number | null;
  @Field(() => RoundPartsInput, { nullable: true, description: 'To change a round, or to add one with a name and a kind' })
  value?: RoundPartsInput | null;
}

@InputType({
  description: 'A value corrects a field, null says that the posting has none, what is left out stays as it was read',
})
export class CorrectionsInput {
  @Field(() => [PostingFieldEnum], { nullable: true, description: 'Fields that were read right' })
  confirm?: FactField[] | null;
  @Field(() => String, { nullable: true })
  title?: string | null;
  @Field(() => String, { nullable: true })
  company?: string | null;
  @Field(() => String, { nullable: true })
  category?: string | null;
  @Field(() => [String], { nullable: true })
  locations?: string[] | null;
  @Field(() => Boolean, { nullable: true })
  remote?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'ISO 3166 codes or names of countries and regions' })
  residence?: string[] | null;
  @Field(() => [String], { nullable: true })
  employmentTypes?: string[] | null;
  @Field(() => SalaryInput, { nullable: true })
  salary?: SalaryInput | null;
  @Field(() => CoreHoursInput, { nullable: true })
  coreHours?: CoreHoursInput | null;
  @Field(() => String, { nullable: true })
  onCall?: string | null;
  @Field(() => [LevelInput], { nullable: true })
  levels?: LevelInput[] | null;
  @Field(() => [RoundInput], { nullable: true })
  rounds?: RoundInput[] | null;
  @Field(() => [RoundCorrectionInput], { nullable: true, description: 'Single rounds, instead of the whole list' })
  roundCorrections?: RoundCorrectionInput[] | null;
  @Field(() => String, { nullable: true })
  processDuration?: string | null;
  @Field(() => String, { nullable: true })
  candidateTime?: string | null;
  @Field(() => [SalaryRangeInput], { nullable: true })
  salaryRanges?: SalaryRangeInput[] | null;
  @Field(() => String, { nullable: true })
  equity?: string | null;
  @Field(() => [String], { nullable: true, description: 'ISO 3166 codes or names of countries and regions' })
  residencePreferred?: string[] | null;
  @Field(() => [OverlapRuleInput], { nullable: true })
  overlap?: OverlapRuleInput[] | null;
  @Field(() => [String], { nullable: true })
  otherHours?: string[] | null;
}

@InputType()
export class ImportPostingInput {
  @Field(() => String, { description: 'Markdown, at most 1 MiB' })
  document: string;
  @Field(() => String, { nullable: true })
  fileName?: string | null;
  @Field(() => CorrectionsInput, { nullable: true })
  corrections?: CorrectionsInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Only its hiring team knows of it, from the beginning' })
  confidential?: boolean | null;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of one posting' })
export class PostingChangeInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => Int, { description: 'The version you decided on' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType()
export class CorrectPostingInput extends PostingChangeInput {
  @Field(() => CorrectionsInput)
  corrections: CorrectionsInput;
}

@InputType()
export class RevisePostingInput extends PostingChangeInput {
  @Field(() => String, { description: 'Markdown, at most 1 MiB; the same again is read anew' })
  document: string;
  @Field(() => String, { nullable: true })
  fileName?: string | null;
}

@InputType()
export class PublishPostingInput extends PostingChangeInput {
  @Field(() => Boolean, { nullable: true, description: 'Open it in spite of warnings' })
  confirm?: boolean | null;
}

@ObjectType()
export class PostingPayload {
  @Field(() => Posting, { nullable: true, description: 'As it is now; null when you may no longer read it' })
  posting: Posting | null;
}

@InputType({ description: 'Decides corrections that the document contradicts; name each field once' })
export class ResolveCorrectionsInput extends PostingChangeInput {
  @Field(() => [PostingFieldEnum], { defaultValue: [], description: 'What was corrected holds on, against the document' })
  keep: FactField[];
  @Field(() => [PostingFieldEnum], { defaultValue: [], description: 'The document is right' })
  accept: FactField[];
  @Field(() => [Int], { defaultValue: [], description: 'Of single rounds, by `OvertakenCorrection.number`' })
  keepRounds: number[];
  @Field(() => [Int], { defaultValue: [], description: 'Of single rounds, by `OvertakenCorrection.number`' })
  acceptRounds: number[];
}

@ObjectType()
export class PostingReadingPayload {
  @Field(() => Posting, { nullable: true })
  posting: Posting | null;
  @Field(() => Boolean, {
    description: 'The process changed, so new candidates enter a new version of the plan; the others stay on theirs',
  })
  planChanged: boolean;
  @Field(() => [FactChange], { description: 'What it says else than before' })
  changes: FactChange[];
  @Field(() => [OvertakenCorrection], { description: 'What waits for a decision: see `resolveCorrections`' })
  overtaken: OvertakenCorrection[];
}

@ObjectType()
export class PublishPostingPayload {
  @Field(() => Posting, { nullable: true })
  posting: Posting | null;
  @Field(() => [PublishProblem], { description: 'What was knowingly left open' })
  warnings: PublishProblem[];
}

@ObjectType({ implements: () => [UserError], description: 'The posting was not opened' })
export class PublishRefused extends UserError {
  @Field(() => [PublishProblem])
  problems: PublishProblem[];
}

export const ImportPostingResult = resultUnion('ImportPostingResult', () => PostingPayload);
export const ChangePostingResult = resultUnion('ChangePostingResult', () => PostingPayload);
export const ReadPostingAnewResult = resultUnion('ReadPostingAnewResult', () => PostingReadingPayload);
export const PublishPostingResult = createUnionType({
  name: 'PublishPostingResult',
  types: () => [PublishPostingPayload, PublishRefused, Refused, InvalidInput, Conflict] as const,
  resolveType: (value: object) => value.constructor as never,
});
