import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Id, ROLES, type Role } from '#libs/kernel/index.js';
import { PageInfo, instance } from '#libs/platform/index.js';
import { PERSON_STATUSES, type PersonStatus } from '../domain/membership.js';
import type { PersonRow } from '../queries/people.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do in all of the organisation' });

const PersonStatusEnum = Object.fromEntries(PERSON_STATUSES.map((status) => [status, status])) as { [S in PersonStatus]: S };
registerEnumType(PersonStatusEnum, {
  name: 'PersonStatus',
  description: 'INVITED has not chosen a password yet; DISABLED may not sign in and stays on record',
});

@ObjectType({ description: 'A member of the organisation' })
export class Person {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => RoleEnum)
  role: Role;
  @Field(() => PersonStatusEnum)
  status: PersonStatus;
  @Field(() => String, { description: 'Job title' })
  title: string;
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
}

@ObjectType()
export class PersonConnection {
  @Field(() => [Person])
  nodes: Person[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

/** The whitelist: what of a person's row is shown. */
export function toPerson({ id, name, email, role, status, title, zone }: PersonRow): Person {
  return instance(Person, { id, name, email, role, status, title, zone });
}
