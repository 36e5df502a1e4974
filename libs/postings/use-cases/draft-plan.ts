import { type Id, type Result, newId } from '#libs/kernel/index.js';
import { type PlanRefusal, isMeeting, validatePlan } from '#libs/pipeline/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { PlanStageDraft } from '../domain/plan-from-posting.js';
import { standardKit } from '../domain/standard-kits.js';
import type { PoolRow } from '../persistence/import-world.js';
import { type KitRow, type PlanRow, type StageRow, insertPlan } from '../persistence/plan-rows.js';
import { copyMembers, ensurePools } from '../persistence/pool-rows.js';

export interface PlanRequest {
  readonly postingId: Id;
  readonly version: number;
  readonly source: PlanRow['source'];
  readonly stages: readonly PlanStageDraft[];
  /** All pools of the organisation. */
  readonly pools: readonly PoolRow[];
  /** The plan before this one: its kits and the pools of its roles are taken over, since people have worked on them. */
  readonly previous: PlanRow | null;
}

/** Makes a plan's next version from drafts: seats get the pools of their roles (new empty ones where there are none), stages get kits. */
export async function draftPlan(tx: Tx, request: PlanRequest): Promise<Result<PlanRow, PlanRefusal>> {
  const poolOf = await choosePools(tx, request);
  const kitOf = kitsToKeep(request.previous);
  const id = newId(tx.now.getTime());
  const stages = request.stages.map((draft, index): StageRow => ({
    id: newId(tx.now.getTime()),
    position: index + 1,
    name: draft.name,
    kind: draft.kind,
    durationMin: draft.durationMin,
    seats: draft.seats.map((seat) => ({ id: newId(tx.now.getTime()), role: seat.role, poolId: poolOf(seat) })),
    skippableIf: draft.skippableIf,
    targetDays: draft.targetDays,
    takeHome: draft.takeHome,
    selfSchedule: draft.selfSchedule ?? (isMeeting(draft.kind) && !draft.async),
    kit: freshKit(tx, draft.kit ?? kitOf(draft)),
  }));
  return savePlan(tx, { id, posting_id: request.postingId, version: request.version, source: request.source, stages });
}

/** Queues a plan after the engine has looked at it. */
export function savePlan(tx: Tx, plan: Omit<PlanRow, 'created_at'>): Result<PlanRow, PlanRefusal> {
  const judged = validatePlan({ id: plan.id, version: plan.version, stages: plan.stages });
  if (!judged.ok) return judged;
  insertPlan(tx, plan);
  tx.emit({
    name: 'PlanVersioned',
    subjectId: plan.posting_id,
    payload: { postingId: plan.posting_id, planId: plan.id, version: plan.version },
  });
  return { ok: true, value: { ...plan, created_at: tx.now } };
}

/** A kit of the same content with ids of its own; ratings stay with the attributes of the stage they were given in. */
export function freshKit(
  tx: Tx,
  kit: Pick<KitRow, 'purpose' | 'questions'> & { attributes: readonly { name: string; description: string }[] },
): KitRow {
  const id = newId(tx.now.getTime());
  const attributes = kit.attributes.map(({ name, description }) => ({ id: newId(tx.now.getTime()), name, description }));
  return { id, purpose: kit.purpose, questions: kit.questions, attributes };
}

/** The kit of the stage of that kind and name in the plan before, or the standard one of the kind. */
export function kitsToKeep(
  previous: PlanRow | null,
): (stage: { kind: StageRow['kind']; name: string }) => Omit<KitRow, 'id'> | ReturnType<typeof standardKit> {
  const key = (stage: { kind: string; name: string }) => `${stage.kind} ${stage.name.toLowerCase()}`;
  const known = new Map(previous?.stages.flatMap((stage) => (stage.kit ? [[key(stage), stage.kit] as const] : [])));
  return (stage) => known.get(key(stage)) ?? standardKit(stage.kind);
}

type WantedSeat = PlanStageDraft['seats'][number];

/** A seat that names its pool gets that one; any other the one that its role had or has. */
function keyOf({ role, poolName }: WantedSeat): string {
  return poolName ? `pool ${poolName.toLowerCase()}` : `role ${role.toLowerCase()}`;
}

/**
 * Answers the pool for a seat: the one it names, else the one its role had, the one of its role's name, or a new one. "CTO or CEO" begins with everybody of
 * the pools "CTO" and "CEO".
 */
async function choosePools(tx: Tx, request: PlanRequest): Promise<(seat: WantedSeat) => Id | null> {
  const byName = new Map<string, Id>(request.pools.map(({ id, name }) => [name.toLowerCase(), id]));
  const chosen = new Map<string, Id>(
    [...byName].flatMap(([name, id]) => [[`pool ${name}`, id] as const, [`role ${name}`, id] as const]),
  );
  for (const { role, poolId } of request.previous?.stages.flatMap(({ seats }) => seats) ?? [])
    if (poolId) chosen.set(`role ${role.toLowerCase()}`, poolId);
  const missing = new Map<string, { id: Id; name: string; pool: readonly string[] }>();
  for (const seat of request.stages.flatMap(({ seats }) => seats)) {
    const key = keyOf(seat);
    const name = seat.poolName ?? seat.role;
    if (!chosen.has(key) && !missing.has(key)) missing.set(key, { id: newId(tx.now.getTime()), name, pool: seat.pool });
  }
  const made = await ensurePools(
    tx,
    [...missing.values()].map(({ id, name }) => ({ id, name })),
  );
  for (const [key, { id, name, pool }] of missing) {
    const poolId = made.get(name)!;
    chosen.set(key, poolId);
    const sources = pool.flatMap((part) => byName.get(part.toLowerCase()) ?? []);
    if (poolId === id && sources.length > 0) copyMembers(tx, poolId, sources);
  }
  return (seat) => chosen.get(keyOf(seat)) ?? null;
}
