import { type Block, lineBlock } from '../markdown-blocks.js';
import { isAPlace, isKnownPlace, isWorld, readPlace, splitPlaces } from '../places.js';
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
import { inEnglish } from './in-english.js';
import { headerChips, labelled, listingPieces, pairOfPieces } from './labels.js';
import { placesInProse } from './place-in-prose.js';
import { REMOTE_SENTENCES } from './remote-sentences.js';
import type { TitleReading } from './title.js';

/** Where the work is done. */
export interface PlacesOfWork {
  readonly locations: readonly string[];
  readonly remote: boolean | null;
}

interface Collected {
  readonly locations: string[];
  remote: boolean | null;
}

/** Letters of which every sentence about it has some: most sentences have none. */
const HINT = /remote|distributed|where|home|location/i;

function takePlaces(into: Collected, reading: Reading, written: string, at: Place, rule: string, confidence: number): void {
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

/** "**Parallax Labs** — London or San Francisco, in person": who, and where, near the top of the page. */
function behindTheName(into: Collected, reading: Reading): void {
  for (const line of labelled(reading, /^\p{Lu}/u)) {
    if (/^remote$/i.test(line.label)) continue;
    if (line.block.kind !== 'paragraph' || reading.blocks.indexOf(line.block) > 3 || line.text.startsWith(`${line.label}:`))
      continue;
    const places = splitPlaces(line.value.split(/,\s+(?=\p{Ll})|\s*\(|\s[–—-]\s/u)[0]!.replace(/\.$/, ''));
    if (places.length === 0 || !places.every(isKnownPlace)) continue;
    for (const place of places) takeParts(into, reading, place, line, 'behind-the-name', CONFIDENCE.likely);
    return;
  }
}

/** "London or remote (UK)" among the facts between bars: only what is surely a place is one there. */
function fromListing(into: Collected, reading: Reading): void {
  for (const piece of [...listingPieces(reading), ...pairOfPieces(reading)]) {
    const places = splitPlaces(
      inEnglish(piece.text)
        .replace(
          /\bremote\s*(?:\(([^)]*)\)|(?:within|in|from)\s+([^,;]+))/gi,
          /^\W*remote/i.test(piece.text) ? 'Remote; $1$2' : 'Remote',
        )
        .replace(NOTE, ''),
    );
    const names = places.filter((place) => !/^(?:fully |100 ?% )?remote(?: only| first|[- ]ok)?$/i.test(place));
    const isRemote = names.length < places.length;
    if (names.length > 0 && !(names.some(isKnownPlace) && names.every(isAPlace))) continue;
    if (names.length === 0 && !isRemote) continue;
    if (isRemote) setRemote(into, reading, piece, 'listing-line', CONFIDENCE.said);
    for (const name of names) takeParts(into, reading, name, piece, 'listing-line', CONFIDENCE.said);
  }
}

/** The same place, or the same country by another name. */
function samePlace(one: string, other: string): boolean {
  const [a, b] = [readPlace(one), readPlace(other)];
  return a.value === b.value && a.kind === b.kind;
}

function setRemote(into: Collected, reading: Reading, at: Place, rule: string, confidence: number): void {
  if (into.remote !== null) return;
  into.remote = true;
  noteFact(reading, 'remote', true, at, rule, confidence);
}

/** Days in the office and hours, in brackets: no part of the place's name, whatever commas they have. */
const NOTE =
  /\s*[([](?=[^)\]]*(?:\bwe\b|\byou\b|\bour\b|\d|days?\b|tue|thu|week|hybrid|office|optional|preferred|possible|negotiable|in[- ]person|on[- ]?site))[^)\]]*(?:[)\]]|$)/gi;

function takeParts(into: Collected, reading: Reading, text: string, at: Place, rule: string, confidence: number): void {
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

/** A stand-in for the line of a front matter key, so that its facts carry that line. */
function frontMatterBlock(reading: Reading, key: string): Block {
  const entry = reading.frontMatter.get(key);
  return lineBlock(entry?.text ?? '', entry?.line ?? 1);
}

/** "(Remote US and Canada)", "(Remote)", "Backend Engineer - Remote, EU" in the title or a heading. */
function fromHeadings(into: Collected, reading: Reading, title: TitleReading): void {
  const titleFact = reading.facts.find(({ field }) => field === 'title');
  if (!title.heading && titleFact && /\bremote\b/i.test(titleFact.text)) {
    const at = {
      block: { ...frontMatterBlock(reading, 'title'), line: titleFact.line, starts: [[0, titleFact.line] as const] },
      index: 0,
      text: titleFact.text,
    };
    takeHeading(into, reading, titleFact.text, at);
  }
  for (const [at, block] of reading.blocks.entries()) {
    // "[Hiring] [Remote: Americas] Game Developer": a page's first line of brackets.
    const opens = at === 0 && block.kind === 'paragraph' && /^\s*\[[^\]]{2,60}\]\s*\S/.test(block.text);
    if ((block.kind === 'heading' || opens) && block.codes.length === 0)
      takeHeading(into, reading, block.text, { block, index: 0, text: block.text });
  }
}

