import { HiringTeamMemberEntity, InterviewerPoolEntity, InterviewerPoolMemberEntity, OpeningEntity } from './hiring.entity.js';
import { InterviewKitEntity, InterviewPlanEntity, KitAttributeEntity, PlanStageEntity, StageSeatEntity } from './plan.entity.js';
import { PostingEntity, PostingRevisionEntity, PostingRulesEntity } from './posting.entity.js';
import { SharedSectionEntity, SharedSectionRevisionEntity } from './shared-section.entity.js';

/** The tables of this capability. */
export const postingsEntities = [
  PostingEntity,
  PostingRevisionEntity,
  PostingRulesEntity,
  SharedSectionEntity,
  SharedSectionRevisionEntity,
  OpeningEntity,
  HiringTeamMemberEntity,
  InterviewerPoolEntity,
  InterviewerPoolMemberEntity,
  InterviewPlanEntity,
  PlanStageEntity,
  StageSeatEntity,
  InterviewKitEntity,
  KitAttributeEntity,
];
