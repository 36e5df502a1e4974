import { subtract, union, type Id, type Interval } from '#libs/kernel/index.js';
import { commonWindows, type CommonWindows } from './compile.js';
import { daysOf, hoursWithExceptions, turnWindows } from './hours.js';
import { fullSpans, restAround } from './member-time.js';
import { MINUTE_MS, type SeatMember, type SlotQuery } from './slot-query.js';
import type { StartFrame } from './starts.js';

/** What keeps one interviewer from an interview at some time. BUFFER: a block stands only in the minutes kept free around it. */
export type PersonalRule = 'OWN_HOURS' | 'AWAY' | 'ON_CALL' | 'BUSY' | 'INTERVIEW' | 'BUFFER' | 'REST' | 'DAY_FULL' | 'WEEK_FULL';

/** One rule that says no, at some starts. Two rules are the same when everything but the starts is. */
export interface Violation {
  readonly rule: CommonWindows['law'] | PersonalRule;
  /** Whose rule it is; null for a law that binds everybody. */
  readonly interviewerId: Id | null;
  /** The block or the days that are meant, where it is one of several. */
  readonly during: Interval | null;
  /** Which of several laws of a kind, in the order in which they were said. */
  readonly index: number;
  /** At which starts, by index, in ranges that include both ends. */
  readonly starts: readonly (readonly [number, number])[];
}

/** The laws that bind everybody, with the starts at which each says no. */
export function commonViolations(query: SlotQuery, frame: StartFrame): Violation[] {
  const seen = new Map<string, number>();
  return commonWindows(query).map(({ law, spans }) => {
    const index = seen.get(law) ?? 0;
    seen.set(law, index + 1);
    return { rule: law, interviewerId: null, during: null, index, starts: outside(frame, spans) };
  });
}

/** Everything that keeps one person away, with the starts at which each says no. `members` is all that was said about them. */
export function personalViolations(members: readonly SeatMember[], query: SlotQuery, frame: StartFrame): Violation[] {
  const { interviewerId } = members[0]!;
  const before_min = Math.max(...members.map((one) => one.bufferBefore_min));
  const after_min = Math.max(...members.map((one) => one.bufferAfter_min));
  const found: Violation[] = [];
  const note = (rule: PersonalRule, starts: Violation['starts'], during: Interval | null = null): void => {
    if (starts.length > 0) found.push({ rule, interviewerId, during, index: 0, starts });
  };
  for (const member of members) {
    const { exceptions = [], turns = [], interviews = [], limits } = member;
    const [from_ms, to_ms] = [query.earliest_ms, query.latest_ms];
    const present = exceptions.filter(({ hours }) => hours !== null);
    if (member.weeklyHours !== null || present.length > 0)
      note('OWN_HOURS', outside(frame, hoursWithExceptions(member.weeklyHours, present, from_ms, to_ms)));
    for (const away of exceptions.filter(({ hours }) => hours === null)) {
      const [days] = daysOf(away);
      note('AWAY', touching(frame, [days!], 0, 0), days!);
    }
    const reach_ms = Math.max(before_min, after_min) * MINUTE_MS;
    note('ON_CALL', touching(frame, turnWindows(turns, 'BUSY', from_ms - reach_ms, to_ms + reach_ms), before_min, after_min));
    for (const block of member.busy) {
      const interview = interviews.some((one) => block.start_ms <= one.start_ms && one.end_ms <= block.end_ms);
      note(interview ? 'INTERVIEW' : 'BUSY', touching(frame, [block], 0, 0), block);
    }
    note('BUFFER', onlyBuffers(frame, member.busy, before_min, after_min));
    if (limits === undefined) continue;
    note('REST', onlyRest(frame, member, limits.rest_min));
    note('DAY_FULL', starting(frame, fullSpans(interviews, { ...limits, perWeek: null }, from_ms, to_ms)));
    note('WEEK_FULL', starting(frame, fullSpans(interviews, { ...limits, perDay: null }, from_ms, to_ms)));
  }
  return found;
}

