import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, PageArgs, PageInfo, resultUnion } from '#libs/platform/index.js';
import type { PrivacyRequestKind, PrivacyRequestOutcome } from '../domain/privacy-request.js';

export const PrivacyRequestKindEnum = { ACCESS: 'ACCESS', ERASURE: 'ERASURE' } as const;
registerEnumType(PrivacyRequestKindEnum, {
  name: 'PrivacyRequestKind',
  description: 'A copy of everything that is known of the person, or that it be erased',
});
export const PrivacyRequestOutcomeEnum = { DONE: 'DONE', DECLINED: 'DECLINED' } as const;
registerEnumType(PrivacyRequestOutcomeEnum, { name: 'PrivacyRequestOutcome' });

@ObjectType({ description: 'How long people are kept after their last application ended. Nobody is erased without a rule.' })
export class RetentionRule {
  @Field(() => ID)
  id: Id;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1, of where they live; null is the rule for every other country',
  })
  country: string | null;
  @Field(() => Int)
  version: number;
  @Field(() => Int, { description: 'Until then nobody erases them' })
  atLeastDays: number;
  @Field(() => Int, { nullable: true, description: 'Then they are erased, but for who was hired; null: nobody is' })
  atMostDays: number | null;
}

@ObjectType({ description: 'Somebody whose time comes by the rules as they stand' })
export class RetentionDue {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => String, { nullable: true })
  country: string | null;
  @Field(() => DateTime, { description: 'When their last application ended' })
  endedAt: Date;
  @Field(() => DateTime, { description: 'From then on they are erased; a rule that was changed lately waits a week' })
  dueAt: Date;
  @Field(() => Boolean, { description: 'Under a legal hold, so they stay' })
  held: boolean;
}

@ObjectType({ description: 'Nobody and no rule erases this person' })
export class LegalHold {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => String)
  reason: string;
  @Field(() => DateTime)
  placedAt: Date;
}

@ObjectType({ description: 'What a candidate asked about their data' })
export class PrivacyRequest {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => Int, { description: 'To erase them by' })
  candidateVersion: number;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => PrivacyRequestKindEnum)
  kind: PrivacyRequestKind;
  @Field(() => DateTime)
  askedAt: Date;
  @Field(() => DateTime, { description: 'One month after it was asked' })
  answerBy: Date;
  @Field(() => PrivacyRequestOutcomeEnum, { nullable: true, description: 'null while it is open' })
  outcome: PrivacyRequestOutcome | null;
  @Field(() => String, { description: 'What the candidate reads' })
  answer: string;
}

@ObjectType()
export class PrivacyRequestConnection {
  @Field(() => [PrivacyRequest])
  nodes: PrivacyRequest[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ArgsType()
export class PrivacyRequestArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: true, description: 'Only those that wait for an answer' })
  open: boolean;
}

@InputType()
export class SetRetentionRuleInput {
  @Field(() => String, { nullable: true, description: 'ISO 3166-1; without it the rule for every other country' })
  country?: string | null;
  @Field(() => Int)
  atLeastDays: number;
  @Field(() => Int, { nullable: true, description: 'Without it nobody is erased' })
  atMostDays?: number | null;
  @Field(() => Int, { description: 'The version you saw; 0 where there was no rule' })
  expectedVersion: number;
}

@InputType()
export class RemoveRetentionRuleInput {
  @Field(() => ID)
  ruleId: Id;
  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class PlaceLegalHoldInput {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String, { description: 'Such as the number of the case; at most 500 characters' })
  reason: string;
}

@InputType()
export class ReleaseLegalHoldInput {
  @Field(() => ID)
  candidateId: Id;
}

@InputType()
export class AnswerPrivacyRequestInput {
  @Field(() => ID)
  requestId: Id;
  @Field(() => PrivacyRequestOutcomeEnum)
  outcome: PrivacyRequestOutcome;
  @Field(() => String, { description: 'Read by whoever asked; needed to decline' })
  answer: string;
}

@InputType()
export class ExportCandidateInput {
  @Field(() => ID)
  candidateId: Id;
}

@InputType()
export class AskAboutMyDataInput {
  @Field(() => PrivacyRequestKindEnum)
  kind: PrivacyRequestKind;
}

@ObjectType()
export class CompliancePayload {
  @Field(() => String, { description: 'What was done' })
  message: string;
}

@ObjectType()
export class ExportCandidatePayload {
  @Field(() => String, { description: 'Everything that is known of the person, as JSON; their files are read by /files/:id' })
  json: string;
}

@ObjectType()
export class AskAboutMyDataPayload {
  @Field(() => PrivacyRequestKindEnum)
  kind: PrivacyRequestKind;
  @Field(() => DateTime, { description: 'By when you are answered' })
  answerBy: string;
}

export const ComplianceResult = resultUnion('ComplianceResult', () => CompliancePayload);
export const ExportCandidateResult = resultUnion('ExportCandidateResult', () => ExportCandidatePayload);
export const AskAboutMyDataResult = resultUnion('AskAboutMyDataResult', () => AskAboutMyDataPayload);
