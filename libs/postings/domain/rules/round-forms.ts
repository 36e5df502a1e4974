import { findDurations } from '../durations.js';
import { cutBlock, type Block } from '../markdown-blocks.js';
import { sentencesOf } from '../reading.js';
import type { SectionReading } from '../sections.js';
import type { RoundSource } from './round.js';
import { fromArrows, fromEnumeration, fromProse } from './round-prose.js';

/** Rounds told in one of the forms that people use. */
export interface Candidate {
  readonly sources: readonly RoundSource[];
  /** How many of the items read like rounds, 0 to 1. */
  readonly share: number;
  /** Whether each round is a heading of its own. */
  readonly headings: boolean;
}

const ROUND_NOUN =
  /(?<![\p{L}\p{N}_])(?:rounds?|calls?|interviews?|chat|screen(?:ing)?|assessment|tests?|challenge|exercise|project|panel|on-?site|meeting|meet|conversation|offer|presentation|trial|review|pairing|session|task|take[- ]?home|homework|assignment|contribut\w+|references?|decision|debrief|recap|coffee|talk|deep dive|case study|collaboration|team fit|dinner|lunch|role[- ]?play|(?:half a|full|whole|trial) day|contract\W*$|step \d|stage \d|\p{L}*gespräch|telefonat|probetag|probearbeiten|angebot|kennenlernen|entretien|entrevue|rencontre|offre|entrevista|llamada|oferta|gesprek|aanbod)(?![\p{L}\p{N}_])/iu;
