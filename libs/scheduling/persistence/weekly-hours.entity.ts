import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Id, Weekday } from '#libs/kernel/index.js';

/** When a person holds interviews, week by week. */
@Entity('weekly_hours')
@Index('weekly_hours_person', ['organizationId', 'personId'])
export class WeeklyHoursEntity {
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
}
