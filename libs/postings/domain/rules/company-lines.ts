import { CONFIDENCE, placeIn, type Place, type Reading } from '../reading.js';
import { KIND_OF_COMPANY, NAME, acceptable, clean } from './company-name.js';
import { labelled, listingPieces, underHeadings } from './labels.js';
import { namesAJob } from './occupations.js';
import { EMPLOYER } from './institutions.js';
import { placeBehindName } from './place-in-prose.js';
import { isKnownPlace, splitPlaces } from '../places.js';
import type { TitleReading } from './title.js';

const ONLY_A_NAME = new RegExp(`^${NAME}$`, 'u');
const NAME_IS_HIRING = new RegExp(String.raw`^${NAME} is (?:hiring|looking for|seeking|recruiting) `, 'u');
const AT_NAME = new RegExp(String.raw`\s(?:@|at)\s+${NAME}(?:\s*[([][^)\]]*[)\]])?$`, 'u');
const NAME_AND_DASH = new RegExp(String.raw`^(?:The )?${NAME}\s[–—]\s(.+?)\.?$`, 'u');

/** A company's name with where it stands. */
export interface Found {
  readonly name: string;
  readonly at: Place;
  readonly rule: string;
  readonly confidence: number;
}

/** The line under the title on job boards: a heading with nothing but a name, with another heading right after it. */
function fromBoardHeader(reading: Reading, title: TitleReading): Found | null {
  if (!title.heading) return null;
  const at = reading.blocks.indexOf(title.heading);
  const [name, next] = [reading.blocks[at + 1], reading.blocks[at + 2]];
  if (name?.kind !== 'heading' || name.depth <= title.heading.depth || next?.kind !== 'heading' || next.depth <= name.depth)
    return null;
  if (name.codes.length > 0 || next.codes.length === 0 || name.text.length > 60) return null;
  // Nothing but the company stands there, so words like "Remote" and "Varsity Tutors" are its name.
  return { name: name.text, at: { block: name, index: 0, text: name.text }, rule: 'board-header', confidence: CONFIDENCE.said };
}

function fromTitle(title: TitleReading): Found | null {
  const heading = title.heading?.text ?? '';
  const match = NAME_IS_HIRING.exec(heading) ?? (title.title ? AT_NAME.exec(title.title) : null);
  if (!match || !title.heading || !acceptable(clean(match[1]!))) return null;
  return {
    name: clean(match[1]!),
    at: { block: title.heading, index: 0, text: title.heading.text },
    rule: 'title-at-name',
    confidence: CONFIDENCE.said,
  };
}

const COMPANY_LABEL =
  /^(?:company|employer|organi[sz]ation|company name|who we are|hiring company|studio|agency|institution|unternehmen|firma|empresa|entreprise)$/i;

