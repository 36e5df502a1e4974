import { type CandidateActor, type Id, type Refused, type Refusal, refuse } from '#libs/kernel/index.js';

export const TAKE_HOME_STATUSES = ['SENT', 'SUBMITTED', 'CANCELLED'] as const;
export type TakeHomeStatus = (typeof TAKE_HOME_STATUSES)[number];

/** What decides whether work may (still) be handed in. */
export interface HandingIn {
  readonly status: TakeHomeStatus;
  /** The application is active and still in the take-home's stage. */
  readonly inStage: boolean;
  /** Somebody's scorecard for the stage is in. */
  readonly reviewed: boolean;
}

export type HandingInRefusal = Refusal<'TAKE_HOME_CLOSED' | 'ALREADY_REVIEWED'>;

/** Why work cannot be handed in, or null. Being late is no reason: it is accepted and shown as late until the stage is left. */
export function whyNotHandIn({ status, inStage, reviewed }: HandingIn): Refused<HandingInRefusal> | null {
  if (status === 'CANCELLED' || !inStage) {
    return refuse(
      'TAKE_HOME_CLOSED',
      'This assignment is no longer open, so nothing was handed in now. What you handed in before is kept. Write to the team if that surprises you.',
    );
  }
  if (status === 'SUBMITTED' && reviewed) {
    return refuse(
      'ALREADY_REVIEWED',
      'Your work has been reviewed already, so it cannot be replaced. The version you handed in is kept; write to the team if something is missing.',
    );
  }
  return null;
}

export type NotOpenRefusal = Refusal<'TAKE_HOME_NOT_OPEN'>;

/** Why the team cannot change a take-home, or null: only one that is with the candidate can be extended, cancelled or given another brief. */
export function whyNotChange(status: TakeHomeStatus): Refused<NotOpenRefusal> | null {
  if (status === 'SENT') return null;
  const why = status === 'SUBMITTED' ? 'The work has been handed in' : 'The take-home was cancelled';
  return refuse(
    'TAKE_HOME_NOT_OPEN',
    `${why}, so nothing was changed. Only a take-home that is with the candidate can be changed.`,
  );
}

/** Which members of staff review: those who can fill the stage's seats, or else the posting's hiring managers. */
export function reviewersOf(poolMemberIds: readonly Id[], hiringManagerIds: readonly Id[]): readonly Id[] {
  return poolMemberIds.length > 0 ? poolMemberIds : hiringManagerIds;
}

/** Whether work was handed in after it was due. It was accepted all the same. */
export function isLate(submittedAt: Date | null, dueAt: Date): boolean {
  return submittedAt !== null && submittedAt.getTime() > dueAt.getTime();
}

/** Whether the candidate's link opens their take-home: a link for choosing times does not. */
export function opensTakeHome({ purpose }: CandidateActor): boolean {
  return purpose !== 'schedule';
}
