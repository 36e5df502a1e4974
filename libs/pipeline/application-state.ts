import type { Id } from '#libs/kernel/index.js';
import type { TransitionKind } from './command.js';

export const APPLICATION_STATUSES = ['ACTIVE', 'HIRED', 'REJECTED', 'WITHDRAWN'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Where one application stands. It is the sum of its transitions, kept so that nobody has to add them up. */
export interface ApplicationState {
  readonly applicationId: Id;
  /** The plan the candidate entered; it stays when the posting gets a newer one, until a person puts them on that (`changePlan`). */
  readonly planId: Id;
  readonly status: ApplicationStatus;
  /** The present stage; once ended, the stage it ended in. Null is "received": in review before the first stage. */
  readonly stageId: Id | null;
  /** How many transitions have happened. */
  readonly version: number;
  /** Since when it is in this stage (ISO instant); a reopened application enters its stage anew. */
  readonly enteredStageAt: string;
  /** The opening it fills while hired. */
  readonly openingId: Id | null;
  /** The reason it ended with, from the organisation's list. */
  readonly reasonId: Id | null;
}

/** One recorded move, append-only. All of them in order give the state back. */
export interface Transition {
  /** 1 for the first, without gaps. */
  readonly version: number;
  readonly command: TransitionKind;
  readonly fromStageId: Id | null;
  readonly toStageId: Id | null;
  readonly fromStatus: ApplicationStatus;
  readonly toStatus: ApplicationStatus;
  /** ISO instant. */
  readonly at: string;
  /** Stages left out between the two, in order: a deliberate move past stages that no rule allows to skip, or an early hire. */
  readonly passedOver: readonly Id[];
  /** From the organisation's list, when it rejects or withdraws. */
  readonly reasonId: Id | null;
  /** A person's own words. */
  readonly reason: string | null;
  /** A link or text that shows why a stage could be skipped. */
  readonly evidence: string | null;
  /** The opening filled by a hire, or freed by reopening one. */
  readonly openingId: Id | null;
  /** Of CHANGE_PLAN alone: the plan of `toStageId`, and whether the stage's work begins there anew. */
  readonly planChange?: { readonly toPlanId: Id; readonly begins: boolean };
}

/** A new application: received, in review before the first stage. */
export function initialState(application: { applicationId: Id; planId: Id }, receivedAt: Date): ApplicationState {
  return {
    applicationId: application.applicationId,
    planId: application.planId,
    status: 'ACTIVE',
    stageId: null,
    version: 0,
    enteredStageAt: receivedAt.toISOString(),
    openingId: null,
    reasonId: null,
  };
}

/**
 * The state after one transition.
 * @throws Error when the transition does not follow from the state; a history with a hole or a twist is never read as if it were whole.
 */
export function applyTransition(state: ApplicationState, transition: Transition): ApplicationState {
  const { version, fromStageId, fromStatus, toStageId, toStatus, planChange } = transition;
  if (version !== state.version + 1 || fromStageId !== state.stageId || fromStatus !== state.status) {
    throw new Error(`Transition ${version} of application ${state.applicationId} does not follow version ${state.version}`);
  }
  // Who is put on another plan in the midst of a stage has been in it as long as before.
  const enters = planChange?.begins ?? (toStageId !== fromStageId || (fromStatus !== 'ACTIVE' && toStatus === 'ACTIVE'));
  return {
    applicationId: state.applicationId,
    planId: planChange?.toPlanId ?? state.planId,
    status: toStatus,
    stageId: toStageId,
    version,
    enteredStageAt: enters ? transition.at : state.enteredStageAt,
    openingId: toStatus === 'HIRED' ? transition.openingId : null,
    reasonId: toStatus === 'REJECTED' || toStatus === 'WITHDRAWN' ? transition.reasonId : null,
  };
}
