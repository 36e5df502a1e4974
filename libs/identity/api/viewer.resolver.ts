import { Field, ID, ObjectType, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Id, ROLES, type Role, type StaffActor } from '#libs/kernel/index.js';
import { Context, type RequestContext, UnitOfWork, instance } from '#libs/platform/index.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a member may do in all of the organisation' });

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
  @Field(() => String, { description: 'Job title' })
  title: string;
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
}

@Resolver()
export class ViewerResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => Person, { nullable: true, description: 'The signed-in member, or null' })
  async viewer(@Context() context: RequestContext): Promise<Person | null> {
    if (context.actor?.kind !== 'staff') return null;
    return this.load(context.actor);
  }

  private async load(actor: StaffActor): Promise<Person | null> {
    const [row] = await this.uow.read<Person>(
      actor.organizationId,
      'viewer',
      'SELECT id, name, email, role, title, zone FROM people WHERE organization_id = $1 AND id = $2',
      [actor.organizationId, actor.personId],
    );
    return row ? instance(Person, row) : null;
  }
}
