export * from './posting-loaders.js';
export * from './posting-rows.js';
export * from './preview-posting.js';
export * from './public-postings.js';
export * from './shared-sections.js';
export * from './interviewer-pools.js';
export type { PlanRow, StageRow } from '../persistence/plan-rows.js';