/** "Internship (San Francisco)": a place that is surely one, in brackets behind the job's name. */
function fromTitleBracket(into: Collected, reading: Reading, { heading }: TitleReading): void {
  const match = /(?:[([]([^)\]]{2,60})[)\]]\W*|\s[–—-]\s([^–—]{2,60}))$/.exec(
    heading?.text.replace(/\s*[([](?:hybrid|remote|on-?site)[^)\]]*[)\]]\W*$/i, '') ?? '',
  );
  const places = splitPlaces(match?.[1] ?? match?.[2] ?? '');
  if (!heading || into.locations.length > 0 || !places.every(isKnownPlace)) return;
  const at = { block: heading, index: 0, text: heading.text };
  for (const place of places) takeParts(into, reading, place, at, 'title-bracket', CONFIDENCE.likely);
}

function takeHeading(into: Collected, reading: Reading, text: string, at: Place): void {
  const match =
    /[([]\s*(?:open to |fully |100 ?% )?remote\b[\s,:–—-]*([^)\]]*)[)\]]/i.exec(text) ??
    /\s[–—-]\s*remote\b[\s,:–—-]*(.*)$/i.exec(text);
  if (!match) return;
  setRemote(into, reading, at, 'remote-in-heading', CONFIDENCE.said);
  const where = match[1]!.replace(/^(?:in|within|from)\s+/i, '').replace(/\s+time ?zones?$/i, '');
  const places = splitPlaces(where);
  if (places.every((place) => readPlace(place).kind !== 'other'))
    takeParts(into, reading, where, at, 'remote-in-heading', CONFIDENCE.said);
}

const PLACE_LABEL =
  /^(?:job |work |office |workplace )?(?:locations?|place of work|work(?:ing)? place|base|based in|where|place|duty station|workplace|city|standort|ort|lieu|ubicación|localização)$/i;
/** Where a team sits or hires, when no label says where the job is. */
const OFFICE_LABEL = /^(?:offices?|countries|country|regions?)$/i;

function fromLabels(into: Collected, reading: Reading, label = PLACE_LABEL): void {
  for (const line of labelled(reading, label)) {
    const value = line.value
      .replace(/;(?!\s*(?:or |and )?\p{Lu}).*$/u, '')
      .replace(
        /,?\s+(?:but|as long as|so long as|provided|(?:you )?must|with (?:monthly|weekly|occasional|regular|frequent|some|travel|trips|visits))\b.*$/i,
        '',
      )
      .replace(/\.$/, '');
    takePlaces(into, reading, value, line, 'location-label', CONFIDENCE.written);
    if (isWorld(value) || /^(?:from )?anywhere\b/i.test(value)) setRemote(into, reading, line, 'location-label', CONFIDENCE.said);
  }
}

function fromChips(into: Collected, reading: Reading, title: TitleReading): void {
  for (const chip of headerChips(reading, title.heading)) {
    if (
      chip.emoji
        ? /[\u{1F30D}-\u{1F310}\u{1F4CD}\u{1F5FA}\u{1F4CC}\u{1F3E0}\u{1F3E2}]/u.test(chip.emoji)
        : /^remote\b/i.test(chip.text)
    ) {
      // Boards put the house before the size of a company too.
      if (/\u{1F3E2}/u.test(chip.emoji ?? '') && !/remote/i.test(chip.text) && !splitPlaces(chip.text).every(isKnownPlace))
        continue;
      // What the body says of the place wins; whether it can be done from elsewhere the header may still say.
      if (into.locations.length === 0) takePlaces(into, reading, chip.text, chip, 'board-header', CONFIDENCE.likely);
      else if (/(?:^|[,(] ?)remote\b/i.test(chip.text)) setRemote(into, reading, chip, 'board-header', CONFIDENCE.likely);
    }
  }
}

/** Capitalised words, as names of places are: "Basel", "Newcastle upon Tyne", "Rio de Janeiro, Brazil". */
const PLACE_NAME =
  /^(?:\p{Lu}[\p{L}.'’-]*(?:[ ,-]+(?:\p{Lu}[\p{L}.'’-]*|de|la|le|of|the|du|del|do|da|an|am|der|upon|sur|only))*)(?:\s*\([^)]*\))?$/u;

/** A section on the place whose text is nothing but the place: "## Work location", "Basel, Switzerland". */
function fromLocationSection(into: Collected, reading: Reading): void {
  for (const { kind, blocks } of reading.sections) {
    const block = kind === 'location' ? blocks[0] : undefined;
    const read = splitPlaces(block?.text.replace(/\.$/, '') ?? '').every(
      (part) => PLACE_NAME.test(part) || /^remote/i.test(part),
    );
    if (!block || !read || block.text.length > 80 || /[.:!?]|\b(?:we|you|our|is|are|the)\b/i.test(block.text.replace(/[.]$/, '')))
      continue;
    takePlaces(
      into,
      reading,
      block.text.replace(/\.$/, ''),
      { block, index: 0, text: block.text },
      'location-section',
      CONFIDENCE.said,
    );
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
