import type { SlotQuery } from '#libs/scheduling/index.js';

/**
 * Judges slots minute by minute: the wall clock of every minute comes from Intl.DateTimeFormat, everything else is counting. Slow on purpose, and
 * shares no code with what it judges (types are erased).
 */
export interface OracleSlot {
  readonly start_ms: number;
  /** The least cost over the ways of filling the seats at this time: people who would rather not, then ranks, then the sum of (load + 1) ÷ target. */
  readonly leastLoad: number;
  /** Whether somebody would rather not at this time. */
  readonly avoids: (member: Member) => boolean;
}

type Query = Omit<SlotQuery, 'limit'>;
type Rules = NonNullable<SlotQuery['coreHours']>;
type Member = SlotQuery['seats'][number]['members'][number];

const MINUTE = 60_000;
const DAY = 1440;
const MARGIN = 3 * DAY;
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Every start at which a slot is possible, in order. */
export function oracleSlots(query: Query): OracleSlot[] {
  const first = Math.ceil(query.earliest_ms / MINUTE);
  const last = Math.floor(query.latest_ms / MINUTE) - query.duration_min;
  const from = first - MARGIN;
  const to = last + query.duration_min + MARGIN;
  const hours = (rules: Rules | null): ((minute: number) => boolean) => {
    const open = rules === null ? null : openMinutes(rules, from, to);
    return (minute) => open === null || open.has(minute);
  };
  const core = hours(query.coreHours);
  const organization = hours(query.organizationHours ?? null);
  const posting = hours(query.postingHours ?? null);
  const usual = hours(query.candidateHours);
  const named = query.candidateWindows ?? null;
  const candidate = (m: number): boolean => usual(m) && (named === null || named.some((span) => touchesWhole(span, m)));
  const shared = (query.overlaps ?? []).map((rule) => sharedMinutes(rule, candidate, from, to));
  const free = new Map<Member, (start: number) => boolean>();
  const avoids = new Map<Member, (start: number) => boolean>();
  for (const member of query.seats.flatMap(({ members }) => members)) {
    const works = worksAt(member, hours(member.weeklyHours), from, to);
    const busy = busyMinutes(member, from, to);
    const avoid = turnMinutes(member, 'AVOID', from, to);
    avoids.set(member, (start) => some(start, start + query.duration_min, (m) => avoid.has(m)));
    free.set(member, (start) => {
      const end = start + query.duration_min;
      if (some(start, end, (m) => !works(m))) return false;
      if (some(start - member.bufferBefore_min, end + member.bufferAfter_min, (m) => busy.has(m))) return false;
      return rested(member, start, end) && !full(member, start);
    });
  }
  const slots: OracleSlot[] = [];
  for (let start = first; start <= last; start++) {
    if (!onGrid(query, start)) continue;
    const open = (m: number): boolean =>
      core(m) && posting(m) && organization(m) && candidate(m) && shared.every((minutes) => minutes.has(m));
    if (some(start, start + query.duration_min, (m) => !open(m))) continue;
    const avoidsNow = (member: Member): boolean => avoids.get(member)!(start);
    const load = leastCost(query, (member) => free.get(member)!(start), avoidsNow);
    if (load !== null) slots.push({ start_ms: start * MINUTE, leastLoad: load, avoids: avoidsNow });
  }
  return slots;
}

function some(from: number, to: number, is: (minute: number) => boolean): boolean {
  for (let m = from; m < to; m++) if (is(m)) return true;
  return false;
}

/** Whether the whole minute lies in the span. */
function touchesWhole({ start_ms, end_ms }: { start_ms: number; end_ms: number }, minute: number): boolean {
  return start_ms <= minute * MINUTE && end_ms >= (minute + 1) * MINUTE;
}

