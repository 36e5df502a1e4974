import type { Compiled } from './compile.js';
import type { SeatFilled } from './slot-query.js';
import { has, type Starts } from './starts.js';

/**
 * Fills every seat with a different person who is free at this start, or answers null. `free[p]` are the starts of person `p`.
 *
 * People are taken in order, those who would rather not at this time last, and kept whenever the seats can be rearranged to hold them (augmenting paths). Sets of people who can sit
 * together are the independent sets of a transversal matroid, so this greedy choice is the least loaded one there is: no other filling has a less
 * loaded sum, nor a less loaded busiest person.
 */
export function fillSeats(compiled: Compiled, free: readonly Starts[], start: number): SeatFilled[] | null {
  const { seats, people } = compiled;
  const sitting: number[] = new Array<number>(seats.length).fill(-1);
  if (compiled.shared) {
    let filled = 0;
    for (const person of inOrder(compiled, free, start)) {
      if (filled === seats.length) break;
      if (takeSeat(compiled, sitting, person, { seats: 0 })) filled++;
    }
    if (filled < seats.length) return null;
  } else {
    for (let s = 0; s < seats.length; s++) {
      const { members } = seats[s]!;
      const person =
        members.find((member) => has(free[member]!, start) && !avoids(compiled, member, start)) ??
        members.find((member) => has(free[member]!, start));
      if (person === undefined) return null;
      sitting[s] = person;
    }
  }
  return seats.map(({ seatId }, s) => ({ seatId, interviewerId: people[sitting[s]!]!.interviewerId }));
}

/** Who is free at the start: first those who do not mind, then those who do, each in order of rank and load. */
function inOrder({ people }: Compiled, free: readonly Starts[], start: number): number[] {
  const first: number[] = [];
  const last: number[] = [];
  for (let person = 0; person < people.length; person++) {
    if (!has(free[person]!, start)) continue;
    const { avoid } = people[person]!;
    (avoid !== null && has(avoid, start) ? last : first).push(person);
  }
  return last.length === 0 ? first : [...first, ...last];
}

function avoids({ people }: Compiled, person: number, start: number): boolean {
  const { avoid } = people[person]!;
  return avoid !== null && has(avoid, start);
}

/** Seats the person, moving others to other seats of theirs if that makes room. `tried` has a bit for each seat already looked at. */
function takeSeat(compiled: Compiled, sitting: number[], person: number, tried: { seats: number }): boolean {
  for (let s = 0; s < sitting.length; s++) {
    if ((tried.seats >>> s) & 1 || !compiled.seats[s]!.members.includes(person)) continue;
    tried.seats |= 1 << s;
    if (sitting[s] === -1 || takeSeat(compiled, sitting, sitting[s]!, tried)) {
      sitting[s] = person;
      return true;
    }
  }
  return false;
}
