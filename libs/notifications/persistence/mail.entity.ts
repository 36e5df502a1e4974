import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Language } from '#libs/kernel/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import type { MailState } from '../domain/mail-state.js';

/** One mail to one reader, from its decision to the server's answer; also one that was decided against, and why. */
@Entity({ name: 'mails' })
export class MailEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'event_id' })
  eventId: Id;
  @Column('text')
  template: string;
  /** 0: the words of this software. */
  @Column('integer', { name: 'template_version' })
  templateVersion: number;
  @Column('text', { default: 'en' })
  language: Language;
  @Column('text')
  audience: Audience;
  /** The address; empty where nobody could be written to. */
  @Column('text')
  recipient: string;
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId: Id | null;
  /** The booked interview that it is about. */
  @Column('uuid', { name: 'interview_id', nullable: true })
  interviewId: Id | null;
  @Column('bigint', { generated: 'identity' })
  seq: string;
  /** Where the candidate will believe the application to stand once it is read; null: it says nothing of that. */
  @Column('text', { nullable: true })
  tells: string | null;
  @Column('text')
  state: MailState;
  @Column('text', { name: 'skipped_because', nullable: true })
  skippedBecause: string | null;
  @Column('text', { name: 'message_id' })
  messageId: string;
  @Column('text')
  subject: string;
  /** What the words were rendered with; emptied where a live token must not rest. */
  @Column('jsonb')
  variables: object;
  @Column('jsonb', { nullable: true })
  calendar: CalendarMessage | null;
  /** The frozen RFC 5322 bytes, from the first claim on. */
  @Column('bytea', { nullable: true })
  message: Buffer | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'not_before' })
  notBefore: Date;
  @Column('timestamptz', { name: 'relayed_at', nullable: true })
  relayedAt: Date | null;
  /** How often it was handed to a server that could be reached. */
  @Column('integer')
  attempts: number;
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  /** Rises with every claim; who lost the claim cannot write the outcome. */
  @Column('integer')
  fence: number;
  /** From here on the server may have it: the end of the message was about to be sent under the present claim. */
  @Column('timestamptz', { name: 'dot_at', nullable: true })
  dotAt: Date | null;
  /** How often it may have arrived without our hearing of it. */
  @Column('integer')
  doubts: number;
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
  @Column('text', { name: 'server_answer', nullable: true })
  serverAnswer: string | null;
  @Column('text', { nullable: true })
  error: string | null;
  @Column('timestamptz', { name: 'bounced_at', nullable: true })
  bouncedAt: Date | null;
  /** When a person said that what is wrong with it has been seen to. */
  @Column('timestamptz', { name: 'attended_at', nullable: true })
  attendedAt: Date | null;
}
