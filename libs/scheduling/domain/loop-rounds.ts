import type { Id, Interval } from '#libs/kernel/index.js';
import { searchedWindow } from './choosing.js';
import type { LoopRound } from './find-loops.js';
import { findTimes } from './find-times.js';
import { bookedInterview, durationOf, type Meeting } from './meeting.js';
import { SCHEDULING } from './scheduling-rules.js';
import { MINUTE_MS, SLOT_LIMITS } from './slot-query.js';

/** A stage that an application has before it, in which it is or after that. */
export interface LoopStage {
  readonly id: Id;
  readonly name: string;
  readonly position: number;
  readonly kind: string;
  /** Of a take-home. */
  readonly dueDays: number | null;
}

const DAY_MIN = 1440;
/** What the candidate has between two interviews; what interviewers need is looked at when their seats are filled. */
const BREAK_MIN = 2 * SCHEDULING.buffer_min;

/**
 * Every round with its possible times, as `startsOf` answers them from the soonest at which it may begin. Take-homes are the days between rounds, or before the
 * first.
 */
export function roundsOf(
  meetings: readonly Meeting[],
  stages: readonly LoopStage[],
  now: Date,
  startsOf: (meeting: Meeting, from_ms: number) => number[],
): LoopRound[] {
  let takeHome_min = 0;
  let before: Meeting | null = null;
  const rounds: LoopRound[] = [];
  for (const { id, kind, dueDays } of stages) {
    if (kind === 'TAKE_HOME') takeHome_min += (dueDays ?? 0) * DAY_MIN;
    const meeting = meetings.find(({ stage }) => stage?.id === id);
    if (meeting === undefined) continue;
    const from_ms = now.getTime() + (before === null ? takeHome_min * MINUTE_MS : 0);
    rounds.push({
      roundId: id,
      starts_ms: startsOf(meeting, from_ms),
      duration_min: durationOf(meeting)!,
      wait_min: before === null ? 0 : Math.max(takeHome_min, BREAK_MIN),
    });
    takeHome_min = 0;
    before = meeting;
  }
  return rounds;
}

/** The times of a round within the days that are asked about; a round that has a time already keeps it. */
export function possibleStarts(meeting: Meeting, asked: Interval, from_ms: number, now: Date): number[] {
  const booked = bookedInterview(meeting);
  if (booked !== null) return [booked.start_ms];
  const window = searchedWindow(
    { ...asked, start_ms: Math.max(asked.start_ms, from_ms) },
    new Date(asked.end_ms),
    meeting.law,
    now,
  );
  if (!window.ok) return [];
  return findTimes(meeting, window.value, SLOT_LIMITS.limit).slots.map(({ start_ms }) => start_ms);
}