type Range = readonly [number, number];

/** Starts whose interview does not lie wholly in one of the windows (a normal set). */
function outside(frame: StartFrame, windows: readonly Interval[]): Range[] {
  const step_ms = frame.step_min * MINUTE_MS;
  const last_ms = frame.duration_min * MINUTE_MS;
  const ranges: Range[] = [];
  let next = 0;
  for (const { start_ms, end_ms } of windows) {
    const first = Math.max(next, Math.ceil((start_ms - frame.origin_ms) / step_ms));
    const last = Math.min(frame.size - 1, Math.floor((end_ms - last_ms - frame.origin_ms) / step_ms));
    if (first > last) continue;
    if (next < first) ranges.push([next, first - 1]);
    next = last + 1;
  }
  if (next < frame.size) ranges.push([next, frame.size - 1]);
  return ranges;
}

/** Starts whose interview, with these minutes around it, meets one of the spans. */
function touching(frame: StartFrame, spans: readonly Interval[], before_min: number, after_min: number): Range[] {
  const step_ms = frame.step_min * MINUTE_MS;
  const reach_ms = (frame.duration_min + after_min) * MINUTE_MS;
  return spans.flatMap(({ start_ms, end_ms }): Range[] => {
    if (start_ms >= end_ms) return [];
    const first = Math.max(0, Math.floor((start_ms - reach_ms - frame.origin_ms) / step_ms) + 1);
    const last = Math.min(frame.size - 1, Math.ceil((end_ms + before_min * MINUTE_MS - frame.origin_ms) / step_ms) - 1);
    return first <= last ? [[first, last]] : [];
  });
}

/** Starts that lie in one of the spans. */
function starting(frame: StartFrame, spans: readonly Interval[]): Range[] {
  const step_ms = frame.step_min * MINUTE_MS;
  return spans.flatMap(({ start_ms, end_ms }): Range[] => {
    const first = Math.max(0, Math.ceil((start_ms - frame.origin_ms) / step_ms));
    const last = Math.min(frame.size, Math.ceil((end_ms - frame.origin_ms) / step_ms)) - 1;
    return first <= last ? [[first, last]] : [];
  });
}

/** Starts too near an interview that do not meet the interview's own block: moving that one would do away with both. */
function onlyRest(frame: StartFrame, { interviews = [], busy }: SeatMember, rest_min: number): Range[] {
  const rest = interviews.flatMap((one) => {
    const near = asSpans(touching(frame, restAround([one], rest_min), 0, 0));
    const block = busy.find(({ start_ms, end_ms }) => start_ms <= one.start_ms && one.end_ms <= end_ms);
    return block === undefined ? near : subtract(near, asSpans(touching(frame, [block], 0, 0)));
  });
  return union(rest).map(({ start_ms, end_ms }) => [start_ms, end_ms - 1]);
}

/** Starts at which a block stands in the buffers and not in the interview itself. */
function onlyBuffers(frame: StartFrame, busy: readonly Interval[], before_min: number, after_min: number): Range[] {
  if (before_min === 0 && after_min === 0) return [];
  const asSpans = (ranges: readonly Range[]): Interval[] =>
    ranges.map(([first, last]) => ({ start_ms: first, end_ms: last + 1 }));
  const rest = busy.flatMap((block) =>
    subtract(asSpans(touching(frame, [block], before_min, after_min)), asSpans(touching(frame, [block], 0, 0))),
  );
  return union(rest).map(({ start_ms, end_ms }) => [start_ms, end_ms - 1]);
}

/** Ranges of indexes as half-open spans, for the arithmetic of sets. */
function asSpans(ranges: readonly Range[]): Interval[] {
  return ranges.map(([first, last]) => ({ start_ms: first, end_ms: last + 1 }));
}
