import { type Block, lineBlock } from '../markdown-blocks.js';
import { isAPlace, readPlace, splitPlaces } from '../places.js';
import { noteFact, type Place, type Reading } from '../reading.js';
import { inEnglish } from './in-english.js';

/** What has been found so far; the surest form comes first. */
export interface Collected {
  readonly locations: string[];
  remote: boolean | null;
}

/** The same place, or the same country by another name. */
function samePlace(one: string, other: string): boolean {
  const [a, b] = [readPlace(one), readPlace(other)];
  return a.value === b.value && a.kind === b.kind;
}

/** Notes that the work can be done from elsewhere, unless something surer said so or not. */
export function setRemote(into: Collected, reading: Reading, at: Place, rule: string, confidence: number): void {
  if (into.remote !== null) return;
  into.remote = true;
  noteFact(reading, 'remote', true, at, rule, confidence);
}

/** Days in the office and hours, in brackets: no part of the place's name, whatever commas they have. */
export const NOTE =
  /\s*[([](?=[^)\]]*(?:\bwe\b|\byou\b|\bour\b|\d|days?\b|tue|thu|week|hybrid|office|optional|preferred|possible|negotiable|relocation|visa|in[- ]person|on[- ]?site))[^)\]]*(?:[)\]]|$)/gi;

/** Takes each part of a list that is a place; "Remote" among them is none. */
export function takeParts(into: Collected, reading: Reading, text: string, at: Place, rule: string, confidence: number): void {
  for (const written of splitPlaces(text.replace(NOTE, ''))) {
    const part = written.replace(/\s+only$/i, '');
    const remote =
      /^(?:(?:fully|100% ?)?\s*remote(?:[- ](?:working|work|ok|okay|friendly|first|only|possible))?|remote working|telecommute|home[- ]based|distributed|work from home|wfh)\b[\s,:-]*/i.exec(
        part,
      );
    if (remote) setRemote(into, reading, at, rule, confidence);
    const place = part
      .slice(remote?.[0].length ?? 0)
      .replace(/^(?:from )?anywhere in (?:the )?(?=\p{Lu})/u, '')
      .replace(/^(?:in|from|within)\s+/i, '')
      .replace(/^the (?=\p{Lu})/u, '')
      .trim();
    if (place === '' || place.length > 80 || !isAPlace(place) || into.locations.some((one) => samePlace(one, place))) continue;
    into.locations.push(place);
    noteFact(reading, 'locations', place, at, rule, confidence);
  }
}

/** Takes the places that a line names, and "remote" with what stands in brackets behind it. */
export function takePlaces(
  into: Collected,
  reading: Reading,
  written: string,
  at: Place,
  rule: string,
  confidence: number,
): void {
  const text = inEnglish(written);
  const bracket = /^\W*(remote)\s*[([]([^)\]]+)[)\]]/i.exec(text);
  if (bracket) {
    setRemote(into, reading, at, rule, confidence);
    takeParts(into, reading, bracket[2]!, at, rule, confidence);
    return;
  }
  takeParts(
    into,
    reading,
    text
      .replace(/\bremote\s*\(([^)]*)\)/gi, 'Remote; $1')
      .replace(/\((?:remote|hybrid|onsite|on-site)[^)]*\)/gi, (part) => (/remote/i.test(part) ? ', Remote' : '')),
    at,
    rule,
    confidence,
  );
}

/** A stand-in for the line of a front matter key, so that its facts carry that line. */
export function frontMatterBlock(reading: Reading, key: string): Block {
  const entry = reading.frontMatter.get(key);
  return lineBlock(entry?.text ?? '', entry?.line ?? 1);
}
