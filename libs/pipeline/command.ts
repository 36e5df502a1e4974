import type { Id } from '#libs/kernel/index.js';

/** What a person may ask of an application. Who may ask what is the policy's business, not this folder's. */
export type Command =
  /** To the next stage. */
  | { readonly kind: 'ADVANCE' }
  /** To any later stage; those between are recorded as passed over. */
  | { readonly kind: 'MOVE_TO_STAGE'; readonly stageId: Id }
  /** To the next stage, because the present one may be skipped and `evidence` (a link or text) shows that it applies. */
  | { readonly kind: 'SKIP_STAGE'; readonly reason: string; readonly evidence: string }
  /** To an earlier stage, or with null back to "received". */
  | { readonly kind: 'SEND_BACK'; readonly stageId: Id | null; readonly reason: string }
  | { readonly kind: 'REJECT'; readonly reasonId: Id; readonly note?: string | null }
  | { readonly kind: 'WITHDRAW'; readonly reason?: string | null; readonly reasonId?: Id | null }
  /** Back to ACTIVE in the stage where it ended; reopening a hire frees its opening. */
  | { readonly kind: 'REOPEN'; readonly reason: string }
  | { readonly kind: 'HIRE'; readonly openingId: Id };

export type CommandKind = Command['kind'];

export const COMMAND_KINDS = [
  'ADVANCE',
  'MOVE_TO_STAGE',
  'SKIP_STAGE',
  'SEND_BACK',
  'REJECT',
  'WITHDRAW',
  'REOPEN',
  'HIRE',
] as const satisfies readonly CommandKind[];

/** What a transition records: a command, or that a person put the application on another version of the plan. */
export type TransitionKind = CommandKind | 'CHANGE_PLAN';
export const TRANSITION_KINDS = [...COMMAND_KINDS, 'CHANGE_PLAN'] as const satisfies readonly TransitionKind[];

/** What happened, as notifications name it. */
export type Happening = 'MOVED' | 'SENT_BACK' | 'REJECTED' | 'WITHDRAWN' | 'REOPENED' | 'HIRED';

/** What has to follow from a transition, as data; higher folders react. They keep work that is already done (a held interview, a submission). */
export type Effect =
  | { readonly kind: 'CancelOpenWork'; readonly stageId: Id }
  | { readonly kind: 'FreeOpening'; readonly openingId: Id }
  | { readonly kind: 'FillOpening'; readonly openingId: Id }
  | { readonly kind: 'RequestInterview'; readonly stageId: Id; readonly selfSchedule: boolean }
  | { readonly kind: 'SendTakeHome'; readonly stageId: Id; readonly dueDays: number | null; readonly effortHours: number | null }
  | { readonly kind: 'PrepareOffer'; readonly stageId: Id }
  | { readonly kind: 'Notify'; readonly what: Happening };
