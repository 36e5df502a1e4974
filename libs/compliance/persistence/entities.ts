import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { PrivacyRequestKind, PrivacyRequestOutcome } from '../domain/privacy-request.js';

/** How long people of a country are kept after their last application ended; without a country, people of every other one. */
@Entity({ name: 'retention_rules' })
export class RetentionRuleEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('char', { length: 2, nullable: true })
  country: string | null;
  @Column('integer')
  version: number;
  @Column('integer', { name: 'at_least_days' })
  atLeastDays: number;
  @Column('integer', { name: 'at_most_days', nullable: true })
  atMostDays: number | null;
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/** Nothing of this person may be erased for now. */
@Entity({ name: 'legal_holds' })
export class LegalHoldEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'candidate_id' })
  candidateId: Id;
  @Column('text')
  reason: string;
  @Column('uuid', { name: 'placed_by', nullable: true })
  placedBy: Id | null;
  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;
}

/** What a candidate asked about their data, and what came of it. */
@Entity({ name: 'privacy_requests' })
export class PrivacyRequestEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'candidate_id' })
  candidateId: Id;
  @Column('uuid', { name: 'application_id' })
  applicationId: Id;
  @Column('text')
  kind: PrivacyRequestKind;
  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
  @Column('text', { nullable: true })
  outcome: PrivacyRequestOutcome | null;
  @Column('text')
  answer: string;
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}

export const complianceEntities = [RetentionRuleEntity, LegalHoldEntity, PrivacyRequestEntity];