const NUMBERED =
  /^\W{0,4}(?:round|step|stage|phase|interview)\s*(?:#?\d{1,2}|one|two|three|four|five|six)\b|^\W{0,4}(?:\d{1,2}|I{1,3}|IV|VI{0,3})(?:\s?[.)]|\s[-–—])\s/i;
/** An emoji or a bullet that somebody typed opens a line as a number would. */
const MARKED = /^\s*(?:\d\ufe0f?\u20e3|\p{Extended_Pictographic}\ufe0f?|[•▪◦‣·→➡➔✓✔–—])\s*\S/u;
/** The number that a round bears. */
const NUMBER = /^\W{0,4}(?:round|step|stage|phase)\s*(?:#?\d{1,2}|one|two|three|four|five|six)\s*[:.)–—-]\s*/i;
/** What applicants and companies do around the rounds; it is no round. */
const NOT_A_ROUND =
  /^\W*(?:you(?:'ve|’ve| have)? (?:first )?appl(?:y|ied)|apply\b|(?:closing|application) (?:date|deadline)|deadline\b|advert closes|submit (?:your )?(?:application|cv|resume|résumé)|you (?:write|reach out) to us\b|(?:you )?(?:send|mail) (?:us )?(?:your |a |an |the )?(?:cv|resume|résumé|application|link|letter|e-?mail|portfolio)|(?:online |initial |job |your |the |an )?(?:online )?applications?(?: form| review| screening)?\b(?!.*\bcall\b)|(?:(?:cv|resume|résumé|documents?|paper|profile)(?:\/\w+| and \w+)? |application )(?:review|screening|check|shortlist(?:ing)?|sift(?:ing)?|selection|evaluation)\b|we(?:'ll|’ll| will)? (?:first )?(?:review|read|look at|check|go through|sift) (?:your |every |all )?(?:applications?|cvs?|resumes?|letters?)|(?:start\b|onboarding|welcome|(?:round 0|e-?mail)\b|(?:within .{2,20} )?(?:you (?:will |'ll )?(?:get|hear|receive)|we (?:will |'ll )?(?:get back|answer|reply)|our (?:answer|reply))\b|first day|hired|join us|sign(?:ing)? (?:the|your) contract)\b)/i;

/** Whether an item could be a round: numbered as one, or with a noun or a length that rounds have. */
export function isRoundLike(text: string): boolean {
  return (
    NUMBERED.test(text) ||
    (text.length <= 600 && (ROUND_NOUN.test(text.slice(0, 160)) || findDurations(text.slice(0, 120)).length > 0))
  );
}

function candidate(sources: readonly RoundSource[], headings: boolean): Candidate {
  const rounds = sources.filter(
    ({ text }) => !NOT_A_ROUND.test(text.replace(NUMBER, '').replace(/^\W{0,4}\d{1,2}\s?[.)]\s+/, '')),
  );
  const like = rounds.filter(({ block }) => isRoundLike(block.text)).length;
  return { sources: rounds, share: rounds.length === 0 ? 0 : like / rounds.length, headings };
}

function fromList(blocks: readonly Block[], list: number): Candidate {
  const sources: { block: Block; text: string; nested: string[] }[] = [];
  for (const block of blocks.filter((one) => one.list === list)) {
    if (block.depth === 1) sources.push({ block, text: block.text, nested: [] });
    else sources.at(-1)?.nested.push(block.text);
  }
  return candidate(sources, false);
}

/** Whether somebody meets somebody in it: a list of virtues can read like rounds too. */
function offersTalk(rounds: readonly RoundSource[]): boolean {
  if (rounds.filter(({ block }) => findDurations(block.text).length > 0).length >= 2) return true;
  return rounds.some(({ block }) =>
    /\b(?:interviews?|calls?|chat|screen\w*|assessment|challenge|take[- ]?home|on-?site|meet\w*|conversation|trial)\b/i.test(
      block.text,
    ),
  );
}

/** Lists under the process heading that read like rounds; several such lists ("Initial", "On-site") follow each other. */
function fromLists(blocks: readonly Block[]): Candidate | null {
  const ids = [...new Set(blocks.flatMap((block) => (block.list === null ? [] : [block.list])))];
  const good = ids.map((list) => fromList(blocks, list)).filter(({ sources, share }) => sources.length > 0 && share >= 0.6);
  const rounds = good.flatMap(({ sources }) => sources);
  return rounds.length >= 2 && offersTalk(rounds) ? candidate(rounds, false) : null;
}

const COLUMN = {
  who: /\b(?:who|with|interviewers?|participants?|people|attendees?|team|led by)\b/i,
  length: /\b(?:length|duration|time|minutes|how long)\b/i,
  name: /\b(?:what|name|stage|round|step|interview|activity|phase|format|type)\b/i,
} as const;

/** The rows of a table below its head, each as a sentence: name, length, the rest, and who holds it. */
function fromTable(blocks: readonly Block[]): Candidate | null {
  for (const table of new Set(blocks.flatMap((block) => (block.table === null ? [] : [block.table])))) {
    const [head, ...rows] = blocks.filter((block) => block.table === table);
    const heads = head?.cells ?? [];
    const isNumber = (at: number): boolean => rows.every(({ cells }) => /^\W*\d{0,2}\W*$/.test(cells?.[at] ?? ''));
    const named = heads.findIndex((text, at) => COLUMN.name.test(text) && !isNumber(at));
    const name = named >= 0 ? named : heads.findIndex((_, at) => !isNumber(at));
    const sources = rows.map((block) => rowSource(block, heads, name));
    const found = candidate(sources, false);
    if (name >= 0 && found.sources.length >= 2 && found.share >= 0.6 && offersTalk(found.sources)) return found;
  }
  return null;
}

/** A table anywhere whose first column says that its rows are stages: "Stage | Date". */
export function chooseTable(sections: readonly SectionReading[]): { found: Candidate; section: SectionReading } | null {
  for (const section of sections) {
    const head = section.blocks.find(({ table, cells }) => table !== null && cells !== null);
    if (!/^(?:interview |recruitment |selection )?(?:stages?|rounds?|steps?|interviews?)$/i.test(head?.cells?.[0]?.trim() ?? ''))
      continue;
    const found = fromTable(section.blocks);
    if (found) return { found, section };
  }
  return null;
}

function rowSource(row: Block, heads: readonly string[], name: number): RoundSource {
  const cells = row.cells ?? [];
  const rest = cells.map((cell, at) => ({ cell, head: heads[at] ?? '' })).filter(({ cell }, at) => at !== name && cell !== '');
  const length = rest.find(({ cell, head }) => COLUMN.length.test(head) && findDurations(cell).length > 0);
  const who = rest.find(({ cell, head }) => COLUMN.who.test(head) && cell !== length?.cell);
  const others = rest.filter((one) => one !== length && one !== who && !/^\W*\d{0,2}\W*$/.test(one.cell));
  const own = `${cells[name] ?? ''}${length ? ` (${length.cell})` : ''}${who && !/\b(?:own|alone|yourself|async\w*)\b/i.test(who.cell) ? ` with ${who.cell}` : ''}`;
  const block = { ...row, text: own, runs: [], lead: null, bold: false };
  return { block, text: [own, ...others.map(({ cell }) => cell)].join('. '), nested: [], origin: row };
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

/** The lines of a paragraph that are items of their own: each opens with a number, an emoji or a typed bullet. */
function itemLines(block: Block): readonly RoundSource[] {
  const starts = block.starts.filter(([index], at) => at === 0 || index > block.starts[at - 1]![0]);
  const lines = starts.map(([index], at) => ({ text: block.text.slice(index, starts[at + 1]?.[0]).trim(), index }));
  // Nobody tells of so many rounds in one paragraph.
  if (lines.length > 50) return [];
  const opens = ({ text }: { text: string }): boolean => NUMBERED.test(text) || MARKED.test(text);
  const each = lines.length >= 3 && lines.every(({ text }) => text.length <= 100 && /^[^\p{Ll}]*\p{Lu}/u.test(text) && !/[,;]$|\.\s+\p{Lu}/u.test(text) && isRoundLike(text)); // prettier-ignore
  if (each) return lines.map(({ text, index }) => ({ block: cutBlock(block, index, text), text, nested: [] }));
  if (!lines[0] || !opens(lines[0])) return [];
  if (lines.length === 1 || !lines.every(opens)) return [{ block, text: block.text, nested: [] }];
  return lines.map(({ text, index }) => ({ block: cutBlock(block, index, text), text, nested: [] })); // prettier-ignore
}

/** Paragraphs that are numbered or open with an emoji: "Step 1: …", "**1. Sourcing**", "☎️ Intro call". */
function fromParagraphs(blocks: readonly Block[]): Candidate | null {
  const items = blocks.flatMap((block) => (block.kind === 'paragraph' ? itemLines(block) : []));
  const found = candidate(items, false);
  return items.length >= 2 && found.sources.length >= 1 && found.share >= 0.6 && offersTalk(found.sources) ? found : null;
}

/** Headings anywhere that carry a length or a number, where the page itself is about the interviews. */
export function fromTimedHeadings(sections: readonly SectionReading[]): Candidate | null {
  const isTimed = (text: string): boolean => findDurations(text).length > 0 || /\b(?:full|half|whole)[- ]day\b/i.test(text);
  const timed = sections.filter(({ headingBlock }) => headingBlock?.kind === 'heading' && isTimed(headingBlock.text));
  if (timed.length < 2 || timed.some(({ depth }) => depth !== timed[0]!.depth)) return null;
  return candidate(timed.map(sourceOf), true);
}

/** Lines and items that each open with a length or a bold name with one, wherever they stand: "[30 mins] Hello", "**Whiteboard** (90 min)". */
export function fromTimedLines(sections: readonly SectionReading[]): Candidate | null {
  for (const { kind, blocks } of sections) {
    if (NO_PROCESS.has(kind)) continue;
    const lines = blocks.filter(
      (block) => (block.kind === 'paragraph' && block.lead !== null) || (block.list !== null && block.depth === 1),
    );
    const timed = lines.filter((block) => findDurations((block.lead ?? block.text).slice(0, 80)).length > 0);
    const found = candidate(lines.map((block) => ({ block, text: block.text, nested: [] })), false); // prettier-ignore
    if (timed.length >= 3 && timed.length * 4 >= lines.length * 3 && offersTalk(found.sources)) return found;
  }
  return null;
}

/** Where lengths of time are those of work. */
const NO_PROCESS: ReadonlySet<string> = new Set([
  'responsibilities',
  'requirements',
  'nice_to_have',
  'benefits',
  'hours',
  'on_call',
  'salary',
]);

/** "The interview will be a 90-minute discussion of …": the whole process in one sentence. */
function fromSentence(blocks: readonly Block[]): Candidate | null {
  const invited = fromInvitation(blocks);
  if (invited) return invited;
  const said = blocks
    .filter(({ kind, text }) => kind === 'paragraph' && /\binterview\b/i.test(text))
    .flatMap(sentencesOf)
    .find(({ text }) => THE_INTERVIEW.test(text));
  if (!said || findDurations(said.text).length === 0) return null;
  const text = said.text.replace(THE_INTERVIEW, 'Interview: ');
  return candidate([{ block: { ...said.block, text }, text, nested: [] }], false);
}

const THE_INTERVIEW = /^(?:the|our|this) interview (?:will be|is|takes|lasts|consists of) (?:an? )?/i;

/** "Shortlisted candidates will have a 45 minute interview with two members of the council." */
export function fromInvitation(blocks: readonly Block[]): Candidate | null {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !/\b(?:candidates|applicants)\b/i.test(block.text)) continue;
    const said = sentencesOf(block).find(({ text }) => INVITED.test(text) && findDurations(text).length === 1);
    if (!said) continue;
    const text = said.text.slice(INVITED.exec(said.text)![0].length);
    return candidate([{ block: cutBlock(block, said.index + said.text.length - text.length, text), text, nested: [] }], false);
  }
  return null;
}

