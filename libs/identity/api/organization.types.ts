import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { instance, resultUnion } from '#libs/platform/index.js';
import type { OrganizationRow } from '../queries/organization.js';

@ObjectType({ description: 'The organisation that hires' })
export class Organization {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'Stands in the addresses of its careers pages' })
  slug: string;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
  @Field(() => String, { nullable: true })
  website: string | null;
  @Field(() => String, { description: 'What candidates read about it' })
  about: string;
  @Field(() => String, { description: 'Where candidates and new members write to' })
  contactEmail: string;
}

@InputType({ description: 'What is left out stays as it is' })
export class UpdateOrganizationInput {
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone such as Europe/Athens' })
  zone?: string | null;
  @Field(() => String, { nullable: true, description: 'A whole web address; empty removes it' })
  website?: string | null;
  @Field(() => String, { nullable: true })
  about?: string | null;
  @Field(() => String, { nullable: true })
  contactEmail?: string | null;
  @Field(() => String, { nullable: true, description: 'Send the same key again to be sure that it happens once' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class OrganizationPayload {
  @Field(() => Organization, { description: 'As it is now' })
  organization: Organization;
}

export const UpdateOrganizationResult = resultUnion('UpdateOrganizationResult', () => OrganizationPayload);

/** The whitelist: what of an organisation's row is shown. */
export function toOrganization(row: OrganizationRow): Organization {
  const { id, slug, name, zone, website, about } = row;
  return instance(Organization, { id, slug, name, zone, website, about, contactEmail: row.contact_email });
}
