import type { Block } from '../markdown-blocks.js';
import type { Round } from '../posting-document.js';
import { findDurations, type Duration } from '../durations.js';
import { readKind, type KindReading } from './round-kind.js';
import { readSeats } from './seats.js';

/** The words of one round: its own line, and what stands below it. */
export interface RoundSource {
  readonly block: Block;
  readonly text: string;
  readonly nested: readonly string[];
  /** The words in the document, where `block` puts them together differently: a table's row, an item that was taken apart. */
  readonly origin?: Block;
}

/** A round with what is doubtful about it. */
export interface RoundReading {
  readonly round: Round;
  readonly source: RoundSource;
  readonly kind: KindReading;
  /** The item may describe several rounds. */
  readonly several: boolean;
}

const SKIP =
  /\bif\s+([^.;)]{3,200}?),?\s+(?:then )?(?:this|the|that)(?: \w+){0,2} (?:may|can|might|could|will) be (?:skipped|waived|omitted)|\b(?:may|can|could|might|will) be (?:skipped|waived|omitted|bypassed) (?:if|when|for|in case|provided(?: that)?|where|given)\s+([^.;)]{3,200})|\b(?:skip(?:ped)?|waived?|not (?:needed|required|necessary)) (?:this |it |the \w+ )?(?:if|when|in case|provided(?: that)?)\s+([^.;)]{3,200})|\b(?:unless)\s+(you [^.;)]{3,200})/i;
const OPTIONAL =
  /\(\s*(?:optional|if (?:needed|necessary|required))\s*\)|^(?:\W*\[[^\]]*\])?\W*(?:optional|possible|possibly|potential(?:ly)?)\b|\boptional\b\W*$|,\s*if (?:required|needed|necessary)(?: by [^.,]{2,40})?\W*$|\bmay be (?:used|held|added) if\b|\bmay (?:also )?be (?:asked|invited) to\b/i;
const LEAD_IN =
  /^(?:(?:first|second|third|then|next|finally|lastly|after that|last),?\s+)?(?:(?:you(?:'ll|’ll| will| can)?|we(?:'ll|’ll| will| would)?) (?:(?:then|next|first|also) )?(?:have|do|be invited (?:to|for)|be asked to|get(?= an? )|ask you to|invite you (?:to|for)|join|meet for|like you to|arrange|schedule|set up)\s+(?:an? |the )?|there (?:is|will be) (?:an? )?|an? (?=\S))/i;
const PREFIX = /^((?:round|step|stage|phase|interview|part)\s*(?:#?\d{1,2}|one|two|three|four|five|six)\s*[:.)–—-]\s*)/i;
const SOUND_END =
  / (?:about|to (?=simulate|see|learn|understand|discuss|talk|get|assess|give|ensure|evaluate)|where|in which|so that|during which|who|which) ?/i;

/** The condition of a skip rule, as written; a closing mark of emphasis or bracket is no part of it. */
function skipCondition(text: string): string | null {
  const match = SKIP.exec(text);
  const condition = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? null;
  return condition?.replace(/[\s_*)\]]+$/, '').trim() ?? null;
}

function clip(text: string): string {
  const max = 90;
  if (text.length <= max) return text;
  const cuts = [...text.matchAll(new RegExp(SOUND_END, 'gi'))]
    .map(({ index }) => index)
    .filter((index) => index >= 12 && index <= max);
  const cut = cuts.at(-1) ?? text.lastIndexOf(' ', max);
  const clipped = text.slice(0, cut > 12 ? cut : max);
  return clipped.replace(/(?:\s+(?:and|or|with|the|an?|of|to|for|in|on|our|by))*[\s,;:–—-]*$/i, '');
}

/** Words that name nothing: the duration in brackets, an emoji, a note. */
function stripNotes(text: string): string {
  return text
    .replace(/^(?:\d\ufe0f?\u20e3|[\s\p{Extended_Pictographic}\ufe0f↳→•*_#>-])+/u, '')
    .replace(/^(?:\d{1,2}|I{1,3}|IV|VI{0,3})\s?[.)]\s+/, '')
    .replace(/^\[[^\]]{1,30}\]\s*/, '')
    .replace(/\s*\((?=[^)]*(?:\d|hour|min|day|week|note|optional|skip|remote|video|phone|zoom)|[^)]{40,})[^)]*\)?/gi, '')
    .replace(/\s*\[(?=[^\]]*\d)[^\]]*\]/g, '')
    .trim();
}