const INVITED =
  /^(?:the )?(?:shortlisted|successful|selected|top (?:\w+)) (?:candidates|applicants) (?:will|are) (?:then )?(?:have|be invited (?:to|for)|invited (?:to|for)) an? (?=[^.,;]{0,40}\binterview\b(?![^.]*\b(?:followed|then|second)\b))/i;

/** Lines that bear the number of a round each, wherever they stand: "Round 1: Online test", "Round 2: …". */
export function fromNumberedLines(sections: readonly SectionReading[]): Candidate | null {
  for (const { blocks } of sections) {
    for (const block of blocks) {
      // Nobody tells of so many rounds in one paragraph.
      if (block.kind !== 'paragraph' || block.starts.length < 2 || block.starts.length > 50) continue;
      const lines = partsOfLines(block).filter(({ text }) => NUMBER.test(text));
      const found = candidate(lines, false);
      if (lines.length >= 2 && offersTalk(found.sources)) return found;
    }
  }
  return null;
}

function partsOfLines(block: Block): readonly RoundSource[] {
  return block.starts.map(([index], at) => {
    const text = block.text.slice(index, block.starts[at + 1]?.[0]).trim();
    return { block: cutBlock(block, index, text), text, nested: [] };
  });
}

/** Whether the items of the lists are what happens inside the rounds that the headings name. */
function listsDescribe(headings: Candidate, lists: Candidate): boolean {
  const timed = ({ sources }: Candidate): number =>
    sources.filter(({ block }) => findDurations(block.text).length > 0).length / sources.length;
  if (timed(headings) > 0) return true;
  const groups = headings.sources.every(({ block }) => /\b(?:interviews|rounds|stages|steps|calls)\b/i.test(block.text));
  return !groups && timed(lists) < 0.5;
}

/** The rounds that the sections of a process tell, in the form that tells them best; null when none does. */
export function chooseRounds(sections: readonly SectionReading[]): Candidate | null {
  const blocks = sections.flatMap((section) => section.blocks);
  const headings = fromHeadings(sections);
  const lists = fromLists(blocks);
  if (headings && lists) return listsDescribe(headings, lists) ? headings : lists;
  const listed = fromTable(blocks) ?? lists ?? headings ?? fromParagraphs(blocks);
  if (listed) return listed;
  const told = fromArrows(blocks) ?? fromEnumeration(blocks) ?? fromProse(blocks);
  return told ? candidate(told, false) : fromSentence(blocks);
}
