import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Language } from '#libs/kernel/index.js';
import type { MailTiming } from '../domain/timing.js';

/** When an organisation lets its mails leave, in which language, and what it promises; without a row the installation's usual times hold. */
@Entity({ name: 'mail_settings' })
export class MailSettingsEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @Column('integer')
  version: number;
  @Column('integer', { name: 'undo_s' })
  undoS: number;
  @Column('jsonb', { name: 'undo_by_mail' })
  undoByMail: MailTiming['undoByMail'];
  @Column('time', { name: 'quiet_from', nullable: true })
  quietFrom: string | null;
  @Column('time', { name: 'quiet_until', nullable: true })
  quietUntil: string | null;
  @Column('text', { nullable: true })
  language: Language | null;
  /** Within how many working days candidates are answered; null: nothing is promised. */
  @Column('integer', { name: 'answer_days', nullable: true })
  answerDays: number | null;
}
