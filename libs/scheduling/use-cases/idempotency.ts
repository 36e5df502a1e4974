import { ok, type Result } from '#libs/kernel/index.js';
import type { Idempotency } from '#libs/platform/index.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';

/** The unit of work's idempotency for a mutation's key; none without one. `request` is what must be the same when the key comes again. */
export function idempotency(
  key: string | null | undefined,
  operation: string,
  request: object,
): Result<Idempotency | undefined, InvalidRefusal> {
  if (key === null || key === undefined) return ok(undefined);
  if (key.length === 0 || key.length > 100) return invalid('input.idempotencyKey', 'An idempotency key has 1 to 100 characters.');
  return ok({ key, operation, request });
}