/** Weekly hours with their exceptions, read off the calendar of each minute. */
function worksAt(member: Member, weekly: (m: number) => boolean, from: number, to: number): (m: number) => boolean {
  const exceptions = member.exceptions ?? [];
  const instead = new Set<number>();
  for (const { zone, from: first, to: last, hours } of exceptions) {
    if (hours === null) continue;
    for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day++) {
      const date = isoDay(day);
      if (date < first || date > last) continue;
      const end = whenWallShows(zone, hours.end <= hours.start ? day + 1 : day, hours.end);
      for (let m = whenWallShows(zone, day, hours.start); m < end; m++) instead.add(m);
    }
  }
  return (m) => {
    const said = exceptions.filter(({ zone, from: first, to: last }) => {
      const date = wall(zone, m).slice(0, 10);
      return date >= first && date <= last;
    });
    if (said.some(({ hours }) => hours === null)) return false;
    return instead.has(m) || (said.length === 0 && weekly(m));
  };
}

function turnMinutes(member: Member, effect: 'BUSY' | 'AVOID', from: number, to: number): Set<number> {
  const minutes = new Set<number>();
  for (const turn of member.turns ?? []) {
    if (turn.effect !== effect) continue;
    const firstMonday = mondayBefore(Date.parse(turn.firstWeek) / (DAY * MINUTE));
    for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day++) {
      const weeks = (mondayBefore(day) - firstMonday) / 7;
      if (weeks < 0 || weeks % turn.everyWeeks !== 0) continue;
      if (!(turn.days as readonly string[]).includes(DAYS[new Date(day * DAY * MINUTE).getUTCDay()]!)) continue;
      const end = whenWallShows(turn.zone, turn.end <= turn.start ? day + 1 : day, turn.end);
      for (let m = whenWallShows(turn.zone, day, turn.start); m < end; m++) minutes.add(m);
    }
  }
  return minutes;
}

function sharedMinutes(
  rule: NonNullable<Query['overlaps']>[number],
  candidate: (m: number) => boolean,
  from: number,
  to: number,
): Set<number> {
  const minutes = new Set<number>();
  for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day++) {
    if (!(rule.days as readonly string[]).includes(DAYS[new Date(day * DAY * MINUTE).getUTCDay()]!)) continue;
    const end = whenWallShows(rule.zone, rule.end <= rule.start ? day + 1 : day, rule.end);
    const both: number[] = [];
    for (let m = whenWallShows(rule.zone, day, rule.start); m < end; m++) if (candidate(m)) both.push(m);
    if (both.length >= rule.least_min) for (const m of both) minutes.add(m);
  }
  return minutes;
}

function rested({ interviews = [], limits }: Member, start: number, end: number): boolean {
  const rest = (limits?.rest_min ?? 0) * MINUTE;
  return rest === 0 || interviews.every((one) => start * MINUTE - one.end_ms >= rest || one.start_ms - end * MINUTE >= rest);
}

/** Whether the day or the week in which the interview would begin has as many as there may be. */
function full({ interviews = [], limits }: Member, start: number): boolean {
  if (limits === undefined) return false;
  const dayOf = (minute: number): number => Date.parse(wall(limits.zone, minute).slice(0, 10)) / (DAY * MINUTE);
  const days = interviews.map((one) => dayOf(Math.floor(one.start_ms / MINUTE)));
  const day = dayOf(start);
  const monday = mondayBefore(day);
  return (
    (limits.perDay !== null && days.filter((each) => each === day).length >= limits.perDay) ||
    (limits.perWeek !== null && days.filter((each) => mondayBefore(each) === monday).length >= limits.perWeek)
  );
}

/** Days since the epoch, which was a Thursday. */
function mondayBefore(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function isoDay(day: number): string {
  return new Date(day * DAY * MINUTE).toISOString().slice(0, 10);
}

/** Tries every way of filling the seats. */
function leastCost(query: Query, isFree: (member: Member) => boolean, avoids: (member: Member) => boolean): number | null {
  const fill = (seat: number, taken: readonly string[]): number | null => {
    if (seat === query.seats.length) return 0;
    let least: number | null = null;
    for (const member of query.seats[seat]!.members) {
      if (taken.includes(member.interviewerId) || !isFree(member)) continue;
      const rest = fill(seat + 1, [...taken, member.interviewerId]);
      if (rest === null) continue;
      const sum = rest + costOf(member, avoids(member));
      if (least === null || sum < least) least = sum;
    }
    return least;
  };
  return fill(0, []);
}

/** What taking somebody costs: more than any load when their rank is behind, more than any rank when they would rather not. */
export function costOf({ load, target, rank = 0 }: Member, avoids: boolean): number {
  return (avoids ? 1e6 : 0) + rank * 1e3 + (load + 1) / target;
}

function onGrid(query: Query, minute: number): boolean {
  const zones = [...new Set((query.coreHours ?? []).map(({ zone }) => zone))];
  const zone = query.gridZone ?? (zones.length === 1 ? zones[0]! : 'UTC');
  const clock = wall(zone, minute).slice(11);
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) % (query.grid_min ?? 15) === 0;
}

