import { WEEKDAYS, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { compile, search, searchSlots, withBusy, type Seat, type SlotQuery } from '#libs/scheduling/index.js';

/** What one measurement says: how often it was done in a second (best of the rounds), and what each search found. */
export interface SlotSearchRate {
  readonly what: string;
  readonly perSecond: number;
  readonly count: number;
}

const EARLIEST = Date.parse('2025-03-03T00:00Z');
const WORKDAYS = WEEKDAYS.slice(0, 5);
const ZONES = ['America/New_York', 'Europe/Athens', 'Europe/London', 'America/Chicago', 'Europe/Berlin'];
const hours = (zone: string, start: string, end: string): WeeklyRule => ({ zone, start, end, days: WORKDAYS });

/**
 * Slot searches over four weeks with a clock change, on a grid of 15 minutes, 50 busy blocks for each person. "search" takes rules and minutes as compiled and
 * subtracts the busy blocks every time; the other lines say what compiling and fresh calendars add.
 */
export function slotSearchRates(): SlotSearchRate[] {
  const panel = panelQuery();
  const compiled = compile(panel);
  const calendars = new Map(panel.seats.flatMap(({ members }) => members).map((one) => [one.interviewerId, one.busy]));
  const pools = query(seats(10));
  const compiledPools = compile(pools);
  return [
    measure('search, panel of 5, all counted, first 10 written out', 200_000, () => search(compiled, 10).count),
    measure('search, panel of 5, all written out', 200_000, () => search(compiled, 10_000).count),
    measure('fresh calendars and search, panel of 5', 50_000, () => search(withBusy(compiled, calendars), 10).count),
    measure('compile and search, panel of 5', 2_000, () => searchSlots(panel).count),
    measure('search, 5 pools of 10', 5_000, () => search(compiledPools, 10).count),
    measure('compile and search, 5 pools of 10', 300, () => searchSlots(pools).count),
  ];
}

/** A panel of five without a choice of people: what the goal is set for. */
export function panelQuery(): SlotQuery {
  return query(seats(1));
}

function query(panel: readonly Seat[]): SlotQuery {
  return {
    coreHours: [hours('America/New_York', '10:00', '17:00')],
    candidateHours: [hours('Europe/Lisbon', '07:00', '22:00')],
    seats: panel,
    duration_min: 45,
    earliest_ms: EARLIEST,
    latest_ms: EARLIEST + 28 * 86_400_000,
  };
}

function seats(members: number): Seat[] {
  const chance = sequence();
  return ZONES.map((zone, s) => ({
    seatId: `seat-${s}`,
    members: Array.from({ length: members }, (_, m) => ({
      interviewerId: `person-${s}-${m}`,
      weeklyHours: [hours(zone, '08:00', '20:00')],
      busy: Array.from({ length: 50 }, () => meeting(chance)),
      bufferBefore_min: 5,
      bufferAfter_min: 10,
      load: m,
      target: 5,
    })),
  }));
}

function meeting(chance: () => number): Interval {
  const start_ms = EARLIEST + Math.floor(chance() * 28) * 86_400_000 + Math.round((8 + chance() * 10) * 12) * 300_000;
  return { start_ms, end_ms: start_ms + (2 + Math.floor(chance() * 3)) * 900_000 };
}

/** The same numbers every time (Numerical Recipes' linear congruential generator). */
function sequence(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function measure(what: string, times: number, work: () => number): SlotSearchRate {
  let best = 0;
  let count = 0;
  for (let round = 0; round < 6; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < times; i++) count = work();
    best = Math.max(best, times / (Number(process.hrtime.bigint() - start) / 1e9));
  }
  return { what, perSecond: Math.round(best), count };
}
