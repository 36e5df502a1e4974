import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, answer, instance, notFound } from '#libs/platform/index.js';
import { Coverage } from '../queries/coverage.js';
import { PlanBatches } from '../queries/plan-batches.js';
import { Batch, BatchInterview, BatchResult, LeftOutOfBatch, ZoneCoverage } from './planning.types.js';
import { toSlot } from './show-slots.js';

/** What is seen before anybody is invited: the world that hours leave, and many candidates at once. */
@Resolver()
export class PlanningResolver {
  constructor(
    private readonly coverage: Coverage,
    private readonly batches: PlanBatches,
  ) {}

  @Query(() => [ZoneCoverage], {
    description:
      "How much of the week a posting's hours leave to each zone of the world, most first; before and after the next change of clocks",
  })
  async postingCoverage(
    @Staff() actor: StaffActor,
    @Args('postingId', { type: () => ID }) postingId: Id,
  ): Promise<ZoneCoverage[]> {
    const found = await this.coverage.ofPosting(actor, postingId);
    if (!found) throw notFound('posting');
    return found.map(({ zone, minutes, changesAt, minutesAfter }) =>
      instance(ZoneCoverage, {
        zone,
        hours: minutes / 60,
        changesAt: changesAt === null ? null : new Date(changesAt).toISOString(),
        hoursAfter: minutesAfter / 60,
      }),
    );
  }

  @Query(() => BatchResult, {
    description:
      'Times for the present stages of up to 100 applications, found together within two weeks so that as many as possible get one',
  })
  async batch(
    @Staff() actor: StaffActor,
    @Args('applicationIds', { type: () => [ID] }) applicationIds: Id[],
    @Args('zone', { type: () => String, nullable: true, description: 'Whose wall clock `said` is in' }) zone: string | null,
  ) {
    return answer(await this.batches.execute(actor, { applicationIds, zone }), ({ interviews, without, ...rest }) =>
      instance(Batch, {
        ...rest,
        interviews: interviews.map(({ applicationId, ...slot }) => instance(BatchInterview, { applicationId, ...toSlot(slot) })),
        without: without.map((one) => instance(LeftOutOfBatch, one)),
      }),
    );
  }
}
