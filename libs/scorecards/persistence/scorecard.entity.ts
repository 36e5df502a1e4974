import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { Recommendation, ScorecardState } from '../domain/scorecard.js';

/** One person's record of one stage of one application. */
@Entity('scorecards')
export class ScorecardEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('integer', { default: 1 })
  version: number;
  @Column('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('uuid', { name: 'stage_id' })
  stageId: Id;
  @Column('uuid', { name: 'author_id' })
  authorId: Id;
  /** What it is about: an interview, or a take-home. */
  @Column('uuid', { name: 'interview_id', nullable: true })
  interviewId: Id | null;
  @Column('uuid', { name: 'take_home_id', nullable: true })
  takeHomeId: Id | null;
  @Column('text', { default: 'DRAFT' })
  state: ScorecardState;
  @Column('text', { nullable: true })
  recommendation: Recommendation | null;
  @Column('text', { default: '' })
  notes: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;
}

@Entity('scorecard_ratings')
export class ScorecardRatingEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'scorecard_id' })
  scorecardId: Id;
  @PrimaryColumn('uuid', { name: 'attribute_id' })
  attributeId: Id;
  /** 1 to 4. */
  @Column('smallint')
  rating: number;
  @Column('text', { default: '' })
  note: string;
}

/** That a person was asked for a card, so that nobody is asked twice. */
@Entity('scorecard_requests')
export class ScorecardRequestEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  /** The interview or the take-home. */
  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId: Id;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: Id;
  @Column('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;
}

/** Every table of this folder, for the one DataSource. */
export const scorecardsEntities = [ScorecardEntity, ScorecardRatingEntity, ScorecardRequestEntity];
