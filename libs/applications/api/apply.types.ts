import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';

@InputType()
export class AnswerToQuestionInput {
  @Field(() => ID)
  questionId: string;
  @Field(() => String)
  text: string;
}

@InputType({ description: 'What a person says of themselves' })
export class ContactDetailsInput {
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Place, in words' })
  location?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; compared with the posting and shown, never used to reject',
  })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone; UTC when not given' })
  zone?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'en or de: in which they want to be written to; left out: as the posting says',
  })
  language?: string | null;
  @Field(() => [String], { nullable: true, description: 'http or https' })
  links?: string[] | null;
}

@InputType()
export class ApplyToPostingInput {
  @Field(() => String, { description: "The organisation's slug" })
  organization: string;
  @Field(() => String, { description: "The posting's slug" })
  posting: string;
  @Field(() => ContactDetailsInput)
  contact: ContactDetailsInput;
  @Field(() => [AnswerToQuestionInput], { nullable: true })
  answers?: AnswerToQuestionInput[] | null;
  @Field(() => Boolean, {
    description: 'The person agrees that their data are kept for this application; nothing is kept without it',
  })
  consent: boolean;
  @Field(() => String, { nullable: true, description: "The name of one of the organisation's sources" })
  source?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Work, where a refusal asks for it (PROOF_NEEDED): "slug:milliseconds since 1970:chance:counter", of which SHA-256 begins with 18 zero bits; once, within two hours',
  })
  proof?: string | null;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class ApplyPayload {
  @Field(() => String, { description: 'What to tell the person; the same whether or not they had applied before' })
  message: string;
}

export const ApplyResult = resultUnion('ApplyResult', () => ApplyPayload);

@InputType()
export class AddCandidateApplicationInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => ContactDetailsInput)
  contact: ContactDetailsInput;
  @Field(() => [AnswerToQuestionInput], { nullable: true })
  answers?: AnswerToQuestionInput[] | null;
  @Field(() => Boolean, { description: 'The person has agreed that their data are kept for this application' })
  consent: boolean;
  @Field(() => String, { nullable: true, description: "The name of one of the organisation's sources" })
  source?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class AddedApplication {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => Boolean, { description: 'This person had an active application for the posting; it stands and nothing was added' })
  alreadyThere: boolean;
}

export const AddApplicationResult = resultUnion('AddApplicationResult', () => AddedApplication);
