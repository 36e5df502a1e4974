import type { ApplicationView, RejectionReasonRow } from '#libs/applications/index.js';
import type { LedgerRow } from '#libs/notifications/index.js';
import type { InterviewSeen, OfferedSlot } from '#libs/scheduling/index.js';
import type { ScorecardView, StageSummary } from '#libs/scorecards/index.js';
import type { TakeHomeRow } from '#libs/take-home/index.js';
import type { StaffFrame } from './staff-layout.js';

/** Everything that the page of an application shows to one reader; what is not theirs to see is null or not there. */
export interface ApplicationPageView {
  readonly frame: StaffFrame;
  readonly now: Date;
  readonly personId: string;
  readonly said: { readonly kind: 'good' | 'bad'; readonly text: string } | null;
  readonly application: ApplicationView;
  readonly may: {
    readonly seeBoard: boolean;
    readonly schedule: boolean;
    readonly manageTakeHome: boolean;
    readonly exportData: boolean;
  };
  readonly reasons: readonly RejectionReasonRow[];
  readonly openOpenings: readonly { readonly id: string; readonly number: number }[];
  readonly interviews: readonly InterviewSeen[];
  /** Times to book in the present stage; null where there is nothing to book. */
  readonly times: { readonly slots: readonly OfferedSlot[]; readonly none: string | null } | null;
  readonly takeHomes: readonly TakeHomeRow[];
  /** Who can be asked to review; empty for those who may not ask. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly cards: readonly ScorecardView[];
  readonly summaries: readonly StageSummary[] | null;
  readonly mails: readonly LedgerRow[] | null;
  /** Names of the people that cards and reviews tell of. */
  readonly names: ReadonlyMap<string, string>;
  /** Stages in which the reader writes a card. */
  readonly myStages: readonly string[];
  /** So that a note sent twice is kept once. */
  readonly noteKey: string;
  /** What was typed into the form that has to be mended. */
  readonly typed: Readonly<Record<string, string>>;
}

/** The name of a stage of the application's plan; null is received. */
export function stageName({ stages }: ApplicationView, stageId: string | null): string {
  return stageId === null ? 'Received' : (stages.find(({ id }) => id === stageId)?.name ?? 'a stage of an earlier plan');
}

/** The stage after the present one, if there is one. */
export function nextStageOf({ stages, stageId }: ApplicationView): ApplicationView['stages'][number] | undefined {
  return stages[stageId === null ? 0 : stages.findIndex(({ id }) => id === stageId) + 1];
}
