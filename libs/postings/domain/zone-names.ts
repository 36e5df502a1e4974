import { isZone } from '#libs/kernel/index.js';

/** A zone as people write it, read as an IANA name. */
export interface ZoneReading {
  /** IANA name; null when the words name a zone that does not exist or could be several. */
  readonly zone: string | null;
  readonly text: string;
  /** Why a person should look: an abbreviation with several meanings, or winter time written for the whole year. */
  readonly doubt: string | null;
}

/** Names that are certain, or certain enough with a doubt. Targets follow the tz database (2025c) `zone.tab` and `backward`. */
const NAMED: readonly (readonly [RegExp, string, string | null])[] = [
  [/^(?:central european(?: summer)?(?: time)?|cet\s*\/\s*cest|cest|cet)\b/i, 'Europe/Brussels', null],
  [/^(?:eastern european(?: summer)?(?: time)?|eest|eet)\b/i, 'Europe/Athens', null],
  [/^(?:western european(?: summer)?(?: time)?|west|wet)\b/i, 'Europe/Lisbon', null],
  [/^(?:(?:us|u\.s\.|north american)[ -])?eastern\b(?: (?:standard|daylight))?(?: time)?/i, 'America/New_York', null],
  [/^(?:(?:us|u\.s\.|north american)[ -])?pacific\b(?: (?:standard|daylight))?(?: time)?/i, 'America/Los_Angeles', null],
  [/^(?:(?:us|u\.s\.|north american)[ -])?mountain\b(?: (?:standard|daylight))?(?: time)?/i, 'America/Denver', null],
  [/^(?:(?:us|u\.s\.|north american)[ -])?central\b(?! european)(?: (?:standard|daylight))?(?: time)?/i, 'America/Chicago', null],
  [/^(?:us )?(?:E[SD]T)\b/, 'America/New_York', 'EST and EDT are half-year names'],
  [/^(?:us )?(?:P[SD]T)\b/, 'America/Los_Angeles', 'PST and PDT are half-year names'],
  [/^(?:us )?(?:M[SD]T)\b/, 'America/Denver', 'MST and MDT are half-year names'],
  [/^(?:us )?CDT\b/, 'America/Chicago', 'CDT is a half-year name'],
  [/^us CST\b/i, 'America/Chicago', 'CST is a half-year name'],
  [/^(?:us )?(?:ET)\b/, 'America/New_York', null],
  [/^(?:us )?(?:PT)\b/, 'America/Los_Angeles', null],
  [/^(?:us )?(?:MT)\b/, 'America/Denver', null],
  [/^(?:us )?(?:CT)\b/, 'America/Chicago', null],
  [/^(?:uk|british|london)(?: summer)? time\b/i, 'Europe/London', null],
  [/^(?:indian?(?: standard)?) time\b/i, 'Asia/Kolkata', null],
  [/^(?:japan(?:ese)?(?: standard)? time|JST)\b/i, 'Asia/Tokyo', null],
  [/^(?:singapore time|SGT)\b/i, 'Asia/Singapore', null],
  [/^(?:A[ED][SD]T|AET|(?:australian )?(?:sydney|melbourne) time)\b/i, 'Australia/Sydney', null],
  [/^(?:NZ[SD]T|new zealand time)\b/i, 'Pacific/Auckland', null],
  [/^BRT\b/, 'America/Sao_Paulo', null],
  [/^MSK\b/, 'Europe/Moscow', null],
  [/^(?:coordinated universal time|zulu time)\b/i, 'UTC', null],
];

/** Abbreviations that stand for several zones; none is chosen. */
const AMBIGUOUS: readonly (readonly [RegExp, string])[] = [
  [/^CST\b/, 'CST is North American Central or China Standard Time'],
  [/^IST\b/, 'IST is Indian, Israel or Irish time'],
  [/^BST\b/, 'BST is British Summer Time for half a year, and Bangladesh time'],
  [/^AST\b/, 'AST is Atlantic or Arabia time'],
];

