import { isZoneCity } from './zone-names.js';

/** ISO 3166-1 alpha-2 codes in force. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** Every country's two-letter code. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set(CODES.split(' '));

const ALIASES: readonly (readonly [string, string])[] = [
  ['us', 'US'], ['usa', 'US'], ['u.s.', 'US'], ['u.s', 'US'], ['u.s.a.', 'US'], ['united states of america', 'US'], ['the states', 'US'],
  ['america', 'US'], ['uk', 'GB'], ['u.k.', 'GB'], ['u.k', 'GB'], ['great britain', 'GB'], ['britain', 'GB'], ['england', 'GB'],
  ['scotland', 'GB'], ['wales', 'GB'], ['northern ireland', 'GB'], ['czech republic', 'CZ'], ['holland', 'NL'], ['turkey', 'TR'],
  ['türkiye', 'TR'], ['south korea', 'KR'], ['korea', 'KR'], ['uae', 'AE'], ['u.a.e.', 'AE'], ['hong kong', 'HK'], ['macedonia', 'MK'],
  ['ivory coast', 'CI'], ['bosnia', 'BA'], ['deutschland', 'DE'], ['deutschlands', 'DE'], ['österreich', 'AT'], ['schweiz', 'CH'], ['españa', 'ES'], ['italia', 'IT'], ['brasil', 'BR'], ['méxico', 'MX'], ['republic of ireland', 'IE'], ['vietnam', 'VN'], ['viet nam', 'VN'], ['russia', 'RU'],
]; // prettier-ignore

function countryNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const map = new Map<string, string>();
  for (const code of COUNTRY_CODES) map.set((names.of(code) ?? code).toLowerCase().replace(/&/g, 'and'), code);
  map.delete('georgia'); // the name of a US state too; nobody can tell which from the word alone
  for (const [name, code] of ALIASES) map.set(name, code);
  return map;
}

const NAMES = countryNames();

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const EUROPE = `${EU} AL AD BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS SM UA VA XK`;
const NORTH_AMERICA = 'US CA MX';
const LATIN_AMERICA = 'AR BO BR CL CO CR CU DO EC SV GT HN HT MX NI PA PY PE PR UY VE GP MQ GF BL MF';
const CARIBBEAN = 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI';

/** Regions whose members are beyond dispute. A region that people draw differently (EMEA, APAC) is in `LOOSE_REGIONS`. */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ['eu', EU], ['e.u.', EU], ['european union', EU], ['eea', `${EU} IS LI NO`], ['european economic area', `${EU} IS LI NO`],
  ['europe', EUROPE], ['schengen', `${EU} CH IS LI NO`.replace('CY ', '').replace('IE ', '')],
  ['dach', 'DE AT CH'], ['benelux', 'BE NL LU'], ['nordics', 'DK FI IS NO SE'], ['baltics', 'EE LV LT'], ['iberia', 'ES PT'],
  ['british isles', 'GB IE IM GG JE'], ['north america', NORTH_AMERICA], ['latin america', LATIN_AMERICA], ['latam', LATIN_AMERICA],
  ['south america', 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE'], ['central america', 'BZ CR GT HN NI PA SV'],
  ['americas', `${NORTH_AMERICA} ${LATIN_AMERICA} ${CARIBBEAN} BZ GY SR FK`], ['the americas', `${NORTH_AMERICA} ${LATIN_AMERICA} ${CARIBBEAN} BZ GY SR FK`],
  ['anz', 'AU NZ'],
]); // prettier-ignore

const LOOSE_REGIONS: ReadonlySet<string> = new Set([
  'emea', 'apac', 'asia', 'africa', 'oceania', 'middle east', 'mena', 'asia pacific', 'asia-pacific', 'eastern europe', 'western europe',
  'central europe', 'northern europe', 'southern europe', 'scandinavia', 'cee', 'sub-saharan africa', 'south asia', 'southeast asia', 'caribbean',
]); // prettier-ignore

const WORLD =
  /^(?:(?:from )?any ?where(?: (?:in|around|on) (?:the )?(?:world|globe|earth|planet))?|world ?-?wide|global(?:ly)?|any (?:location|country)|all over the world|everywhere|wherever you (?:are|live|like|want)|the whole world|all countries)$/i;

