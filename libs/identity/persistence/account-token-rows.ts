import { type Id, newId } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { mintToken, readToken } from './session-token.js';

/** What a token mailed to a person is good for, once. */
export type TokenPurpose = 'INVITATION' | 'PASSWORD_RESET';

const HOUR_MS = 3600 * 1000;
/** An invitation waits over a holiday; a reset is asked for by somebody who sits at the screen. */
export const TOKEN_LIFETIME_MS: Readonly<Record<TokenPurpose, number>> = {
  INVITATION: 7 * 24 * HOUR_MS,
  PASSWORD_RESET: HOUR_MS,
};

/** Makes a token for the person; only its hash is stored. */
export function issueToken(tx: Tx, personId: Id, purpose: TokenPurpose): { token: string; expiresAt: Date } {
  const { token, hash } = mintToken(tx.organizationId);
  const expiresAt = new Date(tx.now.getTime() + TOKEN_LIFETIME_MS[purpose]);
  tx.write(
    'issue-account-token',
    'INSERT INTO account_tokens (organization_id, id, person_id, purpose, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.organizationId, newId(tx.now.getTime()), personId, purpose, hash, tx.now, expiresAt],
  );
  return { token, expiresAt };
}

/** Takes the token for good and answers whose it was; null when it is unknown, for another purpose, used or expired. Of two at once one gets it. */
export async function redeemToken(tx: Tx, token: string, purpose: TokenPurpose): Promise<Id | null> {
  const hash = readToken(token)?.hash;
  if (!hash) return null;
  const [row] = await tx.query<{ person_id: Id }>(
    'redeem-account-token',
    `UPDATE account_tokens SET used_at = $4
      WHERE organization_id = $1 AND token_hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $4 RETURNING person_id`,
    [tx.organizationId, hash, purpose, tx.now],
  );
  return row?.person_id ?? null;
}

/** Makes the person's unused tokens worthless: of one purpose, or all. */
export function voidTokens(tx: Tx, personId: Id, purpose: TokenPurpose | null = null): void {
  tx.write(
    'void-account-tokens',
    `UPDATE account_tokens SET used_at = $3 WHERE organization_id = $1 AND person_id = $2 AND used_at IS NULL AND purpose = coalesce($4, purpose)`,
    [tx.organizationId, personId, tx.now, purpose],
  );
}
