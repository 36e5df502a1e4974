import { lineAt, type Block } from '../markdown-blocks.js';
import type { Round } from '../posting-document.js';
import { findDurations, findSpans } from '../durations.js';
import { CONFIDENCE, diagnose, noteFact, sentencesOf, type Place, type Reading } from '../reading.js';
import { withSubsections, type SectionReading } from '../sections.js';
import { readRound, type RoundReading, type RoundSource } from './round.js';

/** The interview process of a document. */
export interface ProcessReading {
  readonly rounds: readonly Round[];
  readonly processDuration: string | null;
  /** Headings that are rounds themselves. */
  readonly roundHeadings: ReadonlySet<string>;
}

const ROUND_NOUN =
  /\b(?:round|call|interviews?|chat|screen(?:ing)?|assessment|tests?|challenge|exercise|project|panel|on-?site|meeting|meet|conversation|offer|presentation|trial|review|pairing|session|task|take[- ]?home|homework|assignment|contribut\w+|reference|decision|debrief|recap|coffee|talk|deep dive|case study|collaboration|team fit|step \d|stage \d)\b/i;
const NUMBERED = /^\W{0,4}(?:round|step|stage|phase|interview)\s*#?\d{1,2}\b|^\W{0,4}\d{1,2}\s?[.)]\s/i;
/** What applicants and companies do around the rounds; it is no round. */
const NOT_A_ROUND =
  /^\W*(?:you(?:'ve|’ve| have)? appl(?:y|ied)|apply\b|submit (?:your )?(?:application|cv|resume|résumé)|send (?:us )?(?:your )?(?:cv|resume|résumé|application)|applications?(?: review| screening)?\b(?!.*\bcall\b)|(?:cv|resume|résumé) (?:review|screening)\b|we(?:'ll|’ll| will)? review (?:your )?(?:application|cv|resume)|(?:start|onboarding|welcome|first day|hired|join us)\b)/i;

function isRoundLike(text: string): boolean {
  return (
    NUMBERED.test(text) ||
    (text.length <= 600 && (ROUND_NOUN.test(text.slice(0, 160)) || findDurations(text.slice(0, 120)).length > 0))
  );
}

/** A list longer than this is no interview process. */
const MOST_ROUNDS = 20;

interface Candidate {
  readonly sources: readonly RoundSource[];
  readonly share: number;
  readonly headings: boolean;
}

function fromList(blocks: readonly Block[], list: number): Candidate {
  const items = blocks.filter((block) => block.list === list);
  const sources: { block: Block; text: string; nested: string[] }[] = [];
  for (const block of items) {
    if (block.depth === 1) sources.push({ block, text: block.text, nested: [] });
    else sources.at(-1)?.nested.push(block.text);
  }
  return candidate(sources, false);
}

function candidate(sources: readonly RoundSource[], headings: boolean): Candidate {
  const rounds = sources.filter(({ text }) => !NOT_A_ROUND.test(text));
  const like = rounds.filter(({ block }) => isRoundLike(block.text)).length;
  return { sources: rounds, share: rounds.length === 0 ? 0 : like / rounds.length, headings };
}

/** Lists under the process heading that read like rounds; several such lists ("Initial", "On-site") follow each other. */
function fromLists(blocks: readonly Block[]): Candidate | null {
  const lists = [...new Set(blocks.flatMap((block) => (block.list === null ? [] : [block.list])))].map((list) =>
    fromList(blocks, list),
  );
  const good = lists.filter(({ sources, share }) => sources.length > 0 && share >= 0.6);
  const rounds = good.flatMap(({ sources }) => sources);
  const offersTalk = rounds.some(({ block }) =>
    /\b(?:interview|call|chat|screen\w*|assessment|challenge|take[- ]?home|onsite|meet\w*|conversation)\b/i.test(block.text),
  );
  return rounds.length >= 2 && offersTalk ? candidate(rounds, false) : null;
}

function sourceOf(section: SectionReading): RoundSource {
  const paragraphs = section.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text);
  return {
    block: section.headingBlock!,
    text: [section.heading, ...paragraphs].join('. ').slice(0, 1500),
    nested: section.blocks.filter(({ kind }) => kind === 'item').map(({ text }) => text),
  };
}

/** Headings below the process heading that each are a round. */
function fromHeadings(sections: readonly SectionReading[]): Candidate | null {
  const below = sections.slice(1).filter(({ headingBlock }) => headingBlock?.kind === 'heading' || headingBlock?.bold);
  const depth = Math.min(...below.map((section) => section.depth));
  const found = candidate(below.filter((section) => section.depth === depth).map(sourceOf), true); // prettier-ignore
  return found.sources.length >= 2 && found.share >= 0.75 ? found : null;
}

/** Paragraphs that are numbered: "Step 1: …", "**1. Sourcing**". */
function fromParagraphs(blocks: readonly Block[]): Candidate | null {
  const numbered = blocks.filter((block) => block.kind === 'paragraph' && NUMBERED.test(block.text));
  const found = candidate(numbered.map((block) => ({ block, text: block.text, nested: [] })), false); // prettier-ignore
  return found.sources.length >= 2 ? found : null;
}

