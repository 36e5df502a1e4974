import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** An address that no mail reaches, or that does without some of them. */
@Entity({ name: 'mail_suppressions' })
export class MailSuppressionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  /** In small letters. */
  @PrimaryColumn('text')
  address: string;
  /** The mail that is not sent there; empty: none is. */
  @PrimaryColumn('text')
  template: string;
  @Column('text')
  because: string;
  /** The mail that came back, or that was answered so. */
  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId: Id | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
