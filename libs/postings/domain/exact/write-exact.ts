import { Document, isMap, parseDocument, Scalar } from 'yaml';
import { parsePosting } from '../parse-posting.js';
import type { PlanStageDraft } from '../plan-from-posting.js';
import { FACT_FIELDS, type FactField, type PostingDocument, type StatedStage } from '../posting-document.js';
import { sameData } from '../same-data.js';
import { prepareSource } from '../source-text.js';
import { standardKit } from '../standard-kits.js';
import { readToml } from '../toml-front-matter.js';
import { cutFrontMatter, cutToml } from './find-exact.js';
import { selfScheduledUnlessSaid } from './read-exact.js';

/** A posting as a document that states all of it. */
export interface ExportedPosting {
  readonly text: string;
  /** Fields whose values the front matter has no room for (a text beyond its limits); all others read again as they were. */
  readonly lost: readonly (FactField | 'plan')[];
}

/**
 * Writes a posting as a document whose front matter states its facts and its plan exactly: read again it is the same posting. In: the document it was
 * read from, how it is understood (corrections applied), and the plan, null for the organisation's default. What other programs keep in the front matter
 * and the text below it stay as they are.
 */
export function exportPosting(document: string, posting: PostingDocument, plan: readonly StatedStage[] | null): ExportedPosting {
  const source = prepareSource(document).text ?? '';
  const toml = cutToml(source);
  const { yaml, body } = cutFrontMatter(source) ?? { yaml: '', body: toml?.body ?? source };
  const front = frontMatterOf(yaml);
  // What is stated exactly is YAML, and a document has one head: its keys are the same there.
  for (const { key, value, table } of toml ? readToml(toml.toml) : [])
    front.setIn(table === null ? [key] : [table, key], front.createNode(value));
  front.set('rounds', front.createNode(statedOf(posting, plan)));
  quoteTimes(front);
  const head = front.toString({ lineWidth: 120, flowCollectionPadding: true });
  const text = `---\n${head}---\n${body.startsWith('\n') || body === '' ? '' : '\n'}${body}`;
  return { text, lost: lostIn(text, posting, plan) };
}

/** Drafts of stages as the front matter states them. */
export function statedStages(drafts: readonly PlanStageDraft[]): StatedStage[] {
  return drafts.map(({ async, ...draft }) => ({
    ...draft,
    seats: draft.seats.map((seat) => ({ ...seat, poolName: seat.poolName ?? null })),
    takeHome: draft.takeHome ?? (draft.kind === 'TAKE_HOME' ? { effortHours: null, dueDays: null } : null),
    selfSchedule: draft.selfSchedule ?? (selfScheduledUnlessSaid(draft.kind) && !async),
    kit: draft.kit ?? null,
  }));
}

/** Whether a plan is already what the front matter states; a kit or a pool that is not stated may be any. */
export function isStatedPlan(stated: readonly StatedStage[], present: readonly StatedStage[]): boolean {
  return stated.length === present.length && stated.every((stage, at) => isStatedStage(stage, present[at]!));
}

function isStatedStage(stated: StatedStage, present: StatedStage): boolean {
  const samePool = (name: string | null, there: string | null) => name === null || name.toLowerCase() === there?.toLowerCase();
  const sameSeats =
    stated.seats.length === present.seats.length &&
    stated.seats.every(({ role, poolName }, at) => {
      const there = present.seats[at]!;
      return role === there.role && samePool(poolName, there.poolName);
    });
  const kit = stated.kit === null ? null : present.kit;
  return sameSeats && sameData(stageOf({ ...stated, seats: [] }), stageOf({ ...present, seats: [], kit }));
}

/** The keys of other programs with their comments; what is no mapping cannot be kept. */
function frontMatterOf(yaml: string): Document {
  const options = { logLevel: 'silent', compat: 'yaml-1.1' } as const;
  const found = parseDocument(yaml, options);
  return found.errors.length === 0 && isMap(found.contents) ? (found as Document) : new Document({}, options);
}

/** YAML 1.1 reads 10:00 as a number of minutes. */
function quoteTimes(front: Document): void {
  for (const key of ['start', 'end']) {
    const time = front.getIn(['rounds', 'coreHours', key], true);
    if (time instanceof Scalar) time.type = 'QUOTE_DOUBLE';
  }
}

function statedOf(posting: PostingDocument, plan: readonly StatedStage[] | null): object {
  const facts = FACT_FIELDS.filter((field) => field !== 'rounds').map((field) => [field, posting[field]] as const);
  return { version: 1, ...said(Object.fromEntries(facts)), ...(plan ? { plan: plan.map(stageOf) } : {}) };
}

/** Without what is not said: null, and lists of nothing. */
function said(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return inReadingOrder(Object.fromEntries(known.map(([key, value]) => [key, saidWithin(value)])));
}

const SMALL_VALUES = ['label', 'text', 'min', 'max', 'currency', 'period', 'start', 'end', 'hours', 'zone', 'days', 'from', 'to'];

/** The keys of a sum or of hours as people write them; JSON that was kept comes back in another order. */
export function inReadingOrder(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rank = (key: string) => SMALL_VALUES.indexOf(key);
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => rank(a) - rank(b)));
}

function saidWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(saidWithin);
  return typeof value === 'object' && value !== null ? said(value as Readonly<Record<string, unknown>>) : value;
}

function stageOf(stage: StatedStage): object {
  const { name, kind, durationMin, seats, selfSchedule, skippableIf, targetDays, takeHome, kit } = stage;
  return said({
    name,
    kind,
    minutes: durationMin,
    seats: seats.map(seatOf),
    selfSchedule: selfSchedule === selfScheduledUnlessSaid(kind) ? null : selfSchedule,
    skippableIf,
    targetDays,
    takeHome: takeHome && (takeHome.effortHours !== null || takeHome.dueDays !== null) ? takeHome : null,
    kit: kit && sameData(kit, standardKit(kind)) ? null : kit && saidKit(kit),
  });
}

function seatOf({ role, pool, poolName }: StatedStage['seats'][number]): unknown {
  const anyOf = pool.length === 1 && pool[0] === role ? null : pool;
  const named = poolName === null || poolName.toLowerCase() === role.toLowerCase() ? null : poolName;
  return anyOf === null && named === null ? role : said({ role, pool: named, anyOf });
}

function saidKit({ purpose, questions, attributes }: NonNullable<StatedStage['kit']>): object {
  const rated = attributes.map(({ name, description }) => said({ name, description: description || null }));
  return said({ purpose: purpose || null, questions, attributes: rated });
}

/** Reads what was written and names what is not as it was. */
function lostIn(text: string, posting: PostingDocument, plan: readonly StatedStage[] | null): (FactField | 'plan')[] {
  const again = parsePosting(text);
  const lost: (FactField | 'plan')[] = FACT_FIELDS.filter(
    (field) => field !== 'rounds' && !sameData(again[field], posting[field]),
  );
  const samePlan = plan === null ? again.stages === null : sameData(written(again.stages), written(plan));
  return samePlan ? lost : [...lost, 'plan'];
}

/** A plan as it is written: what goes without saying is not compared. */
function written(plan: readonly StatedStage[] | null): unknown {
  return plan?.map(stageOf);
}
