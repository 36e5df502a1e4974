import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { Clocks, ClockShift } from '../domain/clocks.js';
import type { CancelledBy, InterviewState } from '../domain/meeting.js';

/** One scheduled meeting. The database keeps a candidate out of two at once. */
@Entity('interviews')
export class InterviewEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ type: 'integer', default: 1 })
  version: number;
  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: Id;
  @Column({ name: 'candidate_id', type: 'uuid' })
  candidateId: Id;
  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: Id;
  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  requestId: Id | null;
  @Column({ type: 'text' })
  state: InterviewState;
  /** The meeting itself, without buffers. */
  @Column({ type: 'tstzrange' })
  during: string;
  /** Whose wall clock the organisation reads. */
  @Column({ type: 'text' })
  zone: string;
  @Column({ name: 'candidate_zone', type: 'text' })
  candidateZone: string;
  /** The rules by which wall-clock times became instants when it was booked. */
  @Column({ name: 'tzdata_version', type: 'text' })
  tzdataVersion: string;
  /** What people were told their clocks show when it begins: minutes ahead of UTC, by zone. Empty for what was booked before this was kept. */
  @Column({ type: 'jsonb', default: {} })
  clocks: Clocks;
  /** What they show instead since the rules of zones have changed; null while they show what was told. */
  @Column({ name: 'clock_shift', type: 'jsonb', nullable: true })
  clockShift: ClockShift[] | null;
  @Column({ name: 'meeting_url', type: 'text', nullable: true })
  meetingUrl: string | null;
  /** Revision of the calendar invitation (RFC 5545 §3.8.7.4). */
  @Column({ type: 'integer', default: 0 })
  sequence: number;
  /** Until when a time that is HELD is kept for the candidate. */
  @Column({ name: 'held_until', type: 'timestamptz', nullable: true })
  heldUntil: Date | null;
  /** Why it was last moved, cancelled or booked outside the rules. */
  @Column({ type: 'text', default: '' })
  reason: string;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
  /** When it was cancelled, and by whom; SYSTEM when it fell with its stage. Null for what was cancelled before this was kept. */
  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt: Date | null;
  @Column({ name: 'cancelled_by', type: 'text', nullable: true })
  cancelledBy: CancelledBy | null;
}