/** States and provinces by the codes that follow a city's name. */
const STATE_CODES: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK NSW VIC QLD'.split(
    ' ',
  ),
);

/** Their names, without those that a city bears too. */
const STATE_NAMES: ReadonlySet<string> = new Set(
  `Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas,
  Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire,
  New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
  Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Alberta, British Columbia, Manitoba, New Brunswick,
  Newfoundland, Nova Scotia, Ontario, Saskatchewan, New South Wales, Queensland, Tasmania`.split(/,\s+/),
);

/** Whether the words are the name of a state or a province that no city bears. */
export function isState(text: string): boolean {
  return STATE_NAMES.has(text);
}

/** What a name of a place means. */
export interface PlaceReading {
  readonly kind: 'country' | 'region' | 'world' | 'other';
  /** ISO code of a country; the words as written for the rest. */
  readonly value: string;
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:the|all of|anywhere in(?: the)?)\s+/i, '')
    .replace(/[\s.]+$/, '')
    .toLowerCase()
    .replace(/&/g, 'and');
}

/** Reads one place: a country by name or by a code that is no US state, a region, the whole world, or something else (a city). */
export function readPlace(text: string): PlaceReading {
  const trimmed = text.trim();
  if (WORLD.test(trimmed.replace(/^remote[\s,:-]+/i, ''))) return { kind: 'world', value: trimmed };
  const name = bare(trimmed);
  const country = NAMES.get(name) ?? NAMES.get(`${name}.`);
  // Lower-case "us" is a pronoun.
  if (country && !(name.length === 2 && trimmed.replace(/^the /i, '') === name)) return { kind: 'country', value: country };
  if (REGIONS.has(name) || LOOSE_REGIONS.has(name))
    return { kind: 'region', value: trimmed.replace(/^(?:the|all of|anywhere in(?: the)?)\s+/i, '') };
  const code = trimmed.toUpperCase();
  if (trimmed === code && COUNTRY_CODES.has(code) && !STATE_CODES.has(code)) return { kind: 'country', value: code };
  return { kind: 'other', value: trimmed };
}

/** The countries of a region by name, or null when it is none or people draw it differently. */
export function countriesOf(region: string): ReadonlySet<string> | null {
  const members = REGIONS.get(bare(region));
  return members ? new Set(members.split(' ')) : null;
}

/** Whether the words mean the whole world. */
export function isWorld(text: string): boolean {
  return readPlace(text).kind === 'world' || /^anywhere in the world\b/i.test(text.trim());
}

/** "Haumoana, Hawke's Bay", "Mitchelstown, County Cork": names that only what lies around a town has. */
const AROUND = /^(?:County|Co\.) \p{Lu}|\p{L} (?:County|Bay|Coast|Valley|Islands?|Peninsula|Highlands|Region|Province|Prefecture|Canton|Voivodeship)$|^\p{Lu}\p{Ll}+shire$/u; // prettier-ignore

/** Whether "Cambridge, MA" or "Berlin, Germany" are one place: the second part lies around the first. */
function qualifies(part: string, before: string): boolean {
  const outer = readPlace(part);
  if (readPlace(before).kind !== 'other' || /^[Rr]emote\b|^REMOTE\b|^[A-Z]{2}$/.test(before) || STATE_NAMES.has(before))
    return false;
  return STATE_CODES.has(part) || STATE_NAMES.has(part) || outer.kind === 'country' || AROUND.test(part);
}

/**
 * Splits a list of places. Commas join a city to its state or country ("Cambridge, MA", "Berlin, Germany") and part everything else;
 * a board that joins fields with bare commas ("US,Remote,Cambridge, MA") is read the same way. "Remote" stays a part of its own.
 */
