import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Language } from '#libs/kernel/index.js';

/** What a posting says of its mails in place of its organisation. */
@Entity({ name: 'posting_mail_settings' })
export class PostingMailSettingsEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'posting_id' })
  postingId: Id;
  @Column('integer', { default: 1 })
  version: number;
  @Column('text', { nullable: true })
  language: Language | null;
  /** Null: as the organisation; 0: nothing is promised. */
  @Column('integer', { name: 'answer_days', nullable: true })
  answerDays: number | null;
}
