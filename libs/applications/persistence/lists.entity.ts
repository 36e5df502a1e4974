import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** Where applications come from. */
@Entity('sources')
export class SourceEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  name: string;
}

/** Why applications end without a hire. A disabled one stays for those who read the history. */
@Entity('rejection_reasons')
export class RejectionReasonEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  label: string;
  @Column('text')
  side: 'WE_REJECTED' | 'THEY_WITHDREW';
  @Column('boolean', { default: true })
  active: boolean;
}
