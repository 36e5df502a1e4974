import type { Id } from '#libs/kernel/index.js';

/** `ScorecardSubmitted`, and `ScorecardAmended` when the author changes one that is in. */
export interface ScorecardSubmitted {
  readonly scorecardId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
  readonly authorId: Id;
}

/** The timer `ScorecardReminder`: a day after somebody was asked. */
export interface ScorecardReminder {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
  readonly interviewId: Id | null;
  readonly takeHomeId: Id | null;
  readonly personId: Id;
}

/** `ScorecardDue`: a person's card is expected; once, and once more as a reminder. */
export interface ScorecardDue extends ScorecardReminder {
  readonly reminder: boolean;
}

/** The timer `TakeHomeReviewDue`: it belongs to one submission. */
export interface TakeHomeReviewDue {
  readonly takeHomeId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
  /** ISO instant. */
  readonly submittedAt: string;
}
