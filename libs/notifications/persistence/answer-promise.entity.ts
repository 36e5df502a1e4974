import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** By when a candidate was promised to hear from us, after the newest thing that they did. Whether it was kept is what the ledger of mails says. */
@Entity({ name: 'answer_promises' })
export class AnswerPromiseEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('timestamptz')
  since: Date;
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;
  /** When the candidate was told that we are late. */
  @Column('timestamptz', { name: 'late_told_at', nullable: true })
  lateToldAt: Date | null;
}
