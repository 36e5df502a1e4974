import { lineAt, type Block } from '../markdown-blocks.js';
import type { Round } from '../posting-document.js';
import { findSpans } from '../durations.js';
import { CONFIDENCE, diagnose, noteFact, type Place, type Reading } from '../reading.js';
import { withSubsections, type SectionReading } from '../sections.js';
import { labelled } from './labels.js';
import { type Candidate, chooseRounds, chooseTable, fromInvitation, fromNumberedLines, fromTimedHeadings, fromTimedLines } from './round-forms.js'; // prettier-ignore
import { fromLine, fromProse, fromStatement } from './round-prose.js';
import { splitRound } from './round-splits.js';
import { readRound, type RoundReading } from './round.js';

/** The interview process of a document. */
export interface ProcessReading {
  readonly rounds: readonly Round[];
  readonly processDuration: string | null;
  /** Headings that are rounds themselves. */
  readonly roundHeadings: ReadonlySet<string>;
}

/** A list longer than this is no interview process. */
const MOST_ROUNDS = 20;

const COUNT_WORD: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };

function checkStatedCount(reading: Reading, blocks: readonly Block[], rounds: number, offers: number): void {
  for (const block of blocks) {
    const match =
      /\b(two|three|four|five|six|seven|eight|[2-9])[ -](?:(?:interview|main|simple|short|quick) )?(?:rounds|steps|stages|interviews|parts|phases)\b/i.exec(
        block.text,
      );
    if (!match || block.list !== null) continue;
    const stated = COUNT_WORD[match[1]!.toLowerCase()] ?? Number(match[1]);
    if (stated === rounds || stated === rounds - offers) return;
    const message = `The text speaks of ${match[0]}, but ${rounds} were found. Check the rounds.`;
    return diagnose(reading, 'warning', 'ROUND_COUNT_MISMATCH', lineAt(block, match.index), message, 'rounds');
  }
}

function report(reading: Reading, { round, source, kind, several }: RoundReading): void {
  const { block } = source;
  const words = source.origin ?? block;
  const place: Place = { block: words, index: 0, text: words.text };
  noteFact(reading, 'rounds', round, place, 'process-round', kind.doubt ? CONFIDENCE.likely : CONFIDENCE.said);
  if (kind.doubt) {
    const message = `Round ${round.order} ("${round.name}") was taken as ${round.kind}: ${kind.doubt}. Confirm or change it.`;
    diagnose(reading, 'warning', 'ROUND_KIND_UNCERTAIN', block.line, message, 'rounds');
  }
  if (several) {
    diagnose(
      reading,
      'warning',
      'ROUND_MAY_BE_SEVERAL',
      block.line,
      `Round ${round.order} may be several rounds in one. Split it if so.`,
      'rounds',
    );
  }
  if (round.optional) {
    diagnose(
      reading,
      'info',
      'ROUND_OPTIONAL',
      block.line,
      `Round ${round.order} ("${round.name}") is optional; when it is held is not said.`,
      'rounds',
    );
  }
}

/** Sentences about the whole of the process. */
const WHOLE =
  /\b(?:whole|entire|full|overall|total|complete) (?:interview |hiring |recruit\w+ |application )?(?:process|time ?(?:frame|line)?|thing)|\b(?:whole|entire|complete|full) (?:\w+ )?(?:process|procedure)\b|\b(?:whole|entire|full) (?:interview|hiring|recruit\w+|application|selection)\b|\b(?:try|aim|like|want|promise) to (?:finish|complete|be done|wrap up)\b|\bprocess (?:usually |typically |normally |generally |should |will |to )?(?:takes?|lasts?)|\bstart to (?:finish|offer)|\bin (?:total|all)\b|\bspread (?:over|across|out over)\b|\ball of (?:this|it) in\b|^\W*(?:two|three|four|five|six|[2-6]) (?:steps|stages|rounds|interviews)\b|\baltogether\b|\bend[- ]to[- ]end\b|\bfrom (?:the |your |an? )?(?:first|application|applying|initial|hello|intro\w*|cv)\b.*\bto (?:an? |the |your )?(?:offer|decision|hire|contract)|^\W*(?:it |this |all of this )?(?:usually |typically |normally )?takes (?:about |around |roughly |~|up to )?\w+(?:[ -]+(?:to|or|-) ?\w+)? (?:working |business )?(?:days|weeks|months)\b/i;
