import { isAPlace, isKnownPlace, isWorld, splitPlaces } from '../places.js';
import { CONFIDENCE, type Reading } from '../reading.js';
import { type Collected, NOTE, setRemote, takeParts, takePlaces } from './collect-places.js';
import { inEnglish } from './in-english.js';
import { headerChips, labelled, listingPieces, pairOfPieces } from './labels.js';
import { type TitleReading } from './title.js';

const PLACE_LABEL =
  /^(?:job |work |office |workplace )?(?:locations?|place of work|work(?:ing)? place|base|based in|where|place|duty station|workplace|city|standort|ort|lieu|ubicación|localização)$/i;
/** Where a team sits or hires, when no label says where the job is. */
export const OFFICE_LABEL = /^(?:offices?|countries|country|regions?)$/i;

/** "Location: Berlin", "Duty station: Kisumu". */
export function fromLabels(into: Collected, reading: Reading, label = PLACE_LABEL): void {
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

/** The pieces of a board's header: a hint, unless nothing else names a place. */
export function fromChips(into: Collected, reading: Reading, title: TitleReading): void {
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

/** "London or remote (UK)" among the facts between bars: only what is surely a place is one there. */
export function fromListing(into: Collected, reading: Reading): void {
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

/** "**Parallax Labs** — London or San Francisco, in person": who, and where, near the top of the page. */
export function behindTheName(into: Collected, reading: Reading): void {
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

/** Capitalised words, as names of places are: "Basel", "Newcastle upon Tyne", "Rio de Janeiro, Brazil". */
const PLACE_NAME =
  /^(?:\p{Lu}[\p{L}.'’-]*(?:[ ,-]+(?:\p{Lu}[\p{L}.'’-]*|de|la|le|of|the|du|del|do|da|an|am|der|upon|sur|only))*)(?:\s*\([^)]*\))?$/u;

/** A section on the place whose text is nothing but the place: "## Work location", "Basel, Switzerland". */
export function fromLocationSection(into: Collected, reading: Reading): void {
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
