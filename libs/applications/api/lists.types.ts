import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';
import { RejectionReason } from './application.types.js';
import { ReasonSideEnum } from './enums.js';

@ObjectType({ description: 'Where applications come from' })
export class Source {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
}

@InputType()
export class AddSourceInput {
  @Field(() => String)
  name: string;
}

@InputType()
export class AddRejectionReasonInput {
  @Field(() => String)
  label: string;
  @Field(() => ReasonSideEnum)
  side: 'WE_REJECTED' | 'THEY_WITHDREW';
}

@InputType()
export class SetRejectionReasonActiveInput {
  @Field(() => ID)
  reasonId: Id;
  @Field(() => Boolean)
  active: boolean;
}

export const SourceResult = resultUnion('SourceResult', () => Source);
export const RejectionReasonResult = resultUnion('RejectionReasonResult', () => RejectionReason);
