import type { Id, Interval } from '#libs/kernel/index.js';
import { fillAt } from './find-times.js';
import { fullSpans } from './member-time.js';
import { bookedInterview, durationOf, type Interviewer, type Meeting } from './meeting.js';
import { MINUTE_MS, type SeatFilled } from './slot-query.js';

type Seating = readonly SeatFilled[];

/**
 * Who sits in the rounds of a loop, one after the other: the rounds chosen before count as interviews that people hold, so that limits of a day and a week, rest,
 * buffers and balance hold across them. Answers are remembered.
 */
export class LoopSeating {
  private readonly known = new Map<string, Seating | null>();

  constructor(private readonly meetings: readonly Meeting[]) {}

  /** Whether somebody with limits or a rest of their own could sit in several rounds; otherwise each round is possible by itself. */
  get binds(): boolean {
    const seen = new Set<Id>();
    for (const { interviewers } of this.meetings) {
      for (const { personId, limits } of interviewers.values()) {
        const limited = limits.perDay !== null || limits.perWeek !== null || limits.rest_min > 0;
        if (limited && seen.has(personId)) return true;
        seen.add(personId);
      }
    }
    return false;
  }

  /** Who sits in the last of the rounds that have a time, in order from the first; null when nobody can. */
  last(starts_ms: readonly number[]): Seating | null {
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
    const until_ms = Math.max(
      ...after.seats.map(({ members }) => Math.min(...members.map(({ personId }) => fullUntil(after, personId, start_ms)))),
    );
    if (until_ms > start_ms) return until_ms;
    return this.last(starts_ms) === null ? start_ms + 1 : start_ms;
  }

  /** Everybody's seats, round by round; null when some round has nobody. */
  all(starts_ms: readonly number[]): Seating[] | null {
    const seatings = starts_ms.map((_, round) => this.last(starts_ms.slice(0, round + 1)));
    return seatings.every((one) => one !== null) ? seatings : null;
  }

  private fill(starts_ms: readonly number[]): Seating | null {
    const round = starts_ms.length - 1;
    const meeting = this.meetings[round]!;
    const booked = bookedInterview(meeting);
    if (booked !== null) return booked.seats.map(({ seatId, personId }) => ({ seatId, interviewerId: personId }));
    const after = this.after(meeting, starts_ms.slice(0, round));
    if (after === null) return null;
    // The times of a round are possible by themselves: where nobody can be chosen, nothing is left to ask of the first one.
    if (round === 0 && meeting.seats.every(({ members }) => members.length === 1)) return onlySeating(meeting);
    const start_ms = starts_ms[round]!;
    const spared = this.sparing(after, round);
    return (spared && fillAt(spared, start_ms, 'RULES')) ?? fillAt(after, start_ms, 'RULES');
  }

  /** The round's meeting as it is when those before it have been booked. */
  private after(meeting: Meeting, starts_ms: readonly number[]): Meeting | null {
    const held = new Map<Id, Interval[]>();
    const spans: Interval[] = [];
    for (const [round, start_ms] of starts_ms.entries()) {
      const before = this.meetings[round]!;
      const seating = this.last(starts_ms.slice(0, round + 1));
      if (seating === null) return null;
      // What is booked already has been read with everybody's calendars.
      if (bookedInterview(before) !== null) continue;
      const span = { start_ms, end_ms: start_ms + durationOf(before)! * MINUTE_MS };
      spans.push(span);
      for (const { interviewerId } of seating) held.set(interviewerId, [...(held.get(interviewerId) ?? []), span]);
    }
    const interviewers = new Map([...meeting.interviewers].map(([id, person]) => [id, holding(person, held.get(id) ?? [])]));
    return { ...meeting, interviewers, candidateBusy: [...meeting.candidateBusy, ...spans] };
  }

  /** Pools without those who could be wanted in later rounds, wherever somebody is left; null when that changes none. */
  private sparing(meeting: Meeting, round: number): Meeting | null {
    const later = new Set(
      this.meetings
        .slice(round + 1)
        .flatMap(({ seats }) => seats.flatMap(({ members }) => members.map(({ personId }) => personId))),
    );
    const seats = meeting.seats.map((seat) => {
      const members = seat.members.filter(({ personId }) => !later.has(personId));
      return members.length > 0 && members.length < seat.members.length ? { ...seat, members } : seat;
    });
    return seats.some((seat, at) => seat !== meeting.seats[at]) ? { ...meeting, seats } : null;
  }
}

/** The seating of seats with one member each; null where somebody would sit twice. */
function onlySeating({ seats }: Meeting): Seating | null {
  const seating = seats.map(({ seatId, members }) => ({ seatId, interviewerId: members[0]!.personId }));
  return new Set(seating.map(({ interviewerId }) => interviewerId)).size === seating.length ? seating : null;
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