/** Headings anywhere that carry a length, where the page itself is about the interviews. */
function fromTimedHeadings(sections: readonly SectionReading[]): Candidate | null {
  const isTimed = (text: string): boolean => findDurations(text).length > 0 || /\b(?:full|half|whole)[- ]day\b/i.test(text);
  const timed = sections.filter(({ headingBlock }) => headingBlock?.kind === 'heading' && isTimed(headingBlock.text));
  if (timed.length < 2 || timed.some(({ depth }) => depth !== timed[0]!.depth)) return null;
  return candidate(timed.map(sourceOf), true);
}

/** "The interview will be a 90-minute discussion of …": the whole process in one sentence. */
function fromSentence(blocks: readonly Block[]): Candidate | null {
  const block = blocks.find(
    ({ kind, text }) => kind === 'paragraph' && /^(?:the|our|this) interview (?:will be|is|takes|lasts|consists of) /i.test(text),
  );
  if (!block || findDurations(sentencesOf(block)[0]!.text).length === 0) return null;
  const text = block.text.replace(/^(?:the|our|this) interview (?:will be|is|takes|lasts|consists of) (?:an? )?/i, 'Interview: ');
  return candidate([{ block: { ...block, text }, text, nested: [] }], false);
}

/** Whether the items of the lists are what happens inside the rounds that the headings name. */
function listsDescribe(headings: Candidate, lists: Candidate): boolean {
  const timed = ({ sources }: Candidate): number =>
    sources.filter(({ block }) => findDurations(block.text).length > 0).length / sources.length;
  if (timed(headings) > 0) return true;
  const groups = headings.sources.every(({ block }) => /\b(?:interviews|rounds|stages|steps|calls)\b/i.test(block.text));
  return !groups && timed(lists) < 0.5;
}

function chooseRounds(sections: readonly SectionReading[]): Candidate | null {
  const blocks = sections.flatMap((section) => section.blocks);
  const headings = fromHeadings(sections);
  const lists = fromLists(blocks);
  if (headings && lists) return listsDescribe(headings, lists) ? headings : lists;
  return lists ?? headings ?? fromParagraphs(blocks) ?? fromSentence(blocks);
}

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
  const place: Place = { block, index: 0, text: block.text };
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

/** How long the process takes: in brackets in its heading, or in a sentence about the whole of it. */
function readDuration(reading: Reading, sections: readonly SectionReading[]): string | null {
  const heading = sections[0]!.headingBlock;
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
  for (const sentence of sections.flatMap((section) => section.blocks).flatMap(sentencesOf)) {
    const total =
      /\b(?:whole|entire|full|overall|total|complete) (?:interview |hiring |recruit\w+ |application )?(?:process|time ?(?:frame|line)?|thing)|\bprocess (?:usually |typically |normally |generally |should |will )?(?:takes?|lasts?)|\bstart to finish|\bfrom (?:first|application|applying)\b.*\bto (?:offer|decision|hire)/i;
    const found = total.test(sentence.text) && sentence.block.list === null ? findSpans(sentence.text)[0] : undefined;
    if (!found) continue;
    const place = { block: sentence.block, index: sentence.index, text: sentence.text };
    noteFact(reading, 'processDuration', found.text, place, 'process-duration-sentence', CONFIDENCE.said);
    return found.text;
  }
  return null;
}

function reportDefault(reading: Reading, line: number): void {
  const message = 'The document tells no interview process; the organisation\'s default plan is used, and shown as the default.'; // prettier-ignore
  diagnose(reading, 'info', 'PLAN_DEFAULT', line, message, 'rounds');
}

function accept(reading: Reading, chosen: Candidate, sections: readonly SectionReading[]): ProcessReading {
  const rounds = chosen.sources.map((source, index) => readRound(source, index + 1, index === 0 && chosen.sources.length >= 2));
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

/** Reads the rounds of the interview process, from the section that announces one; else from headings that carry lengths. */
export function readProcess(reading: Reading): ProcessReading {
  const starts = reading.sections.flatMap((section, index) => (section.kind === 'process' ? [index] : []));
  for (const start of starts) {
    const sections = withSubsections(reading.sections, start);
    const chosen = chooseRounds(sections);
    if (chosen && chosen.sources.length <= MOST_ROUNDS) return accept(reading, chosen, sections);
  }
  const timed = fromTimedHeadings(reading.sections);
  if (timed && timed.sources.length <= MOST_ROUNDS) return accept(reading, timed, reading.sections);
  const first = starts[0];
  if (first !== undefined) {
    const message = 'This section is about the interview process, but no rounds could be told apart. Write one round a line.';
    diagnose(reading, 'warning', 'ROUNDS_UNREAD', reading.sections[first]!.line, message, 'rounds');
  }
  reportDefault(reading, first === undefined ? 1 : reading.sections[first]!.line);
  return { rounds: [], processDuration: null, roundHeadings: new Set() };
}
