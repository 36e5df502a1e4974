import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A named piece of text that several postings show. The name is bare: without folder and `.md`. */
@Entity('shared_sections')
export class SharedSectionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  name: string;
  @Column('integer', { default: 1 })
  revision: number;
  @Column('text')
  text: string;
  /** Bare names of the sections that this one pulls in. */
  @Column('text', { array: true, default: '{}' })
  includes: string[];
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

@Entity('shared_section_revisions')
export class SharedSectionRevisionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'section_id' })
  sectionId: Id;
  @PrimaryColumn('integer')
  number: number;
  @Column('text')
  text: string;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
