import type { Id, Language } from '#libs/kernel/index.js';

/** The payload of every event of a take-home: ids only. */
export interface TakeHomeRef {
  readonly takeHomeId: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly stageId: Id;
}

/** `TakeHomeSubmitted`. */
export interface TakeHomeSubmitted extends TakeHomeRef {
  readonly late: boolean;
  /** It replaces work that was handed in before. */
  readonly resubmitted: boolean;
}

/** The timer `TakeHomeDueSoon`: it belongs to one due date, and an extended take-home has another. */
export interface TakeHomeDueSoon extends TakeHomeRef {
  /** ISO instant. */
  readonly dueAt: string;
}

/** `TakeHomeReviewerAssigned` and `TakeHomeReviewerRemoved`. */
export interface TakeHomeReviewerChanged extends TakeHomeRef {
  readonly personId: Id;
}

/**
 * What mails about a take-home need, `transient` of `TakeHomeSent`, `TakeHomeExtended`, `TakeHomeBriefChanged`, `TakeHomeSubmitted`, `TakeHomeCancelled`
 * and `TakeHomeReminderDue`. It holds personal data and is never stored with the event.
 */
export interface TakeHomeContext {
  readonly candidate: {
    readonly id: Id;
    readonly name: string;
    readonly email: string;
    readonly zone: string;
    readonly language: Language | null;
  };
  readonly posting: { readonly id: Id; readonly title: string; readonly slug: string };
  readonly stage: { readonly id: Id; readonly name: string };
  /** For signing links to the candidate's page. */
  readonly linkEpoch: number;
  readonly brief: string;
  readonly effortHours: number | null;
  readonly dueAt: Date;
  readonly dueZone: string;
}
