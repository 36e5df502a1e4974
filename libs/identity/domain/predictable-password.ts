import { LONGEST_STOLEN, SHORTEST_STOLEN, isStolen } from './stolen-passwords.js';

/**
 * What passwords that are guessed first are made of: words at the head of every list of stolen passwords, in lower case, of four letters and more. Stolen passwords of twelve
 * characters and more are almost all built from a few of these, runs of keys, years and repetitions; so they are taken apart instead of listed.
 */
const STEMS = new Set(
  `password passwort passwd pass motdepasse contrasena senha parola wachtwoord haslo salasana passphrase secret geheim letmein login logon access welcome willkommen bienvenue hello hallo hola
   admin administrator root master superuser user username guest default changeme change test testing temp temporary system server manager office company business work recruiting recruiter
   interviewer hiring rounds candidate resume iloveyou love lovely lover loveme liebe amour forever always babygirl baby princess prinzessin princesa angel angels sunshine sonnenschein rainbow
   flower blume butterfly beautiful beauty cutie sweetie sweet honey sugar chocolate cookie banana apple orange cherry peaches strawberry pepper ginger cheese pizza coffee summer winter
   spring autumn sommer herbst verano invierno monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
   dragon monkey tiger lion eagle falcon phoenix panther wolf bear horse pony puppy kitty kitten hunter killer ninja samurai warrior knight wizard merlin magic mystery shadow ghost
   batman superman spiderman ironman captain america avengers starwars skywalker vader pokemon pikachu mario naruto matrix hogwarts potter hermione gandalf
   football fussball futbol soccer baseball basketball hockey tennis golf cowboys yankees liverpool arsenal chelsea barcelona madrid juventus bayern ferrari porsche mercedes mustang corvette
   camaro harley yamaha toyota honda jordan michael jessica jennifer michelle daniel thomas robert william charlie george matthew andrew anthony joshua ashley amanda nicole hannah samantha
   patrick martin maria stefan andreas thorsten florian christian alexander maximilian francois pierre sophie isabelle carlos alejandro fernando roberto giuseppe francesco ivan natasha
   computer internet google facebook linkedin twitter youtube microsoft windows linux ubuntu android iphone samsung amazon netflix spotify minecraft fortnite roblox playstation nintendo
   trustno one whatever nothing something anything everything freedom liberty peace jesus christ blessed heaven faith hope grace money dollar euro bitcoin rich diamond silver golden gold
   blue green purple black white yellow pink star stars moon heart fire water earth dark light summertime correct battery staple my the this is your our for you and me mine abcd asdf qwer zxcv`.split(
    /\s+/,
  ),
);
const LONGEST_STEM = Math.max(...[...STEMS].map((stem) => stem.length));

/** Keys beside each other, forth and back. */
const ROWS = ['1234567890', 'qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '0123456789', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'].flatMap(
  (row) => [row + row, [...(row + row)].reverse().join('')],
); // prettier-ignore

/** Letters as they are written by who thinks that it helps. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** As many pieces whoever guesses has in few tries. */
export const FEW_PIECES = 5;

/**
 * Of how many pieces a text is made at the least, where a word of the list, a run of keys, a year, a key held down and a repetition of what stands before
 * are one piece each, and every other character is. One of the common stolen passwords is two: who guesses has as many of them as pairs of words. 0 for nothing.
 */
export function piecesOf(text: string): number {
  const lower = text.toLowerCase();
  return Math.min(count(lower, lower), count(lower, plainLetters(lower)));
}

/** A text in lower case with the letters that were meant by digits and signs. */
export function plainLetters(lower: string): string {
  return [...lower].map((char) => LEET[char] ?? char).join('');
}

/** The least number of pieces up to each place; `words` is the same text as it is looked up. */
function count(text: string, words: string): number {
  const least = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = least[end - 1]! + 1;
    for (let begin = Math.max(0, end - 40); begin <= end - 2; begin += 1) {
      if (least[begin]! + 1 < best && isPiece(text, words, begin, end)) best = least[begin]! + 1;
      const length = end - begin;
      if (length < SHORTEST_STOLEN || length > LONGEST_STOLEN || least[begin]! + 2 >= best) continue;
      if (isStolen(words.slice(begin, end))) best = least[begin]! + 2;
    }
    least.push(best);
  }
  return least[text.length]!;
}

function isPiece(text: string, words: string, begin: number, end: number): boolean {
  const piece = text.slice(begin, end);
  if (piece.length <= LONGEST_STEM && STEMS.has(words.slice(begin, end))) return true;
  if (piece.length >= 3 && ROWS.some((row) => row.includes(piece))) return true;
  if (/^(19|20)\d\d$/.test(piece) || /^(.)\1+$/.test(piece)) return true;
  return piece.length >= 2 && begin >= piece.length && text.slice(0, begin).includes(piece);
}
