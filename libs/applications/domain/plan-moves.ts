import type { Id } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';

/** An active application that is on another version of the plan than the present one. */
export interface OnOlderPlan {
  readonly id: Id;
  readonly candidateName: string;
  readonly planId: Id;
  readonly stageId: Id | null;
  readonly stageName: string | null;
  readonly stageKind: StageKind | null;
  /** An invitation, an interview or a take-home that is not over. */
  readonly openWork: boolean;
}

/** Where those who stand in a stage of an older version shall stand; null is received, before the first. */
export interface StageMapping {
  readonly fromStageId: Id | null;
  readonly toStageId: Id | null;
  /** The new stage's work begins, as if they had been moved there; what is open is cancelled, and they are told. */
  readonly begins: boolean;
}

/** What becomes of one of them. */
export interface PlanMove {
  readonly applicationId: Id;
  readonly candidateName: string;
  readonly fromStageId: Id | null;
  readonly fromStageName: string | null;
  readonly toStageId: Id | null;
  readonly toStageName: string | null;
  /** MOVES: stands there and goes on; BEGINS: enters it anew; STAYS on the plan they entered. */
  readonly outcome: 'MOVES' | 'BEGINS' | 'STAYS';
  /** Why they stay. */
  readonly stays: 'NOT_MAPPED' | 'OPEN_WORK' | null;
}

interface NamedStage {
  readonly id: Id;
  readonly name: string;
  readonly kind: StageKind;
}

/** Who moves where by a mapping. Who has open work stays unless the new stage's work shall begin: nobody's interview is lost by the way. */
export function decidePlanMoves(
  applications: readonly OnOlderPlan[],
  present: readonly NamedStage[],
  mapping: readonly StageMapping[],
): PlanMove[] {
  const rules = new Map(mapping.map((rule) => [rule.fromStageId, rule]));
  const names = new Map(present.map(({ id, name }) => [id, name]));
  return applications.map(({ id, candidateName, stageId, stageName, openWork }) => {
    const who = { applicationId: id, candidateName, fromStageId: stageId, fromStageName: stageName };
    const rule = rules.get(stageId);
    const stay = (why: 'NOT_MAPPED' | 'OPEN_WORK') => ({
      ...who,
      toStageId: null,
      toStageName: null,
      outcome: 'STAYS' as const,
      stays: why,
    });
    if (!rule) return stay('NOT_MAPPED');
    const { toStageId } = rule;
    // Received is before the first stage: there is no work to begin.
    const begins = rule.begins && toStageId !== null;
    if (openWork && !begins) return stay('OPEN_WORK');
    const toStageName = toStageId === null ? null : (names.get(toStageId) ?? null);
    return { ...who, toStageId, toStageName, outcome: begins ? 'BEGINS' : 'MOVES', stays: null };
  });
}

/** The mapping that goes without saying: received stays received, a stage becomes that of its kind and name, else the only one of its kind. */
export function suggestedMapping(applications: readonly OnOlderPlan[], present: readonly NamedStage[]): StageMapping[] {
  const seen = new Map(applications.map((application) => [application.stageId, application]));
  return [...seen.values()].flatMap(({ stageId, stageName, stageKind }): StageMapping[] => {
    if (stageId === null) return [{ fromStageId: null, toStageId: null, begins: false }];
    const ofKind = present.filter(({ kind }) => kind === stageKind);
    const same = ofKind.find(({ name }) => name.toLowerCase() === stageName?.toLowerCase());
    const to = same ?? (ofKind.length === 1 ? ofKind[0] : undefined);
    return to ? [{ fromStageId: stageId, toStageId: to.id, begins: false }] : [];
  });
}

/** The first fault of a mapping and where it stands; null when there is none. `known` are the stages of all versions of the posting's plan. */
export function unfitMapping(
  mapping: readonly StageMapping[],
  known: readonly Id[],
  present: readonly NamedStage[],
): { readonly at: string; readonly message: string } | null {
  const seen = new Set<Id | null>();
  for (const [index, { fromStageId, toStageId }] of mapping.entries()) {
    const at = (field: string) => `mapping[${index}].${field}`;
    if (fromStageId !== null && !known.includes(fromStageId))
      return { at: at('fromStageId'), message: 'No version of the plan has this stage; send its id as it was given' };
    if (seen.has(fromStageId)) return { at: at('fromStageId'), message: 'This stage is mapped twice; map each once' };
    if (toStageId !== null && !present.some(({ id }) => id === toStageId))
      return {
        at: at('toStageId'),
        message: 'The present plan has no such stage; choose one of its stages, or null for received',
      };
    seen.add(fromStageId);
  }
  return null;
}
