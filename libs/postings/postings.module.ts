import { Module } from '@nestjs/common';
import { HiringResolver, PoolsResolver } from './api/hiring.resolver.js';
import { PostingChangesResolver } from './api/posting-changes.resolver.js';
import { HiringTeamMemberResolver, PoolMemberResolver, PostingResolver, StageSeatResolver } from './api/posting.resolver.js';
import { PostingRulesResolver } from './api/rules.resolver.js';
import { PostingSchemaController } from './api/posting-schema.controller.js';
import { PreviewResolver } from './api/preview.resolver.js';
import { RevisionsResolver } from './api/revisions.resolver.js';
import { SectionsResolver } from './api/sections.resolver.js';
import { PlanStore } from './persistence/plan-store.js';
import { ChangePostingStatus } from './use-cases/change-posting-status.js';
import { ChangeReading } from './use-cases/change-reading.js';
import { ConfidentialPostings } from './use-cases/confidential-postings.js';
import { EditKit } from './use-cases/edit-kit.js';
import { EditPlan } from './use-cases/edit-plan.js';
import { HiringTeam } from './use-cases/hiring-team.js';
import { ImportPosting } from './use-cases/import-posting.js';
import { InterviewerPools } from './use-cases/interviewer-pools.js';
import { SetPostingQuestions } from './use-cases/posting-questions.js';
import { SetPostingRules } from './use-cases/set-posting-rules.js';
import { SharedSections } from './use-cases/shared-sections.js';
import { SyncPostings } from './use-cases/sync-postings.js';

const doors = [
  ...[ImportPosting, ChangeReading, ChangePostingStatus, EditPlan, EditKit],
  ...[
    HiringTeam,
    ConfidentialPostings,
    SetPostingQuestions,
    InterviewerPools,
    SharedSections,
    SetPostingRules,
    SyncPostings,
    PlanStore,
  ],
];
const resolvers = [
  ...[
    PostingResolver,
    PostingChangesResolver,
    PreviewResolver,
    RevisionsResolver,
    HiringResolver,
    PoolsResolver,
    SectionsResolver,
    PostingRulesResolver,
  ],
  ...[StageSeatResolver, HiringTeamMemberResolver, PoolMemberResolver],
];

/** Postings: a Markdown document that becomes facts, a plan and a careers page. */
@Module({ controllers: [PostingSchemaController], providers: [...doors, ...resolvers], exports: doors })
export class PostingsModule {}
