import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, type Refusal, type Result, type StaffActor, isId } from '#libs/kernel/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  UnitOfWork,
  answer,
  forbidden,
  idempotencyOf,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import { may } from '../domain/policy.js';
import { listPeople, peopleLoader, readPeople } from '../queries/people.js';
import { AdministerPerson } from '../use-cases/administer-person.js';
import { InvitePerson, ResendInvitation } from '../use-cases/invite-person.js';
import { UpdateMyProfile } from '../use-cases/update-my-profile.js';
import {
  ChangeRoleInput,
  InvitePersonInput,
  InvitePersonResult,
  PersonInput,
  PersonPayload,
  PersonResult,
  UpdateMyProfileInput,
} from './people.types.js';
import { Person, PersonConnection, toPerson } from './person.type.js';

/** The members of the organisation and who may be one. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitePerson,
    private readonly resending: ResendInvitation,
    private readonly administration: AdministerPerson,
    private readonly profiles: UpdateMyProfile,
  ) {}

  @Query(() => PersonConnection, { description: 'All members by name, the disabled ones too' })
  async people(@Args() { first, after }: PageArgs, @Staff() actor: StaffActor): Promise<PersonConnection> {
    if (!may(actor, 'people.read')) throw forbidden('You may not see the list of people.');
    const { nodes, pageInfo } = await listPeople(this.uow, actor.organizationId, pageSize(first), after);
    return instance(PersonConnection, { nodes: nodes.map(toPerson), pageInfo });
  }

  @Query(() => Person)
  async person(
    @Args('id', { type: () => ID }) id: Id,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<Person> {
    const row = isId(id) && may(actor, 'people.read') ? await peopleLoader(context, this.uow).load(id) : null;
    if (!row) throw notFound('person');
    return toPerson(row);
  }

  @Mutation(() => InvitePersonResult, {
    description: 'Adds a member and mails them a link to choose a password. Administrators only.',
  })
  async invitePerson(@Args('input') input: InvitePersonInput, @Staff() actor: StaffActor): Promise<typeof InvitePersonResult> {
    return this.show(actor, await this.invitations.execute(actor, input, idempotencyOf('invitePerson', input)));
  }

  @Mutation(() => PersonResult, { description: 'Mails the invitation again with a fresh link. Administrators only.' })
  async resendInvitation(@Args('input') input: PersonInput, @Staff() actor: StaffActor): Promise<typeof PersonResult> {
    return this.show(actor, await this.resending.execute(actor, input.personId, idempotencyOf('resendInvitation', input)));
  }

  @Mutation(() => PersonResult, { description: 'Administrators only; the last active administrator stays one.' })
  async changeRole(@Args('input') input: ChangeRoleInput, @Staff() actor: StaffActor): Promise<typeof PersonResult> {
    const key = idempotencyOf('changeRole', input);
    return this.show(actor, await this.administration.changeRole(actor, input.personId, input.role, key));
  }

  @Mutation(() => PersonResult, {
    description: 'Ends the member’s sessions and links at once; what they did stays. Administrators only.',
  })
  async disablePerson(@Args('input') input: PersonInput, @Staff() actor: StaffActor): Promise<typeof PersonResult> {
    return this.show(actor, await this.administration.disable(actor, input.personId, idempotencyOf('disablePerson', input)));
  }

  @Mutation(() => PersonResult, { description: 'Lets a disabled member in again. Administrators only.' })
  async enablePerson(@Args('input') input: PersonInput, @Staff() actor: StaffActor): Promise<typeof PersonResult> {
    return this.show(actor, await this.administration.enable(actor, input.personId, idempotencyOf('enablePerson', input)));
  }

  @Mutation(() => PersonResult, { description: 'Changes what others see of the viewer.' })
  async updateMyProfile(@Args('input') input: UpdateMyProfileInput, @Staff() actor: StaffActor): Promise<typeof PersonResult> {
    const result = await this.profiles.execute(actor, input, idempotencyOf('updateMyProfile', input));
    return this.show(actor, result.ok ? { ok: true, value: { personId: actor.personId } } : result);
  }

  private async show(actor: Actor, result: Result<{ personId: Id }, Refusal>) {
    if (!result.ok) return answer(result, () => new PersonPayload());
    const [row] = await readPeople(this.uow, actor.organizationId, [result.value.personId]);
    return instance(PersonPayload, { person: toPerson(row!) });
  }
}
