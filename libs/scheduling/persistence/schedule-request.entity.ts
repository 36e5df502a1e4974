import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A stage was entered in which people meet: somebody has to choose a time. One for each transition. */
@Entity('schedule_requests')
export class ScheduleRequestEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: Id;
  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: Id;
  @Column({ name: 'transition_version', type: 'integer' })
  transitionVersion: number;
  @Column({ type: 'text', default: 'OPEN' })
  status: 'OPEN' | 'BOOKED' | 'CANCELLED';
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
