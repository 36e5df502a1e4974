import { isState, isWorld, readCodes, readPlace, splitPlaces } from '../places.js';
import {
  CONFIDENCE,
  allSentences,
  diagnose,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  type Place,
  type Reading,
} from '../reading.js';
import { inEnglish } from './in-english.js';
import { labelled } from './labels.js';
import { lineAt, lineBlock } from '../markdown-blocks.js';

/** What follows up to the next stop; `take` reads places from its beginning and stops at the first other word. */
const LIST = String.raw`([^;:()!?]{2,200})`;

/** Sentences about where a person must live. Offices, headquarters and team-mates' homes are not that. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\b(?:must|should|need to|have to) (?:currently )?(?:live|be based|be located|reside) in (?:one of )?(?:these|the following) (?:countries|places|regions|locations): ${LIST}`, 'u'), 'must-live-in'],
  [new RegExp(String.raw`\b(?:residence|residency) (?:is|must be|should be|has to be) (?:within|in|inside) ${LIST}`, 'u'), 'residence-is-in'],
  [new RegExp(String.raw`\b(?:must|MUST|should|need to|have to|required to|has to) (?:currently |already )?(?:be )?(?:reside|resident|live|living|based|located|residing)(?: anywhere)? (?:within|in|inside) ${LIST}`, 'u'), 'must-live-in'],
  [new RegExp(String.raw`^\W*(?:[Ll]ocated|[Rr]esiding|[Ll]iving) (?:in|within) (?!.{0,80}, (?:we|our|the|\p{Lu}[\p{L} ]+ (?:is|are))\b)${LIST}`, 'u'), 'located-in'],
  [new RegExp(String.raw`\b(?:residents|citizens or residents) of ${LIST}`, 'u'), 'residents-of'],
  [new RegExp(String.raw`\b(?:be|are|is|or|you're|you’re|work|working|live|living) (?:located |based |remotely )?(?:from )?(?:home )?anywhere (?:within|in|inside) ${LIST}`, 'u'), 'anywhere-in'],
  [new RegExp(String.raw`\b(?:open to|hiring|considering|accepting) (?:candidates|applicants|people|applications) (?:only )?(?:who (?:are |live )?|based |located |residing |living |from )*(?:within|in|from|inside)? ?(?:anywhere in )?${LIST}`, 'u'), 'open-to-candidates-in'],
  [new RegExp(String.raw`\b(?:candidates|applicants|individuals|people)\b[^.;:]{0,80}?\b(?:currently )?(?:reside|residing) (?:in|within) ${LIST}`, 'u'), 'candidates-reside-in'],
  [new RegExp(String.raw`\b(?:candidates|applicants) (?:must be |who are |based |located |residing )(?:based |located |residing )?(?:within|in) ${LIST}`, 'u'), 'candidates-in'],
  [new RegExp(String.raw`\b[Ww]e(?:'re| are|’re)? (?:can )?(?:only |currently )*(?:hire|hiring|recruit|recruiting|employ|employing) (?:people |candidates |only )*(?:who (?:live|are based|reside) )?(?:in|within|across) ${LIST}`, 'u'), 'we-hire-in'],
  [new RegExp(String.raw`\b[Rr]emote(?:ly)? (?:within|inside|from within|from anywhere in|anywhere in) ${LIST}`, 'u'), 'remote-within'],
  [new RegExp(String.raw`\b(?:you (?:must|need to|should) )?live and work in ${LIST}`, 'u'), 'must-live-in'],
  [new RegExp(String.raw`\bas long as you(?:'re|’re| are| live| reside)? ?(?:based |located )?(?:within|in) ${LIST}`, 'u'), 'as-long-as-in'],
]; // prettier-ignore

/** Letters of which every sentence about it has some: most sentences have none. */
const HINT = /resid|citizen|liv|bas|locat|anywhere|candidat|applic|people|hir|recruit|emote/i;

interface Collected {
  readonly codes: string[];
  readonly facts: { value: string; at: Place; rule: string; confidence: number }[];
}