function busyMinutes(member: Member, from: number, to: number): Set<number> {
  const minutes = turnMinutes(member, 'BUSY', from, to);
  for (let m = from; m < to; m++) {
    if (member.busy.some(({ start_ms, end_ms }) => start_ms < end_ms && start_ms < (m + 1) * MINUTE && end_ms > m * MINUTE))
      minutes.add(m);
  }
  return minutes;
}

function openMinutes(rules: Rules, from: number, to: number): Set<number> {
  const open = new Set<number>();
  for (const rule of rules) {
    for (let day = Math.floor(from / DAY) + 1; day < Math.floor(to / DAY); day++) {
      if (!(rule.days as readonly string[]).includes(DAYS[new Date(day * DAY * MINUTE).getUTCDay()]!)) continue;
      const start = whenWallShows(rule.zone, day, rule.start);
      const end = whenWallShows(rule.zone, rule.end <= rule.start ? day + 1 : day, rule.end);
      for (let m = start; m < end; m++) open.add(m);
    }
  }
  return open;
}

/** RFC 5545 §3.3.5: the first time the clock shows it; where it never does, as long after the last minute before the gap as the clock says. */
function whenWallShows(zone: string, day: number, time: string): number {
  const wanted_min = day * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const wanted = new Date(wanted_min * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
  let before: number | null = null;
  for (let m = wanted_min - 15 * 60; m <= wanted_min + 15 * 60; m++) {
    const shown = wall(zone, m);
    if (shown === wanted) return m;
    if (shown < wanted) before = m;
  }
  if (before === null) throw new Error(`${zone} never comes near ${wanted}`);
  const shown_min = Date.parse(`${wall(zone, before).replace(' ', 'T')}:00Z`) / MINUTE;
  return before + (wanted_min - shown_min);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const shown = new Map<string, Map<number, string>>();

/** "2025-03-09 02:30", as a clock and a calendar in the zone show this minute. */
function wall(zone: string, minute: number): string {
  let minutes = shown.get(zone);
  if (minutes === undefined) shown.set(zone, (minutes = new Map<number, string>()));
  let text = minutes.get(minute);
  if (text === undefined) {
    if (minutes.size > 200_000) minutes.clear();
    minutes.set(minute, (text = format(zone).format(minute * MINUTE)));
  }
  return text;
}

function format(timeZone: string): Intl.DateTimeFormat {
  let made = formats.get(timeZone);
  if (made === undefined) {
    const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    // Swedish writes dates and times as ISO 8601 does.
    made = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, made);
  }
  return made;
}

/** The instants of all clock changes of a zone between two years, found by comparing what Intl shows hour by hour. */
export function clockChanges(zone: string, fromYear: number, toYear: number): number[] {
  const changes: number[] = [];
  const offset = (hour: number): number =>
    Date.parse(
      `${format(zone)
        .format(hour * 3_600_000)
        .replace(' ', 'T')}:00Z`,
    ) -
    hour * 3_600_000;
  const end = Date.UTC(toYear + 1, 0, 1) / 3_600_000;
  let day = Date.UTC(fromYear, 0, 1) / 3_600_000;
  for (let before = offset(day); day < end; day += 24) {
    const after = offset(day + 24);
    if (after !== before) {
      for (let hour = day; hour < day + 24; hour++) {
        if (offset(hour + 1) !== offset(hour)) changes.push((hour + 1) * 3_600_000);
      }
    }
    before = after;
  }
  return changes;
}
