import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Weekday } from '#libs/kernel/index.js';

/** How much a person interviews at most, and what they need around an interview. */
@Entity('interviewer_limits')
export class InterviewerLimitsEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: Id;
  @Column({ name: 'per_day', type: 'integer', nullable: true })
  perDay: number | null;
  @Column({ name: 'per_week', type: 'integer', nullable: true })
  perWeek: number | null;
  @Column({ name: 'rest_min', type: 'integer', default: 0 })
  restMin: number;
  @Column({ name: 'buffer_before_min', type: 'integer', nullable: true })
  bufferBeforeMin: number | null;
  @Column({ name: 'buffer_after_min', type: 'integer', nullable: true })
  bufferAfterMin: number | null;
  @Column({ name: 'meeting_url', type: 'text', nullable: true })
  meetingUrl: string | null;
}

/** Days on which hours are not the usual ones, in the zone of whom they concern: a person, or everybody when it names none. */
@Entity('hours_exceptions')
export class HoursExceptionEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: Id | null;
  @Column({ name: 'from_on', type: 'date' })
  fromOn: string;
  @Column({ name: 'to_on', type: 'date' })
  toOn: string;
  /** Null: away all day. */
  @Column({ type: 'text', nullable: true })
  starts: string | null;
  @Column({ type: 'text', nullable: true })
  ends: string | null;
  @Column({ type: 'text', default: '' })
  name: string;
}

/** A turn of being on call that comes back every few weeks. */
@Entity('on_call_turns')
export class OnCallTurnEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'person_id', type: 'uuid' })
  personId: Id;
  @Column({ type: 'text' })
  zone: string;
  @Column({ type: 'text', array: true })
  days: Weekday[];
  @Column({ type: 'text' })
  starts: string;
  @Column({ type: 'text' })
  ends: string;
  @Column({ name: 'every_weeks', type: 'integer' })
  everyWeeks: number;
  @Column({ name: 'first_week', type: 'date' })
  firstWeek: string;
  @Column({ type: 'text' })
  effect: 'BUSY' | 'AVOID';
}
