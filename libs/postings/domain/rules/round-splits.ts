import { cutBlock, lineBlock } from '../markdown-blocks.js';
import type { RoundSource } from './round.js';

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
const TIMES =
  /^\W*(?:(\d)\s?[x×]\s*|(two|three|four|five)\s+(?=(?:\d|back|separate|technical|interviews of|[\w-]+ interviews)))/i;
const WORK =
  /\b(?:take[- ]?home|homework|assignment|coding (?:challenge|exercise|test)|(?:test|trial) task|case study|\w+ (?:test|exercise))\b/i;
const MEETING = /\b(?:interview|call|chat|conversation|panel|on-?site|meeting)s?\b/i;

/** One item that tells of several rounds, taken apart. */
export interface Split {
  readonly sources: readonly RoundSource[];
  /** The item told of several; a person should look at where it was cut. */
  readonly cut: boolean;
}

function source(origin: RoundSource, text: string, nested: readonly string[] = []): RoundSource {
  const cut = cutBlock(origin.block, 0, text);
  // Words that were put together stand nowhere as they are: the whole item stands for them.
  const block = origin.block.text.includes(text)
    ? cut
    : { ...cut, ...lineBlock(text, origin.block.line), sharedSection: cut.sharedSection };
  return block === cut ? { block, text, nested } : { block, text, nested, origin: origin.origin ?? origin.block };
}

/** "2x 1-hour interviews, one with an engineer and one with the CTO", "3 x 60 min" over three dashes: as many rounds. */
function counted(origin: RoundSource): readonly RoundSource[] | null {
  const text = origin.block.text.trim();
  const match = TIMES.exec(text);
  const count = match ? (match[1] ? Number(match[1]) : COUNTS[match[2]!.toLowerCase()]!) : 0;
  if (!match || count < 2 || count > 6) return null;
  const rest = text.slice(match[0].length);
  const ones = [...rest.matchAll(/\bone (?:with|by|on|about|for) (?:(?!,? and one\b|, one\b|;)[^.])+/gi)];
  const shared = (ones[0] ? rest.slice(0, ones[0].index) : rest)
    .replace(/[\s,:–(-]+$/, '')
    .replace(/\binterviews\b/i, 'interview');
  if (ones.length === count) return ones.map(([one]) => source(origin, `${shared} ${one.replace(/^one /i, '').replace(/[\s,)]+$/, '')}`)); // prettier-ignore
  if (ones.length > 0) return null;
  // The bullets below name the rounds; what is above them is said of each.
  if (origin.nested.length === count) return origin.nested.map((name) => source(origin, `${name} (${shared})`));
  return Array.from({ length: count }, () => source(origin, shared, origin.nested));
}

/** "You will then have three 50 minute interviews with engineers", "Virtual onsite (4 interviews, 45 minutes each: coding, design, …)": as many rounds. */
function toldInNumbers(origin: RoundSource): readonly RoundSource[] | null {
  const text = origin.block.text.trim();
  const listed =
    /^(.{3,60}?)\s*[([–—:-]\s*([2-6]|two|three|four|five|six) (?:interviews|sessions|conversations|calls)\b,?\s*([^:]{0,40}?):\s*([^)\]]{3,200})[)\]]?\W*$/i.exec(
      text,
    );
  if (listed) {
    const names = listed[4]!.split(/,\s*(?:and\s+)?|\s+and\s+|\s\/\s/).map((name) => name.trim());
    const count = COUNTS[listed[2]!.toLowerCase()] ?? Number(listed[2]);
    return names.length === count ? names.map((name) => source(origin, `${name} interview (${listed[3]!.replace(/\beach\b/i, '').trim()})`)) : null; // prettier-ignore
  }
  // "Final interviews (2 x 45 minutes)", and below it "One with your manager, one with a founder."
  const each = /^(.{3,40}?interviews?)\s*\(([2-4])\s?[x×]\s?([^)]{2,20})\)/i.exec(text);
  const ones = each ? [...origin.text.slice(text.length).matchAll(/\bone (with (?:(?!,? (?:and )?one\b)[^.;])+)/gi)] : [];
  if (each && ones.length === Number(each[2]))
    return ones.map(([, who]) => source(origin, `${each[1]!.replace(/s$/i, '')} ${who!.replace(/[\s,]+$/, '')} (${each[3]!})`));
  // "Technical loop: two coding interviews and one system design interview (60 min each)"
  const kinds = /^(?:[^:]{3,40}:\s+)?(one|two|three) ([\w -]{3,40}?) (?:interviews?|sessions?) and (one|two|three|an?) ([\w -]{3,40}?) (?:interviews?|sessions?)\s*(?:\(([^)]{2,30}?) each\))?\W*$/i.exec(text); // prettier-ignore
  if (kinds) {
    const [, first, name, second, other, length] = kinds;
    const said = (what: string): string => `${what} interview${length ? ` (${length})` : ''}`;
    const times = (count: string): number => COUNTS[count.toLowerCase()] ?? 1;
    return [...Array<string>(times(first!)).fill(said(name!)), ...Array<string>(times(second!)).fill(said(other!))].map((one) => source(origin, one)); // prettier-ignore
  }
  // "Team conversations (2 × 30 minutes)": as many of one length.
  const copies = /^(.{3,40}?(?:interview|conversation|call|chat|session)s)\s*\(([2-4])\s?[x×]\s?([^)]{2,20})\)\W*$/i.exec(text.replace(/\.\s.*$/, '')); // prettier-ignore
  if (copies && !/\bone with\b/i.test(origin.text))
    return Array.from({ length: Number(copies[2]) }, () => source(origin, `${copies[1]!.replace(/s$/i, '')} (${copies[3]!})`, origin.nested)); // prettier-ignore
  const match =
    /\b(?:have|complete|do|schedule|attend|be invited to|go through) (two|three|four|five) ((?:separate |\d{1,3}[- ]?(?:minutes?|mins?|hours?|h)[- ]?(?:long )?)+[\w -]{0,30}?)interviews\b(.*)$/i.exec(
      text,
    );
  if (!match || /\b(?:one|first|each) with\b|:/i.test(match[3]!)) return null;
  const said = `${match[2]!}interview${match[3]!}`;
  return Array.from({ length: COUNTS[match[1]!.toLowerCase()]! }, () => source(origin, said, origin.nested));
}

