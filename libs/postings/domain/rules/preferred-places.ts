import { readPlace, splitPlaces } from '../places.js';
import { CONFIDENCE, allSentences, noteFact, placeIn, type Reading } from '../reading.js';

/** "We prefer candidates in Europe", "Preference for someone based in the Bay Area", "ideally based in the EU". */
const PREFERRED =
  /\b(?:we(?:'d|’d| would)? prefer|preference (?:is |will be )?(?:given )?(?:for|to)|preferably|ideally|strong preference for)\b[^.;:]{0,60}?\b(?:in|from|within|near|close to|around) ((?:the )?\p{Lu}[^.;:()]{1,80})/u;

/** Where the team would like a person to live without asking for it; nobody is refused for it. */
export function readPreferredResidence(reading: Reading): readonly string[] {
  for (const sentence of allSentences(reading)) {
    if (!/prefer|ideally/i.test(sentence.text)) continue;
    const match = PREFERRED.exec(sentence.text.slice(0, 600));
    if (!match || sentence.block.kind === 'heading') continue;
    const known = splitPlaces(match[1]!)
      .map((place) => ({
        place,
        read: readPlace(place.replace(/ (?:time ?zones?|hours)$/i, '').replace(/^European$/, 'Europe')),
      }))
      .filter(
        ({ place, read }) => read.kind !== 'other' || /^\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+){0,2}(?:, [A-Z]{2})?$/u.test(place),
      );
    if (known.length === 0) continue;
    const values = known.map(({ place, read }) =>
      read.kind === 'country' ? read.value : read.kind === 'other' ? place : read.value,
    );
    const at = placeIn(sentence, match.index, match[0]);
    for (const value of values) noteFact(reading, 'residencePreferred', value, at, 'preferred-places', CONFIDENCE.likely);
    return values;
  }
  return [];
}
