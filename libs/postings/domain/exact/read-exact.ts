import { READERS } from '../correction-values.js';
import {
  type Diagnostic,
  FACT_FIELDS,
  type Fact,
  type FactField,
  type PostingDocument,
  type Round,
  type RoundKind,
  type Seat,
  type StatedKit,
  type StatedStage,
  emptyPosting,
} from '../posting-document.js';
import { CONFIDENCE } from '../reading.js';
import type { ExactSource } from './find-exact.js';
import { POSTING_SCHEMA } from './posting-schema.js';
import { SchemaReader } from './read-by-schema.js';

/** Values that are more than their shape: zones exist, ends come after starts, codes are codes. Each is judged as a correction would be. */
const JUDGED_ONE_BY_ONE: ReadonlySet<FactField> = new Set(['residence', 'residencePreferred', 'overlap', 'salaryRanges']);
const JUDGED: ReadonlySet<FactField> = new Set([...JUDGED_ONE_BY_ONE, 'salary', 'coreHours', 'levels']);
const LISTS: ReadonlySet<FactField> = new Set(FACT_FIELDS.filter((field) => Array.isArray(emptyPosting()[field])));
const RULE = 'front-matter';

/**
 * A posting of exact front matter: its values as they stand there, each with its range, and every fault with its line. What is unfit is left out, and
 * nothing is taken from the text below. `repairedLines` have no columns of their own any more.
 */
export function readExact(source: ExactSource, repairedLines: ReadonlySet<number>): PostingDocument {
  if (source.fault) {
    const message = `The front matter is not valid YAML (${source.fault.message}); nothing of it was taken.`;
    return emptyPosting([{ severity: 'error', code: 'FRONT_MATTER_INVALID', message, line: source.fault.line }]);
  }
  return new ExactReading(source, repairedLines).posting();
}

