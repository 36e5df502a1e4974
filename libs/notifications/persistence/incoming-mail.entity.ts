import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { IncomingKind } from '../domain/incoming/incoming-mail.js';

/** What came back on one of our mails, and what was made of it. */
@Entity({ name: 'incoming_mails' })
export class IncomingMailEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  /** SHA-256 of its bytes: however often it is handed in, it counts once. */
  @Column('bytea')
  digest: Buffer;
  @Column('text')
  kind: IncomingKind;
  /** The mail of ours that it answers. */
  @Column('uuid', { name: 'mail_id' })
  mailId: Id;
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId: Id | null;
  @Column('text')
  sender: string;
  @Column('text')
  subject: string;
  /** Without what it quotes. */
  @Column('text')
  text: string;
  /** What was made of it, as a sentence. */
  @Column('text')
  outcome: string;
  @Column('uuid', { name: 'attachment_ids', array: true })
  attachmentIds: Id[];
  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
