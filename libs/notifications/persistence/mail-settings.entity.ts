import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { MailTiming } from '../domain/timing.js';

/** When an organisation lets its mails leave; without a row the installation's usual times hold. */
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
}
