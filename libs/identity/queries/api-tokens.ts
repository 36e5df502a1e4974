import { type Id, type Role, type StaffActor, ok } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { TokenScope } from '../domain/token-scopes.js';
import { readToken } from '../persistence/session-token.js';

/** What every token of a program begins with: told apart from a session's, and found by scanners that look for lost secrets. */
export const API_TOKEN_PREFIX = 'rounds_';

export interface ApiTokenRow {
  readonly id: Id;
  readonly personId: Id;
  readonly name: string;
  readonly scopes: TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Tokens that may still be used: one's own, or everybody's where `everybody`. Newest first, at most 500. */
export function listApiTokens(uow: UnitOfWork, actor: StaffActor, everybody: boolean, now: Date): Promise<ApiTokenRow[]> {
  return uow.read<ApiTokenRow>(
    actor.organizationId,
    'list-api-tokens',
    `SELECT id, person_id AS "personId", name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt" FROM api_tokens
      WHERE organization_id = $1 AND ($3 OR person_id = $2) AND revoked_at IS NULL AND expires_at > $4 ORDER BY id DESC LIMIT 500`,
    [actor.organizationId, actor.personId, everybody, now],
  );
}

export interface Program {
  readonly actor: StaffActor;
  readonly scopes: readonly TokenScope[];
}

/** That it is used is written down at most this often: reading stays without a write. */
const USE_NOTED_EVERY_MS = 5 * 60_000;

/** The person for whom a program acts, and within which scopes; null when the token is unknown, has run out or was revoked, or the person was disabled. */
export async function authenticateApiToken(uow: UnitOfWork, token: string, now: Date): Promise<Program | null> {
  const read = token.startsWith(API_TOKEN_PREFIX) ? readToken(token.slice(API_TOKEN_PREFIX.length)) : null;
  if (!read) return null;
  const { organizationId, hash } = read;
  const [row] = await uow.read<{ id: Id; person_id: Id; role: Role; scopes: TokenScope[]; last_used_at: Date | null }>(
    organizationId,
    'authenticate-api-token',
    `SELECT t.id, t.person_id, p.role, t.scopes, t.last_used_at FROM api_tokens t
       JOIN people p ON p.organization_id = t.organization_id AND p.id = t.person_id
      WHERE t.organization_id = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_at > $3 AND p.status = 'ACTIVE'`,
    [organizationId, hash, now],
  );
  if (!row) return null;
  const actor: StaffActor = { kind: 'staff', organizationId, personId: row.person_id, role: row.role, via: `token ${row.id}` };
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= USE_NOTED_EVERY_MS)
    await uow.run(actor, async (tx) => {
      tx.write('note-token-use', 'UPDATE api_tokens SET last_used_at = $3 WHERE organization_id = $1 AND id = $2', [
        organizationId,
        row.id,
        now,
      ]);
      return ok(null);
    });
  return { actor, scopes: row.scopes };
}