/** The place that a piece begins with ("Greece when you join"), and whether the piece says more than that. */
function leadingPlace(piece: string): { value: string | null; more: boolean } {
  if (isWorld(piece)) return { value: piece, more: false };
  const words = piece.replace(/^(?:either|any(?:where)?(?: in| country in)?)\s+/i, '').split(' ');
  for (let count = Math.min(words.length, 6); count > 0; count--) {
    const read = readPlace(words.slice(0, count).join(' '));
    if (read.kind !== 'other') return { value: read.value, more: count < words.length };
  }
  return { value: null, more: true };
}

/** The state that a piece begins with; in a list of states any other capitalised name is one too. */
function leadingState(piece: string): { value: string | null; more: boolean } {
  const name = /^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)*/u.exec(piece)?.[0] ?? null;
  return { value: name, more: name !== piece };
}

function take(into: Collected, text: string, at: Place, rule: string, confidence: number): void {
  const written = isWorld(text) ? [text] : splitPlaces(text.slice(0, 200));
  // "Georgia" and "Washington" are states where they stand among states.
  const listed = text.slice(0, 200).split(/,\s*(?:and |or )?|\s+(?:and|or)\s+/);
  const states = listed.length >= 3 && listed.slice(0, 3).filter(isState).length >= 2;
  const pieces = states ? listed : written;
  for (const piece of pieces) {
    const { value, more } = states ? leadingState(piece) : leadingPlace(piece);
    if (value !== null && !into.codes.includes(value)) {
      into.codes.push(value);
      into.facts.push({ value, at, rule, confidence });
    }
    if (more) return;
  }
}

function fromFrontMatter(reading: Reading): readonly string[] {
  for (const key of ['residence', 'residency', 'candidateresidence', 'applicantlocationrequirements']) {
    const value = reading.frontMatter.get(key)?.value;
    const written = Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : typeof value === 'string'
        ? splitPlaces(value)
        : [];
    const codes = written.map((text) => (isWorld(text) ? text.trim() : readPlace(text).value));
    for (const code of codes) noteFrontMatterFact(reading, 'residence', code, key);
    if (codes.length > 0) return codes;
  }
  return [];
}

/** "Where you can live: Portugal, Spain": a label of its own. */
function fromLabels(reading: Reading, into: Collected): void {
  for (const line of labelled(
    reading,
    /^(?:residence|where you (?:can|must|should) (?:live|be|be based)|countries|eligible (?:countries|locations)|we (?:can )?hire in|open to candidates in)$/i,
  ))
    take(into, line.value, line, 'residence-label', CONFIDENCE.written);
}

function fromSentences(reading: Reading, into: Collected): void {
  for (const sentence of allSentences(reading)) {
    if (sentence.block.kind === 'heading' || !HINT.test(sentence.text)) continue;
    const world =
      /\b(?:(?:be|are|is|live|work) (?:located |based |remotely |from )?|(?:from|located|based) )(anywhere in the world)\b/i.exec(
        sentence.text,
      );
    if (world && into.codes.length === 0)
      take(into, world[1]!, placeIn(sentence, world.index, sentence.text.slice(world.index)), 'anywhere-in', CONFIDENCE.said);
    const citizenship = /\b((?:EU|US|U\.S\.|UK|British|Canadian|Swiss|European) [Cc]itizenship)\b(?! (?:is )?(?:not|no))/.exec(
      sentence.text,
    );
    if (citizenship && into.codes.length === 0 && !/\b(?:not|no|without|regardless)\b/i.test(sentence.text)) {
      const place = placeIn(sentence, citizenship.index, citizenship[1]!);
      into.codes.push(citizenship[1]!);
      into.facts.push({ value: citizenship[1]!, at: place, rule: 'citizenship', confidence: CONFIDENCE.likely });
    }
    // "The range for applicants based in the US is $105,000" says who is paid so, not where somebody must live.
    const ofPay = /[$€£]\s?\d/.test(sentence.text);
    for (const [pattern, rule] of PATTERNS) {
      const match = pattern.exec(sentence.text.slice(0, 1500));
      if (!match || (ofPay && rule.startsWith('candidates'))) continue;
      take(into, match[1]!, placeIn(sentence, match.index, match[0].trim()), rule, CONFIDENCE.said);
      warnOfExceptions(reading, sentence.text.slice(match.index), lineAt(sentence.block, sentence.index + match.index));
      break;
    }
  }
}

