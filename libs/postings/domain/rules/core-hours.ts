import type { Weekday } from '#libs/kernel/index.js';
import { lineAt, lineBlock } from '../markdown-blocks.js';
import type { CoreHours } from '../posting-document.js';
import { clockText, findWeekdays, findWindows, type ClockWindow } from '../clock-times.js';
import {
  CONFIDENCE,
  allSentences,
  diagnose,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  sectionOf,
  type Place,
  type Reading,
  type Sentence,
} from '../reading.js';
import { readZone, zoneAround, type ZoneReading } from '../zone-names.js';

/** The words under which teams state the hours in which everybody is there. */
const NAMED =
  /\bcore (?:\w+ ){0,2}(?:hours|time)\b|\b(?:team|common|shared|collaboration|anchor) hours\b|\bcore[- ]hours?\b|\boverlap(?:ping)? (?:hours|window|time)\b|\bhours of overlap\b/i;
/** Words that ask for presence in a window without calling it core hours. */
const PRESENCE =
  /\b(?:make time|(?:be|are|is) (?:all |always |usually )?(?:available|online|reachable|around|present)|available|availability|overlap|meetings?|stand-?ups?|calls|synchronous|collaborat\w+|work(?:ing)? hours|hours for)\b/i;
/** Windows that are something else: when a day may begin, shifts, duty, customers' hours, quantities of hours. */
const OTHER_HOURS =
  /\bon[- ]call\b|\bshifts?\b|\bnight\b|\bstart(?:ing|s)? (?:work |your day |the day |anywhere |any ?time )*(?:between|from|at)\b|\bbegin(?:s|ning)? (?:work )?(?:between|at)\b|\b(?:office|opening|business|support|store|service|customer|quiet) hours\b|\bopen from\b|\b(?:lunch|interview|webinar|event) /i;

/** A number of hours out of a window. */
const SOME_HOURS =
  /\b(?:\d{1,2}|two|three|four|five|six)(?:\+| or \w+|-\d)?[- ]hours?\b.{0,40}\boverlap|\boverlap\b.{0,60}\b(?:\d{1,2}|two|three|four|five|six)(?:\+| or \w+|-\d)?[- ]hours?\b/i;

/** What every window has; most sentences have none. */
const CLOCK = /\d|noon|midday/i;

interface Found {
  readonly window: ClockWindow;
  readonly zone: ZoneReading | null;
  readonly days: readonly Weekday[];
  readonly at: Place;
  readonly line: number;
  readonly named: boolean;
}

function zoneOf(window: ClockWindow, text: string): ZoneReading | null {
  const after = text.slice(window.index + window.text.length);
  const around = zoneAround(after, text.slice(0, window.index));
  return around ?? (window.innerZone ? readZone(window.innerZone) : null);
}

function findIn(reading: Reading, sentence: Sentence, headed: boolean): readonly Found[] {
  // "four hours of overlap with 9am-5pm Eastern" asks for some of the window, not for all of it.
  if (SOME_HOURS.test(sentence.text) && !/\bcore\b/i.test(sentence.text)) return [];
  const named = NAMED.test(sentence.text) || headed;
  if (!named && !PRESENCE.test(sentence.text)) return [];
  if (OTHER_HOURS.test(sentence.text) && !NAMED.test(sentence.text)) return [];
  const found: Found[] = [];
  for (const window of findWindows(sentence.text, named)) {
    const zone = zoneOf(window, sentence.text);
    // Without the name, only a zone tells hours of a team from any other hours.
    if (!named && zone === null) continue;
    const at = { ...placeIn(sentence, 0, sentence.text) };
    found.push({
      window,
      zone,
      days: findWeekdays(sentence.text),
      at,
      line: lineAt(sentence.block, sentence.index + window.index),
      named,
    });
  }
  return found;
}

function findAll(reading: Reading): readonly Found[] {
  const found: Found[] = [];
  for (const sentence of allSentences(reading)) {
    if (!CLOCK.test(sentence.text)) continue;
    const section = sectionOf(reading, sentence.block);
    if (
      section &&
      ['process', 'round', 'on_call', 'closed_jobs', 'requirements'].includes(section.kind) &&
      !NAMED.test(sentence.text)
    )
      continue;
    const headed = section !== null && section.headingBlock !== sentence.block && NAMED.test(section.heading);
    found.push(...findIn(reading, sentence, headed));
  }
  const named = found.filter((one) => one.named);
  return named.length > 0 ? named : found;
}

