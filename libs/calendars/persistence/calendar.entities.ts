import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A calendar elsewhere whose busy times count. `sealed` holds its address and password, encrypted. */
@Entity('calendar_sources')
export class CalendarSourceEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'person_id', type: 'uuid' })
  personId: Id;
  @Column({ type: 'text' })
  kind: 'ICS' | 'CALDAV';
  @Column({ type: 'text', default: '' })
  name: string;
  @Column({ type: 'text' })
  host: string;
  @Column({ type: 'bytea' })
  sealed: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
  @Column({ name: 'tried_at', type: 'timestamptz', nullable: true })
  triedAt: Date | null;
  @Column({ name: 'fetched_at', type: 'timestamptz', nullable: true })
  fetchedAt: Date | null;
  @Column({ name: 'next_at', type: 'timestamptz' })
  nextAt: Date;
  @Column({ type: 'integer', default: 0 })
  failures: number;
  @Column({ type: 'text', nullable: true })
  problem: string | null;
  @Column({ type: 'text', nullable: true })
  etag: string | null;
}

/** A time at which a calendar elsewhere says that its person is busy; when and nothing else. */
@Entity('calendar_busy')
export class CalendarBusyEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ name: 'source_id', type: 'uuid' })
  sourceId: Id;
  @Column({ name: 'person_id', type: 'uuid' })
  personId: Id;
  @PrimaryColumn({ type: 'tstzrange' })
  during: string;
}

/** A private calendar address of a person: their own interviews, or those of a posting. Only the hash of its token is kept. */
@Entity('calendar_feeds')
export class CalendarFeedEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId: Id;
  @Column({ name: 'posting_id', type: 'uuid', nullable: true })
  postingId: Id | null;
  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

export const calendarsEntities = [CalendarSourceEntity, CalendarBusyEntity, CalendarFeedEntity];