/** "Company: Name" on a line or in a row of its own. */
function fromLabel(reading: Reading): Found | null {
  const line =
    labelled(reading, COMPANY_LABEL)[0] ??
    underHeadings(reading, COMPANY_LABEL)[0] ??
    labelled(reading, /^department$/i).find(({ value }) => EMPLOYER.test(value));
  const name = line ? clean(line.value.replace(/\s*[([].*$/, '').trim()) : '';
  // Behind the label the article is part of the name.
  const bare = name.replace(/^The /, '');
  if (!line || line.value.split(/\s+/).length > 7 || !ONLY_A_NAME.test(bare) || !acceptable(bare)) return null;
  return { name, at: line, rule: 'company-label', confidence: CONFIDENCE.written };
}

/** What stands beside a company's name in such a line when the title is a heading. */
const LISTED =
  /\bpermanent\b|\b(?:full|part)[- ]time\b|\bfixed[- ]term\b|\bremote\b|\bcontract\b|\bon[- ]?site\b|\bhybrid\b|\d hours\b|[€$£]\s?\d/i;

/** The first piece of a line that lists a job's facts, where another piece names the job. */
function fromListing(reading: Reading): Found | null {
  const pieces = listingPieces(reading);
  const name = clean(pieces[0]?.text.replace(/\s*\(.*$/, '') ?? '');
  const listed = pieces.length >= 3 && pieces.slice(1).some(({ text }) => namesAJob(text) || LISTED.test(text));
  if (!listed || !ONLY_A_NAME.test(name) || LISTED.test(name) || !acceptable(name)) return null;
  return { name, at: pieces[0]!, rule: 'listing-line', confidence: CONFIDENCE.likely };
}

/** "Wolkenwerk GmbH, Hamburg": a name with its legal form near the top of the page. */
const WORDS = String.raw`\p{Lu}[\p{L}’'-]*(?: (?:and |of |& )?\p{Lu}[\p{L}’'-]*){0,3}`;
const LEGAL = new RegExp(
  String.raw`(?<![\p{L}])${NAME}(?=,? (?:GmbH|AG|SE|Inc\b|Ltd\b|LLC|LLP|PLC|S\.?A\.?S?\b|B\.?V\.?|N\.V\.|Oy|AB|A\/S|ApS|Sp\. z o\.?o\.?|s\.r\.o\.|d\.o\.o\.|Kft\.?|K\.K\.|Pty|Pvt|S\.r\.l|SARL|e\.V\.)(?=[\s,.|·)]|$))`,
  'u',
);

/** "University of Kestrelmoor – School of Physics": a line of its own that begins with the name of an institution. */
const INSTITUTION = new RegExp(
  String.raw`^\W{0,3}(?:The )?((?:(?:University|Institute|Museum|City|Ministry|Hospital|Foundation|School|College|Council|Library|Department|Bank) of (?:the )?${WORDS}|${WORDS} (?:University|Institute|Museum|Hospital|Foundation|College|Council|Library|Observatory|Laboratory|Trust)))(?=\s*(?:[–—|,·-]|$))`,
  'u',
);

function fromInstitution(reading: Reading): Found | null {
  for (const sentence of reading.sentences) {
    const { block, text } = sentence;
    if (reading.blocks.indexOf(block) > 3 || block.kind !== 'paragraph' || text.length > 80) continue;
    const match = INSTITUTION.exec(text);
    if (match)
      return {
        name: match[1]!,
        at: placeIn(sentence, match.index, match[0]),
        rule: 'institution',
        confidence: CONFIDENCE.likely,
      };
  }
  return null;
}

function fromLegalForm(reading: Reading): Found | null {
  for (const { block, index, text } of reading.sentences) {
    if (reading.blocks.indexOf(block) > 5 || text.length > 300) continue;
    const match = LEGAL.exec(text);
    const form = match ? /^,? (?:Sp\. z \S+|\S+)/.exec(text.slice(match.index + match[0].length))![0].replace(/[,)]+$/, '') : '';
    if (match && acceptable(clean(match[1]!)))
      return { name: `${match[1]!.replace(/^(?:Die|Das|Der) (?=\p{Lu})/u, '')}${form}`, at: { block, index: index + match.index, text: match[0] }, rule: 'legal-form', confidence: CONFIDENCE.said }; // prettier-ignore
  }
  return null;
}

/** "Elmfield Surgery, York" below the title. */
function fromNameAndPlace(reading: Reading): Found | null {
  const line = reading.blocks[1];
  const below = line?.kind === 'heading' && line.depth > 1 ? line : null;
  const sentence = reading.sentences.find(({ block, text }) => reading.blocks.indexOf(block) < 3 && (block.kind === 'paragraph' || block === below) && placeBehindName(text.replace(/[.\s]+$/, ''))); // prettier-ignore
  const name = sentence ? clean(sentence.text.split(', ')[0]!) : '';
  if (!sentence || !acceptable(name)) return null;
  return { name, at: placeIn(sentence, 0, sentence.text), rule: 'name-and-place', confidence: CONFIDENCE.likely };
}

/** "*The Estuary Post* — Hull, UK": who and where on a line near the top of the page. */
function fromNameAndDash(reading: Reading): Found | null {
  for (const block of reading.blocks.slice(0, 4)) {
    const match = block.kind === 'paragraph' && block.text.length <= 100 ? NAME_AND_DASH.exec(block.text) : null; // prettier-ignore
    if (!match || !splitPlaces(match[2]!).every(isKnownPlace) || !acceptable(clean(match[1]!))) continue;
    const name = block.text.slice(0, block.text.search(/\s[–—]\s/));
    return { name, at: { block, index: 0, text: block.text }, rule: 'name-and-place', confidence: CONFIDENCE.likely };
  }
  return null;
}

const NAME_OF_A_KIND = new RegExp(String.raw`^(?:The )?${NAME}, an? [^,.;]{0,60}?${KIND_OF_COMPANY}\b[^,.;]{0,60}\W*$`, 'u');

/** "*Ballyrue Creameries, a co-operative of 212 farms*": who hires and what they are, on a line near the top of the page. */
function fromNameAndKind(reading: Reading): Found | null {
  for (const block of reading.blocks.slice(0, 4)) {
    const match = block.kind === 'paragraph' && block.text.length <= 160 ? NAME_OF_A_KIND.exec(block.text) : null;
    const name = match ? clean(match[1]!) : '';
    if (match && acceptable(name) && !/^(?:Then|Next|First|Finally|Ideally|Currently)\b/.test(name))
      return { name, at: { block, index: 0, text: block.text }, rule: 'name-of-a-kind', confidence: CONFIDENCE.likely };
  }
  return null;
}

/** "Flutter Developer – Simit Mobility": what stands behind the dash, where a sentence of the page begins with it. */
export function behindTheTitle(reading: Reading, title: TitleReading): Found | null {
  const name = /\s[–—|-]\s([^–—|]{2,40})$/u.exec(title.title ?? '')?.[1]?.trim() ?? '';
  if (!title.heading || !acceptable(name) || !reading.sentences.some(({ block, text }) => block !== title.heading && text.startsWith(`${name} `))) return null; // prettier-ignore
  return {
    name,
    at: { block: title.heading, index: 0, text: title.heading.text },
    rule: 'behind-the-title',
    confidence: CONFIDENCE.likely,
  };
}

/** Who hires, by a line that says little else: a board's header, a label, the facts between bars, a legal form, the title. */
export function companyInLines(reading: Reading, title: TitleReading): Found | null {
  return (
    fromBoardHeader(reading, title) ??
    fromLabel(reading) ??
    fromListing(reading) ??
    fromLegalForm(reading) ??
    fromInstitution(reading) ??
    fromNameAndPlace(reading) ??
    fromNameAndDash(reading) ??
    fromNameAndKind(reading) ??
    fromTitle(title)
  );
}
