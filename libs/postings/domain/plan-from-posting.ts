import { PLAN_LIMITS } from '#libs/pipeline/index.js';
import { findSpans } from './durations.js';
import type { PostingDocument, Round, RoundKind, Seat, StatedKit, StatedStage } from './posting-document.js';

/** A stage of an interview plan before it is saved: no ids, pools as the roles that can fill a seat. */
export interface PlanStageDraft {
  readonly name: string;
  readonly kind: RoundKind;
  /** Minutes to book; null for stages without a meeting, or when the posting does not say. */
  readonly durationMin: number | null;
  readonly seats: readonly (Seat & { readonly poolName?: string | null })[];
  /** The posting's words for when the stage may be skipped. */
  readonly skippableIf: string | null;
  /** True when the posting says that it is done in the candidate's own time. */
  readonly async: boolean;
  readonly takeHome: { readonly effortHours: number | null; readonly dueDays: number | null } | null;
  /** In how many days the team means to be done with the stage; null when the posting gives no length of the process. */
  readonly targetDays: number | null;
  /** Whether the candidate picks the time; where it is not stated, a meeting is theirs to pick. */
  readonly selfSchedule?: boolean;
  /** What is assessed, where the front matter states it. */
  readonly kit?: StatedKit | null;
}

/** An organisation's default stage; `async` is optional there. */
export type DefaultStage = Omit<PlanStageDraft, 'async'> & { readonly async?: boolean };

function within(value: number | null, limits: { readonly least: number; readonly most: number }): number | null {
  return value !== null && value >= limits.least && value <= limits.most ? value : null;
}

/** "Round 3: Interview with our engineer" is "Interview with our engineer" on a board, "45 min call with our CTO" is "Call with our CTO". */
function stageName(round: Round): string {
  const bare = round.name
    .replace(/^(?:round|step|stage|phase)\s*#?\d{1,2}\s*[:.)–—-]\s*/i, '')
    .replace(/^[~≈<\s]*\d[\d.,/–-]*\s*(?:to \d+\s*)?-?(?:hours?|hrs?|h|minutes?|mins?|m)\b[\s-]*(?:long\s+)?/i, '')
    .trim();
  const name = round.kind === 'OFFER' ? 'Offer' : bare || round.name;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.slice(0, PLAN_LIMITS.nameLength);
}

function dueDays(document: PostingDocument, round: Round): number | null {
  const fact = document.facts.find(({ field, value }) => field === 'rounds' && (value as Round).order === round.order);
  const due = /\b(?:within|up to|have|take|due (?:in|within)|deadline (?:is|of)|return it in|over)\b/i;
  const span = fact && due.test(fact.text) ? findSpans(fact.text)[0] : undefined;
  return within(span?.maxDays ?? null, PLAN_LIMITS.dueDays);
}

function takeHomeOf(document: PostingDocument, round: Round): PlanStageDraft['takeHome'] {
  if (round.kind !== 'TAKE_HOME') return null;
  const minutes = round.durationMax ?? round.durationMin;
  const effortHours = minutes === null ? null : Math.round(minutes / 30) / 2;
  return { effortHours: within(effortHours, PLAN_LIMITS.effortHours), dueDays: dueDays(document, round) };
}

function stageOf(document: PostingDocument, round: Round): PlanStageDraft {
  const meets = round.kind !== 'TAKE_HOME' && round.kind !== 'OFFER';
  return {
    name: stageName(round),
    kind: round.kind,
    durationMin: meets ? within(round.durationMax ?? round.durationMin, PLAN_LIMITS.duration_min) : null,
    seats: round.seats.slice(0, PLAN_LIMITS.seatsPerStage),
    skippableIf: round.skippableIf?.slice(0, PLAN_LIMITS.skippableIfLength) ?? (round.optional ? 'optional' : null),
    async: round.async,
    takeHome: takeHomeOf(document, round),
    targetDays: null,
  };
}

const OFFER: PlanStageDraft = {
  name: 'Offer', kind: 'OFFER', durationMin: null, seats: [], skippableIf: null, async: false, takeHome: null, targetDays: null,
}; // prettier-ignore

/** The offer comes last and once; a plan without one gets one. */
function withOfferLast(stages: readonly PlanStageDraft[]): readonly PlanStageDraft[] {
  const offer = stages.findLast(({ kind }) => kind === 'OFFER') ?? OFFER;
  return [...stages.filter(({ kind }) => kind !== 'OFFER').slice(0, PLAN_LIMITS.stages - 1), offer];
}

/** Gives each stage its share of the days, work at home two; the sum is `days`, unless there are more stages than days. */
function spread(stages: readonly PlanStageDraft[], days: number): readonly PlanStageDraft[] {
  const weights = stages.map(({ kind }) => (kind === 'TAKE_HOME' ? 2 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, weightSeen] = [0, 0];
  return stages.map((stage, index) => {
    weightSeen += weights[index]!;
    const until = Math.round((days * weightSeen) / total);
    const share = Math.max(1, until - given);
    given = until;
    return { ...stage, targetDays: within(share, PLAN_LIMITS.targetDays) };
  });
}

function stated(stage: StatedStage): PlanStageDraft {
  return { ...stage, async: stage.kind === 'TAKE_HOME' };
}

/**
 * The interview plan of a posting. In: the document (corrections applied) and the organisation's default plan. Out: drafts of stages that
 * `validatePlan` of the pipeline accepts once ids are added; the default plan when the document tells no process. A process that takes "~1
 * week" is spread over the stages as target days. A plan that the front matter states is taken as it is.
 */
export function planFromPosting(document: PostingDocument, defaultPlan: readonly DefaultStage[]): readonly PlanStageDraft[] {
  if (document.stages) return withOfferLast(document.stages.map(stated));
  if (document.planSource === 'default' || document.rounds.length === 0) {
    return withOfferLast(defaultPlan.map((stage) => ({ ...stage, async: stage.async ?? false })));
  }
  const stages = withOfferLast(document.rounds.map((round) => stageOf(document, round)));
  const days = document.processDuration === null ? undefined : findSpans(document.processDuration)[0]?.maxDays;
  return days === undefined ? stages : spread(stages, days);
}
