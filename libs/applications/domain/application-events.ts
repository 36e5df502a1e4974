import type { Id, Language } from '#libs/kernel/index.js';
import type { ApplicationStatus, Effect, StageKind, TransitionKind } from '#libs/pipeline/index.js';

/**
 * What was read with the application anyway: `transient` of `ApplicationReceived` and `ApplicationMoved`, so that a mail about them needs no
 * further statement. It holds personal data and is never stored with the event.
 */
export interface ApplicationEventContext {
  readonly candidate: {
    readonly id: Id;
    readonly name: string;
    readonly email: string;
    readonly zone: string;
    /** In which they want to be written to; null: they have not said. */
    readonly language: Language | null;
  };
  readonly posting: { readonly id: Id; readonly title: string; readonly slug: string };
  /** The stage the application is in now; null is received, before the first. */
  readonly stage: { readonly id: Id; readonly name: string; readonly kind: StageKind } | null;
  /** For signing links to the candidate's page. */
  readonly linkEpoch: number;
}

/** Somebody applied, or was added by the team. */
export interface ApplicationReceived {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
}

/** Every transition, with what has to follow from it. */
export interface ApplicationMoved {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
  readonly version: number;
  readonly command: TransitionKind;
  readonly fromStageId: Id | null;
  readonly toStageId: Id | null;
  readonly fromStatus: ApplicationStatus;
  readonly toStatus: ApplicationStatus;
  readonly effects: readonly Effect[];
  readonly passedOver: readonly Id[];
}

/** Two records of one person became one. Who keeps rows of the merged candidate moves them to the kept one. */
export interface CandidatesMerged {
  readonly keptId: Id;
  readonly mergedId: Id;
}

/** A person was erased: whoever keeps anything they sent, or that was written to or about them, lets it go in the same transaction. */
export interface CandidateErased {
  readonly candidateId: Id;
  /** The person's records: the one that was erased and those merged into it. */
  readonly candidateIds: readonly Id[];
  readonly applicationIds: readonly Id[];
  /** Where their files are. */
  readonly storageKeys: readonly string[];
}

/** `transient` of `CandidateErased`: the addresses they had. */
export interface CandidateErasedContext {
  readonly emails: readonly string[];
}
