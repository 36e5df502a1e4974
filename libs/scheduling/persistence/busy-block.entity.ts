import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A time at which a person cannot hold interviews. */
@Entity('busy_blocks')
export class BusyBlockEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId: Id;
  @PrimaryColumn({ type: 'uuid' })
  id: Id;
  @Column({ name: 'person_id', type: 'uuid' })
  personId: Id;
  /** PostgreSQL's text of the range: `["2030-03-05 14:00:00+00","2030-03-05 15:00:00+00")`. */
  @Column({ type: 'tstzrange' })
  during: string;
  @Column({ type: 'text', default: '' })
  reason: string;
}
