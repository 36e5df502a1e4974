import { isWallTime, isZone, ok, refuse, WEEKDAYS, type Refusal, type Result } from '#libs/kernel/index.js';
import type { RoundEdit } from './correction.js';
import { COUNTRY_CODES, readPlace } from './places.js';
import {
  ROUND_KINDS,
  SALARY_PERIODS,
  type CoreHours,
  type FactField,
  type Level,
  type Overlap,
  type Round,
  type Salary,
  type SalaryRange,
  type Seat,
} from './posting-document.js';
import { isCurrency } from './rules/money.js';

/** Why a correction cannot be applied; `index` is its place in the list. */
export type CorrectionCode =
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_ACTION'
  | 'NOTHING_TO_CONFIRM'
  | 'INVALID_VALUE'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_ZONE'
  | 'INVALID_TIME'
  | 'CORE_HOURS_REVERSED'
  | 'UNKNOWN_WEEKDAY'
  | 'SALARY_REVERSED'
  | 'UNKNOWN_CURRENCY'
  | 'DURATION_REVERSED';

type Read<T> = Result<T, Refusal<CorrectionCode>>;
type Fields = Readonly<Record<string, unknown>>;

export const CORRECTION_LIMITS = {
  textLength: 300,
  listLength: 50,
  rounds: 30,
  seats: 10,
  pool: 20,
  duration_min: 24 * 60,
} as const;

function invalid(what: string): Read<never> {
  return refuse('INVALID_VALUE', `${what} Nothing was changed; correct the value and try again.`);
}

function fieldsOf(value: unknown, names: readonly string[]): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.keys(value).every((name) => names.includes(name)) ? (value as Fields) : null;
}

function readText(value: unknown, what: string, most: number = CORRECTION_LIMITS.textLength): Read<string> {
  if (typeof value !== 'string' || value.trim() === '') return invalid(`${what} must be a text.`);
  return value.trim().length > most ? invalid(`${what} has more than ${most} characters.`) : ok(value.trim());
}

function readList<T>(value: unknown, what: string, most: number, one: (item: unknown) => Read<T>): Read<readonly T[]> {
  if (!Array.isArray(value) || value.length > most) return invalid(`${what} must be a list of at most ${most}.`);
  const list: T[] = [];
  for (const item of value) {
    const read = one(item);
    if (!read.ok) return read;
    list.push(read.value);
  }
  return ok(list);
}

function readResidence(value: unknown): Read<string> {
  const text = readText(value, 'A residence');
  if (!text.ok) return text;
  const place = readPlace(text.value);
  if (place.kind === 'other' && /^[A-Z]{2}$/.test(text.value) && !COUNTRY_CODES.has(text.value)) {
    return refuse(
      'UNKNOWN_COUNTRY',
      `There is no country "${text.value}". Use an ISO 3166 code or the name of a country or region.`,
    );
  }
  return ok(COUNTRY_CODES.has(text.value) ? text.value : place.value);
}

function isAmount(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1e12);
}

function readSalary(value: unknown): Read<Salary> {
  const fields = fieldsOf(value, ['min', 'max', 'currency', 'period']);
  if (!fields) return invalid('A salary has min, max, currency and period.');
  const { min = null, max = null, currency = null, period = null } = fields;
  if (!isAmount(min) || !isAmount(max) || (min === null && max === null))
    return invalid('A salary needs an amount of zero or more.');
  if (min !== null && max !== null && min > max) {
    return refuse(
      'SALARY_REVERSED',
      `The lower end ${min} is above the upper end ${max}. Nothing was changed; swap or correct them.`,
    );
  }
  if (currency !== null && (typeof currency !== 'string' || !isCurrency(currency))) {
    return refuse('UNKNOWN_CURRENCY', `"${String(currency)}" is no currency code. Use ISO 4217, such as USD or EUR.`);
  }
  const known = SALARY_PERIODS.find((one) => one === period);
  if (period !== null && !known) return invalid(`A salary is for one of ${SALARY_PERIODS.join(', ')}.`);
  return ok({ min, max, currency, period: known ?? null });
}

function readSalaryRange(value: unknown): Read<SalaryRange> {
  const fields = fieldsOf(value, ['label', 'min', 'max', 'currency', 'period']);
  if (!fields) return invalid('A salary range has label, min, max, currency and period.');
  const { label = null, ...sums } = fields;
  const salary = readSalary(sums);
  if (!salary.ok) return salary;
  const read = label === null ? ok(null) : readText(label, 'The label of a salary range');
  return read.ok ? ok({ label: read.value, ...salary.value }) : read;
}

