import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

@Entity({ name: 'audit_seals' })
export class AuditSealEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('integer')
  seq: number;
  @Column('uuid', { name: 'up_to' })
  upTo: Id;
  @Column('integer')
  events: number;
  @Column('bytea')
  hash: Buffer;
  @Column('bytea')
  signature: Buffer;
  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;
}

export const auditEntities = [AuditSealEntity];
