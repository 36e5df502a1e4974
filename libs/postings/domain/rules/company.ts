import {
  CONFIDENCE,
  allSentences,
  diagnose,
  frontMatterText,
  noteFact,
  noteFrontMatterFact,
  placeIn,
  type Place,
  type Reading,
} from '../reading.js';
import { classifySection } from '../sections.js';
import { namesAJob } from './occupations.js';
import { isWorld, readPlace } from '../places.js';
import type { TitleReading } from './title.js';

/** A proper name: capitalised words, joined by "of", "and" or "&"; digits and inner capitals allowed. */
const NAME = String.raw`((?:\p{Lu}[\p{L}\p{N}’'&.-]*|\p{N}+\p{Lu}[\p{L}\p{N}]*)(?:\s(?:(?:of|and|for|the|&)\s)?(?:\p{Lu}[\p{L}\p{N}’'&.-]*)){0,5})`;
const KIND_OF_COMPANY =
  '(?:company|start-?up|non-?profit|organi[sz]ation|foundation|agency|consultancy|firm|studio|co-?op(?:erative)?|charity|community|platform|business|team|provider|leader|employer|group|lab|laboratory|institute|publisher|marketplace|network|fintech)'.replace(
    /(?<=[|:])([a-z])/g,
    (letter) => `[${letter.toUpperCase()}${letter}]`,
  );

interface Pattern {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly confidence: number;
}

const PATTERNS: readonly Pattern[] = [
  { rule: 'jobs-at', pattern: new RegExp(String.raw`\b(?:jobs?|careers?|positions?|openings) at (?:the )?${NAME}`, 'u'), confidence: 0.9 },
  { rule: 'equal-opportunity-employer', pattern: new RegExp(String.raw`(?<![\p{L}])${NAME}(?:,? \(?\w+\)?)? (?:is|are) (?:proud to be )?an? (?:\S+ ){0,3}?(?:equal|EEO)[ -](?:employment )?opportunit`, 'u'), confidence: 0.9 },
  { rule: 'at-name-we', pattern: new RegExp(String.raw`(?:^|[.!?]\s)At ${NAME},? (?:we|our|you)\b`, 'u'), confidence: 0.85 },
  { rule: 'name-is-a-company', pattern: new RegExp(String.raw`(?:^|[.!?]\s+)${NAME} is (?:an?|the) (?:[\p{L}\p{N},'’/-]+\s+){0,8}?${KIND_OF_COMPANY}\b`, 'u'), confidence: 0.85 },
  { rule: 'work-at', pattern: new RegExp(String.raw`\b(?:work|working) (?:here )?at (?:the )?${NAME}`, 'u'), confidence: 0.7 },
  { rule: 'join-name', pattern: new RegExp(String.raw`\b[Jj]oin(?:ing)? (?:the )?${NAME} (?:team\b|as an?\b|and help\b)`, 'u'), confidence: 0.8 },
  { rule: 'represent-name', pattern: new RegExp(String.raw`\b[Rr]epresent(?:ing)? ${NAME} and its\b`, 'u'), confidence: 0.75 },
]; // prettier-ignore

/** Words that open sentences or headings with a capital, and are nobody's name. */
const NOT_A_NAME =
  /^(?:us|we|you|our|your|the|this|that|these|it|they|i|he|she|who|what|why|how|there|here|job|jobs|role|position|team|company|candidate|home|work|remote|benefits|open source|all|any|a|an|and|apply|applicants?|in|as|if|at|for|engineering|product|design|data|science|salary|location|english)$/i;

function acceptable(name: string): boolean {
  if (
    name.length < 2 ||
    name.length > 60 ||
    NOT_A_NAME.test(name) ||
    /^(?:The|This|Our|Your|We|You|It|If|As|In|A|An) /.test(name)
  )
    return false;
  return !namesAJob(name) && readPlace(name).kind === 'other' && !isWorld(name);
}