export function splitPlaces(text: string): readonly string[] {
  const places: string[] = [];
  // A street with its number is one address, whatever commas it has.
  if (/\d+\s+\p{Lu}[\p{L} ]+\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Way)\b|\b[A-Z]{2} \d{5}\b/u.test(text))
    return [text.trim()];
  const joined = text.replace(
    /\b(Bosnia|Trinidad|Antigua|Kitts|Tome|Turks|Pierre|Svalbard|Wallis|Island|Tyne|Brighton) and (?=\p{Lu})/gu,
    '$1\u0001',
  );
  for (const piece of joined.split(/\s*(?:;|\||·|•|\s\/\s|\s[-–—]\s|\n|\bor\b|\band\b|&)\s*/)) {
    for (const part of piece.split(/,\s*(?:and |or )?/i)) {
      const trimmed = part
        .replace(/\u0001/g, ' and ')
        .trim()
        .replace(/^(?:the)\s+/i, '')
        .replace(/[.\s]+$/, (end) => (/^[A-Z]\.[A-Z]\.$/.test(part.trim()) ? end : ''));
      const last = places.at(-1);
      if (trimmed === '') continue;
      if (last !== undefined && qualifies(trimmed, last) && piece.includes(`${last.split(', ').at(-1)!}, ${trimmed}`)) {
        // "Brno, South Moravian Region, Czechia" is one place too.
        const city = /\b(?:Region|Province|County|State|District|Prefecture|Canton|Oblast|Voivodeship|Department)$/.test(last) ? places.at(-2) : undefined; // prettier-ignore
        const whole = city !== undefined && piece.includes(`${city}, ${last}`) ? `${city}, ${last}` : last;
        if (whole !== last) places.pop();
        places[places.length - 1] = `${whole}, ${trimmed}`;
      } else places.push(trimmed);
    }
  }
  return places;
}

/** A name of a place is a few capitalised words, or the world. */
export function isAPlace(text: string): boolean {
  if (/^(?:UTC|GMT|[A-Z]{1,3}[SD]T\b|CET|\d)/.test(text)) return false;
  if (readPlace(text).kind !== 'other' || /^\p{Lu}.*\b[A-Z]{2} \d{5}\b/u.test(text)) return true;
  return (
    /^\p{Lu}/u.test(text) &&
    text.split(/\s+/).length <= 6 &&
    !/\b(?:you|we|our|is|are|will|flexible|hybrid|office|onsite|on-site|time ?zones?|tbd)\b/i.test(text)
  );
}

/** Cities in which many jobs are and that give no time zone their name. */
const CITIES: ReadonlySet<string> = new Set(
  `aarhus, atlanta, austin, bangalore, barcelona, basel, belfast, bengaluru, bergen, bern, bilbao, bochum, bologna, bonn, birmingham, bordeaux, boston, brisbane, bristol, brno,
  cambridge, cape town, chennai, cologne, copenhagen, cork, cracow, dallas, delhi, düsseldorf, edinburgh, eindhoven,
  frankfurt, gdansk, gdańsk, geneva, ghent, glasgow, gothenburg, göteborg, graz, hamburg, hanoi, houston, hyderabad,
  krakow, kraków, lausanne, leeds, leipzig, lille, linz, lyon, malmo, malmö, manchester, marseille, medellín, melbourne,
  miami, milan, montreal, montréal, mumbai, munich, münchen, nantes, naples, new york, new york city, noida, osaka,
  ottawa, oxford, philadelphia, pittsburgh, porto, portland, poznań, pune, quito, rotterdam, salt lake city, san diego,
  san francisco, san jose, são paulo, sao paulo, seattle, seville, shenzhen, sheffield, strasbourg, tampere, tampa, the hague, turku, uppsala, wellington, york, stuttgart, surat, tel aviv, thessaloniki, toulouse,
  trondheim, turin, utrecht, valencia, vilnius, washington, wrocław, wroclaw, zürich, zurich, łódź`.split(/,\s+/),
);

/** Whether the words surely name a place of this world: a country, a region, a known city, or a city with its state or country. */
export function isKnownPlace(text: string): boolean {
  if (readPlace(text).kind !== 'other') return true;
  const [city, outer, ...more] = text.split(', ');
  if (outer !== undefined && more.length === 0) return /^\p{Lu}/u.test(city!) && qualifies(outer, city!);
  return CITIES.has(text.toLowerCase()) || isZoneCity(text);
}

/** Reads a list of two-letter codes as countries when one of them is no US state's: "NL, DE, ES" are three countries, "CA, CO" may be states. */
export function readCodes(parts: readonly string[]): readonly PlaceReading[] | null {
  const codes = parts.every((part) => COUNTRY_CODES.has(part)) && parts.some((part) => !STATE_CODES.has(part));
  return codes ? parts.map((value) => ({ kind: 'country', value })) : null;
}
