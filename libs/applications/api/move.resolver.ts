import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type StaffActor, isId, refuse } from '#libs/kernel/index.js';
import type { Command } from '#libs/pipeline/index.js';
import { Staff, answer, idempotencyOf, instance } from '#libs/platform/index.js';
import { type Moved, type MoveConflict, MoveApplication } from '../use-cases/move-application.js';
import { RejectRemaining } from '../use-cases/reject-remaining.js';
import {
  ApplicationConflict,
  HireApplicationInput,
  MoveApplicationInput,
  MovePayload,
  MoveResult,
  RejectApplicationInput,
  RejectRemainingInput,
  RejectRemainingPayload,
  RejectRemainingResult,
  ReopenApplicationInput,
  SendBackApplicationInput,
  SkipStageInput,
  WithdrawApplicationInput,
} from './move.types.js';

type CommandInput = { applicationId: string; expectedVersion: number; idempotencyKey?: string | null };

@Resolver()
export class MoveResolver {
  constructor(
    private readonly move: MoveApplication,
    private readonly rejectRest: RejectRemaining,
  ) {}

  @Mutation(() => MoveResult, { description: 'To the next stage, or to a later one' })
  moveApplication(@Staff() actor: StaffActor, @Args('input') input: MoveApplicationInput) {
    const stageId = input.stageId ?? null;
    return this.run(actor, 'moveApplication', input, stageId === null ? { kind: 'ADVANCE' } : { kind: 'MOVE_TO_STAGE', stageId });
  }

  @Mutation(() => MoveResult, {
    description: 'To the next stage because the present one may be skipped, with a reason and evidence',
  })
  skipStage(@Staff() actor: StaffActor, @Args('input') input: SkipStageInput) {
    const { reason, evidence } = input;
    return this.run(actor, 'skipStage', input, { kind: 'SKIP_STAGE', reason, evidence });
  }

  @Mutation(() => MoveResult, { description: 'To an earlier stage, or back to received' })
  sendBackApplication(@Staff() actor: StaffActor, @Args('input') input: SendBackApplicationInput) {
    return this.run(actor, 'sendBackApplication', input, {
      kind: 'SEND_BACK',
      stageId: input.stageId ?? null,
      reason: input.reason,
    });
  }

  @Mutation(() => MoveResult)
  rejectApplication(@Staff() actor: StaffActor, @Args('input') input: RejectApplicationInput) {
    return this.run(actor, 'rejectApplication', input, { kind: 'REJECT', reasonId: input.reasonId, note: input.note });
  }

  @Mutation(() => MoveResult, { description: 'The candidate has told the team that they withdraw' })
  withdrawApplication(@Staff() actor: StaffActor, @Args('input') input: WithdrawApplicationInput) {
    const { reason, reasonId } = input;
    return this.run(actor, 'withdrawApplication', input, { kind: 'WITHDRAW', reason, reasonId });
  }

  @Mutation(() => MoveResult, {
    description: 'An ended application goes on in the stage where it ended; a hire gives its opening back',
  })
  reopenApplication(@Staff() actor: StaffActor, @Args('input') input: ReopenApplicationInput) {
    return this.run(actor, 'reopenApplication', input, { kind: 'REOPEN', reason: input.reason });
  }

  @Mutation(() => MoveResult, { description: 'Into one opening; the last one filled closes the posting' })
  hireApplication(@Staff() actor: StaffActor, @Args('input') input: HireApplicationInput) {
    return this.run(actor, 'hireApplication', input, { kind: 'HIRE', openingId: input.openingId });
  }

  @Mutation(() => RejectRemainingResult, { description: 'Rejects every application still active under a posting that is closed' })
  async rejectRemaining(@Staff() actor: StaffActor, @Args('input') input: RejectRemainingInput) {
    const { postingId, reasonId } = input;
    return answer(await this.rejectRest.execute(actor, postingId, reasonId), (value) => instance(RejectRemainingPayload, value));
  }

  private async run(actor: StaffActor, operation: string, input: CommandInput, command: Command) {
    const { applicationId, expectedVersion } = input;
    const ids = { applicationId, ...('stageId' in command && { stageId: command.stageId }) };
    const more = {
      ...('reasonId' in command && { reasonId: command.reasonId }),
      ...('openingId' in command && { openingId: command.openingId }),
    };
    for (const [field, id] of Object.entries({ ...ids, ...more })) {
      if (id !== null && id !== undefined && !isId(id)) return answer(notAnId(field), () => new MovePayload());
    }
    const result = await this.move.execute(actor, { applicationId, expectedVersion, command }, idempotencyOf(operation, input));
    if (!result.ok && isConflict(result.refusal)) return instance(ApplicationConflict, result.refusal);
    return answer(result, (moved: Moved) => instance(MovePayload, moved));
  }
}

function notAnId(field: string) {
  return refuse('INVALID_INPUT', `"${field}" is not an id. Nothing was changed; use the ids that queries answer.`, {
    field: `input.${field}`,
  });
}

function isConflict(refusal: object): refusal is MoveConflict {
  return 'presentVersion' in refusal;
}