const CITY_ZONES: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [zone.replace(/^.*\//, '').replace(/_/g, ' ').toLowerCase(), zone]),
);

/** Whether a zone bears the name of that city. */
export function isZoneCity(name: string): boolean {
  return /^\p{Lu}/u.test(name) && CITY_ZONES.has(name.toLowerCase());
}

const ZONE_IDS: ReadonlyMap<string, string> = new Map([...CITY_ZONES.values(), 'UTC'].map((zone) => [zone.toLowerCase(), zone]));

/** The zone of a city that gives one its name ("Oslo"), or null. */
export function zoneOfCity(name: string): string | null {
  return CITY_ZONES.get(name.toLowerCase()) ?? null;
}

/** The IANA name in its own spelling, or null when there is no such zone. Old links ("Asia/Calcutta") are kept as written. */
export function canonicalZone(name: string): string | null {
  return ZONE_IDS.get(name.toLowerCase()) ?? (name.includes('/') && isZone(name) ? name : null);
}

function readOffset(text: string): ZoneReading | null {
  const match = /^(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?\b/i.exec(text);
  if (!match) return null;
  const sign = match[1] === '+' ? '-' : '+'; // the signs of Etc/GMT are those of POSIX, the other way round
  const hours = Number(match[2]);
  if (Number(match[3] ?? 0) !== 0 || hours > 14) {
    return { zone: null, text: match[0], doubt: `${match[0]} is an offset without a zone` };
  }
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${sign}${hours}`;
  return { zone, text: match[0], doubt: hours === 0 ? null : `${match[0]} is an offset that does not follow daylight saving` };
}

/** Reads the zone that `text` begins with, or null when it begins with none. "Mars/Phobos" reads as a zone that does not exist. */
export function readZone(text: string): ZoneReading | null {
  const iana = /^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]*)+/.exec(text);
  if (iana) {
    const zone = canonicalZone(iana[0]);
    return { zone, text: iana[0], doubt: zone ? null : `there is no time zone "${iana[0]}"` };
  }
  const offset = readOffset(text);
  if (offset) return offset;
  const utc = /^(?:UTC|GMT|Z(?=\b))(?![A-Za-z])/.exec(text);
  if (utc)
    return {
      zone: 'UTC',
      text: utc[0],
      doubt: utc[0] === 'GMT' ? 'GMT may mean the time in Britain, which has summer time' : null,
    };
  for (const [pattern, zone, doubt] of NAMED) {
    const match = pattern.exec(text);
    if (match) return { zone, text: match[0], doubt };
  }
  for (const [pattern, doubt] of AMBIGUOUS) {
    const match = pattern.exec(text);
    if (match) return { zone: null, text: match[0], doubt };
  }
  const city = /^([A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) time\b/.exec(text);
  const zone = city ? CITY_ZONES.get(city[1]!.toLowerCase()) : undefined;
  return city && zone ? { zone, text: city[0], doubt: null } : null;
}

/**
 * The zone named next to a window: right after it (an article, "in" or a bracket may stand between), or before it in the same sentence.
 * In: the words after and before the window.
 */
export function zoneAround(after: string, before: string): ZoneReading | null {
  const ahead = after.slice(0, 60).replace(/^[\s,]*(?:[([]\s*)?(?:(?:in|local|at)\s+)?(?:the\s+)?/i, '');
  const next = readZone(ahead);
  if (next) return next;
  const behind = before.slice(-60);
  for (const match of behind.matchAll(/(?<![A-Za-z/])[A-Z]/g)) {
    const zone = readZone(behind.slice(match.index));
    // Only words that say nothing else may stand between the zone and the window.
    if (
      zone &&
      /^[\s):,–-]*(?:are|is|time|from|between|hours|of|to be)?[\s):,–-]*$/i.test(behind.slice(match.index + zone.text.length))
    )
      return zone;
  }
  return null;
}
