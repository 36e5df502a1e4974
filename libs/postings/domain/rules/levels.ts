import type { Block } from '../markdown-blocks.js';
import type { Level } from '../posting-document.js';
import { CONFIDENCE, diagnose, noteFact, type Reading } from '../reading.js';
import { withSubsections, type SectionReading } from '../sections.js';
import { namesAJob } from './occupations.js';

const EXTENDS =
  /\b(?:extends?|builds (?:up)?on|in addition to|everything (?:in|of|from|that)|everything(?= an?\b)|on top of)\s+(?:that of\s+|those of\s+)?(?:the |an? )?(.{2,80})/i;
const SHARES = /\b(?:shares? the same|same (?:requirements|responsibilities)|outlined above|described above|listed above)\b/i;
const THE_BASE = /^\W*as (?:described|outlined|listed|stated) above\W*$/i;

function rungsBelow(sections: readonly SectionReading[]): readonly SectionReading[] {
  const depth = Math.min(...sections.slice(1).map((section) => section.depth));
  return sections.slice(1).filter((section) => section.depth === depth);
}

/** The longest other rung that the words name. */
function namedRung(text: string, names: readonly string[], self: string): string | null {
  const lower = text.toLowerCase();
  const others = names.filter((name) => name !== self);
  const named = others.filter((name) => lower.includes(name.toLowerCase()));
  if (named.length > 0) return named.sort((a, b) => b.length - a.length)[0]!;
  // "an Intermediate Engineer" is the rung "Engineer (Intermediate)".
  const words = new Set(lower.split(/[^\p{L}\p{N}]+/u));
  const inWords = others.filter((name) => /[([]/.test(name) && (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word))); // prettier-ignore
  return inWords.length === 1 ? inWords[0]! : null;
}

/** What stands under a rung, short labels before lists included. */
function wordsOf({ sections }: Reading, rung: SectionReading): string {
  const parts = withSubsections(sections, sections.indexOf(rung));
  return parts.flatMap((part) => [...(part === rung ? [] : [part.heading]), ...part.blocks.map(({ text }) => text)]).join(' ').slice(0, 2000); // prettier-ignore
}

function baseOf(reading: Reading, rung: SectionReading, rungs: readonly SectionReading[], title: string | null): string | null {
  const text = wordsOf(reading, rung);
  const names = rungs.map(({ heading }) => heading);
  if (THE_BASE.test(text)) return null;
  const match = EXTENDS.exec(text);
  const extended = match ? namedRung(match[1]!, names, rung.heading) : null;
  if (extended) return extended;
  if (!SHARES.test(text)) return null;
  // What stands "above" is the posting itself: the rung that bears its title or says no more than "as described above".
  const plain = rungs.find(
    ({ heading, blocks }) => heading === title || THE_BASE.test(blocks.map((block) => block.text).join(' ')),
  );
  return plain && plain !== rung ? plain.heading : null;
}

function note(reading: Reading, rung: SectionReading, level: Level): Level {
  const at = { block: rung.headingBlock!, index: 0, text: rung.heading };
  noteFact(reading, 'levels', level, at, level.extends ? 'level-heading-extends' : 'level-heading', CONFIDENCE.said);
  return level;
}

/**
 * Reads the ladder of a posting that describes several levels: the headings under one that announces levels, each with the level it builds
 * on. Answers the headings too, so that their sections can be told from the posting's own.
 */
export function readLevels(reading: Reading, title: string | null): { levels: readonly Level[]; headings: ReadonlySet<string> } {
  const at = reading.sections.findIndex((section) => section.kind === 'levels');
  const rungs =
    at >= 0
      ? rungsBelow(withSubsections(reading.sections, at)).filter(({ heading }) => namesAJob(heading) || isGrade(heading))
      : [];
  if (rungs.length >= 2) {
    const levels = rungs.map((rung) => note(reading, rung, { name: rung.heading, extends: baseOf(reading, rung, rungs, title) }));
    return { levels, headings: new Set(rungs.map(({ heading }) => heading)) };
  }
  const rows = title === null ? [] : fromTable(reading);
  if (rows.length > 0) return { levels: rows, headings: new Set() };
  if (at >= 0 && title !== null) {
    diagnose(
      reading,
      'info',
      'LEVELS_UNREAD',
      reading.sections[at]!.line,
      'A section on levels names no levels under headings of their own.',
      'levels',
    );
  }
  return { levels: [], headings: new Set() };
}

/** "Level | Experience | Salary": each row is a level. */
function fromTable(reading: Reading): readonly Level[] {
  const head = reading.blocks.find(isHeadOfLevels);
  const below = reading.blocks.filter((block) => block !== head && block.table !== null && block.table === head?.table);
  const rows = below.filter(({ cells }) => (cells?.[0] ?? '').trim() !== '');
  if (!head || rows.length < 2 || rows.length > 8) return [];
  return rows.map((block) => {
    const level = { name: block.cells![0]!.trim(), extends: null };
    noteFact(reading, 'levels', level, { block, index: 0, text: level.name }, 'level-row', CONFIDENCE.said);
    return level;
  });
}

function isHeadOfLevels({ cells }: Block): boolean {
  return cells !== null && cells.length >= 2 && /^(?:levels?|grade|seniority)$/i.test(cells[0]!.trim()) && cells.slice(1).some((cell) => /\b(?:salary|pay|compensation|experience|expect\w*|scope)\b/i.test(cell)); // prettier-ignore
}

function isGrade(heading: string): boolean {
  return /^(?:junior|mid(?:dle|[- ]level)?|intermediate|senior|staff|principal|lead|level \d|L\d|I{1,3})\b/i.test(heading);
}
