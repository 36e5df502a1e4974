import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** Whom an identity provider means by a subject. */
@Entity({ name: 'provider_subjects' })
export class ProviderSubjectEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('text')
  issuer: string;
  @PrimaryColumn('text')
  subject: string;
  @Column('uuid', { name: 'person_id' })
  personId: Id;
  @Column('timestamptz', { name: 'linked_at' })
  linkedAt: Date;
}
