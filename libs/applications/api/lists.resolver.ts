import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { Staff, answer, instance } from '#libs/platform/index.js';
import { ListsQuery } from '../queries/lists.js';
import { ManageLists } from '../use-cases/manage-lists.js';
import { RejectionReason } from './application.types.js';
import {
  AddRejectionReasonInput,
  AddSourceInput,
  RejectionReasonResult,
  SetRejectionReasonActiveInput,
  Source,
  SourceResult,
} from './lists.types.js';

@Resolver()
export class ListsResolver {
  constructor(
    private readonly lists: ListsQuery,
    private readonly manage: ManageLists,
  ) {}

  @Query(() => [Source])
  async sources(@Staff() actor: StaffActor): Promise<Source[]> {
    return this.lists.sources(actor.organizationId);
  }

  @Query(() => [RejectionReason])
  async rejectionReasons(@Staff() actor: StaffActor): Promise<RejectionReason[]> {
    return this.lists.rejectionReasons(actor.organizationId);
  }

  @Mutation(() => SourceResult)
  async addSource(@Staff() actor: StaffActor, @Args('input') input: AddSourceInput) {
    return answer(await this.manage.addSource(actor, input.name), (row) => instance(Source, row));
  }

  @Mutation(() => RejectionReasonResult)
  async addRejectionReason(@Staff() actor: StaffActor, @Args('input') input: AddRejectionReasonInput) {
    return answer(await this.manage.addRejectionReason(actor, input.label, input.side), (row) => instance(RejectionReason, row));
  }

  @Mutation(() => RejectionReasonResult, {
    description: 'A disabled reason can no longer be chosen; histories that name it stay readable',
  })
  async setRejectionReasonActive(@Staff() actor: StaffActor, @Args('input') input: SetRejectionReasonActiveInput) {
    const result = await this.manage.setRejectionReasonActive(actor, input.reasonId, input.active);
    return answer(result, (row) => instance(RejectionReason, row));
  }
}
