import { type Id, newId } from '#libs/kernel/index.js';
import { type Tx, networkOf } from '#libs/platform/index.js';
import { mintToken } from './session-token.js';

/** A session lives this long from sign-in, used or not: a stolen cookie ends for certain, and no request has to write. */
export const SESSION_LIFETIME_MS = 14 * 24 * 3600 * 1000;
const FORGET_SESSIONS_AFTER_MS = 30 * 24 * 3600 * 1000;

export interface OpenedSession {
  readonly sessionId: Id;
  /** The bearer's secret; it is nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Where a request came from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
}

/** How the audit log names a session (`StaffActor.via`). */
export const viaSession = (sessionId: Id): string => `session ${sessionId}`;

/** Opens a session of the person, and forgets those of the organisation that ended long ago, with where they came from. */
export function openSession(tx: Tx, personId: Id, { ip, userAgent }: Origin): OpenedSession {
  const { token, hash } = mintToken(tx.organizationId);
  const sessionId = newId(tx.now.getTime());
  const expiresAt = new Date(tx.now.getTime() + SESSION_LIFETIME_MS);
  tx.write(
    'open-session',
    `INSERT INTO sessions (organization_id, id, person_id, token_hash, created_at, expires_at, user_agent, network) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[tx.organizationId, sessionId, personId, hash, tx.now, expiresAt],
      ...[userAgent.replace(/\p{Cc}/gu, '').slice(0, 200), networkOf(ip).slice(0, 64)],
    ],
  );
  tx.write('forget-sessions', 'DELETE FROM sessions WHERE organization_id = $1 AND least(expires_at, revoked_at) < $2', [
    tx.organizationId,
    new Date(tx.now.getTime() - FORGET_SESSIONS_AFTER_MS),
  ]);
  tx.write('signed-in', 'UPDATE people SET last_signed_in_at = $3 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    personId,
    tx.now,
  ]);
  return { sessionId, token, expiresAt };
}

/** Ends the person's sessions, but for the one to keep, and the tokens of their programs. They are refused from the next request on. */
export function endSessions(tx: Tx, personId: Id, keepId: Id | null = null): void {
  tx.write(
    'end-sessions',
    'UPDATE sessions SET revoked_at = $3 WHERE organization_id = $1 AND person_id = $2 AND revoked_at IS NULL AND id IS DISTINCT FROM $4',
    [tx.organizationId, personId, tx.now, keepId],
  );
  tx.write(
    'end-api-tokens',
    'UPDATE api_tokens SET revoked_at = $3 WHERE organization_id = $1 AND person_id = $2 AND revoked_at IS NULL',
    [tx.organizationId, personId, tx.now],
  );
}
