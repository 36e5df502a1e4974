import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { FEW_PIECES, piecesOf } from './predictable-password.js';

/** NIST SP 800-63B-4 §3.1.1.2: length is what counts; no rules about kinds of characters, no forced changes. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

export type WeakPassword = Refusal<'INVALID_INPUT'> & { readonly field: string };

/**
 * The password as it is hashed (Unicode NFKC, so that the same keys on another keyboard give the same bytes), or what is wrong with it.
 * `owner.email` must not be part of it. `field` is the argument's path for the refusal.
 */
export function checkPassword(password: string, owner: { readonly email: string }, field: string): Result<string, WeakPassword> {
  const weak = (why: string) => refuse('INVALID_INPUT', `${why} Nothing was changed.`, { field });
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < PASSWORD_LIMITS.least)
    return weak(
      `The password has ${length} characters; choose at least ${PASSWORD_LIMITS.least}. Four words that do not belong together do well.`,
    );
  if (length > PASSWORD_LIMITS.most)
    return weak(`The password has ${length} characters; at most ${PASSWORD_LIMITS.most} are possible.`);
  if (/\p{Cc}/u.test(normal)) return weak('The password holds a line break or another character that cannot be typed.');
  const plain = normal.toLowerCase();
  if (piecesOf(plain) < FEW_PIECES || new Set(plain).size < 5)
    return weak('This password is made of what is tried first: usual words, rows of keys, years, repetitions. Choose another.');
  const [local = ''] = owner.email.toLowerCase().split('@');
  if (plain.includes(owner.email.toLowerCase()) || (local.length >= 4 && plain.includes(local)))
    return weak('The password holds your own e-mail address. Choose one that cannot be told from it.');
  return ok(normal);
}

/** The form in which a password is hashed and compared. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}
