import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { CoreHours, Overlap, Salary } from '../domain/posting-document.js';
import type { PostingQuestion } from '../domain/posting-question.js';

/** A posting with the facts of its present revision, corrections applied. `version` rises with every change, `revision` with every document. */
@Entity('postings')
export class PostingEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  slug: string;
  @Column('text', { default: 'DRAFT' })
  status: string;
  @Column('integer', { default: 1 })
  version: number;
  @Column('integer', { default: 1 })
  revision: number;
  @Column('integer', { name: 'plan_version', default: 1 })
  planVersion: number;
  /** Empty while a draft whose document has none waits for a person. */
  @Column('text', { default: '' })
  title: string;
  @Column('text', { nullable: true })
  company: string | null;
  @Column('text', { nullable: true })
  category: string | null;
  @Column('boolean', { nullable: true })
  remote: boolean | null;
  @Column('text', { array: true, default: '{}' })
  locations: string[];
  @Column('text', { array: true, default: '{}' })
  residence: string[];
  @Column('text', { name: 'employment_types', array: true, default: '{}' })
  employmentTypes: string[];
  @Column('jsonb', { nullable: true })
  salary: Salary | null;
  @Column('jsonb', { name: 'core_hours', nullable: true })
  coreHours: CoreHours | null;
  @Column('jsonb', { name: 'shared_hours', default: [] })
  sharedHours: Overlap[];
  @Column('text', { name: 'on_call', nullable: true })
  onCall: string | null;
  @Column('text', { name: 'process_duration', nullable: true })
  processDuration: string | null;
  @Column('jsonb', { default: [] })
  questions: PostingQuestion[];
  /** Bare names of the shared sections that the document itself pulls in. */
  @Column('text', { array: true, default: '{}' })
  includes: string[];
  /** The file that it is kept equal to, below the folder that was synchronised; null for one that is kept by hand. */
  @Column('text', { name: 'source_path', nullable: true })
  sourcePath: string | null;
  /** Only its hiring team knows of it. */
  @Column('boolean', { default: false })
  confidential: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

/** One document of a posting, how it was read, and what people corrected in the reading. */
@Entity('posting_revisions')
export class PostingRevisionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'posting_id' })
  postingId: Id;
  @Column('integer')
  number: number;
  @Column('text', { name: 'file_name', default: '' })
  fileName: string;
  @Column('text')
  document: string;
  @Column('jsonb')
  parsed: object;
  @Column('jsonb', { default: [] })
  corrections: object[];
  /** Corrections of the revision before that this document contradicts, until somebody decides. */
  @Column('jsonb', { default: [] })
  conflicts: object[];
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** What the organisation demands of a posting before it opens. */
@Entity('posting_rules')
export class PostingRulesEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @Column('boolean', { name: 'salary_required' })
  salaryRequired: boolean;
}
