import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '#libs/kernel/index.js';
import type { TokenScope } from '../domain/token-scopes.js';

/** A program's way in; of the token itself only the hash is here. */
@Entity({ name: 'api_tokens' })
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'person_id' })
  personId: Id;
  @Column('text')
  name: string;
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;
  @Column('text', { array: true })
  scopes: TokenScope[];
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
