import { Module } from '@nestjs/common';
import { PlanStore } from '#libs/postings/index.js';
import { ApplicationResolver } from './api/application.resolver.js';
import { ApplyResolver } from './api/apply.resolver.js';
import { BoardChangesResolver } from './api/board-changes.resolver.js';
import { CandidateResolver } from './api/candidate.resolver.js';
import { FilesController } from './api/files.controller.js';
import { ListsResolver } from './api/lists.resolver.js';
import { MoveResolver } from './api/move.resolver.js';
import { PlanMovesResolver } from './api/plan-moves.resolver.js';
import { TeamTurnResolver } from './api/team-turn.resolver.js';
import { ApplicationListQuery } from './queries/application-list.js';
import { ApplicationQuery } from './queries/application.js';
import { BoardQuery } from './queries/board.js';
import { CandidatesQuery } from './queries/candidates.js';
import { ListsQuery } from './queries/lists.js';
import { PlanMovesQuery } from './queries/plan-moves.js';
import { TeamTurnQuery } from './queries/team-turn.js';
import { LiveBoards } from './queries/live-boards.js';
import { CandidateErasure } from './jobs/candidate-erasure.js';
import { SweepFiles } from './jobs/sweep-files.js';
import { AddNote } from './use-cases/add-note.js';
import { ApplicationDoor } from './use-cases/application-door.js';
import { ApplyToPosting } from './use-cases/apply-to-posting.js';
import { EraseCandidate } from './use-cases/erase-candidate.js';
import { ManageLists } from './use-cases/manage-lists.js';
import { MergeCandidates } from './use-cases/merge-candidates.js';
import { MoveApplication } from './use-cases/move-application.js';
import { MoveToPlan } from './use-cases/move-to-plan.js';
import { ReadAttachment } from './use-cases/read-attachment.js';
import { ReceiveApplication } from './use-cases/receive-application.js';
import { RejectRemaining } from './use-cases/reject-remaining.js';
import { SetMyLanguage } from './use-cases/set-my-language.js';
import { StoreAttachment } from './use-cases/store-attachment.js';
import { UpdateCandidate } from './use-cases/update-candidate.js';

/** What other capabilities may be given. */
const doors = [
  PlanStore,
  MoveApplication,
  MoveToPlan,
  RejectRemaining,
  ReceiveApplication,
  ApplicationDoor,
  ApplyToPosting,
  AddNote,
  MergeCandidates,
  EraseCandidate,
  ApplicationQuery,
  BoardQuery,
  ListsQuery,
  StoreAttachment,
  ReadAttachment,
  SetMyLanguage,
  SweepFiles,
];
const inside = [
  CandidateErasure,
  UpdateCandidate,
  ManageLists,
  ApplicationListQuery,
  CandidatesQuery,
  TeamTurnQuery,
  PlanMovesQuery,
  LiveBoards,
];
const resolvers = [
  MoveResolver,
  ApplyResolver,
  ApplicationResolver,
  CandidateResolver,
  ListsResolver,
  BoardChangesResolver,
  TeamTurnResolver,
  PlanMovesResolver,
];

/** Candidates and their applications: applying, moving, looking, searching, merging. */
@Module({ controllers: [FilesController], providers: [...doors, ...inside, ...resolvers], exports: doors })
export class ApplicationsModule {}
