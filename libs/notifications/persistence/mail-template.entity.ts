import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Language } from '#libs/kernel/index.js';

/**
 * One version of an organisation's own words for a mail. A version never changes, and its number is one of the key's, whatever it is for; at most one
 * of a key is active for each language and each of: the organisation, a posting, a posting's stage.
 */
@Entity({ name: 'mail_templates' })
export class MailTemplateEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  key: string;
  @Column('text', { default: 'en' })
  language: Language;
  @Column('uuid', { name: 'posting_id', nullable: true })
  postingId: Id | null;
  /** A stage's name, which the next version of the posting's plan may have too. */
  @Column('text', { nullable: true })
  stage: string | null;
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
