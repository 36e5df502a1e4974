import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { TakeHomeStatus } from '../domain/take-home.js';

/** An assignment to one candidate, with what they handed in. */
@Entity('take_homes')
export class TakeHomeEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('uuid', { name: 'stage_id' })
  stageId: Id;
  /** The move that led to it: one move sends one take-home. */
  @Column('integer', { name: 'transition_version' })
  transitionVersion: number;
  @Column('integer', { default: 1 })
  version: number;
  @Column('text', { default: 'SENT' })
  status: TakeHomeStatus;
  @Column('text', { default: '' })
  brief: string;
  /** PostgreSQL's text of numeric(5,1). */
  @Column('numeric', { name: 'effort_hours', precision: 5, scale: 1, nullable: true })
  effortHours: string | null;
  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;
  /** The candidate's zone, in which the due date is a day's end. */
  @Column('text', { name: 'due_zone' })
  dueZone: string;
  @Column('integer', { default: 0 })
  extensions: number;
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;
  @Column('text', { name: 'submission_url', nullable: true })
  submissionUrl: string | null;
  @Column('uuid', { name: 'submission_attachment_id', nullable: true })
  submissionAttachmentId: Id | null;
  @Column('text', { name: 'submission_note', default: '' })
  submissionNote: string;
}

/** Somebody who reviews it and writes a scorecard. */
@Entity('take_home_reviewers')
export class TakeHomeReviewerEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'take_home_id' })
  takeHomeId: Id;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: Id;
}

/** Every table of this folder, for the one DataSource. */
export const takeHomeEntities = [TakeHomeEntity, TakeHomeReviewerEntity];