function readOverlap(value: unknown): Read<Overlap> {
  const fields = fieldsOf(value, ['hours', 'zone', 'from', 'to', 'text']);
  const text = readText(fields?.['text'], 'The words of an overlap rule');
  if (!fields || !text.ok) return text.ok ? invalid('An overlap rule has hours, zone, from, to and text.') : text;
  const { hours = null, zone = null, from = null, to = null } = fields;
  if (hours !== null && !(typeof hours === 'number' && hours > 0 && hours <= 24))
    return invalid('An overlap is of 1 to 24 hours.');
  if (zone !== null && !isZone(zone))
    return refuse('UNKNOWN_ZONE', `There is no time zone "${String(zone)}". Use an IANA name, such as Europe/Athens or UTC.`);
  const offset = (one: unknown): one is string | null =>
    one === null || (typeof one === 'string' && /^(?:UTC|GMT)[+−–-]\d{1,2}(?::\d{2})?$/.test(one));
  if (!offset(from) || !offset(to)) return invalid('Write offsets as UTC-3 or UTC+5:30.');
  return ok({ hours, zone, from, to, text: text.value });
}

function readCoreHours(value: unknown): Read<CoreHours> {
  const fields = fieldsOf(value, ['start', 'end', 'zone', 'days']);
  if (!fields) return invalid('Core hours have start, end, zone and days.');
  const { start, end, zone, days = [] } = fields;
  if (!isWallTime(start) || !(isWallTime(end) || end === '24:00')) {
    return refuse(
      'INVALID_TIME',
      `"${String(start)}" to "${String(end)}" are no times. Write them as HH:MM, from 00:00 to 24:00.`,
    );
  }
  if (start >= end)
    return refuse('CORE_HOURS_REVERSED', `The core hours start at ${start}, not before they end at ${end}. Correct one of them.`);
  if (!isZone(zone))
    return refuse('UNKNOWN_ZONE', `There is no time zone "${String(zone)}". Use an IANA name, such as Europe/Athens or UTC.`);
  if (!Array.isArray(days) || !days.every((day) => (WEEKDAYS as readonly unknown[]).includes(day))) {
    return refuse('UNKNOWN_WEEKDAY', `The weekdays must be some of ${WEEKDAYS.join(', ')}.`);
  }
  return ok({ start, end, zone, days: WEEKDAYS.filter((day) => days.includes(day)) });
}

function readLevel(value: unknown): Read<Level> {
  const fields = fieldsOf(value, ['name', 'extends']);
  const name = readText(fields?.['name'], 'The name of a level');
  if (!name.ok) return name;
  const base = fields!['extends'] ?? null;
  return base === null || typeof base === 'string'
    ? ok({ name: name.value, extends: base })
    : invalid('A level extends a level by its name.');
}

function readLevels(value: unknown): Read<readonly Level[]> {
  const levels = readList(value, 'The levels', CORRECTION_LIMITS.listLength, readLevel);
  if (!levels.ok) return levels;
  const names = levels.value.map(({ name }) => name);
  const lost = levels.value.find(
    (level) => level.extends !== null && (level.extends === level.name || !names.includes(level.extends)),
  );
  return lost ? invalid(`"${lost.name}" extends "${lost.extends}", which is not another of the levels.`) : levels;
}

function readSeat(value: unknown): Read<Seat> {
  const fields = fieldsOf(value, ['role', 'pool']);
  const role = readText(fields?.['role'], 'The role of a seat');
  if (!role.ok) return role;
  const pool = readList(fields!['pool'] ?? [role.value], 'A pool', CORRECTION_LIMITS.pool, (one) =>
    readText(one, 'A role in a pool'),
  );
  return pool.ok ? ok({ role: role.value, pool: pool.value }) : pool;
}

function readMinutes(value: unknown): Read<number | null> {
  if (value === null || value === undefined) return ok(null);
  const fits = typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= CORRECTION_LIMITS.duration_min;
  return fits ? ok(value) : invalid('A duration is a whole number of minutes, at most a day.');
}

function readSeats(value: unknown): Read<readonly Seat[]> {
  return readList(value ?? [], 'The seats', CORRECTION_LIMITS.seats, readSeat);
}

const ROUND_FIELDS = ['order', 'name', 'kind', 'durationMin', 'durationMax', 'seats', 'async', 'skippableIf', 'optional'];

/** A round, whole; its number is counted by the caller. */
export function readRound(value: unknown): Read<Round> {
  const fields = fieldsOf(value, ROUND_FIELDS);
  if (!fields) return invalid(`A round has ${ROUND_FIELDS.join(', ')}.`);
  const name = readText(fields['name'], 'The name of a round', 120);
  if (!name.ok) return name;
  const kind = ROUND_KINDS.find((known) => known === fields['kind']);
  if (!kind) return invalid(`A round is one of ${ROUND_KINDS.join(', ')}.`);
  const min = readMinutes(fields['durationMin']);
  if (!min.ok) return min;
  const max = readMinutes(fields['durationMax']);
  if (!max.ok) return max;
  if (min.value !== null && max.value !== null && min.value > max.value) {
    return refuse(
      'DURATION_REVERSED',
      `"${name.value}" lasts at least ${min.value} and at most ${max.value} minutes. Swap or correct them.`,
    );
  }
  const seats = readSeats(fields['seats']);
  if (!seats.ok) return seats;
  const { async = false, optional = false, skippableIf = null } = fields;
  if (typeof async !== 'boolean' || typeof optional !== 'boolean') return invalid('Say true or false for async and optional.');
  const skip = skippableIf === null ? ok(null) : readText(skippableIf, 'A skip rule', 2000);
  if (!skip.ok) return skip;
  return ok({ order: 1, name: name.value, kind, durationMin: min.value, durationMax: max.value, seats: seats.value, async, skippableIf: skip.value, optional }); // prettier-ignore
}

