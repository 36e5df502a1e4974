export * from './domain/index.js';
export { POSTING_STATUSES, type PostingStatus } from './domain/posting-status.js';
export { type PostingQuestion, QUESTION_KINDS, QUESTION_LIMITS, type QuestionKind } from './domain/posting-question.js';
export { KIT_LIMITS, type KitDraft, standardKit } from './domain/standard-kits.js';
export { renderPostingHtml } from './domain/render-posting-html.js';
export { postingsEntities } from './persistence/entities.js';
export * from './persistence/plan-store.js';
