import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { FEW_PIECES, piecesOf, plainLetters } from './predictable-password.js';
import { isStolen } from './stolen-passwords.js';

/** NIST SP 800-63B-4 §3.1.1.2: length is what counts; no rules about kinds of characters, no forced changes. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

export type WeakPassword = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** What anybody knows of whoever chooses a password, so that none is made of it. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
}

/**
 * The password as it is hashed (Unicode NFKC, so that the same keys on another keyboard give the same bytes), or what is wrong with it.
 * `field` is the argument's path for the refusal.
 */
export function checkPassword(password: string, owner: PasswordOwner, field: string): Result<string, WeakPassword> {
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
  if (isStolen(plain) || isStolen(plainLetters(plain)))
    return weak('This password stands in lists of stolen ones, which are tried first everywhere. Choose another.');
  if (piecesOf(plain) < FEW_PIECES || new Set(plain).size < 5)
    return weak('This password is made of what is tried first: usual words, rows of keys, years, repetitions. Choose another.');
  const held = heldOf(plain, owner);
  if (held) return weak(`The password holds ${held}, which is tried early. Choose one that cannot be told from it.`);
  return ok(normal);
}

/** What the password holds of its owner, in words for them; null for nothing. Two and three letters stand in too many words to be told from chance. */
function heldOf(plain: string, { email, name, organization }: PasswordOwner): string | null {
  const texts = [bare(plain), bare(plainLetters(plain))];
  const holds = (part: string) => part.length >= 4 && texts.some((text) => text.includes(part));
  const [local = ''] = email.split('@');
  if ([email, local, ...local.split(/[^\p{L}\p{N}]+/u)].map(bare).some(holds)) return 'your own e-mail address';
  if ([name, ...name.split(/[^\p{L}\p{M}\p{N}]+/u)].map(bare).some(holds)) return 'your own name';
  return holds(bare(organization)) ? 'the name of your organisation' : null;
}

/** Letters and digits alone, in lower case and without accents. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The form in which a password is hashed and compared. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}