const EDIT_FIELDS: Readonly<Record<RoundEdit['action'], readonly string[]>> = {
  confirm: ['action', 'round'],
  drop: ['action', 'round'],
  change: ['action', 'round', 'value'],
  add: ['action', 'after', 'value'],
};

function readRoundEdit(value: unknown): Read<RoundEdit> {
  const action = (value as Fields | null)?.['action'] as RoundEdit['action'];
  const fields = fieldsOf(value, EDIT_FIELDS[action] ?? []);
  if (!fields) return invalid('A round is confirmed, changed, dropped or added.');
  const { round, after } = fields;
  if (!Number.isInteger(action === 'add' ? after : round)) return invalid('A round is named by its number.');
  if (action !== 'change' && action !== 'add') return ok({ action, round: round as number });
  const said = fieldsOf(fields['value'], ROUND_FIELDS);
  if (!said) return invalid(`A round has ${ROUND_FIELDS.join(', ')}.`);
  const { order: _order, ...parts } = Object.fromEntries(Object.entries(said).filter(([, part]) => part !== undefined));
  if ('seats' in parts) {
    const seats = readSeats(parts['seats']);
    if (!seats.ok) return seats;
    parts['seats'] = seats.value;
  }
  if (action === 'add') return ok({ action, after: after as number, value: parts });
  return Object.keys(parts).length > 0
    ? ok({ action, round: round as number, value: parts })
    : invalid('Say what of the round is different.');
}

/** Edits of single rounds; each round is confirmed, changed or dropped once. Whether their values fit is said when they are applied. */
export function readRoundEdits(value: unknown): Read<readonly RoundEdit[]> {
  const edits = readList(value, 'The edits of rounds', 3 * CORRECTION_LIMITS.rounds, readRoundEdit);
  if (!edits.ok) return edits;
  const about = edits.value.flatMap((edit) => (edit.action === 'add' ? [] : [`${edit.action} ${edit.round}`]));
  const dropped = new Set(edits.value.flatMap((edit) => (edit.action === 'drop' ? [edit.round] : [])));
  const twice = edits.value.some((edit) => edit.action !== 'add' && edit.action !== 'drop' && dropped.has(edit.round));
  return twice || new Set(about).size < about.length ? invalid('Say one thing of each round.') : edits;
}

function readRounds(value: unknown): Read<readonly Round[]> {
  const rounds = readList(value, 'The rounds', CORRECTION_LIMITS.rounds, readRound);
  return rounds.ok ? ok(rounds.value.map((round, index) => ({ ...round, order: index + 1 }))) : rounds;
}

const texts =
  (what: string) =>
  (value: unknown): Read<readonly string[]> =>
    readList(value, what, CORRECTION_LIMITS.listLength, (item) => readText(item, `Each of ${what.toLowerCase()}`));

/** How a value for each field is read. */
export const READERS: Readonly<Record<FactField, (value: unknown) => Read<unknown>>> = {
  title: (value) => readText(value, 'A title', 200),
  company: (value) => readText(value, 'A company', 200),
  status: (value) => (value === 'open' || value === 'closed' ? ok(value) : invalid('A status is open or closed.')),
  category: (value) => readText(value, 'A category', 200),
  locations: texts('The locations'),
  remote: (value) => (typeof value === 'boolean' ? ok(value) : invalid('Say true or false for remote.')),
  residence: (value) => readList(value, 'The residence', CORRECTION_LIMITS.listLength, readResidence),
  employmentTypes: texts('The employment types'),
  salary: readSalary,
  coreHours: readCoreHours,
  onCall: (value) => readText(value, 'On-call duty', 2000),
  levels: readLevels,
  rounds: readRounds,
  candidateTime: (value) => readText(value, "The candidate's time"),
  salaryRanges: (value) => readList(value, 'The salary ranges', CORRECTION_LIMITS.listLength, readSalaryRange),
  equity: (value) => readText(value, 'The equity'),
  residencePreferred: (value) => readList(value, 'The preferred residence', CORRECTION_LIMITS.listLength, readResidence),
  overlap: (value) => readList(value, 'The overlap', CORRECTION_LIMITS.listLength, readOverlap),
  otherHours: texts('The other hours'),
  processDuration: (value) => readText(value, 'The length of the process'),
};
