import { type Refusal, type Result, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type TooManyAttempts, type UnitOfWork, bucketKey, emptyBucket, takeTurns } from '#libs/platform/index.js';
import { type Busy, verifyPassword } from '../passwords/password-hash.js';

/** Whoever sits there knows the person's password; they have as many tries as for changing it.. */
export async function provePassword(
  uow: UnitOfWork,
  actor: StaffActor,
  password: string,
): Promise<Result<null, Refusal<'WRONG_PASSWORD'> | TooManyAttempts | Busy>> {
  const bucket = { key: bucketKey('change-password', actor.personId), burst: 5, drip_ms: 60_000 };
  const counted = await uow.run(actor, (tx) => takeTurns(tx, [bucket]));
  if (!counted.ok) return counted;
  const [person] = await uow.read<{ password_hash: string | null }>(
    actor.organizationId,
    'own-password-hash',
    'SELECT password_hash FROM people WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, actor.personId],
  );
  const matches = await verifyPassword(person?.password_hash ?? null, password);
  if (!matches.ok) return matches;
  if (!matches.value) return refuse('WRONG_PASSWORD', 'The password is not right; nothing was made. Type it again.');
  await uow.run(actor, async (tx) => {
    emptyBucket(tx, bucket);
    return ok(null);
  });
  return ok(null);
}
