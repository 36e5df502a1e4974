import { readPlace, splitPlaces } from '../places.js';
import {
  CONFIDENCE,
  allSentences,
  diagnose,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  type Place,
  type Reading,
  type Sentence,
} from '../reading.js';
import { type Collected, frontMatterBlock, setRemote, takeParts, takePlaces } from './collect-places.js';
import { placesInProse } from './place-in-prose.js';
import { fromHeadings, fromTitleBracket } from './places-in-headings.js';
import { OFFICE_LABEL, behindTheName, fromChips, fromLabels, fromListing, fromLocationSection } from './places-in-lines.js';
import { REMOTE_SENTENCES } from './remote-sentences.js';
import { type TitleReading } from './title.js';

/** Where the work is done. */
export interface PlacesOfWork {
  readonly locations: readonly string[];
  readonly remote: boolean | null;
}

/** Letters of which every sentence about it has some: most sentences have none. */
const HINT = /remote|distributed|where|home|location/i;

function fromFrontMatter(into: Collected, reading: Reading): void {
  const flag = reading.frontMatter.get('remote');
  if (typeof flag?.value === 'boolean') {
    into.remote = flag.value;
    noteFrontMatterFact(reading, 'remote', flag.value, 'remote');
  }
  for (const key of ['location', 'locations', 'joblocation', 'place', 'city', 'office', 'where']) {
    const value = reading.frontMatter.get(key)?.value;
    const written = Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : typeof value === 'string'
        ? [value]
        : [];
    const scratch: Collected = { locations: into.locations, remote: into.remote };
    const before = reading.facts.length;
    const at: Place = { block: frontMatterBlock(reading, key), index: 0, text: reading.frontMatter.get(key)?.text ?? '' };
    for (const text of written) takePlaces(scratch, reading, text, at, 'front-matter', CONFIDENCE.written);
    if (reading.facts.length > before) into.remote = scratch.remote;
  }
}

/** "Remote, US only.", "Remote: US and Canada": a line that says remote and where, and nothing else. */
function fromRemoteLine(into: Collected, reading: Reading, sentence: Sentence): void {
  const match =
    /^\W{0,3}(?:fully |100 ?% )?remote\s*(?:[,:–—(-]|\bin\b|\bwithin\b|\bfrom\b)\s*([^.;()]{2,80}?)\)?(?: residents)?(?: only)?(?:\s*\([^)]*\))?\W*$/i.exec(
      sentence.text,
    ) ?? /\bremote(?:ly)? within ((?:the )?\p{Lu}[^.;:(),]{1,60})/u.exec(sentence.text);
  const places = match ? splitPlaces(match[1]!).map((place) => place.replace(/ only$/i, '')) : [];
  if (places.length === 0 || !places.every((place) => readPlace(place).kind !== 'other')) return;
  const at = placeIn(sentence, 0, sentence.text);
  setRemote(into, reading, at, 'remote-line', CONFIDENCE.said);
  for (const place of places) takeParts(into, reading, place, at, 'remote-line', CONFIDENCE.said);
}

function fromSentences(into: Collected, reading: Reading): void {
  for (const sentence of allSentences(reading)) {
    if (!HINT.test(sentence.text)) continue;
    if (into.locations.length === 0 && sentence.block.kind !== 'heading') fromRemoteLine(into, reading, sentence);
    const world =
      /\b(?:be |are )?(?:(?:located|based|live|can be|(?:can|may) be done|work(?:ing)?)(?: from)?|from(?= anywhere in the world)) (anywhere in the world|from anywhere|anywhere(?= [;,.]|[;,.]|$))|\b(any location) is (?:ok|okay|fine)\b/i.exec(
        sentence.text,
      );
    if (world && into.locations.length === 0) {
      const place = (world[1] ?? world[2])!.replace(/^from /i, '');
      into.locations.push(place);
      noteFact(reading, 'locations', place, placeIn(sentence, world.index, world[0]), 'anywhere', CONFIDENCE.said);
    }
    for (const [pattern, rule, confidence] of into.remote === null ? REMOTE_SENTENCES : []) {
      const match = pattern.exec(sentence.text);
      if (!match || isNegated(sentence.text, match.index)) continue;
      setRemote(into, reading, placeIn(sentence, match.index, match[0]), rule, confidence);
      break;
    }
  }
  if (into.locations.length === 0) anywhere(into, reading);
  const told = into.locations.length === 0 ? placesInProse(reading) : [];
  into.locations.push(...told);
}

/** "Anywhere on earth, as long as you can attend our calls": an item or a line that begins so. */
function anywhere(into: Collected, reading: Reading): void {
  for (const sentence of allSentences(reading)) {
    const match =
      sentence.block.kind === 'heading'
        ? null
        : /^\W{0,4}((?:from )?anywhere (?:on (?:earth|the planet)|in the world))\b/i.exec(sentence.text);
    if (!match) continue;
    const at = placeIn(sentence, sentence.text.indexOf(match[1]!), match[1]!);
    setRemote(into, reading, at, 'anywhere', CONFIDENCE.likely);
    into.locations.push(match[1]!);
    noteFact(reading, 'locations', match[1]!, at, 'anywhere', CONFIDENCE.likely);
    return;
  }
}

function isNegated(text: string, index: number): boolean {
  return /\b(?:not|no|isn['’]t|never|cannot|can['’]t|experience (?:with|of|in|as|working))\b[^.,;]{0,30}$/i.test(
    text.slice(Math.max(0, index - 60), index),
  );
}

/** "This is not a remote job": said outright; that somebody sits in an office says less. */
const NOT_REMOTE =
  /\b(?:is|are|it['’]s) not (?:a )?(?:fully )?remote\b(?! (?:first|only|from))|\b(?:isn['’]t|aren['’]t) (?:a )?(?:fully )?remote\b|\bcannot be done remotely\b|^\W*(?:no remote(?: work)?|not remote)\W*$/i;

function saysNotRemote(into: Collected, reading: Reading): void {
  if (into.remote !== null) return;
  for (const sentence of allSentences(reading)) {
    const match = sentence.text.length <= 300 && /remote/i.test(sentence.text) ? NOT_REMOTE.exec(sentence.text) : null;
    if (!match) continue;
    into.remote = false;
    return noteFact(reading, 'remote', false, placeIn(sentence, match.index, match[0]), 'not-remote', CONFIDENCE.said);
  }
}

/** Reads the places of work and whether it can be done from elsewhere. `remote` is false only where the front matter or a sentence says so outright. */
export function readPlacesOfWork(reading: Reading, title: TitleReading): PlacesOfWork {
  const into: Collected = { locations: [], remote: null };
  fromFrontMatter(into, reading);
  // What the body says wins over a board's header.
  if (into.locations.length === 0) fromLabels(into, reading);
  if (into.locations.length === 0) fromLabels(into, reading, OFFICE_LABEL);
  fromChips(into, reading, title);
  if (into.locations.length === 0) fromLocationSection(into, reading);
  if (into.locations.length === 0) fromListing(into, reading);
  if (into.locations.length === 0) behindTheName(into, reading);
  fromHeadings(into, reading, title);
  fromTitleBracket(into, reading, title);
  fromSentences(into, reading);
  saysNotRemote(into, reading);
  if (into.locations.length === 0) {
    diagnose(reading, 'info', 'LOCATIONS_MISSING', 1, 'The document names no place of work.', 'locations');
  }
  if (into.remote === null) {
    diagnose(reading, 'info', 'REMOTE_MISSING', 1, 'The document does not say whether the work can be done remotely.', 'remote');
  }
  return into;
}