function clean(name: string): string {
  return name.replace(/(?:['’]s)?[.,'’-]*$/, '').replace(/,? (?:Inc|Ltd|LLC|GmbH|Corp)\.?$/i, '');
}

interface Found {
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
  if (name.codes.length > 0 || next.codes.length === 0 || classifySection(name.text) !== 'other' || !acceptable(name.text))
    return null;
  return { name: name.text, at: { block: name, index: 0, text: name.text }, rule: 'board-header', confidence: CONFIDENCE.said };
}

function fromTitle(title: TitleReading): Found | null {
  const match = title.title ? new RegExp(String.raw`\s(?:@|at)\s+${NAME}$`, 'u').exec(title.title) : null;
  if (!match || !title.heading || !acceptable(clean(match[1]!))) return null;
  return {
    name: clean(match[1]!),
    at: { block: title.heading, index: 0, text: title.heading.text },
    rule: 'title-at-name',
    confidence: CONFIDENCE.said,
  };
}

function fromHeadings(reading: Reading): Found | null {
  for (const block of reading.blocks) {
    if (block.kind !== 'heading' && !block.bold) continue;
    const match = new RegExp(
      String.raw`^(?:About|Working at|Life at|Why|Join|Who is|What is|Hiring (?:@|at)) ${NAME}(?: \(.*)?[?!]?$`,
      'u',
    ).exec(block.text);
    if (match && acceptable(clean(match[1]!)) && !/^About (?:The|You|This|Our)\b/i.test(block.text)) {
      return {
        name: clean(match[1]!),
        at: { block, index: 0, text: block.text },
        rule: 'about-heading',
        confidence: CONFIDENCE.said,
      };
    }
  }
  return null;
}

function fromSentences(reading: Reading): Found | null {
  for (const { rule, pattern, confidence } of PATTERNS) {
    for (const sentence of allSentences(reading)) {
      if (sentence.block.kind === 'heading') continue;
      const match = pattern.exec(sentence.text.slice(0, 1000));
      if (match && acceptable(clean(match[1]!))) {
        return { name: clean(match[1]!), at: placeIn(sentence, match.index, match[0].trim()), rule, confidence };
      }
    }
  }
  return null;
}

/** "(CCI)" right after the name, where the document introduces its short form: the initials of the name, in their order. */
function shortForm(reading: Reading, name: string): string | null {
  const initials = name.split(/[\s-]+/).map((word) => word[0]!.toUpperCase());
  for (const { text } of reading.blocks) {
    const at = text.indexOf(`${name} (`);
    const match = at >= 0 ? /^\((\p{Lu}[\p{Lu}\p{N}]{1,7})\)/u.exec(text.slice(at + name.length + 1)) : null;
    let next = 0;
    for (const letter of match?.[1] ?? '') next = initials.indexOf(letter, next) + 1 || Infinity;
    if (match && Number.isFinite(next)) return match[1]!;
  }
  return null;
}

/** The project that an employer hires for: "jobs at X to work on Y", when the page also speaks of the Y team. */
function projectOf(reading: Reading, found: Found): string | null {
  const { text } = found.at.block;
  const match = new RegExp(String.raw`^(?: \([^)]*\))? to work on ${NAME}`, 'u').exec(
    text.slice(text.indexOf(found.name) + found.name.length),
  );
  const project = match ? clean(match[1]!) : null;
  if (!project || !acceptable(project)) return null;
  const words = [...reading.blocks.map((block) => block.text), ...[...reading.frontMatter.values()].map((entry) => entry.text)];
  return words.some((text) => text.includes(`${project} team`)) ? project : null;
}

/** Reads who hires. The front matter says so, a board's header does, or a sentence that employers write about themselves. */
export function readCompany(reading: Reading, title: TitleReading): string | null {
  const front = frontMatterText(reading, [
    'company',
    'organization',
    'organisation',
    'employer',
    'hiringorganization',
    'companyname',
  ]);
  if (front) {
    noteFrontMatterFact(reading, 'company', front.text, front.key);
    return front.text;
  }
  const found = fromBoardHeader(reading, title) ?? fromTitle(title) ?? fromSentences(reading) ?? fromHeadings(reading);
  if (!found) {
    diagnose(reading, 'warning', 'COMPANY_MISSING', 1, 'The document does not say who hires. Name the company.', 'company');
    return null;
  }
  const short = shortForm(reading, found.name);
  const project = projectOf(reading, found);
  const name = `${found.name}${short ? ` (${short})` : ''}${project ? ` / ${project}` : ''}`;
  noteFact(reading, 'company', name, found.at, found.rule, found.confidence);
  return name;
}
