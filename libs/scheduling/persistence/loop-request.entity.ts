import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { LoopRules } from '../domain/find-loops.js';

/** The team asks a candidate to choose times for all rounds that are left, as one. */
@Entity('loop_requests')
export class LoopRequestEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: Id;
  @Column({ type: 'text' })
  pace: LoopRules['pace'];
  @Column({ name: 'longest_days', type: 'integer', nullable: true })
  longestDays: number | null;
  @Column({ type: 'text', default: 'OPEN' })
  status: 'OPEN' | 'BOOKED' | 'CANCELLED';
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