class ExactReading {
  private readonly reader: SchemaReader;
  private readonly facts: Fact[] = [];
  private readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly source: ExactSource,
    private readonly repairedLines: ReadonlySet<number>,
  ) {
    this.reader = new SchemaReader(source.document);
  }

  posting(): PostingDocument {
    const root = this.source.root!;
    const given = this.reader.read(root, POSTING_SCHEMA.properties.rounds, 'rounds', root.range?.[0] ?? 0);
    const stated = given as Readonly<Record<string, unknown>>;
    for (const { code, path, message, offset } of this.reader.faults)
      this.error(code, message, this.source.at(offset).line, fieldOf(path));
    const values: Record<string, unknown> = {};
    for (const field of FACT_FIELDS) {
      const value = this.judged(field, stated[field]);
      if (value === undefined) continue;
      values[field] = value;
      this.note(field, value);
    }
    const stages = this.stages(stated['plan'] as readonly Fields[] | undefined);
    const rounds = (stages ?? []).map(toRound);
    rounds.forEach((round, index) => this.noteFact('rounds', round, `rounds.plan[${index}]`));
    this.sayWhatIsMissing(values, stages);
    return {
      ...emptyPosting(),
      ...values,
      documentKind: 'posting',
      rounds,
      stages,
      planSource: stages ? 'document' : 'default',
      facts: this.facts,
      diagnostics: this.diagnostics,
    };
  }

  /** The value when it is fit in itself too; of a list what is fit of it. */
  private judged(field: FactField, value: unknown): unknown {
    const faulty = this.reader.faults.some(({ path }) => path.split(/[.[]/)[1] === field);
    if (value === undefined || faulty) return undefined;
    if (!JUDGED.has(field)) return value;
    if (!JUDGED_ONE_BY_ONE.has(field)) return this.judge(field, value, `rounds.${field}`);
    const items = (value as readonly unknown[]).map((item, index) => this.judge(field, [item], `rounds.${field}[${index}]`));
    return items.flatMap((item) => (item as readonly unknown[] | undefined) ?? []);
  }

  private judge(field: FactField, value: unknown, path: string): unknown {
    const read = READERS[field](value);
    if (read.ok) return read.value;
    const why = read.refusal.message.replace(/ (?:Nothing was changed|Correct one of them).*$/s, '');
    this.error('VALUE_INVALID', `"${path}": ${why}`, this.lineOf(path), field);
    return undefined;
  }

  private stages(plan: readonly Fields[] | undefined): readonly StatedStage[] | null {
    if (!plan) return null;
    const stages = plan.map(toStage);
    let sound = true;
    const fault = (index: number, key: string, message: string) => {
      sound = false;
      const path = `rounds.plan[${index}].${key}`;
      this.error('VALUE_INVALID', `"${path}" ${message}`, this.lineOf(path), 'rounds');
    };
    stages.forEach(({ kind, takeHome, durationMin }, index) => {
      if (kind === undefined || stages[index]!.name === undefined) sound = false;
      if (kind === 'OFFER' && index < stages.length - 1) fault(index, 'kind', 'is OFFER, which comes last, and once');
      if (takeHome && kind !== 'TAKE_HOME') fault(index, 'takeHome', 'is for a stage of kind TAKE_HOME only');
      if (durationMin !== null && (kind === 'TAKE_HOME' || kind === 'OFFER'))
        fault(index, 'minutes', 'is for meetings; write how much work it is under takeHome.effortHours');
    });
    const faulty = this.reader.faults.some(({ path }) => path.startsWith('rounds.plan'));
    return sound && !faulty ? stages : null;
  }

  private sayWhatIsMissing(values: Readonly<Record<string, unknown>>, stages: readonly StatedStage[] | null): void {
    const line = this.source.at(0).line;
    if (values['title'] === undefined) {
      const message = 'The front matter states no title. Write one under rounds.title.';
      this.diagnostics.push({ severity: 'warning', code: 'TITLE_MISSING', message, line, field: 'title' });
    }
    if (stages === null) {
      const message = "No plan is stated, so the organisation's default plan is used, and shown as the default.";
      this.diagnostics.push({ severity: 'info', code: 'PLAN_DEFAULT', message, line, field: 'rounds' });
    }
  }

  private note(field: FactField, value: unknown): void {
    if (!LISTS.has(field)) return this.noteFact(field, value, `rounds.${field}`);
    (value as readonly unknown[]).forEach((item, index) => this.noteFact(field, item, `rounds.${field}[${index}]`));
  }

  private noteFact(field: FactField, value: unknown, path: string): void {
    const [start, end] = this.reader.ranges.get(path) ?? [0, 0];
    const text = this.source.yaml.slice(start, end).trimEnd();
    const from = this.source.at(start);
    const to = this.source.at(start + Math.max(0, text.length - 1));
    const columns = { column: from.column, endColumn: to.column + 1 };
    this.facts.push({
      field,
      value,
      line: from.line,
      ...(this.repairedLines.has(from.line) || this.repairedLines.has(to.line) ? {} : columns),
      ...(to.line > from.line ? { endLine: to.line } : {}),
      text: text.length > 300 ? `${text.slice(0, 297)}...` : text,
      rule: RULE,
      confidence: CONFIDENCE.written,
    });
  }

  private lineOf(path: string): number {
    return this.source.at(this.reader.ranges.get(path)?.[0] ?? 0).line;
  }

  private error(code: string, message: string, line: number, field: FactField | undefined): void {
    this.diagnostics.push({ severity: 'error', code: `FRONT_MATTER_${code}`, message: /[.?]$/.test(message) ? message : `${message}.`, line, ...(field ? { field } : {}) }); // prettier-ignore
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The field that a path is about: "rounds.plan[0].kind" is about the rounds. */
function fieldOf(path: string): FactField | undefined {
  const name = path.split(/[.[]/)[1];
  return name === 'plan' ? 'rounds' : FACT_FIELDS.find((field) => field === name);
}

function toSeat(given: unknown): StatedStage['seats'][number] {
  if (typeof given === 'string') return { role: given, pool: [given], poolName: null };
  const { role, pool = null, anyOf } = given as { role: string; pool?: string | null; anyOf?: readonly string[] };
  return { role, pool: anyOf ?? [role], poolName: pool };
}

function toKit(given: unknown): StatedKit | null {
  if (given === undefined) return null;
  const { purpose = '', questions = [], attributes = [] } = given as Partial<StatedKit>;
  return { purpose, questions, attributes: attributes.map(({ name, description = '' }) => ({ name, description })) };
}

function toStage(given: Fields): StatedStage {
  const kind = given['kind'] as RoundKind;
  const takeHome = given['takeHome'] as Partial<NonNullable<StatedStage['takeHome']>> | undefined;
  const stage = {
    name: given['name'] as string,
    kind,
    durationMin: (given['minutes'] as number | undefined) ?? null,
    seats: ((given['seats'] as readonly unknown[] | undefined) ?? []).map(toSeat),
    skippableIf: (given['skippableIf'] as string | undefined) ?? null,
    targetDays: (given['targetDays'] as number | undefined) ?? null,
    takeHome:
      takeHome || kind === 'TAKE_HOME'
        ? { effortHours: takeHome?.effortHours ?? null, dueDays: takeHome?.dueDays ?? null }
        : null,
    kit: toKit(given['kit']),
  };
  return { ...stage, selfSchedule: (given['selfSchedule'] as boolean | undefined) ?? selfScheduledUnlessSaid(kind) };
}

/** A meeting is the candidate's to pick a time for, unless the plan says otherwise. */
export function selfScheduledUnlessSaid(kind: RoundKind): boolean {
  return kind !== 'TAKE_HOME' && kind !== 'OFFER';
}

/** A stated stage as the round that a document would tell. */
function toRound({ name, kind, durationMin, seats, skippableIf, takeHome }: StatedStage, index: number): Round {
  const minutes = durationMin ?? (takeHome?.effortHours ? takeHome.effortHours * 60 : null);
  return {
    order: index + 1,
    name,
    kind,
    durationMin: minutes,
    durationMax: minutes,
    seats: seats.map(({ role, pool }): Seat => ({ role, pool })),
    async: kind === 'TAKE_HOME',
    skippableIf,
    optional: false,
  };
}
