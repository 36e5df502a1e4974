import { findDurations } from '../durations.js';
import type { Overlap } from '../posting-document.js';
import { CONFIDENCE, allSentences, noteFact, placeIn, type Reading } from '../reading.js';
import { readZone, zoneOfCity } from '../zone-names.js';
import { findWindows } from '../clock-times.js';

const NUMBER: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
const HOURS = String.raw`(\d{1,2}|two|three|four|five|six)(?:\+| or \w+|\s?(?:-|–|to)\s?\d)?[\s-]?hours?`;
/** "at least 4 hours of overlap with CET", "overlap with Chicago for at least three or four hours". */
const OVERLAP = new RegExp(
  String.raw`\b${HOURS}\b.{0,40}?\boverlap\w*(?: with (?:the )?)?(.{0,40})|\boverlap\w* (?:with |of )?(.{0,60}?)${HOURS}(?: a day| per day| daily)?(?: with (?:the )?(.{0,40}))?`,
  'i',
);
const OFFSETS =
  /\b((?:UTC|GMT)\s?[+−–-]\s?\d{1,2}(?::\d{2})?)\s*(?:-|–|—|to|and|through|\.\.)\s*((?:UTC|GMT)?\s?[+−–-]\s?\d{1,2}(?::\d{2})?)/i;
/** "CET +/- 3", "EU time zones ± 2h", "within 3 hours of EST". */
const AROUND =
  /(?:\bwithin|\+\/-|±)\s?(\d{1,2})\s?(?:h|hours?)? (?:of |from )?((?:US )?[A-Z][A-Za-z]+)|\b([A-Z]{2,4}|(?:EU|European|US|American) time ?zones?|(?:Central|Eastern|Western|Pacific|Mountain|UK|Greenwich)(?: European| Mean)? [Tt]ime)\s?(?:\+\/-|±)\s?(\d{1,2})\s?(?:h|hours?)?/;

function overlapIn(text: string): Overlap | null {
  const offsets = /UTC|GMT/i.test(text) ? OFFSETS.exec(text) : null;
  if (offsets) {
    const to = /^(?:UTC|GMT)/i.test(offsets[2]!) ? offsets[2]! : `${offsets[1]!.slice(0, 3)}${offsets[2]!}`;
    return { hours: null, zone: null, from: offsets[1]!.replace(/\s/g, ''), to: to.replace(/\s/g, ''), text: offsets[0] };
  }
  const around = /±|\+\/-|within/.test(text) ? AROUND.exec(text) : null;
  if (around)
    return { hours: null, zone: readZone(around[2] ?? around[3] ?? '')?.zone ?? null, from: null, to: null, text: around[0] };
  const match = /overlap/i.test(text) ? OVERLAP.exec(text) : null;
  if (!match) return null;
  const hours = (match[1] ?? match[4])!.toLowerCase();
  const place = (match[2] ?? `${match[3] ?? ''} ${match[5] ?? ''}`).trim();
  const zone = [...place.matchAll(/(?<![A-Za-z])[A-Z]/g)]
    .map(
      ({ index }) =>
        readZone(place.slice(index))?.zone ?? zoneOfCity(/^[A-Z][a-z]+(?: [A-Z][a-z]+)*/.exec(place.slice(index))?.[0] ?? ''),
    )
    .find((one) => one);
  return {
    hours: NUMBER[hours] ?? Number(hours),
    zone: zone ?? null,
    from: null,
    to: null,
    text: match[0].replace(/[\s.]+$/, ''),
  };
}

/** Rules of the kind "four hours with CET" and "UTC-3 to UTC+3". They are no window that everybody keeps, so scheduling does not follow them. */
export function readOverlap(reading: Reading): readonly Overlap[] {
  const found: Overlap[] = [];
  for (const sentence of allSentences(reading)) {
    const overlap = overlapIn(sentence.text.slice(0, 1000));
    if (!overlap || found.length >= 10 || found.some(({ from, to, hours, zone }) => from === overlap.from && to === overlap.to && hours === overlap.hours && zone === overlap.zone)) continue; // prettier-ignore
    found.push(overlap);
    noteFact(reading, 'overlap', overlap, placeIn(sentence, Math.max(0, sentence.text.indexOf(overlap.text)), overlap.text), 'overlap-rule', CONFIDENCE.said); // prettier-ignore
  }
  return found;
}

const OTHER =
  /\bstart(?:ing|s)? (?:work |your day |the day |anywhere |any ?time )*(?:between|from|at)\b|\bbegin(?:s|ning)? (?:work )?(?:between|at)\b|\bshifts?\b|\bnights?\b/i;

/** When a day may begin, and shifts, as written: hours of work that nobody is asked to share. */
export function readOtherHours(reading: Reading): readonly string[] {
  const found: string[] = [];
  for (const sentence of allSentences(reading)) {
    if (sentence.block.kind === 'heading' || !OTHER.test(sentence.text) || found.length >= 10) continue;
    if (findWindows(sentence.text, true).length === 0) continue;
    const text = sentence.text.replace(/[.\s]+$/, '').slice(0, 300);
    found.push(text);
    noteFact(reading, 'otherHours', text, placeIn(sentence, 0, text), 'other-hours', CONFIDENCE.likely);
  }
  return found;
}

const TOTAL = /\b(?:total|altogether|overall|of your time|time commitment|across|whole process)\b/i;

/** The candidate's own time in the whole process ("5.5 hours in total"), which is no calendar time. */
export function readCandidateTime(reading: Reading): string | null {
  for (const sentence of allSentences(reading)) {
    if (sentence.block.kind === 'item' || sentence.text.length > 200) continue;
    const length = TOTAL.test(sentence.text) && /\b(?:interview|process|time|hours? in total|across|commitment)\b/i.test(sentence.text) ? findDurations(sentence.text)[0] : undefined; // prettier-ignore
    if (!length) continue;
    noteFact(
      reading,
      'candidateTime',
      length.text,
      placeIn(sentence, length.index, length.text),
      'total-time',
      CONFIDENCE.likely,
    );
    return length.text;
  }
  return null;
}
