import { ApplicationEntity, ApplicationNoteEntity, TransitionEntity } from './application.entity.js';
import { AttachmentEntity } from './attachment.entity.js';
import { CandidateEntity, CandidateMergeEntity } from './candidate.entity.js';
import { RejectionReasonEntity, SourceEntity } from './lists.entity.js';

/** The tables of this capability. `candidate_search` has none: it is closed to the application's role and reached through two SQL functions. */
export const applicationsEntities = [
  CandidateEntity,
  CandidateMergeEntity,
  ApplicationEntity,
  TransitionEntity,
  ApplicationNoteEntity,
  AttachmentEntity,
  SourceEntity,
  RejectionReasonEntity,
];
