import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** Times that a candidate named because none of those offered suited them; open until the team has dealt with it. */
@Entity('time_wishes')
export class TimeWishEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: Id;
  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: Id;
  @Column({ type: 'text' })
  zone: string;
  /** Epoch milliseconds. */
  @Column({ type: 'jsonb' })
  windows: [number, number][];
  @Column({ type: 'text', default: '' })
  note: string;
  @Column({ type: 'text', default: 'OPEN' })
  state: 'OPEN' | 'DONE';
  @Column({ name: 'said_at', type: 'timestamptz' })
  saidAt: Date;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;
}
