import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';

/** NIST SP 800-63B-4 §3.1.1.2: length is what counts; no rules about kinds of characters, no forced changes. */
export const PASSWORD_LIMITS = { least: 12, most: 200 } as const;

/** The most used ones of twelve characters and more, and what people type when they are told that ten are too few; letters and digits only, in lower case. */
const COMMON = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 1234567890qwerty 111111111111 123123123123 123456123456 012345678901
   098765432109 987654321098 112233445566 121212121212 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qwertyuiop12 qwertyuiop123
   qwertyuiopas qwertyuiopasdf qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty qwertyqwerty1 asdfghjkl123 asdfghjkl1234 zxcvbnm12345 zxcvbnmasdfg
   password1234 password12345 password123456 passwordpassword password1password passwort1234 passwort12345 passwortpasswort motdepasse12 motdepasse123
   contrasena12 contrasena123 iloveyou1234 iloveyou12345 iloveyouiloveyou welcome12345 welcome123456 welcomewelcome letmein12345 letmeinletmein
   administrator administrator1 administrator123 admin1234567 admin12345678 adminadminadmin adminadmin12 changeme1234 changemechangeme changemeplease
   sunshine1234 princess1234 football1234 baseball1234 superman1234 trustno1trustno1 abcdefghijkl abcdefghijklm abcd12345678 abc123abc123 abc123456789
   abcdefg12345 a1b2c3d4e5f6 aa1234567890 asdasdasdasd qweqweqweqwe secretsecret secretpassword supersecret1 mypassword12 mypassword123 thisisapassword
   correcthorsebatterystaple testtesttest test12345678 test123456789 p4ssw0rd1234 passw0rd1234 passw0rd12345 summer202420 winter202420 starwars1234
   companyname123 companypassword recruiting123 recruiter1234 interviewer1 hiringmanager hiringmanager1 rounds123456 roundsrounds roundspassword`.split(
    /\s+/,
  ),
);

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
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (COMMON.has(bare) || new Set(plain).size < 5)
    return weak('This password is among the first that are tried. Choose another.');
  const [local = ''] = owner.email.toLowerCase().split('@');
  if (plain.includes(owner.email.toLowerCase()) || (local.length >= 4 && plain.includes(local)))
    return weak('The password holds your own e-mail address. Choose one that cannot be told from it.');
  return ok(normal);
}

/** The form in which a password is hashed and compared. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}
