import { compile, type Compiled } from './compile.js';
import { fillSeats } from './fill-seats.js';
import { MINUTE_MS, type SeatFilled, type Slot, type SlotQuery, type SlotsFound } from './slot-query.js';
import { addAll, clearBusy, countOf, drop, keepBoth, nextFrom, noStarts, startOf, type Starts } from './starts.js';

/**
 * All times at which the whole panel and the candidate can meet: every slot is inside core hours, the candidate's hours and the hours of all who sit in
 * it, clear of their busy blocks by their buffers, on the grid, and no such time is left out. The order of rules, seats, members and
 * busy blocks does not matter.
 * @throws RangeError when the query has no meaning or a rule is not sound.
 */
export function searchSlots(query: SlotQuery): SlotsFound {
  return search(compile(query));
}

/** Searches a compiled query: one pass over the busy blocks, then 32 starts at a time. */
export function search(compiled: Compiled, limit: number = compiled.limit): SlotsFound {
  const found = compiled.open.slice();
  for (const index of compiled.needed) {
    const person = compiled.people[index]!;
    clearBusy(found, compiled.frame, person.busy_min, person.before_min, person.after_min);
  }
  const free = compiled.onlyFilling === null ? freeStarts(compiled) : [];
  for (const { members } of compiled.pools) {
    const anybody = noStarts(compiled.frame);
    for (const member of members) addAll(anybody, free[member]!);
    keepBoth(found, anybody);
  }
  if (compiled.shared) dropUnmatched(compiled, free, found);
  return { slots: firstSlots(compiled, free, found, limit), count: countOf(found) };
}

/** When each person is free, by hours and by calendar. */
export function freeStarts(compiled: Compiled): Starts[] {
  return compiled.people.map((person) => {
    const starts = person.open.slice();
    clearBusy(starts, compiled.frame, person.busy_min, person.before_min, person.after_min);
    return starts;
  });
}

/** Each seat has somebody at these starts; drops those where the same person would have to sit twice. */
function dropUnmatched(compiled: Compiled, free: readonly Starts[], found: Starts): void {
  for (let start = nextFrom(found, 0); start !== -1; start = nextFrom(found, start + 1)) {
    if (fillSeats(compiled, free, start) === null) drop(found, start);
  }
}

function firstSlots(compiled: Compiled, free: readonly Starts[], found: Starts, limit: number): Slot[] {
  const { frame, onlyFilling } = compiled;
  const duration_ms = frame.duration_min * MINUTE_MS;
  const slots: Slot[] = [];
  for (let start = nextFrom(found, 0); start !== -1 && slots.length < limit; start = nextFrom(found, start + 1)) {
    const start_ms = startOf(frame, start);
    const seats: readonly SeatFilled[] = onlyFilling ?? fillSeats(compiled, free, start) ?? [];
    slots.push({ start_ms, end_ms: start_ms + duration_ms, seats });
  }
  return slots;
}
