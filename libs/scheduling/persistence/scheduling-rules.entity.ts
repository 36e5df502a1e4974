import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, WeeklyRule } from '#libs/kernel/index.js';
import type { Familiarity } from '../domain/scheduling-law.js';
import type { OverlapRule } from '../domain/hours.js';

/** The law of a posting, or of the whole organisation when it names none. */
@Entity('scheduling_rules')
export class SchedulingRulesEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'posting_id', type: 'uuid', nullable: true })
  postingId: Id | null;
  @Column({ type: 'integer', default: 1 })
  version: number;
  @Column({ type: 'jsonb', default: [] })
  hours: WeeklyRule[];
  @Column({ name: 'shared_hours', type: 'jsonb', default: [] })
  overlaps: OverlapRule[];
  @Column({ name: 'notice_hours', type: 'integer', nullable: true })
  noticeHours: number | null;
  @Column({ name: 'earliest_on', type: 'date', nullable: true })
  earliestOn: string | null;
  @Column({ name: 'latest_on', type: 'date', nullable: true })
  latestOn: string | null;
  @Column({ name: 'reasonable_from', type: 'text', nullable: true })
  reasonableFrom: string | null;
  @Column({ name: 'reasonable_to', type: 'text', nullable: true })
  reasonableTo: string | null;
  @Column({ type: 'text', nullable: true })
  familiarity: Familiarity | null;
  @Column({ name: 'meeting_url_template', type: 'text', nullable: true })
  meetingUrlTemplate: string | null;
}
