import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a mailbox was read; of the installation, whose mailbox serves all its organisations. */
@Entity({ name: 'mailbox_positions' })
export class MailboxPositionEntity {
  /** User, server and folder. */
  @PrimaryColumn('text')
  mailbox: string;
  /** RFC 9051 §2.3.1.1: with another one all numbers are new. */
  @Column('bigint', { name: 'uid_validity' })
  uidValidity: string;
  /** All mails up to this one were taken. */
  @Column('bigint', { name: 'last_uid' })
  lastUid: string;
  /** How often the next mail was tried in vain. */
  @Column('integer')
  tries: number;
  /** One worker reads at a time. */
  @Column('timestamptz', { name: 'lease_until' })
  leaseUntil: Date;
}
