import { Injectable } from '@nestjs/common';
import {
  type Actor,
  bad,
  type BadInput,
  type Id,
  isId,
  newId,
  ok,
  type Read,
  readLine,
  readList,
  readOptional,
  readText,
  type Refusal,
  refuse,
  type Result,
} from '#libs/kernel/index.js';
import { PLAN_LIMITS, type StageKind } from '#libs/pipeline/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { type StageRow, presentPlans } from '../persistence/plan-rows.js';
import { updatePlanVersion } from '../persistence/posting-rows.js';
import { presentPoolIds, setSeatPool, stageOfSeat } from '../persistence/seat-rows.js';
import { freshKit, kitsToKeep, savePlan } from './draft-plan.js';
import { type PostingRefusal, lockPosting, lockPostingByStage, noSuch } from './locked-posting.js';

/** A stage as the team wants it; its kit is taken over from `fromStageId`, or from the stage of its kind and name. */
export interface StageInput {
  readonly fromStageId?: Id | null;
  readonly name: string;
  readonly kind: StageKind;
  readonly durationMin?: number | null;
  readonly seats: readonly { readonly role: string; readonly poolId?: Id | null }[];
  readonly skippableIf?: string | null;
  readonly targetDays?: number | null;
  readonly takeHome?: { readonly effortHours?: number | null; readonly dueDays?: number | null } | null;
  readonly selfSchedule: boolean;
}

export type PlanChangeRefusal = PostingRefusal | BadInput | Refusal<'PLAN_INVALID'> | IdempotencyRefusal;

/** Changes of an interview plan by hand. */
@Injectable()
export class EditPlan {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes the plan's next version. Candidates stay on the version they entered. */
  async execute(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; stages: readonly StageInput[] },
    idempotency?: Idempotency,
  ): Promise<Result<{ postingId: Id; planId: Id; version: number }, PlanChangeRefusal>> {
    const read = readList(input.stages, 'input.stages', PLAN_LIMITS.stages, readStage);
    if (!read.ok) return read;
    return this.uow.run<{ postingId: Id; planId: Id; version: number }, PlanChangeRefusal>(
      actor,
      async (tx) => {
        const locked = await lockPosting(tx, input.postingId, input.expectedVersion);
        if (!locked.ok) return locked;
        const stages = await this.stages(tx, locked.value.id, read.value);
        if (!stages.ok) return stages;
        const version = locked.value.plan_version + 1;
        const plan = {
          id: newId(tx.now.getTime()),
          posting_id: locked.value.id,
          version,
          source: 'edited' as const,
          stages: stages.value,
        };
        const saved = savePlan(tx, plan);
        if (!saved.ok) return refuse('PLAN_INVALID', saved.refusal.message, { field: `input.${saved.refusal.faults[0]!.path}` });
        updatePlanVersion(tx, locked.value.id, locked.value.version + 1, version);
        tx.audit('plan.edit', 'posting', locked.value.id, { version });
        return ok({ postingId: locked.value.id, planId: plan.id, version });
      },
      idempotency,
    );
  }

  /** Gives a seat another pool, or none. Interviews that are booked keep their people. */
  async assignPool(
    actor: Actor,
    input: { seatId: Id; poolId: Id | null },
    idempotency?: Idempotency,
  ): Promise<Result<{ postingId: Id }, PlanChangeRefusal>> {
    return this.uow.run<{ postingId: Id }, PlanChangeRefusal>(
      actor,
      async (tx) => {
        const stageId = isId(input.seatId) ? await stageOfSeat(tx, input.seatId) : null;
        if (stageId === null) return noSuch('seat');
        const locked = await lockPostingByStage(tx, stageId);
        if (!locked.ok) return locked.refusal.code === 'NOT_FOUND' ? noSuch('seat') : locked;
        const { poolId } = input;
        if (poolId !== null && (await presentPoolIds(tx, [poolId])).size === 0) return unknownPool('input.poolId');
        setSeatPool(tx, input.seatId, poolId);
        tx.audit('plan.assign-pool', 'posting', locked.value.id, { seatId: input.seatId, poolId });
        return ok({ postingId: locked.value.id });
      },
      idempotency,
    );
  }

  private async stages(tx: Tx, postingId: Id, inputs: readonly StageInput[]): Promise<Result<StageRow[], BadInput>> {
    const previous = (await presentPlans(tx, [postingId])).get(postingId)!;
    const kitOf = kitsToKeep(previous);
    const wanted = inputs.flatMap(({ seats }) => seats.flatMap(({ poolId }) => poolId ?? []));
    const present = await presentPoolIds(tx, wanted);
    const stages: StageRow[] = [];
    for (const [index, input] of inputs.entries()) {
      const lost = input.seats.findIndex(({ poolId }) => poolId && !present.has(poolId));
      if (lost >= 0) return unknownPool(`input.stages[${index}].seats[${lost}].poolId`);
      const fromStageId = input.fromStageId ?? null;
      const from = previous.stages.find(({ id }) => id === fromStageId);
      if (fromStageId !== null && !from)
        return bad(`input.stages[${index}].fromStageId`, 'The present plan has no such stage; load it again');
      stages.push({
        id: newId(tx.now.getTime()),
        position: index + 1,
        name: input.name,
        kind: input.kind,
        durationMin: input.durationMin ?? null,
        seats: input.seats.map(({ role, poolId }) => ({ id: newId(tx.now.getTime()), role, poolId: poolId ?? null })),
        skippableIf: input.skippableIf ?? null,
        targetDays: input.targetDays ?? null,
        takeHome: input.takeHome
          ? { effortHours: input.takeHome.effortHours ?? null, dueDays: input.takeHome.dueDays ?? null }
          : null,
        selfSchedule: input.selfSchedule,
        kit: freshKit(tx, from?.kit ?? kitOf(input)),
      });
    }
    return ok(stages);
  }
}

function unknownPool(field: string): ReturnType<typeof bad> {
  return bad(field, 'There is no such interviewer pool; choose one from the list');
}

/** The texts of a stage; numbers and order are judged by the engine with the whole plan. */
function readStage(value: unknown, field: string): Read<StageInput> {
  const stage = value as StageInput;
  const name = readLine(stage.name, `${field}.name`, PLAN_LIMITS.nameLength);
  if (!name.ok) return name;
  const skippableIf = readOptional(stage.skippableIf, (text) =>
    readText(text, `${field}.skippableIf`, PLAN_LIMITS.skippableIfLength),
  );
  if (!skippableIf.ok) return skippableIf;
  const seats = readList(stage.seats, `${field}.seats`, PLAN_LIMITS.seatsPerStage, (item, at) => {
    const seat = item as StageInput['seats'][number];
    const role = readLine(seat.role, `${at}.role`, PLAN_LIMITS.nameLength);
    if (!role.ok) return role;
    if (seat.poolId && !isId(seat.poolId)) return unknownPool(`${at}.poolId`);
    return ok({ role: role.value, poolId: seat.poolId ?? null });
  });
  return seats.ok ? ok({ ...stage, name: name.value, skippableIf: skippableIf.value || null, seats: seats.value }) : seats;
}
