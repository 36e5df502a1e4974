import type { Interval } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchOption, BatchPerson } from './batch.js';
import { compile } from './compile.js';
import { CANDIDATE_SEAT, onLawfulDays, slotQuery } from './find-times.js';
import { durationOf, type Meeting } from './meeting.js';
import { freeStarts } from './search-slots.js';
import { has, startOf } from './starts.js';

/** Every time that rules and calendars allow one application, and who is free then, seat by seat; as a batch is planned from. */
export function batchCandidate(meeting: Meeting, window: Interval): BatchCandidate {
  const lawful = onLawfulDays(meeting, window);
  const candidate = { id: meeting.applicationId, duration_min: durationOf(meeting)! };
  if (lawful.start_ms >= lawful.end_ms) return { ...candidate, options: [] };
  const compiled = compile(slotQuery(meeting, lawful, { week: lawful, limit: 1 }));
  const free = freeStarts(compiled);
  const members = new Map(compiled.seats.map((seat) => [seat.seatId, seat.members]));
  const [own] = members.get(CANDIDATE_SEAT)!;
  const options: BatchOption[] = [];
  for (let start = 0; start < compiled.frame.size; start += 1) {
    if (!has(free[own!]!, start)) continue;
    const seats = meeting.seats.map(({ seatId }) =>
      members.get(seatId)!.flatMap((person) => (has(free[person]!, start) ? [compiled.people[person]!.interviewerId] : [])),
    );
    if (seats.every((able) => able.length > 0)) options.push({ start_ms: startOf(compiled.frame, start), seats });
  }
  return { ...candidate, options };
}

/** Everybody who could sit in one of the meetings, once. */
export function batchPeople(meetings: readonly Meeting[]): BatchPerson[] {
  const people = new Map<string, BatchPerson>();
  for (const { interviewers } of meetings)
    for (const { personId: id, buffers, limits, load } of interviewers.values())
      people.set(id, { id, ...buffers, limits, held: load });
  return [...people.values()];
}
