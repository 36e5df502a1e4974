import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id, Role } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';
import { Person, RoleEnum } from './person.type.js';

const KEY = 'Send the same key again to be sure that it happens once';

@InputType()
export class InvitePersonInput {
  @Field(() => String)
  email: string;
  @Field(() => String)
  name: string;
  @Field(() => RoleEnum)
  role: Role;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'One person, for a command that needs nothing more' })
export class PersonInput {
  @Field(() => ID)
  personId: Id;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType()
export class ChangeRoleInput {
  @Field(() => ID)
  personId: Id;
  @Field(() => RoleEnum)
  role: Role;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is' })
export class UpdateMyProfileInput {
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Job title; empty removes it' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone such as Europe/Athens' })
  zone?: string | null;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@ObjectType()
export class PersonPayload {
  @Field(() => Person, { description: 'As they are now' })
  person: Person;
}

export const InvitePersonResult = resultUnion('InvitePersonResult', () => PersonPayload);
export const PersonResult = resultUnion('PersonResult', () => PersonPayload);
