export * from './domain/scorecard-events.js';
export {
  type CardInput,
  RECOMMENDATIONS,
  type Recommendation,
  SCORECARD_LIMITS,
  SCORECARD_STATES,
  type ScorecardState,
} from './domain/scorecard.js';
export type { StageSummary } from './domain/summary.js';
export { scorecardsEntities } from './persistence/scorecard.entity.js';
export { type KitAsked, type KitSeat, type KitView, LoadKit } from './queries/load-kit.js';
export { ScorecardSummaries } from './queries/scorecard-summaries.js';
export { type ScorecardDueView, ScorecardsDue } from './queries/scorecards-due.js';
export { Scorecards, type ScorecardView } from './queries/scorecards.js';
export { SaveScorecardDraft } from './use-cases/save-scorecard-draft.js';
export { SubmitScorecard } from './use-cases/submit-scorecard.js';
export type { CardWanted, CardWritten } from './use-cases/write-card.js';
export * from './scorecards.module.js';
