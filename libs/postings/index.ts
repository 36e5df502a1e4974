export * from './domain/index.js';
export { POSTING_STATUSES, type PostingStatus, STATUS_CHANGES, type StatusChange } from './domain/posting-status.js';
export type { PublishProblem } from './domain/publish-problems.js';
export { type PostingQuestion, QUESTION_KINDS, QUESTION_LIMITS, type QuestionKind } from './domain/posting-question.js';
export { KIT_LIMITS, type KitDraft, standardKit } from './domain/standard-kits.js';
export { renderPostingHtml } from './domain/render-posting-html.js';
export { postingsEntities } from './persistence/entities.js';
export * from './persistence/plan-store.js';
export {
  exportPostings,
  listPostings,
  type PostingExport,
  postingIdsToExport,
  type OpeningRow,
  type PlanRow,
  type PoolRow,
  type Preview,
  openingsLoader,
  poolLoader,
  postingLoader,
  type PostingRow,
  presentPlanLoader,
  previewPosting,
  problemsLoader,
  type PublicPosting,
  type PublicPostingPage,
  postingAsPublic,
  publicFeed,
  publicPosting,
  publicPostings,
} from './queries/index.js';
export { ChangePostingStatus } from './use-cases/change-posting-status.js';
export { ChangeReading } from './use-cases/change-reading.js';
export { EditKit } from './use-cases/edit-kit.js';
export { EditPlan, type StageInput } from './use-cases/edit-plan.js';
export { HiringTeam } from './use-cases/hiring-team.js';
export { type Imported, type ImportInput, ImportPosting } from './use-cases/import-posting.js';
export { InterviewerPools } from './use-cases/interviewer-pools.js';
export { SetPostingQuestions } from './use-cases/posting-questions.js';
export { SharedSections } from './use-cases/shared-sections.js';
export { type Folder, type SyncOutcome, SyncPostings } from './use-cases/sync-postings.js';
export type { SyncStep } from './use-cases/sync-steps.js';
export { StageKindEnum, TeamRoleEnum } from './api/enums.js';
export { InterviewKit, KitAttribute, PlanStage } from './api/plan.types.js';
export { Posting } from './api/posting.types.js';
export { toPosting } from './api/mappers.js';
export * from './postings.module.js';
