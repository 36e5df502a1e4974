import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** One version of an organisation's own words for a mail. A version never changes; at most one of a key is active. */
@Entity({ name: 'mail_templates' })
export class MailTemplateEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  key: string;
  @Column('integer')
  version: number;
  @Column('boolean')
  active: boolean;
  @Column('text')
  subject: string;
  @Column('text')
  text: string;
  @Column('text')
  mjml: string;
  /** Made from the MJML when it was saved. */
  @Column('text')
  html: string;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
