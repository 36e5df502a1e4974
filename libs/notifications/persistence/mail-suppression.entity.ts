import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** An address that no mail reaches. */
@Entity({ name: 'mail_suppressions' })
export class MailSuppressionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  /** In small letters. */
  @PrimaryColumn('text')
  address: string;
  @Column('text')
  because: string;
  /** The mail that came back. */
  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId: Id | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
