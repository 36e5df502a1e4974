import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Role } from '#libs/kernel/index.js';
import type { StageDraft } from '../domain/default-plan.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { PasskeyEntity, SpentChallengeEntity } from './passkey.entities.js';
import { ProviderSubjectEntity } from './provider-subject.entity.js';

@Entity({ name: 'organizations' })
export class OrganizationEntity {
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  slug: string;
  @Column('text')
  name: string;
  @Column('text')
  zone: string;
  @Column('text', { nullable: true })
  website: string | null;
  @Column('text')
  about: string;
  @Column('text', { name: 'contact_email' })
  contactEmail: string;
  @Column('jsonb', { name: 'default_plan' })
  defaultPlan: StageDraft[];
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** Public: which organisation a slug means. The one table read before an organisation is known. */
@Entity({ name: 'organization_directory' })
export class OrganizationDirectoryEntity {
  @PrimaryColumn('text')
  slug: string;
  @Column('uuid', { name: 'organization_id' })
  organizationId: Id;
}

@Entity({ name: 'people' })
export class PersonEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  email: string;
  @Column('text')
  name: string;
  @Column('text')
  role: Role;
  @Column('text')
  status: 'INVITED' | 'ACTIVE' | 'DISABLED';
  @Column('text')
  title: string;
  @Column('text')
  zone: string;
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'last_signed_in_at', nullable: true })
  lastSignedInAt: Date | null;
}

@Entity({ name: 'sessions' })
export class SessionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'person_id' })
  personId: Id;
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
  @Column('text', { name: 'user_agent' })
  userAgent: string;
  @Column('text')
  network: string;
}

@Entity({ name: 'account_tokens' })
export class AccountTokenEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'person_id' })
  personId: Id;
  @Column('text')
  purpose: 'INVITATION' | 'PASSWORD_RESET';
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}

export const identityEntities = [
  OrganizationEntity,
  OrganizationDirectoryEntity,
  PersonEntity,
  SessionEntity,
  AccountTokenEntity,
  ApiTokenEntity,
  ProviderSubjectEntity,
  PasskeyEntity,
  SpentChallengeEntity,
];
