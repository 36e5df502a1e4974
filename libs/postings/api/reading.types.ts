import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { DocumentKind, FactField, RoundKind, SalaryPeriod } from '../domain/posting-document.js';
import { DocumentKindEnum, PlanSourceEnum, PostingFieldEnum, SalaryPeriodEnum, SeverityEnum, StageKindEnum } from './enums.js';

@ObjectType({ description: 'Money for work, in whole units of the currency; null is what the document leaves unsaid' })
export class Salary {
  @Field(() => Float, { nullable: true })
  min: number | null;
  @Field(() => Float, { nullable: true })
  max: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217' })
  currency: string | null;
  @Field(() => SalaryPeriodEnum, { nullable: true })
  period: SalaryPeriod | null;
}

@ObjectType({ description: 'One of several sums, by place, level or contract' })
export class SalaryRange extends Salary {
  @Field(() => String, { nullable: true, description: 'What it is for, in the words of the document' })
  label: string | null;
}

@ObjectType({ description: 'How much of their day a person shares with others; a rule of its own, no window' })
export class OverlapRule {
  @Field(() => Float, { nullable: true })
  hours: number | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone' })
  zone: string | null;
  @Field(() => String, { nullable: true, description: 'As written, such as UTC-3' })
  from: string | null;
  @Field(() => String, { nullable: true })
  to: string | null;
  @Field(() => String)
  text: string;
}

@ObjectType({ description: 'Another job on the same page' })
export class OtherPosting {
  @Field(() => String)
  title: string;
  @Field(() => Int)
  line: number;
}

@ObjectType({ description: 'A wall-clock window in a zone; interviews are offered inside it only' })
export class CoreHours {
  @Field(() => String, { description: 'HH:MM' })
  start: string;
  @Field(() => String, { description: 'HH:MM; 24:00 is midnight at the end of the day' })
  end: string;
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
  @Field(() => [String], { description: 'MON, TUE, WED, THU, FRI, SAT, SUN' })
  days: readonly string[];
}

@ObjectType({ description: 'A rung of a ladder; it builds on the one it extends' })
export class PostingLevel {
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  extends: string | null;
}

@ObjectType({ description: 'A seat as the document names it; any one of `pool` can take it' })
export class RoundSeat {
  @Field(() => String)
  role: string;
  @Field(() => [String])
  pool: readonly string[];
}

@ObjectType({ description: 'One round of the process as the document tells it' })
export class Round {
  @Field(() => Int)
  order: number;
  @Field(() => String)
  name: string;
  @Field(() => StageKindEnum)
  kind: RoundKind;
  @Field(() => Int, { nullable: true })
  durationMin: number | null;
  @Field(() => Int, { nullable: true })
  durationMax: number | null;
  @Field(() => [RoundSeat])
  seats: readonly RoundSeat[];
  @Field(() => Boolean, { description: "Done alone, in the candidate's own time" })
  async: boolean;
  @Field(() => String, { nullable: true, description: 'When it may be skipped, in the words of the document' })
  skippableIf: string | null;
  @Field(() => Boolean)
  optional: boolean;
}

@ObjectType({ description: 'Where a value comes from; a list has one for each element' })
export class Fact {
  @Field(() => PostingFieldEnum)
  field: FactField;
  @Field(() => String, { description: 'The value as JSON' })
  value: string;
  @Field(() => Int, { description: 'Line of the document, from 1' })
  line: number;
  @Field(() => Int, { nullable: true, description: 'From 1; null where the words were repaired or stand in a shared section' })
  column: number | null;
  @Field(() => Int, { nullable: true })
  endLine: number | null;
  @Field(() => Int, { nullable: true, description: 'Behind the last character, on `endLine` where there is one' })
  endColumn: number | null;
  @Field(() => String, { description: 'The words that say so' })
  text: string;
  @Field(() => String, { description: 'Which rule read it; "person" after a correction' })
  rule: string;
  @Field(() => Float, { description: '0 to 1; 1 only for what a person has confirmed' })
  confidence: number;
  @Field(() => String, { nullable: true, description: 'The shared section whose words they are' })
  sharedSection: string | null;
}

@ObjectType({ description: 'What a person should know about the reading of the document' })
export class Diagnostic {
  @Field(() => SeverityEnum)
  severity: 'error' | 'warning' | 'info';
  @Field(() => String, { description: 'Stable, UPPER_SNAKE_CASE' })
  code: string;
  @Field(() => String)
  message: string;
  @Field(() => Int)
  line: number;
  @Field(() => PostingFieldEnum, { nullable: true })
  field: FactField | null;
}

@ObjectType({ description: 'A heading of the document and what it announces' })
export class PostingSection {
  @Field(() => String)
  heading: string;
  @Field(() => String)
  kind: string;
  @Field(() => Int)
  line: number;
}

@ObjectType({ description: 'How a document is understood' })
export class PostingReading {
  @Field(() => String, { nullable: true })
  title: string | null;
  @Field(() => String, { nullable: true })
  company: string | null;
  @Field(() => String, {
    nullable: true,
    description: '"open" or "closed", when the document says so; importing it makes a draft in any case',
  })
  status: string | null;
  @Field(() => String, { nullable: true })
  category: string | null;
  @Field(() => [String])
  locations: readonly string[];
  @Field(() => Boolean, { nullable: true })
  remote: boolean | null;
  @Field(() => [String], { description: 'ISO 3166 codes, and the names of regions as written' })
  residence: readonly string[];
  @Field(() => [String])
  employmentTypes: readonly string[];
  @Field(() => Salary, { nullable: true })
  salary: Salary | null;
  @Field(() => CoreHours, {
    nullable: true,
    description: 'Without days when the document names none; Monday to Friday are used then',
  })
  coreHours: CoreHours | null;
  @Field(() => String, { nullable: true })
  onCall: string | null;
  @Field(() => [PostingLevel])
  levels: readonly PostingLevel[];
  @Field(() => [Round])
  rounds: readonly Round[];
  @Field(() => PlanSourceEnum)
  planSource: 'document' | 'default';
  @Field(() => String, { nullable: true })
  processDuration: string | null;
  @Field(() => String, { nullable: true, description: "How much of the candidate's own time the process takes, as written" })
  candidateTime: string | null;
  @Field(() => [SalaryRange], { description: 'All sums, where the document states several; `salary` is the first' })
  salaryRanges: readonly SalaryRange[];
  @Field(() => String, { nullable: true, description: 'The share of the company, as written' })
  equity: string | null;
  @Field(() => [String], { description: 'Where the team would like a person to live; nobody is refused for it' })
  residencePreferred: readonly string[];
  @Field(() => [OverlapRule])
  overlap: readonly OverlapRule[];
  @Field(() => [String], { description: 'Start windows and shifts, as written' })
  otherHours: readonly string[];
  @Field(() => DocumentKindEnum)
  documentKind: DocumentKind;
  @Field(() => [OtherPosting], { description: 'The other jobs of the page; each can be imported as a posting of its own' })
  otherPostings: readonly OtherPosting[];
  @Field(() => [PostingSection])
  sections: readonly PostingSection[];
  @Field(() => [Diagnostic])
  diagnostics: Diagnostic[];
  @Field(() => [Fact])
  facts: Fact[];
}
