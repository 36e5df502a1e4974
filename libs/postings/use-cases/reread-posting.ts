import { isDeepStrictEqual } from 'node:util';
import { type BadInput, type Id, newId, ok, type Refusal, refuse, type Result } from '#libs/kernel/index.js';
import { personIdOf } from '#libs/identity/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CorrectionConflict } from '../domain/carry-corrections.js';
import { isStatedPlan, statedStages } from '../domain/exact/write-exact.js';
import type { CorrectionRefusal } from '../domain/corrections.js';
import type { PostingDocument } from '../domain/posting-document.js';
import {
  type Decisions,
  NO_DECISIONS,
  type PostingChange,
  corrected,
  postingChanges,
  rereadDocument,
} from '../domain/reread-document.js';
import { includedSections } from '../domain/shared-section-names.js';
import type { Understanding } from '../domain/understand-posting.js';
import { type ImportWorld, readImportWorld } from '../persistence/import-world.js';
import { type PlanRow, statedPlan } from '../persistence/plan-rows.js';
import {
  type LockedPosting,
  type RevisionRow,
  insertRevision,
  updateReading,
  updateRevision,
} from '../persistence/posting-rows.js';
import { draftPlan } from './draft-plan.js';

/** What a new reading of a posting came to. */
export interface Reread {
  readonly postingId: Id;
  readonly version: number;
  readonly revision: number;
  /** The version of the plan that new candidates enter. */
  readonly planVersion: number;
  /** The process changed, so there is a new plan; candidates stay on the one they entered. */
  readonly planChanged: boolean;
  /** Facts that say something else than before. */
  readonly changes: readonly PostingChange[];
  /** Corrections that the document contradicts; they wait for a person to decide. */
  readonly overtaken: readonly CorrectionConflict[];
}

export type RereadRefusal = CorrectionRefusal | BadInput | Refusal<'PLAN_INVALID' | 'TITLE_MISSING'>;

export interface RereadRequest {
  readonly posting: LockedPosting;
  readonly present: RevisionRow;
  readonly plan: PlanRow;
  /** The same as the present one when only its surroundings changed. */
  readonly document: string;
  readonly fileName: string;
  readonly decisions?: Decisions;
  readonly newRevision: boolean;
}

/** Reads the organisation's surroundings for a document inside a transaction. */
export function surroundingsOf(tx: Tx, document: string): Promise<ImportWorld> {
  return readImportWorld((name, sql, params) => tx.query(name, sql, params), tx.organizationId, includedSections(document));
}

/**
 * Reads a posting's document anew: carries over the corrections that still hold, writes facts and revision, and makes a new plan when the process is told
 * differently. All ways in which the reading of a posting changes (correction, revision, a changed shared section) go through here.
 */
export async function rereadPosting(tx: Tx, request: RereadRequest): Promise<Result<Reread, RereadRefusal>> {
  const { posting, present, document, fileName, newRevision, decisions = NO_DECISIONS } = request;
  const world = await surroundingsOf(tx, document);
  const reading = rereadDocument(present, document, fileName, world, decisions);
  if (!reading.ok) return atInput(reading.refusal);
  const { parsed, corrections, conflicts } = reading.value;
  const before = corrected(present);
  const unchanged = !newRevision && decisions === NO_DECISIONS && isDeepStrictEqual(asStored(parsed), present.parsed);
  if (unchanged) return ok({ ...standing(posting), planChanged: false, changes: [], overtaken: [] });
  const now = reading.value.posting;
  if (!now.title && posting.status !== 'DRAFT' && posting.status !== 'ARCHIVED') return untitled();
  const planned = await planAnew(tx, request, before, reading.value, world);
  if (!planned.ok) return planned;

  const version = posting.version + 1;
  const revision = posting.revision + (newRevision ? 1 : 0);
  const kept = { posting_id: posting.id, number: revision, parsed, corrections, conflicts };
  if (newRevision) insertRevision(tx, newId(tx.now.getTime()), personIdOf(tx.actor), { ...kept, document, file_name: fileName });
  else updateRevision(tx, kept);
  const planVersion = planned.value?.version ?? posting.plan_version;
  updateReading(tx, { id: posting.id, version, revision, planVersion, includes: includedSections(document) }, now);
  tx.emit({ name: 'PostingRevised', subjectId: posting.id, payload: { postingId: posting.id } });
  const changes = postingChanges(before, now);
  const planChanged = planned.value !== null;
  return ok({ postingId: posting.id, version, revision, planVersion, planChanged, changes, overtaken: conflicts });
}

/**
 * The next plan when the process is told differently than before, else null: what people have edited in the present one stays. Front matter that states the
 * present plan, as an export does, changes nothing.
 */
async function planAnew(
  tx: Tx,
  { posting, plan }: RereadRequest,
  before: PostingDocument,
  { posting: now, stages }: Understanding,
  { pools }: ImportWorld,
): Promise<Result<PlanRow | null, Refusal<'PLAN_INVALID'>>> {
  if (isDeepStrictEqual(processOf(before), processOf(now))) return ok(null);
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]));
  if (now.stages && isStatedPlan(statedStages(stages), statedPlan(plan, poolNames))) return ok(null);
  return draftPlan(tx, {
    postingId: posting.id,
    version: posting.plan_version + 1,
    source: now.planSource,
    stages,
    pools,
    previous: plan,
  });
}

/** Candidates have read it under a name. */
function untitled(): Result<never, Refusal<'TITLE_MISSING'>> {
  return refuse(
    'TITLE_MISSING',
    'A posting that has been opened needs a title, and this would leave it without one. Nothing was changed; name the title in the document or correct it.',
  );
}

function standing({
  id,
  version,
  revision,
  plan_version,
}: LockedPosting): Pick<Reread, 'postingId' | 'version' | 'revision' | 'planVersion'> {
  return { postingId: id, version, revision, planVersion: plan_version };
}

function asStored(document: PostingDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}

/** A plan that the front matter states is compared whole; readings kept before there was one have none. */
function processOf({ planSource, rounds, stages = null, processDuration }: PostingDocument): unknown {
  return JSON.parse(JSON.stringify(stages ? { planSource, stages } : { planSource, rounds, processDuration }));
}

/** A refused correction, with the argument it came from. */
export function atInput(refusal: CorrectionRefusal | BadInput): { ok: false; refusal: CorrectionRefusal | BadInput } {
  const field =
    refusal.field === null || refusal.field.startsWith('input.') ? refusal.field : `input.corrections.${refusal.field}`;
  return { ok: false, refusal: { ...refusal, field } as CorrectionRefusal | BadInput };
}
