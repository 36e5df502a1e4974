import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';

/** A key on somebody's device; here is its public half. */
@Entity({ name: 'passkeys' })
export class PasskeyEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'person_id' })
  personId: Id;
  @Column('bytea', { name: 'credential_id' })
  credentialId: Buffer;
  @Column('bytea', { name: 'public_key' })
  publicKey: Buffer;
  /** How often the device says that it signed; 0 for those that do not count. */
  @Column('bigint')
  counter: string;
  @Column('text')
  name: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}

/** A challenge that was answered. */
@Entity({ name: 'spent_challenges' })
export class SpentChallengeEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('bytea')
  challenge: Buffer;
  @Column('timestamptz', { name: 'spent_at' })
  spentAt: Date;
}
