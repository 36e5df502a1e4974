import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { CHALLENGE_LIFETIME_MS } from '../passkeys/challenge.js';

/** Takes a challenge for good; false when it was answered before. Those that have run out by themselves are forgotten. */
export async function spendChallenge(tx: Tx, challenge: Buffer): Promise<boolean> {
  const [spent] = await tx.query(
    'spend-challenge',
    'INSERT INTO spent_challenges (organization_id, challenge, spent_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING challenge',
    [tx.organizationId, challenge, tx.now],
  );
  tx.write('forget-challenges', 'DELETE FROM spent_challenges WHERE organization_id = $1 AND spent_at < $2', [
    tx.organizationId,
    new Date(tx.now.getTime() - 2 * CHALLENGE_LIFETIME_MS),
  ]);
  return spent !== undefined;
}

/** Removes the keys of a person who has lost hold of their account. */
export function forgetPasskeys(tx: Tx, personId: Id): void {
  tx.write('forget-passkeys', 'DELETE FROM passkeys WHERE organization_id = $1 AND person_id = $2', [
    tx.organizationId,
    personId,
  ]);
}