/** "Take-home and technical interview", "Take-home task + follow-up call": work alone, then a talk. */
function workThenTalk(origin: RoundSource): readonly RoundSource[] | null {
  const text = origin.block.text.trim();
  if (text.length > 160) return null;
  const match = /^(.{3,80}?)\s*(?:,?\s+and\s+(?:then\s+)?|\s*\+\s*|,?\s+followed by\s+|,?\s+then\s+)(.{3,80})$/i.exec(text);
  if (!match || !WORK.test(match[1]!) || MEETING.test(match[1]!) || !MEETING.test(match[2]!) || WORK.test(match[2]!)) return null;
  if (/\b(?:to|of|about|on|discuss\w*|review\w*)\s*$/i.test(match[1]!)) return null;
  return [source(origin, match[1]!), source(origin, match[2]!, origin.nested)];
}

/** "Screen / Technical interview / Final chat": three and more parts that are rounds each. */
function slashed(origin: RoundSource): readonly RoundSource[] | null {
  const parts = origin.block.text.split(/\s+\/\s+/).map((text) => text.trim());
  const named = parts.filter((text) => MEETING.test(text) || WORK.test(text) || /\bscreen/i.test(text)).length;
  return parts.length >= 3 && named >= parts.length - 1 ? parts.map((text) => source(origin, text)) : null;
}

/** "References → offer" in one item. */
function arrowed(origin: RoundSource): readonly RoundSource[] | null {
  const parts = origin.block.text.split(/\s*(?:→|⟶|➔|➜|[-=]+>)\s*/).map((text) => text.trim());
  const named = parts.filter(
    (text) => MEETING.test(text) || WORK.test(text) || /\b(?:screen|references?|offer)/i.test(text),
  ).length;
  return parts.length >= 2 && named === parts.length ? parts.map((text) => source(origin, text)) : null;
}

/** Takes an item apart that tells of several rounds; an item that tells of one is answered as it is. */
export function splitRound(origin: RoundSource): Split {
  const sources = counted(origin) ?? toldInNumbers(origin) ?? workThenTalk(origin) ?? slashed(origin) ?? arrowed(origin);
  return sources ? { sources, cut: true } : { sources: [origin], cut: false };
}
