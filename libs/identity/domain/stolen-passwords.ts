import { BITS, HASHES, STOLEN } from './stolen-passwords.generated.js';

/**
 * The most common of the passwords that were stolen elsewhere, as a Bloom filter: of what is in the list nothing is missed, and about one in 15,000 of all other
 * texts is taken for one of it. `scripts/stolen-passwords.mjs` makes it and says from what.
 */
const filter = Buffer.from(STOLEN, 'base64');

/** Shorter ones are not in it: whatever they are part of, they are a small part of. */
export const SHORTEST_STOLEN = 6;
export const LONGEST_STOLEN = 32;

/** Whether a text in lower case stands in the list. */
export function isStolen(text: string): boolean {
  return text.length >= SHORTEST_STOLEN && text.length <= LONGEST_STOLEN && placesOf(text, BITS, HASHES, isSet);
}

function isSet(bit: number): boolean {
  return (filter[bit >> 3]! & (1 << (bit & 7))) !== 0;
}

/** Whether `holds` is true of every bit that stands for the text (Kirsch and Mitzenmacher 2006: two hashes make all the others). */
export function placesOf(text: string, bits: number, hashes: number, holds: (bit: number) => boolean): boolean {
  let bit = hash(text, 0x811c9dc5) % bits;
  const step = hash(text, 0x01234567) % bits;
  for (let n = 0; n < hashes; n += 1) {
    if (!holds(bit)) return false;
    bit = (bit + step + n) % bits;
  }
  return true;
}

/** FNV-1a over UTF-16 units, with the last mixing of MurmurHash3. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
