import type { Id } from '#libs/kernel/index.js';
import { fillAt } from './find-times.js';
import type { Meeting, MeetingSeat, SeatPart } from './meeting.js';
import type { SeatFilled } from './slot-query.js';

/** Somebody in an interview, and what they do there. */
export interface SeatTaken extends SeatFilled {
  readonly part: SeatPart;
}

/** Who is nearer the end of their training is asked first. */
const PARTS = ['REVERSE_SHADOWS', 'SHADOWS'] as const;

/**
 * Who is being trained and comes along: at most one beside each interviewer, by their own hours and calendars. Those in `kept` (by seat) are asked first, then the
 * least loaded. A trainee makes no time possible or impossible, so an empty list is as good as any.
 */
export function traineesAt(
  meeting: Meeting,
  start_ms: number,
  filled: readonly SeatFilled[],
  kept: ReadonlyMap<Id, Id> = new Map(),
): SeatTaken[] {
  const sitting = new Set(filled.map(({ interviewerId }) => interviewerId));
  const taken: SeatTaken[] = [];
  for (const seat of meeting.seats) {
    if (seat.trainees.length === 0 || !filled.some(({ seatId }) => seatId === seat.seatId)) continue;
    const found = traineeOf(meeting, seat, start_ms, sitting, kept.get(seat.seatId));
    if (found === null) continue;
    sitting.add(found.interviewerId);
    taken.push(found);
  }
  return taken;
}

function traineeOf(
  meeting: Meeting,
  seat: MeetingSeat,
  start_ms: number,
  sitting: ReadonlySet<Id>,
  kept: Id | undefined,
): SeatTaken | null {
  const possible = seat.trainees.filter(({ personId }) => !sitting.has(personId));
  const groups = [
    possible.filter(({ personId }) => personId === kept),
    ...PARTS.map((part) => possible.filter((one) => one.part === part)),
  ];
  for (const members of groups.filter((group) => group.length > 0)) {
    const alone = { ...meeting, seats: [{ ...seat, members }], candidateBusy: [] };
    const [free] = fillAt(alone, start_ms, 'OWN_HOURS') ?? [];
    const part = members.find(({ personId }) => personId === free?.interviewerId)?.part;
    if (free && part) return { ...free, part };
  }
  return null;
}

/** Everybody who comes to an interview: who fills its seats, and who learns beside them. */
export function everybodyAt(
  meeting: Meeting,
  start_ms: number,
  filled: readonly SeatFilled[],
  kept?: ReadonlyMap<Id, Id>,
): SeatTaken[] {
  const interviewers = filled.map((one): SeatTaken => ({ ...one, part: 'INTERVIEWS' }));
  return [...interviewers, ...traineesAt(meeting, start_ms, filled, kept)];
}