/** The same where no heading says that the page speaks of the process. */
const PROCESS_ANYWHERE =
  /\b(?:interview|hiring|recruit\w+|selection|application|whole|entire) process\b.{0,40}\b(?:takes?|lasts?|completed?|within|is (?:usually|typically)?)\b|\bfrom (?:the |your |an? )?(?:first|application|applying|hello|intro\w*|cv)\b.*\bto (?:an? |the |your )?(?:offer|decision|contract)\b/i;

/** How long the process takes: in brackets in its heading, or in a sentence about the whole of it. */
function readDuration(reading: Reading, sections: readonly SectionReading[]): string | null {
  const headings = sections
    .slice(0, 2)
    .flatMap(({ headingBlock }) => (headingBlock?.kind === 'heading' || headingBlock?.bold ? [headingBlock] : []));
  const heading = headings.find(
    ({ text }, at) => findSpans(text).length > 0 && (at === 0 || /\b(?:across|over|within|total|roughly|about)\b/i.test(text)),
  );
  const span = heading ? findSpans(heading.text)[0] : undefined;
  if (heading && span) {
    noteFact(
      reading,
      'processDuration',
      span.text,
      { block: heading, index: 0, text: heading.text },
      'process-heading',
      CONFIDENCE.said,
    );
    return span.text;
  }
  const blocks = new Set(sections.flatMap((section) => section.blocks.filter(({ list }) => list === null)));
  const timed = reading.sentences.filter(({ text }) => /days?\b|weeks?\b|months?\b/i.test(text) && findSpans(text).length > 0);
  const sentence =
    timed.find(({ block, text }) => blocks.has(block) && WHOLE.test(text)) ??
    timed.find(({ text }) => PROCESS_ANYWHERE.test(text));
  if (!sentence) return null;
  const { text } = findSpans(sentence.text)[0]!;
  noteFact(reading, 'processDuration', text, sentence, 'process-duration-sentence', CONFIDENCE.said);
  return text;
}

function reportDefault(reading: Reading, line: number): void {
  const message = 'The document tells no interview process; the organisation\'s default plan is used, and shown as the default.'; // prettier-ignore
  diagnose(reading, 'info', 'PLAN_DEFAULT', line, message, 'rounds');
}

function accept(reading: Reading, chosen: Candidate, sections: readonly SectionReading[]): ProcessReading {
  const splits = chosen.sources.map(splitRound);
  const sources = splits.flatMap((split) => split.sources);
  const rounds = sources.map((source, index) => readRound(source, index + 1, index === 0 && sources.length >= 2));
  for (const { cut, sources: parts } of splits) {
    if (!cut) continue;
    const message = `This item was read as ${parts.length} rounds. Confirm, or put them together.`;
    diagnose(reading, 'warning', 'ROUNDS_SPLIT', parts[0]!.block.line, message, 'rounds');
  }
  rounds.forEach((round) => report(reading, round));
  const offers = rounds.filter(({ round }) => round.kind === 'OFFER').length;
  const blocks = sections.flatMap((section) => section.blocks);
  checkStatedCount(reading, blocks, rounds.length, offers);
  const processDuration = readDuration(reading, sections);
  if (processDuration === null) {
    const line = sections[0]!.line;
    diagnose(
      reading,
      'info',
      'PROCESS_DURATION_MISSING',
      line,
      'The document does not say how long the process takes.',
      'processDuration',
    );
  }
  const roundHeadings = new Set(chosen.headings ? chosen.sources.map(({ block }) => block.text) : []);
  return { rounds: rounds.map(({ round }) => round), processDuration, roundHeadings };
}

/** The process section with those below it; with the next one too when nothing stands between the two headings ("Application process", "Roughly 6 weeks"). */
function processSections(reading: Reading, start: number): readonly SectionReading[] {
  const own = withSubsections(reading.sections, start);
  const next = reading.sections[start + 1];
  const follows =
    own.length === 1 && own[0]!.blocks.length === 0 && next && (next.kind === 'other' || findSpans(next.heading).length > 0);
  return follows ? [...own, ...withSubsections(reading.sections, start + 1)] : own;
}

/** "Process: short call, take-home, interview": the whole of it on a line. */
const LINE_LABEL =
  /^(?:(?:our |the )?(?:interview|hiring|recruitment|selection|application) )?(?:process|steps|stages|rounds|interviews?)$|^how we (?:hire|decide|choose|recruit|interview|select)$/i;

