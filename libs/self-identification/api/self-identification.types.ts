import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, resultUnion } from '#libs/platform/index.js';

@ObjectType({
  description: 'Voluntary questions that candidates of a country, or of every other one, may answer after they applied',
})
export class SelfIdentificationForm {
  @Field(() => String)
  id: string;
  @Field(() => Int, { description: 'Words that were asked never change: other words are another version' })
  version: number;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1; null is for everybody for whom there is no other' })
  country: string | null;
  @Field(() => String)
  title: string;
  @Field(() => [String])
  questions: string[];
  @Field(() => Boolean, { description: 'Whether it is asked' })
  on: boolean;
}

@ObjectType()
export class SelfIdentificationSettings {
  @Field(() => [SelfIdentificationForm])
  forms: SelfIdentificationForm[];
  @Field(() => Int, { description: 'To change it by; 0 while nothing was ever set' })
  version: number;
}

@ObjectType({
  description: 'A category at a step. What would tell of fewer than five people, or let them be computed, is withheld',
})
export class ImpactCategory {
  @Field(() => String)
  key: string;
  @Field(() => String)
  label: string;
  @Field(() => Int, { nullable: true, description: 'Who went on or was rejected; null is withheld' })
  decided: number | null;
  @Field(() => Int, { nullable: true })
  wentOn: number | null;
  @Field(() => Float, { nullable: true, description: 'Of those decided on, the part that went on' })
  rate: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Its rate over the highest one; below 0.8 is adverse impact by the four-fifths rule (29 CFR 1607.4 D)',
  })
  ratio: number | null;
}

@ObjectType({ description: 'A stage, or several at which hardly anybody was rejected taken together' })
export class ImpactStep {
  @Field(() => [String])
  stages: string[];
  @Field(() => Int, { description: 'Everybody who went on or was rejected; who withdrew or still waits is not counted' })
  decided: number;
  @Field(() => Int)
  wentOn: number;
  @Field(() => [ImpactCategory])
  categories: ImpactCategory[];
}

@ObjectType()
export class ImpactOfQuestion {
  @Field(() => String)
  formId: string;
  @Field(() => String)
  key: string;
  @Field(() => String)
  label: string;
  @Field(() => [ImpactStep])
  steps: ImpactStep[];
}

@ObjectType({ description: 'How groups of applicants fared at the stages of a posting' })
export class SelfIdentificationReport {
  @Field(() => DateTime, { description: 'The beginning of this month; what happened since is not counted yet' })
  asOf: Date;
  @Field(() => [ImpactOfQuestion], { description: 'Empty while too few were decided on' })
  questions: ImpactOfQuestion[];
}

@InputType()
export class SetSelfIdentificationInput {
  @Field(() => [String], { description: 'Ids of the forms that are asked; none asks nobody' })
  forms: string[];
  @Field(() => Int, { description: 'The version you saw; 0 where nothing was ever set' })
  expectedVersion: number;
}

@ObjectType()
export class SetSelfIdentificationPayload {
  @Field(() => Int)
  version: number;
}

export const SetSelfIdentificationResult = resultUnion('SetSelfIdentificationResult', () => SetSelfIdentificationPayload);
