import type { Id } from '#libs/kernel/index.js';

export const STAGE_KINDS = ['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'INTERVIEW', 'OFFER'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** One interviewer's place in an interview. "CTO or CEO" is one seat with a pool of two, "A and B" are two seats. */
export interface PlanSeat {
  readonly id: Id;
  /** Who sits here, as the posting says it: "front-end engineer". */
  readonly role: string;
  /** The interviewer pool that fills it, or null while nobody has chosen one. */
  readonly poolId: Id | null;
}

export interface PlanStage {
  readonly id: Id;
  /** 1 for the first stage, without gaps. */
  readonly position: number;
  readonly name: string;
  readonly kind: StageKind;
  readonly durationMin: number | null;
  readonly seats: readonly PlanSeat[];
  /** The posting's words for when this stage may be skipped ("open-source contributions"), or null when it may not. */
  readonly skippableIf: string | null;
  /** In how many days the team means to be done with this stage. */
  readonly targetDays: number | null;
  readonly takeHome: { readonly effortHours: number | null; readonly dueDays: number | null } | null;
  /** Whether the candidate picks the time alone. */
  readonly selfSchedule: boolean;
}

/** One version of a posting's ordered stages. A version in use never changes; a change makes another version. */
export interface InterviewPlan {
  readonly id: Id;
  readonly version: number;
  /** In order of their positions. */
  readonly stages: readonly PlanStage[];
}

/** The stage with this id, or undefined. */
export function findStage(plan: InterviewPlan, stageId: Id): PlanStage | undefined {
  return plan.stages.find((stage) => stage.id === stageId);
}

/** How far along the plan a stage is; 0 stands for "received", before the first stage. @throws Error when the plan has no such stage. */
export function positionOf(plan: InterviewPlan, stageId: Id | null): number {
  if (stageId === null) return 0;
  const stage = findStage(plan, stageId);
  if (stage === undefined) throw new Error(`Stage ${stageId} is not in interview plan ${plan.id}`);
  return stage.position;
}

/** The stage after this one (the first after null), or undefined after the last. @throws Error when the plan has no such stage. */
export function nextStage(plan: InterviewPlan, stageId: Id | null): PlanStage | undefined {
  return plan.stages[positionOf(plan, stageId)];
}

/** Whether people meet at a set time in stages of this kind. */
export function isMeeting(kind: StageKind): boolean {
  return kind !== 'TAKE_HOME' && kind !== 'OFFER';
}
