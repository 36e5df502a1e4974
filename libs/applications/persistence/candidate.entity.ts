import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Language } from '#libs/kernel/index.js';

/** A person, once an organisation, recognised by mail address. Merged ones stay and point to the one that was kept. */
@Entity('candidates')
export class CandidateEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('integer', { default: 1 })
  version: number;
  @Column('text')
  name: string;
  @Column('text')
  email: string;
  /** Made by the database: the address in lower case, for an index that row-level security lets be used. */
  @Column({
    type: 'text',
    name: 'email_key',
    generatedType: 'STORED',
    asExpression: 'lower(email)',
    insert: false,
    update: false,
  })
  emailKey: string;
  @Column('text', { default: '' })
  phone: string;
  @Column('text', { default: '' })
  location: string;
  /** ISO 3166-1 alpha-2. */
  @Column('char', { length: 2, nullable: true })
  country: string | null;
  /** IANA. */
  @Column('text', { default: 'UTC' })
  zone: string;
  /** In which they want to be written to; null: they have not said. */
  @Column('text', { nullable: true })
  language: Language | null;
  @Column('text', { array: true, default: '{}' })
  links: string[];
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: Id | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** Two records of one person made one; `before` holds both as they were and what was moved. */
@Entity('candidate_merges')
export class CandidateMergeEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'kept_id' })
  keptId: Id;
  @Column('uuid', { name: 'merged_id' })
  mergedId: Id;
  @Column('uuid', { name: 'merged_by', nullable: true })
  mergedBy: Id | null;
  @Column('timestamptz', { name: 'merged_at', default: () => 'now()' })
  mergedAt: Date;
  @Column('jsonb')
  before: object;
}
