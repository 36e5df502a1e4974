import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { ApplicationStatus, TransitionKind } from '#libs/pipeline/index.js';

/** One person for one posting: the sum of its transitions, kept so that nobody has to add them up. */
@Entity('applications')
export class ApplicationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'posting_id' })
  postingId: Id;
  @Column('uuid', { name: 'candidate_id' })
  candidateId: Id;
  @Column('uuid', { name: 'plan_id' })
  planId: Id;
  @Column('text', { default: 'ACTIVE' })
  status: ApplicationStatus;
  @Column('uuid', { name: 'stage_id', nullable: true })
  stageId: Id | null;
  @Column('integer', { default: 0 })
  version: number;
  @Column('timestamptz', { name: 'entered_stage_at', default: () => 'now()' })
  enteredStageAt: Date;
  @Column('uuid', { name: 'opening_id', nullable: true })
  openingId: Id | null;
  @Column('uuid', { name: 'reason_id', nullable: true })
  reasonId: Id | null;
  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: Id | null;
  /** Where the candidate said they live when they applied, ISO 3166-1 alpha-2. */
  @Column('char', { length: 2, nullable: true })
  country: string | null;
  @Column('text', { name: 'residence_check', default: 'unknown' })
  residenceCheck: 'inside' | 'outside' | 'unknown';
  @Column('jsonb', { default: '[]' })
  answers: object;
  /** Contact data stated with this application that differ from what is known of the person; shown, never taken over by itself. */
  @Column('jsonb', { name: 'stated_contact', nullable: true })
  statedContact: object | null;
  @Column('timestamptz', { name: 'consented_at' })
  consentedAt: Date;
  /** Raised to end all links given out before. */
  @Column('integer', { name: 'link_epoch', default: 0 })
  linkEpoch: number;
  @Column('timestamptz', { name: 'applied_at', default: () => 'now()' })
  appliedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** One recorded move, append-only and gapless. */
@Entity('transitions')
export class TransitionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: Id;
  @PrimaryColumn('integer')
  version: number;
  @Column('text')
  command: TransitionKind;
  @Column('text', { name: 'from_status' })
  fromStatus: ApplicationStatus;
  @Column('text', { name: 'to_status' })
  toStatus: ApplicationStatus;
  @Column('uuid', { name: 'from_stage_id', nullable: true })
  fromStageId: Id | null;
  @Column('uuid', { name: 'to_stage_id', nullable: true })
  toStageId: Id | null;
  @Column('timestamptz')
  at: Date;
  @Column('text', { name: 'actor_kind' })
  actorKind: string;
  @Column('text', { name: 'actor_id', nullable: true })
  actorId: string | null;
  /** What of the transition has no column: passedOver, reasonId, reason, evidence, openingId. */
  @Column('jsonb', { default: '{}' })
  detail: object;
}

/** What somebody of the team wrote down about an application. */
@Entity('application_notes')
export class ApplicationNoteEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('uuid', { name: 'author_id' })
  authorId: Id;
  @Column('text')
  text: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
