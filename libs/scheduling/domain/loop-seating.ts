import type { Id, Interval } from '#libs/kernel/index.js';
import type { Sitting, Way, WaysFound } from './find-loops.js';
import { fillAt } from './find-times.js';
import { fullSpans } from './member-time.js';
import { bookedInterview, durationOf, type Interviewer, type Meeting } from './meeting.js';
import { SCHEDULING } from './scheduling-rules.js';
import { MINUTE_MS, type SeatFilled } from './slot-query.js';

type Seating = readonly SeatFilled[];

/** A way of holding a round, and who sits where. */
interface SeatedWay extends Way {
  readonly seating: Seating;
}

/** How many sets of people who are wanted later are tried for one round at one time. */
const SETS_TRIED = 100;

/**
 * Who sits in the rounds of a loop: the rounds before count as interviews that people hold, so that limits of a day and a week, rest, buffers and balance hold
 * across them. First round after round, sparing who is wanted later where somebody else is left, which is mostly the best; else by all ways. Answers are remembered.
 */
export class LoopSeating implements Sitting {
  private readonly known = new Map<string, Seating | null>();
  /** Those who sit in several rounds that have no time yet, and what one round takes from another: by round, who is wanted in a later one. */
  private readonly wantedLater: readonly ReadonlySet<Id>[];

  constructor(private readonly meetings: readonly Meeting[]) {
    this.wantedLater = meetings.map((meeting, round) => {
      const later = new Set(meetings.slice(round + 1).flatMap((one) => (bookedInterview(one) === null ? membersOf(one) : [])));
      return new Set(
        bookedInterview(meeting) === null ? membersOf(meeting).filter((id) => later.has(id) && isBound(meeting, id)) : [],
      );
    });
  }

  /** Whether somebody with limits, rest or longer buffers of their own could sit in several rounds; otherwise each round is possible by itself. */
  get binds(): boolean {
    return this.wantedLater.some(({ size }) => size > 0);
  }

  get leavesChoice(): boolean {
    return this.wantedLater.some(
      ({ size }, round) => size > 0 && this.meetings[round]!.seats.some(({ members }) => members.length > 1),
    );
  }

  /** Who sits in the last of the rounds that have a time, in order from the first, when people are chosen round after round; null when nobody can. */
  private last(starts_ms: readonly number[]): Seating | null {
    const key = starts_ms.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = this.fill(starts_ms);
    this.known.set(key, found);
    return found;
  }

  /** When the last round can be held, as `findLoops` asks. Whoever's day or week is full is not looked at before it ends. */
  soonest(starts_ms: readonly number[]): number {
    const round = starts_ms.length - 1;
    const start_ms = starts_ms[round]!;
    const meeting = this.meetings[round]!;
    if (bookedInterview(meeting) !== null) return start_ms;
    const after = this.after(meeting, starts_ms.slice(0, round));
    if (after === null) return Infinity;
    const until_ms = openAgain(after, start_ms);
    if (until_ms > start_ms) return until_ms;
    return this.last(starts_ms) === null ? start_ms + 1 : start_ms;
  }

  ways(starts_ms: readonly number[], before: readonly Way[], spared: ReadonlySet<Id> = new Set()): WaysFound {
    const round = starts_ms.length - 1;
    const start_ms = starts_ms[round]!;
    const meeting = this.meetings[round]!;
    const booked = bookedInterview(meeting);
    if (booked !== null) return { ways: [{ takes: [], seating: seatingOf(booked) } as SeatedWay], again_ms: start_ms + 1 };
    const seatings = (before as readonly SeatedWay[]).map(({ seating }) => seating);
    const after = without(this.holdingBefore(meeting, starts_ms, seatings), spared);
    const wanted = [...this.wantedLater[round]!].filter((id) => !spared.has(id)).sort();
    const ways: SeatedWay[] = [];
    for (const takes of setsOf(wanted, meeting.seats.length, SETS_TRIED)) {
      if (ways.some((way) => way.takes.every((id) => takes.includes(id)))) continue;
      const seating = fillable(without(after, new Set(wanted.filter((id) => !takes.includes(id)))), start_ms);
      if (seating !== null) ways.push({ takes, seating });
      if (seating !== null && takes.length === 0) break;
    }
    return { ways, again_ms: Math.max(start_ms + 1, openAgain(after, start_ms)) };
  }

  /** Everybody's seats, round by round; null when they cannot be filled all. */
  all(starts_ms: readonly number[]): Seating[] | null {
    const seatings = starts_ms.map((_, round) => this.last(starts_ms.slice(0, round + 1)));
    if (seatings.every((one) => one !== null)) return seatings;
    return this.leavesChoice ? this.allByWays(starts_ms, []) : null;
  }

  private allByWays(starts_ms: readonly number[], before: readonly SeatedWay[]): Seating[] | null {
    if (before.length === starts_ms.length) return before.map(({ seating }) => seating);
    for (const way of this.ways(starts_ms.slice(0, before.length + 1), before).ways) {
      const found = this.allByWays(starts_ms, [...before, way as SeatedWay]);
      if (found !== null) return found;
    }
    return null;
  }

  private fill(starts_ms: readonly number[]): Seating | null {
    const round = starts_ms.length - 1;
    const meeting = this.meetings[round]!;
    const booked = bookedInterview(meeting);
    if (booked !== null) return seatingOf(booked);
    const after = this.after(meeting, starts_ms.slice(0, round));
    if (after === null) return null;
    const start_ms = starts_ms[round]!;
    const spared = this.sparing(after, round);
    return (spared && fillAt(spared, start_ms, 'RULES')) ?? fillAt(after, start_ms, 'RULES');
  }

