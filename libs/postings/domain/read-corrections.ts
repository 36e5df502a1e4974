import { WEEKDAYS, ok, isWallTime, isZone } from '#libs/kernel/index.js';
import { PLAN_LIMITS } from '#libs/pipeline/index.js';
import {
  type CoreHours,
  type FactField,
  type Level,
  ROUND_KINDS,
  type Round,
  SALARY_PERIODS,
  type Salary,
  type Seat,
} from './posting-document.js';
import { type Read, bad, readLine, readList, readOptional, readText, readWhole, readWord } from './read-input.js';

/** What a person says a fact is; null says that the posting has none. */
export interface CorrectionInput {
  readonly field: FactField;
  readonly value: unknown;
}

type Reader = (value: unknown, field: string) => Read<unknown>;

const line =
  (most: number): Reader =>
  (value, field) =>
    readOptional(value, (text) => readLine(text, field, most));
const lines =
  (most: number, length: number): Reader =>
  (value, field) =>
    value === null ? ok([]) : readList(value, field, most, (item, at) => readLine(item, at, length));

/** How each field of a posting is read when a person states it. */
const READERS: Readonly<Record<FactField, Reader>> = {
  title: (value, field) => readLine(value, field, 200),
  company: line(200),
  status: (value, field) => readOptional(value, (word) => readWord(word, field, ['open', 'closed'] as const)),
  category: line(200),
  locations: lines(50, 200),
  remote: (value, field) => (value === null || typeof value === 'boolean' ? ok(value) : bad(field, 'Say true, false or null')),
  residence: lines(250, 120),
  employmentTypes: lines(20, 60),
  salary: (value, field) => readOptional(value, (salary) => readSalary(salary, field)),
  coreHours: (value, field) => readOptional(value, (hours) => readCoreHours(hours, field)),
  onCall: (value, field) => readOptional(value, (text) => readText(text, field, 2000)),
  levels: (value, field) => (value === null ? ok([]) : readList(value, field, 30, readLevel)),
  rounds: (value, field) => (value === null ? ok([]) : readList(value, field, PLAN_LIMITS.stages, readRound)),
  processDuration: line(200),
};

/** Reads corrections by field, as a form or the API sends them. Fields that are absent are not corrected. */
export function readCorrections(input: Readonly<Record<string, unknown>>, at: string): Read<CorrectionInput[]> {
  const corrections: CorrectionInput[] = [];
  for (const [field, reader] of Object.entries(READERS) as [FactField, Reader][]) {
    if (input[field] === undefined) continue;
    const read = reader(input[field], `${at}.${field}`);
    if (!read.ok) return read;
    corrections.push({ field, value: read.value });
  }
  return ok(corrections);
}

function readSalary(value: unknown, field: string): Read<Salary> {
  const fields = fieldsOf(value);
  const amount = (name: 'min' | 'max') =>
    readOptional(fields[name], (number) => readWhole(number, `${field}.${name}`, 0, 1_000_000_000));
  const [min, max] = [amount('min'), amount('max')];
  if (!min.ok) return min;
  if (!max.ok) return max;
  if (min.value === null && max.value === null)
    return bad(field, 'A salary needs a least or a most amount; send null when the posting names none');
  if (min.value !== null && max.value !== null && min.value > max.value)
    return bad(field, `The least salary, ${min.value}, is above the most, ${max.value}`);
  const currency = readOptional(fields['currency'], (code) =>
    typeof code === 'string' && /^[A-Z]{3}$/.test(code)
      ? ok(code)
      : bad(`${field}.currency`, 'Write the three letters of ISO 4217, such as EUR'),
  );
  if (!currency.ok) return currency;
  const period = readOptional(fields['period'], (word) => readWord(word, `${field}.period`, SALARY_PERIODS));
  if (!period.ok) return period;
  return ok({ min: min.value, max: max.value, currency: currency.value, period: period.value });
}

function readCoreHours(value: unknown, field: string): Read<CoreHours> {
  const { start, end, zone, days } = fieldsOf(value);
  if (!isZone(zone)) return bad(`${field}.zone`, `"${shown(zone)}" is not a time zone; write an IANA name such as Europe/Athens`);
  if (!isWallTime(start)) return bad(`${field}.start`, 'Write the time as HH:MM, from 00:00 to 23:59');
  if (!isWallTime(end) && end !== '24:00') return bad(`${field}.end`, 'Write the time as HH:MM, from 00:01 to 24:00');
  if (end <= start) return bad(field, `The hours end at ${end}, which is not after their start at ${start}`);
  const read = readList(days ?? [], `${field}.days`, 7, (day, at) => readWord(day, at, WEEKDAYS));
  if (!read.ok) return read;
  const named = new Set(read.value);
  return ok({ start, end, zone, days: WEEKDAYS.filter((day) => named.has(day)) });
}

function readLevel(value: unknown, field: string): Read<Level> {
  const fields = fieldsOf(value);
  const name = readLine(fields['name'], `${field}.name`, 120);
  if (!name.ok) return name;
  const base = readOptional(fields['extends'], (text) => readLine(text, `${field}.extends`, 120));
  return base.ok ? ok({ name: name.value, extends: base.value }) : base;
}

function readRound(value: unknown, field: string): Read<Round> {
  const fields = fieldsOf(value);
  const { least, most } = PLAN_LIMITS.duration_min;
  const duration = (name: string) => readOptional(fields[name], (number) => readWhole(number, `${field}.${name}`, least, most));
  const name = readLine(fields['name'], `${field}.name`, PLAN_LIMITS.nameLength);
  const kind = readWord(fields['kind'], `${field}.kind`, ROUND_KINDS);
  const durationMin = duration('durationMin');
  const durationMax = duration('durationMax');
  const seats = readList(fields['seats'] ?? [], `${field}.seats`, PLAN_LIMITS.seatsPerStage, readSeat);
  const skippableIf = readOptional(fields['skippableIf'], (text) =>
    readText(text, `${field}.skippableIf`, PLAN_LIMITS.skippableIfLength),
  );
  if (!name.ok) return name;
  if (!kind.ok) return kind;
  if (!durationMin.ok) return durationMin;
  if (!durationMax.ok) return durationMax;
  if (!seats.ok) return seats;
  if (!skippableIf.ok) return skippableIf;
  return ok({
    order: Number(/\[(\d+)\]$/.exec(field)![1]) + 1,
    name: name.value,
    kind: kind.value,
    durationMin: durationMin.value,
    durationMax: durationMax.value ?? durationMin.value,
    seats: seats.value,
    async: fields['async'] === true,
    skippableIf: skippableIf.value || null,
    optional: fields['optional'] === true,
  });
}

function readSeat(value: unknown, field: string): Read<Seat> {
  const fields = fieldsOf(value);
  const role = readLine(fields['role'], `${field}.role`, PLAN_LIMITS.nameLength);
  if (!role.ok) return role;
  const pool = readList(fields['pool'] ?? [], `${field}.pool`, 20, (name, at) => readLine(name, at, PLAN_LIMITS.nameLength));
  return pool.ok ? ok({ role: role.value, pool: pool.value.length > 0 ? pool.value : [role.value] }) : pool;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : String(value);
}
