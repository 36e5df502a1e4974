import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';

/** One version of a posting's ordered stages; neither it nor its stages ever change. */
@Entity('interview_plans')
export class InterviewPlanEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'posting_id' })
  postingId: Id;
  @Column('integer')
  version: number;
  @Column('text')
  source: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('plan_stages')
export class PlanStageEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'plan_id' })
  planId: Id;
  @Column('integer')
  position: number;
  @Column('text')
  name: string;
  @Column('text')
  kind: StageKind;
  @Column('integer', { name: 'duration_min', nullable: true })
  durationMin: number | null;
  @Column('text', { name: 'skippable_if', nullable: true })
  skippableIf: string | null;
  @Column('integer', { name: 'target_days', nullable: true })
  targetDays: number | null;
  @Column('jsonb', { name: 'take_home', nullable: true })
  takeHome: object | null;
  @Column('boolean', { name: 'self_schedule', default: false })
  selfSchedule: boolean;
}

/** One interviewer's place in a stage; the pool that fills it may be changed at any time. */
@Entity('stage_seats')
export class StageSeatEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'stage_id' })
  stageId: Id;
  @Column('integer')
  position: number;
  @Column('text')
  role: string;
  @Column('uuid', { name: 'pool_id', nullable: true })
  poolId: Id | null;
}

/** What the interviewers of a stage assess. */
@Entity('interview_kits')
export class InterviewKitEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'stage_id' })
  stageId: Id;
  @Column('text', { default: '' })
  purpose: string;
  @Column('text', { array: true, default: '{}' })
  questions: string[];
}

@Entity('kit_attributes')
export class KitAttributeEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'kit_id' })
  kitId: Id;
  @Column('integer')
  position: number;
  @Column('text')
  name: string;
  @Column('text', { default: '' })
  description: string;
}