  /** The round's meeting as it is when those before it have been booked, people chosen round after round. */
  private after(meeting: Meeting, starts_ms: readonly number[]): Meeting | null {
    const seatings = starts_ms.map((_, round) => this.last(starts_ms.slice(0, round + 1)));
    return seatings.every((one) => one !== null) ? this.holdingBefore(meeting, starts_ms, seatings) : null;
  }

  /** The meeting when the rounds before it have been booked so. */
  private holdingBefore(meeting: Meeting, starts_ms: readonly number[], seatings: readonly Seating[]): Meeting {
    const held = new Map<Id, Interval[]>();
    const spans: Interval[] = [];
    for (const [round, seating] of seatings.entries()) {
      const before = this.meetings[round]!;
      // What is booked already has been read with everybody's calendars.
      if (bookedInterview(before) !== null) continue;
      const start_ms = starts_ms[round]!;
      const span = { start_ms, end_ms: start_ms + durationOf(before)! * MINUTE_MS };
      spans.push(span);
      for (const { interviewerId } of seating) held.set(interviewerId, [...(held.get(interviewerId) ?? []), span]);
    }
    const interviewers = new Map([...meeting.interviewers].map(([id, person]) => [id, holding(person, held.get(id) ?? [])]));
    return { ...meeting, interviewers, candidateBusy: [...meeting.candidateBusy, ...spans] };
  }

  /** Pools without those who could be wanted in later rounds, wherever somebody is left; null when that changes none. */
  private sparing(meeting: Meeting, round: number): Meeting | null {
    const later = new Set(this.meetings.slice(round + 1).flatMap(membersOf));
    const seats = meeting.seats.map((seat) => {
      const members = seat.members.filter(({ personId }) => !later.has(personId));
      return members.length > 0 && members.length < seat.members.length ? { ...seat, members } : seat;
    });
    return seats.some((seat, at) => seat !== meeting.seats[at]) ? { ...meeting, seats } : null;
  }
}

function membersOf({ seats }: Meeting): Id[] {
  return [...new Set(seats.flatMap(({ members }) => members.map(({ personId }) => personId)))];
}

/** Whether one interview of this person keeps another from being held, beyond the candidate's own break. */
function isBound({ interviewers }: Meeting, personId: Id): boolean {
  const person = interviewers.get(personId);
  if (person === undefined) return false;
  const { limits, buffers } = person;
  const limited = limits.perDay !== null || limits.perWeek !== null || limits.rest_min > 0;
  return limited || buffers.before_min + buffers.after_min > 2 * SCHEDULING.buffer_min;
}

function seatingOf({ seats }: NonNullable<ReturnType<typeof bookedInterview>>): Seating {
  return seats.map(({ seatId, personId }) => ({ seatId, interviewerId: personId }));
}

function without(meeting: Meeting, personIds: ReadonlySet<Id>): Meeting {
  if (personIds.size === 0) return meeting;
  const seats = meeting.seats.map((seat) => ({
    ...seat,
    members: seat.members.filter(({ personId }) => !personIds.has(personId)),
  }));
  return { ...meeting, seats };
}

function fillable(meeting: Meeting, start_ms: number): Seating | null {
  return meeting.seats.every(({ members }) => members.length > 0) ? fillAt(meeting, start_ms, 'RULES') : null;
}

/** Sets of so many at most, the smallest first, beginning with the empty one. */
function* setsOf(ids: readonly Id[], largest: number, most: number): Generator<readonly Id[]> {
  let sets: (readonly Id[])[] = [[]];
  let given = 0;
  for (let size = 0; size <= largest && sets.length > 0; size += 1) {
    for (const set of sets) {
      if ((given += 1) > most) return;
      yield set;
    }
    sets = sets.flatMap((set) => ids.slice(set.length === 0 ? 0 : ids.indexOf(set.at(-1)!) + 1).map((id) => [...set, id]));
  }
}

/** The soonest time at which no seat lacks people because their day or week is full; the time itself when none does. */
function openAgain(meeting: Meeting, start_ms: number): number {
  return Math.max(
    ...meeting.seats.map(({ members }) => Math.min(...members.map(({ personId }) => fullUntil(meeting, personId, start_ms)))),
  );
}

/** Until when somebody holds as many interviews as they take, if they do at this time; else the time itself. */
function fullUntil({ interviewers }: Meeting, personId: Id, start_ms: number): number {
  const person = interviewers.get(personId);
  if (person === undefined) return start_ms;
  const full = fullSpans(person.load, person.limits, start_ms, start_ms + 1);
  return Math.max(
    start_ms,
    ...full.filter((span) => span.start_ms <= start_ms && start_ms < span.end_ms).map(({ end_ms }) => end_ms),
  );
}

function holding(person: Interviewer, spans: readonly Interval[]): Interviewer {
  if (spans.length === 0) return person;
  const { before_min, after_min } = person.buffers;
  const blocked = spans.map(({ start_ms, end_ms }) => ({
    start_ms: start_ms - before_min * MINUTE_MS,
    end_ms: end_ms + after_min * MINUTE_MS,
  }));
  return { ...person, interviews: [...person.interviews, ...blocked], load: [...person.load, ...spans] };
}