/**
 * The name of a round: its bold words or what stands before a colon or dash, else its first clause without "we'll ask you to". At most 90
 * characters, cut where a clause begins. The number ("Round 2: ") stays, as people refer to it.
 */
export function roundName(block: Pick<Block, 'text' | 'lead' | 'bold'>): string {
  const own = stripNotes(block.text);
  const prefix = PREFIX.exec(own)?.[1] ?? '';
  const text = own.slice(prefix.length);
  const lead = block.lead && !block.bold ? stripNotes(block.lead).replace(/[\s:.–—-]+$/, '') : '';
  const numberOnly = /^(?:(?:round|step|stage|phase)\s*)?#?\d{0,2}\W*$/i.test(lead);
  if (lead && !numberOnly && own.startsWith(lead)) {
    const tail = /^\s+with (?:(?!someone)[^.:;–—]){2,80}/i.exec(own.slice(lead.length))?.[0] ?? '';
    return clip(`${lead}${tail}`.trim());
  }
  const described = /^([^:.–—]{3,80}?)(?:\s*:\s|\s+[–—-]\s)/.exec(text);
  const clause = described ? described[1]! : text.split(/(?<=\w)[.!?](?:\s|$)|;\s/)[0]!;
  const bare = clause
    .replace(LEAD_IN, '')
    .replace(/,? and (?:we|you)(?:'ll|’ll| will| can)?\b.*$/i, '')
    .replace(/,\s+(?:\w+ing|which|where|who|that)\b.*$/, '')
    .replace(/\s+to (?:simulate|see|understand)\b.*$/i, '')
    .trim();
  return clip(`${prefix}${bare || clause}`.trim());
}

function durationOf({ block, text, nested }: RoundSource): Duration | null {
  // The item's own words; lengths in bullets below are parts of the round, not its length.
  const own = findDurations(block.text)[0] ?? null;
  // "a 20-minute demo, followed by questions (1 hour in total)"
  const total = /\(([^()]{2,30}?),? in total\)/i.exec(block.text);
  if (own && total) return findDurations(total[1]!)[0] ?? own;
  // "half day with the team, and 30m with each founder": the day is the length.
  const day = /\b(?:half|full|whole)[- ](?:a )?day\b/i.exec(block.text);
  if (own && day && day.index < own.index) return null;
  // "you prepare for two hours at most, then 60 minutes with the CPO"
  const next = findDurations(block.text)[1];
  if (own && next && /\bprepar\w+[^,;.]{0,20}$/i.test(block.text.slice(0, own.index))) return next;
  if (own) return own;
  return nested.length === 0 ? (findDurations(text)[0] ?? null) : null;
}

/** Reads one round. `position` says whether it is the first of several; its order is counted by the caller. */
export function readRound(source: RoundSource, order: number, first: boolean): RoundReading {
  const { block, text, nested } = source;
  const written = roundName(block);
  const skippableIf = skipCondition([text, ...nested].join(' '));
  const said = text.replace(SKIP, ' ');
  const ownName = PREFIX.test(written) ? written.replace(PREFIX, '') : written;
  const isOffer = readKind({ name: ownName, text: said, seats: [], first: false }).kind === 'OFFER';
  // "We make you a job offer" is the offer, whoever makes it.
  const name = isOffer ? (/\b(?:job )?offer\b/i.exec(written)?.[0] ?? written) : written;
  const seats = isOffer ? [] : readSeats(said, nested, block.text);
  const kind = readKind({ name: ownName, text: said, seats, first: first && !isOffer });
  const duration = durationOf(source);
  const async = /\basync(?:hronous(?:ly)?)?\b|\btake[- ]?home\b|\bin your own time\b|\bat home\b|\bsubmit\b/i.test(said);
  const several =
    kind.kind !== 'OFFER' &&
    /\b[2-5] ?x\b|\b(?:take[- ]?home|screen|call|interview)\b[^.;:(]{0,30}\b(?:and|then|followed by)\b (?:an? )?[^.;:(]{0,30}\b(?:interview|take[- ]?home|panel)\b/i.test(
      name,
    );
  return {
    round: {
      order,
      name,
      kind: kind.kind,
      durationMin: duration?.min ?? null,
      durationMax: duration?.max ?? null,
      seats,
      async: kind.kind === 'TAKE_HOME' && async,
      skippableIf,
      optional: skippableIf === null && OPTIONAL.test(text),
    },
    source,
    kind,
    several,
  };
}