/** "How we changed our interviews": a page that tells what a team did, and once did otherwise, states no process. */
function tellsAStory({ blocks }: Reading): boolean {
  const first = blocks.find(({ kind }) => kind === 'heading');
  return (
    first !== undefined &&
    /^\W*(?:writing|how to write) (?:an? )?(?:[\w-]+ )?(?:job|posting)|\b(?:how|why|what) (?:we|i) (?:changed|rebuilt|redesigned|improved|fixed|rethought|revamped|overhauled|learned|learnt|stopped|got rid of)\b/i.test(
      first.text,
    )
  );
}

/** "The selection has three steps. First, a call …": a paragraph that tells them all, wherever it stands. */
const IN_STEPS =
  /\b(?:process|selection|recruitment|hiring|interviewing)\b[^.:]{0,40}\b(?:two|three|four|five|six|[2-6]) (?:short |simple )?(?:steps|stages|rounds|parts|conversations|interviews)\b/i;

function stated({ blocks }: Reading): Candidate | null {
  const told = blocks.filter(({ kind, text }) => kind === 'paragraph' && IN_STEPS.test(text));
  const sources = fromStatement(blocks) ?? (told.length === 1 ? fromProse(told) : null);
  return sources ? { sources, share: 1, headings: false } : null;
}

/** Whether the page's own title says that it is about interviews. */
function isAboutInterviews({ frontMatter, blocks }: Reading): boolean {
  const title = frontMatter.get('title')?.value ?? blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1)?.text;
  return typeof title === 'string' && /\binterview/i.test(title);
}

/** Reads the rounds of the interview process, from the section that announces one; else from headings that carry lengths. */
export function readProcess(reading: Reading): ProcessReading {
  if (tellsAStory(reading)) return { rounds: [], processDuration: null, roundHeadings: new Set() };
  const starts = reading.sections.flatMap((section, index) => (section.kind === 'process' ? [index] : []));
  for (const start of starts) {
    const sections = processSections(reading, start);
    const chosen = chooseRounds(sections);
    if (chosen && chosen.sources.length <= MOST_ROUNDS) return accept(reading, chosen, sections);
  }
  for (const [index, { kind }] of reading.sections.entries()) {
    if (kind !== 'how_to_apply') continue;
    const sections = withSubsections(reading.sections, index);
    const chosen = chooseRounds(sections);
    if (chosen && chosen.sources.length >= 2 && chosen.sources.length <= MOST_ROUNDS && !chosen.headings)
      return accept(reading, chosen, sections);
  }
  const ofAJob = reading.facts.some(({ field }) => field === 'title');
  // "Stages: …" of a page that names no job may be those of anything.
  const lines = labelled(reading, LINE_LABEL).filter(({ label }) => ofAJob || label.includes(' '));
  const line = lines.map((found) => ({ found, sources: fromLine(found.block, found.valueIndex, found.value) }))[0]; // prettier-ignore
  if (line?.sources) {
    const { block } = line.found;
    const section = { heading: '', kind: 'process' as const, line: block.line, depth: 9, headingBlock: null, blocks: [block], sharedSection: null }; // prettier-ignore
    return accept(reading, { sources: line.sources, share: 1, headings: false }, [section]);
  }
  const table = chooseTable(reading.sections);
  if (table && table.found.sources.length <= MOST_ROUNDS) return accept(reading, table.found, [table.section]);
  const timed =
    fromTimedHeadings(reading.sections) ??
    (ofAJob || isAboutInterviews(reading) ? fromTimedLines(reading.sections) : null) ??
    fromNumberedLines(reading.sections) ??
    (ofAJob ? (stated(reading) ?? fromInvitation(reading.blocks)) : null);
  if (timed && timed.sources.length <= MOST_ROUNDS) return accept(reading, timed, reading.sections);
  const first = starts[0];
  if (first !== undefined) {
    const message = 'This section is about the interview process, but no rounds could be told apart. Write one round a line.';
    diagnose(reading, 'warning', 'ROUNDS_UNREAD', reading.sections[first]!.line, message, 'rounds');
  }
  reportDefault(reading, first === undefined ? 1 : reading.sections[first]!.line);
  return {
    rounds: [],
    processDuration: readDuration(reading, first === undefined ? [] : processSections(reading, first)),
    roundHeadings: new Set(),
  };
}