function refuseWindow(reading: Reading, { window, zone, line }: Found): boolean {
  const say = (code: string, message: string): true => {
    diagnose(reading, 'error', code, line, `${message} No core hours were taken.`, 'coreHours');
    return true;
  };
  if (window.fault === 'impossible') return say('CORE_HOURS_IMPOSSIBLE', `"${window.text}" is no time of day.`);
  if (window.fault === 'ambiguous')
    return say('CORE_HOURS_AMBIGUOUS', `"${window.text}" can be morning or evening; write AM and PM or 24 hours.`);
  if (window.start_min >= window.end_min) {
    return say(
      'CORE_HOURS_REVERSED',
      `"${window.text}" starts at ${clockText(window.start_min)}, not before it ends at ${clockText(window.end_min)}.`,
    );
  }
  if (zone === null) return say('CORE_HOURS_ZONE_MISSING', `"${window.text}" names no time zone.`);
  if (zone.zone === null)
    return say('CORE_HOURS_ZONE_UNKNOWN', `The zone of "${window.text}" cannot be used: ${zone.doubt ?? zone.text}.`);
  return false;
}

function contradictions(reading: Reading, found: readonly Found[]): boolean {
  const first = found[0]!;
  const other = found.find(
    ({ window, zone, days }) =>
      (window.start_min !== first.window.start_min ||
        window.end_min !== first.window.end_min ||
        zone?.zone !== first.zone?.zone) &&
      days.join() === first.days.join(),
  );
  if (!other) return false;
  const message = `Two different windows are stated: "${first.window.text}" on line ${first.line} and "${other.window.text}" on line ${other.line}. No core hours were taken; keep one.`;
  diagnose(reading, 'error', 'CORE_HOURS_CONTRADICTORY', other.line, message, 'coreHours');
  return true;
}

function accept(reading: Reading, { window, zone, days, at, line, named }: Found): CoreHours {
  const hours: CoreHours = { start: clockText(window.start_min), end: clockText(window.end_min), zone: zone!.zone!, days };
  if (zone!.doubt) {
    const message = `"${zone!.text}" was read as ${zone!.zone} (${zone!.doubt}). Confirm the zone.`;
    diagnose(reading, 'warning', 'CORE_HOURS_ZONE_UNCERTAIN', line, message, 'coreHours');
  }
  if (days.length === 0) {
    const message =
      'The document names no weekdays for the core hours; they are left open, and Monday to Friday is used until somebody says otherwise.';
    diagnose(reading, 'info', 'CORE_HOURS_DAYS_MISSING', line, message, 'coreHours');
  }
  const whom =
    /\bfor ((?:all )?[\p{L}.]+-based (?:employees|team members|colleagues|staff|people)|(?:employees|people|team members) (?:based )?in [^.,;]{2,40})/u.exec(
      at.text,
    );
  if (whom) {
    const message = `The core hours are stated for ${whom[1]!} only. Confirm that they are meant for every candidate.`;
    diagnose(reading, 'info', 'CORE_HOURS_FOR_SOME', line, message, 'coreHours');
  }
  noteFact(
    reading,
    'coreHours',
    hours,
    at,
    named ? 'core-hours-sentence' : 'presence-window',
    named ? CONFIDENCE.said : CONFIDENCE.likely,
  );
  return hours;
}

function sentenceOfFrontMatter(reading: Reading, key: string): Sentence | null {
  const entry = reading.frontMatter.get(key);
  if (typeof entry?.value !== 'string') return null;
  const block = lineBlock(entry.value, entry.line);
  return { block, index: 0, text: entry.value };
}

/**
 * Reads the window in which everybody is there, with its zone. Null with a diagnostic when it is contradictory, impossible or without a zone:
 * scheduling follows these hours like a law, so nothing in them is guessed.
 */
export function readCoreHours(reading: Reading): CoreHours | null {
  const front = sentenceOfFrontMatter(reading, 'corehours');
  const found = front ? findIn(reading, front, true) : findAll(reading);
  const first = found[0];
  if (!first) {
    diagnose(reading, 'info', 'CORE_HOURS_MISSING', 1, 'The document states no core hours.', 'coreHours');
    return null;
  }
  if (refuseWindow(reading, first) || contradictions(reading, found)) return null;
  if (!front) return accept(reading, first);
  const hours = accept(reading, first);
  reading.facts.pop();
  noteFrontMatterFact(reading, 'coreHours', hours, 'corehours');
  return hours;
}
