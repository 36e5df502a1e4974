import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { PASSWORD_LIMITS, type PasswordOwner, checkPassword, normalisePassword } from '../domain/password-rules.js';
import { Turnstile } from './turnstile.js';

/**
 * Argon2id with the parameters OWASP's Password Storage Cheat Sheet gives first: 19 MiB, two passes, one lane. The package's default algorithm is
 * argon2id; its enum does not exist at run time.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashing runs on libuv's four threads, which files and name look-ups need too, and takes memory: two at once leave the process its breath
 * however many sign in. Who waits behind a hundred others would wait for seconds and is asked to come back.
 */
const turnstile = new Turnstile(2, 100);

export type Busy = Refusal<'BUSY'>;

/** The PHC text that is stored for a password. */
export async function hashPassword(password: string): Promise<Result<string, Busy>> {
  const passed = await turnstile.pass(() => hash(normalisePassword(password), COST));
  return passed ? ok(passed.answer) : busy();
}

/**
 * Whether the password is the one of the stored hash. With no hash it takes as long and answers false, so that the time does not tell whether a
 * person exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<Result<boolean, Busy>> {
  if (password.length > 4 * PASSWORD_LIMITS.most) return ok(false);
  const nobodys = await nobodysHash();
  const passed = await turnstile.pass(() => verify(stored ?? nobodys, normalisePassword(password)));
  return passed ? ok(passed.answer && stored !== null) : busy();
}

/**
 * A password that a person can copy from a terminal: 100 bits in Crockford's base 32, whose letters are not mistaken for its digits. The rules for passwords refuse
 * one of a thousand that chance makes; then it is drawn again, so that what is generated here may be chosen anywhere.
 */
export function generatePassword(draw: () => Uint8Array = () => randomBytes(20)): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  for (;;) {
    const picked = Array.from(draw(), (byte) => letters[byte & 31]).join('');
    const password = picked.match(/.{5}/g)!.join('-');
    if (checkPassword(password, NOBODY, 'password').ok) return password;
  }
}

const NOBODY: PasswordOwner = { email: '', name: '', organization: '' };

let nobodys: Promise<string> | undefined;

/** The hash of a password that nobody has; made once, before the first comparison. */
export function nobodysHash(): Promise<string> {
  nobodys ??= hash(randomBytes(32), COST);
  return nobodys;
}

function busy() {
  return refuse('BUSY', 'Too many people are signing in at this moment. Nothing was changed; try again in a few seconds.');
}