function warnOfExceptions(reading: Reading, after: string, line: number): void {
  if (!/^[^.;]{0,60}?\b(?:except|excluding|other than|but not)\b/i.test(after)) return;
  const message = 'Parts of a country are excepted here; only whole countries are checked. Confirm the residence.';
  diagnose(reading, 'warning', 'RESIDENCE_EXCEPTIONS', line, message, 'residence');
}

/** "Location: Remote (EU)", "location: Remote - EU": countries and regions right behind "remote". */
function fromRemotePlaces(reading: Reading, into: Collected): void {
  const remote = reading.facts.find(
    ({ field, rule }) =>
      field === 'remote' && /^(?:front-matter|location-label|location-section|listing-line|board-header)$/.test(rule),
  );
  const match = remote
    ? /\b(?:remote|home[- ]based)\s*(?:[([–—:,-]|\bin\b|\bwithin\b)\s*([^)\]`]+?)(?=\)|\]|`|$|;|, with\b|, but\b)/i.exec(
        inEnglish(remote.text),
      )
    : null;
  const parts = match
    ? splitPlaces(match[1]!.replace(/["']\s*$|\s+only\W*$/i, '').replace(/,?\s*(?:±|\+\/-|within )\s*\d.*$/i, ''))
    : [];
  // A board joins its fields with commas; what stands behind one there need not belong to "remote".
  if (remote?.rule === 'board-header' && /\bremote\s*[,:]/i.test(remote.text)) return;
  const places = readCodes(parts) ?? parts.map((text) => readPlace(text));
  if (!remote || places.length === 0 || !places.every(({ kind }) => kind === 'country' || kind === 'region')) return;
  const at = { block: lineBlock(remote.text, remote.line), index: 0, text: remote.text };
  for (const { value } of places) {
    into.codes.push(value);
    into.facts.push({ value, at, rule: 'remote-places', confidence: CONFIDENCE.likely });
  }
}

/** "(Remote US and Canada)" in a heading limits where the person lives, as "remote" leaves no other meaning to the places. */
function fromHeadings(reading: Reading, into: Collected): void {
  for (const { field, rule, text, line } of [...reading.facts]) {
    if (!(field === 'locations' && rule === 'remote-line') && rule !== 'remote-in-heading') continue;
    const block =
      reading.blocks.find(
        (candidate) => lineAt(candidate, candidate.text.indexOf(text)) === line && candidate.text.includes(text),
      ) ?? null;
    const match = /remote\b[\s,:(–—-]*(?:(?:in|within|from) )?([^)\].;]*)/i.exec(text);
    // "Remote: Americas time zones" says when, not where.
    if (block && match && !/\btime ?zones?\b/i.test(match[1]!))
      take(into, match[1]!, { block, index: 0, text }, 'remote-in-heading', CONFIDENCE.likely);
  }
}

/** Reads where a person must live: ISO codes of countries, names of regions as written. Empty when the document does not say. */
export function readResidence(reading: Reading): readonly string[] {
  const front = fromFrontMatter(reading);
  if (front.length > 0) return front;
  const into: Collected = { codes: [], facts: [] };
  fromLabels(reading, into);
  if (into.codes.length === 0) fromSentences(reading, into);
  if (into.codes.length === 0) fromHeadings(reading, into);
  if (into.codes.length === 0) fromRemotePlaces(reading, into);
  for (const { value, at, rule, confidence } of into.facts) noteFact(reading, 'residence', value, at, rule, confidence);
  if (into.codes.length === 0) {
    const message = 'The document does not say where a candidate must live; nobody is refused for where they live.';
    diagnose(reading, 'info', 'RESIDENCE_MISSING', 1, message, 'residence');
  }
  return into.codes;
}
