import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** Tables that the platform itself writes, for every capability. */

@Entity({ name: 'outbox_events' })
export class OutboxEventEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  name: string;
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: Id | null;
  @Column('jsonb')
  payload: object;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'not_before' })
  notBefore: Date;
  @Column('text')
  state: 'PENDING' | 'RELAYED' | 'DONE' | 'FAILED';
  @Column('integer')
  attempts: number;
  @Column('timestamptz', { name: 'relayed_at', nullable: true })
  relayedAt: Date | null;
  @Column('text', { nullable: true })
  error: string | null;
}

@Entity({ name: 'audit_events' })
export class AuditEventEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('timestamptz')
  at: Date;
  @Column('text', { name: 'actor_kind' })
  actorKind: 'staff' | 'candidate' | 'visitor' | 'system';
  @Column('text', { name: 'actor_id', nullable: true })
  actorId: string | null;
  @Column('text')
  action: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: string;
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: Id | null;
  @Column('jsonb')
  detail: object;
}

@Entity({ name: 'idempotency_keys' })
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('text')
  key: string;
  @Column('text')
  operation: string;
  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;
  @Column('jsonb')
  answer: object;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity({ name: 'rate_limits' })
export class RateLimitEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('text')
  key: string;
  @Column('timestamptz', { name: 'empty_at' })
  emptyAt: Date;
}

export const platformEntities = [OutboxEventEntity, AuditEventEntity, IdempotencyKeyEntity, RateLimitEntity];
