import type { Id, Interval } from '#libs/kernel/index.js';
import type { InterviewLimits } from './slot-query.js';

/** An interviewer of a batch: what they need around an interview, and the ones they hold already. */
export interface BatchPerson {
  readonly id: Id;
  readonly before_min: number;
  readonly after_min: number;
  readonly limits: InterviewLimits;
  readonly held: readonly Interval[];
}

/** A time at which one candidate's interview could be, and who is free then, seat by seat. */
export interface BatchOption {
  readonly start_ms: number;
  readonly seats: readonly (readonly Id[])[];
}

export interface BatchCandidate {
  readonly id: Id;
  readonly duration_min: number;
  /** Earliest first. */
  readonly options: readonly BatchOption[];
}

export interface BatchPlan {
  readonly interviews: readonly { readonly candidateId: Id; readonly start_ms: number; readonly personIds: readonly Id[] }[];
  readonly without: readonly Id[];
  /** No plan whatsoever gives more candidates an interview. */
  readonly bound: number;
}
