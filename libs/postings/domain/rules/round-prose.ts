import { findDurations } from '../durations.js';
import { cutBlock, type Block } from '../markdown-blocks.js';
import { sentencesOf, type Sentence } from '../reading.js';
import type { RoundSource } from './round.js';

/** What somebody does in a round; narrower than what an item of a list may be called. */
const TALK =
  /\b(?:interview(?:s|ed)?|role[- ]?play|walk ?through|calls?|chat|screen(?:ing)?|assessment|tests?|challenge|exercise|panel|on[- ]?site|meeting|meets?|conversation|offer|presentation|trial|pairing|pair[- ]programming|session|task|take[- ]?home|homework|assignment|coffee|case study|deep dive|project|debrief|sample|speak|talk|demo|lesson|observation|in writing|written|(?:an?|half a) (?:paid |full |whole |trial |working )?(?:day|morning|afternoon) (?:with|in|at|on) (?:us|the|our|your)|shadow)\b/i;
const SEQUENCE =
  /^\W*(?:(?:in )?(?:the )?(?:first|second|third|fourth|fifth|last|final)(?: (?:step|round|stage|interview|one))?|first(?:ly)?|second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|(?:we |you |(?:are|is|will be) )?then|next|after (?:that|this|which)|afterwards?|finally|lastly|to (?:start|begin)|we (?:start|begin)|it (?:starts|begins)|followed by|this is followed by|if (?:that|all|it|this) goes well|if (?:we|you) (?:both )?like|we (?:will |'ll |’ll )?invite you (?:for|to)|those who pass|if (?:it|that) (?:clicks|fits|works out)|shortlisted|successful candidates|selected candidates)\b/i;
/** "The second, an hour with the team lead": its place and length tell a round without its name. */
const ORDINAL = /^\W*(?:in )?the (?:first|second|third|fourth|fifth|last|final)(?: one)?(?:,| \(| is| (?:you|we|with)\b)/i;
/** Somebody of the team is there. */
const WITH_SOMEBODY = /\b(?:with|pair with|meet) (?:our|the|your|an?|one|two|three|both)\b/i;
/** What stands among rounds in a list of them. */
const ASIDE =
  /\b(?:present\w*|afternoon|morning|intro|founders?|references?|dinner|lunch|case|review|day|portfolio|screen)\b|\(\d/i;
/** Where one sentence goes on to the next round. */
const JOINT =
  /(?:,|;)?\s+(?:and\s+)?(?=(?:ask (?:some|two|three|a few|the)|which (?:we|you)(?:'ll|’ll| will)? (?:then )?(?:discuss|review|talk about|go through)|then|(?:are|is|will be) then|followed by|after which|and finally|finally)\b)|[:,;]\s+(?:and\s+)?(?=the (?:first|second|third|fourth|last|final)\b)/gi;

/** A part of a block as a source of its own, on the line where it stands. */
function part(block: Block, index: number, text: string): RoundSource {
  const own = text.replace(/^[\s,;]*(?:and\s+)?/i, '').replace(/[\s,.;]+$/, '');
  return { block: cutBlock(block, index, own), text: own, nested: [] };
}

/** "Intro call → take-home → technical interview → offer" in one paragraph. */
export function fromArrows(blocks: readonly Block[]): readonly RoundSource[] | null {
  for (const block of blocks) {
    if (block.kind === 'heading' || block.text.length > 1000) continue;
    const arrows = [...block.text.matchAll(/\s*(?:→|⟶|➔|➜|➡️?|[-=]+>|(?<=\s)>(?=\s))\s*/g)];
    if (arrows.length < 2) continue;
    const bounds = [0, ...arrows.flatMap(({ index, 0: mark }) => [index, index + mark.length]), block.text.length];
    const parts = Array.from({ length: bounds.length / 2 }, (_, at) =>
      part(block, bounds[at * 2]!, block.text.slice(bounds[at * 2], bounds[at * 2 + 1])),
    ).filter(({ text }) => text !== '');
    const like = parts.filter(
      ({ text }) =>
        TALK.test(text) || /\b(?:intro|founders?|team fit|references?)\b/i.test(text) || findDurations(text).length > 0,
    );
    if (like.length * 3 >= parts.length * 2 && parts.some(({ text }) => TALK.test(text))) return parts;
  }
  return null;
}

/** "Our process consists of an intro call, a technical interview and a chat with the CEO." */
export function fromEnumeration(blocks: readonly Block[]): readonly RoundSource[] | null {
  for (const sentence of proseOf(blocks)) {
    const match =
      /\bthere(?:'ll|’ll| will) be (?=an? )|\bthere are (?:two|three|four|five|six|\d) (?:short |simple )?(?:steps|stages|rounds|parts|interviews)(?: in all)?:\s+|\bwe (?:(?:expect|plan|aim|like) to |will |'ll |’ll |usually |normally )?(?:hold|have|do|conduct|run) (?=an? )|\b(?:process|interviews?|(?:selection|interview|assessment) day|we)\b.{0,60}?\b(?:consists? of|includes?|involves?|comprises?|is made up of|has (?:two|three|four|five|six|\d) (?:steps|stages|rounds|parts))(?: the following)?(?: (?:two|three|four|five|six|\d) (?:steps|stages|rounds|parts))?:?\s+|^\W*(?:then|after that|next|from there)\s*:\s+/i.exec(
        sentence.text,
      );
    if (!match) continue;
    const list = sentence.text.slice(match.index + match[0].length);
    const parts = [...list.matchAll(/(?:[^,;()]|\([^)]*\))+/g)].flatMap((piece) => splitLastAnd(piece[0], piece.index));
    const from = sentence.index + match.index + match[0].length;
    const sources = parts.map(({ text, index }) => part(sentence.block, from + index, text));
    const talks = sources.filter(({ text }) => TALK.test(text)).length;
    if (talks >= 2 && sources.every(({ text }) => TALK.test(text) || /\breferences?\b/i.test(text))) return sources;
  }
  return null;
}

/** "The selection day includes a lesson observation, a task and an interview": a sentence that says so outright, wherever it stands. */
export function fromStatement(blocks: readonly Block[]): readonly RoundSource[] | null {
  const said = blocks.filter(({ kind, text }) => kind === 'paragraph' && STATED.test(text));
  return said.length === 0 ? null : fromEnumeration(said);
}

const STATED =
  /\b(?:interview|selection|assessment|hiring|recruitment) (?:day|process)\b.{0,30}\b(?:includes?|consists? of|comprises?|involves?|has (?:two|three|four|five|six|\d) (?:steps|stages|rounds|parts))\b/i;

/** "short call (20 min), paid take-home (max 4 h), technical discussion (1 h), meet the team": what stands behind the label of a line. */
export function fromLine(block: Block, index: number, value: string): readonly RoundSource[] | null {
  const arrows = fromArrows([cutBlock(block, index, value)]);
  if (arrows) return arrows;
  const slashed = value.replace(/[\s.]+$/, '').split(/\s+\/\s+/);
  if (slashed.length >= 3 && slashed.every((text) => text.length <= 80)) {
    const steps = slashed.map((text) => part(block, index + value.indexOf(text), text));
    if (steps.filter(({ text }) => ASIDE.test(text) || TALK.test(text)).length * 2 >= steps.length) return steps;
  }
  const whole = value.split(/\.(?:\s|$)/)[0]!;
  // "one stage, 1 hour video interview with …": how many there are is said before.
  const count = /^\W*(?:one|two|three|four|five|[1-5])[- ](?:stages?|steps?|rounds?|interviews)(?: process)?\s*(?:[,:–—]|\s-)\s*/i.exec(whole)?.[0].length ?? 0; // prettier-ignore
  const list = whole.slice(count);
  const pieces = list.includes(';') ? /(?:[^;()]|\([^)]*\))+/g : /(?:[^,;()]|\([^)]*\))+/g;
  const parts = [...list.matchAll(pieces)].flatMap((piece) => splitLastAnd(piece[0], piece.index));
  const sources = parts
    .map(({ text, index: at }) => part(block, index + count + at, text))
    .filter(
      ({ text }) => !/^(?:then )?(?:an?|the|our|your) (?:quick |final )?decision\b|^you(?:'ll|’ll| will)? hear\b/i.test(text),
    );
  if (count > 0 && sources.length === 1 && TALK.test(list) && findDurations(list).length === 1) return sources;
  const tells = (text: string): boolean =>
    TALK.test(text) || /\bdiscussion\b/i.test(text) || (WITH_SOMEBODY.test(text) && findDurations(text).length > 0);
  const talks = sources.filter(({ text }) => tells(text)).length;
  const named = sources.every(({ text }) => tells(text) || ASIDE.test(text));
  const timed = sources.some(({ text }) => findDurations(text).length > 0);
  if (list.includes(';') && sources.length >= 3 && named && timed) return sources;
  return sources.length >= 2 && named && talks * 2 >= sources.length + (timed ? 0 : 1) ? sources : null;
}

/** "a technical interview and a chat" are two, "an interview with a designer and an engineer" is one. */
function splitLastAnd(text: string, index: number): { text: string; index: number }[] {
  const match = /\s+and\s+(?:then\s+(?=an? ))?(?=(?:then|an?|the|finally|lastly|one|our|your|\d)\b)/i.exec(text);
  if (!match) return [{ text, index }];
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  const own = after.split(/\bwith\b/i)[0]!;
  const follows = /then\s*$/i.test(match[0]) && ASIDE.test(own);
  if (!TALK.test(before) || !(TALK.test(own) || follows)) return [{ text, index }];
  return [
    { text: before, index },
    { text: after, index: index + match.index + match[0].length },
  ];
}

function proseOf(blocks: readonly Block[]): readonly Sentence[] {
  return blocks.filter(({ kind }) => kind === 'paragraph').flatMap(sentencesOf);
}

/** "First, we have a call. Then you do a small exercise at home, followed by an interview." Each part has a round's noun, and says where it stands or how long it takes. */
export function fromProse(blocks: readonly Block[]): readonly RoundSource[] | null {
  const clauses = proseOf(blocks).flatMap(({ block, index, text }) => {
    // "a demo, followed by questions" goes on with the same round.
    const joints = [...text.matchAll(JOINT)].filter(
      ({ index: at }) => !/^\W*followed by\b[^.]*\bin total\b/i.test(text.slice(at)),
    );
    const cuts = [0, ...joints.map((match) => match.index), text.length];
    return cuts.slice(0, -1).map((from, at) => ({ block, index: index + from, text: text.slice(from, cuts[at + 1]) }));
  });
  const sources: RoundSource[] = [];
  let inOrder = 0;
  for (const { block, index, text } of clauses) {
    // "Two stages: a call, then an interview" begins with the call.
    const own = text
      .replace(/^[^:]{0,40}\b(?:stages|steps|rounds|interviews|parts)\b[^:]{0,20}:\s+/i, '')
      .replace(/^[\s,;:]*(?:and\s+)?/i, '');
    const ordered = SEQUENCE.test(own);
    // "and finally spend an hour with two specialists": its length and who is there tell a round without its name.
    const timedPlace = (ORDINAL.test(own) || (ordered && WITH_SOMEBODY.test(own))) && findDurations(own).length > 0;
    if (!(ordered || findDurations(own).length > 0) || !(TALK.test(own) || timedPlace) || own.length > 400) continue;
    // "there's a paid test and a short call" tells of two.
    const parts = splitLastAnd(own, index + text.indexOf(own));
    sources.push(...parts.map((one) => part(block, one.index, one.text)));
    if (ordered) inOrder += parts.length;
  }
  const timed = sources.every(({ text }) => findDurations(text).length > 0);
  // "A written test of two hours, followed by an interview": two, one behind the other.
  const pair = sources.length === 2 && /^followed by\b/i.test(sources[1]!.text) && findDurations(sources[0]!.text).length > 0;
  return sources.length >= 2 && (inOrder >= 2 || (inOrder === 1 && timed) || pair) ? sources : null;
}
