import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import {
  Context,
  type RequestContext,
  Staff,
  UnitOfWork,
  answer,
  idempotencyOf,
  instance,
  unauthenticated,
} from '#libs/platform/index.js';
import { readOrganization } from '../queries/organization.js';
import { UpdateOrganization } from '../use-cases/update-organization.js';
import {
  Organization,
  OrganizationPayload,
  UpdateOrganizationInput,
  UpdateOrganizationResult,
  toOrganization,
} from './organization.types.js';

@Resolver()
export class OrganizationResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly updates: UpdateOrganization,
  ) {}

  @Query(() => Organization, { description: 'The organisation of whoever asks, member or candidate' })
  async organization(@Context() { actor }: RequestContext): Promise<Organization> {
    const row = actor && (await readOrganization(this.uow, actor.organizationId));
    if (!row) throw unauthenticated();
    return toOrganization(row);
  }

  @Mutation(() => UpdateOrganizationResult, {
    description: 'Changes what candidates and members see of the organisation. Administrators only.',
  })
  async updateOrganization(
    @Args('input') input: UpdateOrganizationInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof UpdateOrganizationResult> {
    const result = await this.updates.execute(actor, input, idempotencyOf('updateOrganization', input));
    if (!result.ok) return answer(result, () => new OrganizationPayload());
    const row = await readOrganization(this.uow, actor.organizationId);
    return instance(OrganizationPayload, { organization: toOrganization(row!) });
  }
}
