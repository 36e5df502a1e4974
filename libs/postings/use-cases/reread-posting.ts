import { isDeepStrictEqual } from 'node:util';
import { type Id, type Refusal, type Result, newId, ok, refuse } from '#libs/kernel/index.js';
import { personIdOf } from '#libs/identity/index.js';
import type { Tx } from '#libs/platform/index.js';
import { type Correction, type CorrectionRefusal, applyCorrections } from '../domain/corrections.js';
import type { PostingDocument } from '../domain/posting-document.js';
import type { BadInput } from '../domain/read-input.js';
import { includedSections } from '../domain/shared-section-names.js';
import {
  type OvertakenCorrection,
  type Understanding,
  carryCorrections,
  understandPosting,
} from '../domain/understand-posting.js';
import { type ImportWorld, readImportWorld } from '../persistence/import-world.js';
import type { PlanRow } from '../persistence/plan-rows.js';
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
  /** Corrections that no longer hold, since the document tells those facts in other words now. */
  readonly overtaken: readonly OvertakenCorrection[];
}

export type RereadRefusal = CorrectionRefusal | BadInput | Refusal<'PLAN_INVALID' | 'TITLE_MISSING'>;

export interface RereadRequest {
  readonly posting: LockedPosting;
  readonly present: RevisionRow;
  readonly plan: PlanRow;
  /** The same as the present one when only its surroundings changed. */
  readonly document: string;
  readonly fileName: string;
  /** Corrections on top of those that are there. */
  readonly corrections: readonly Correction[];
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
  const { posting, present, document } = request;
  const world = await surroundingsOf(tx, document);
  const fresh = understandPosting(document, request.fileName, world, []);
  if (!fresh.ok) return fresh;
  const replaced = new Set(request.corrections.map(({ field }) => field));
  const earlier = present.corrections.filter(({ field }) => !replaced.has(field));
  const unchanged =
    !request.newRevision && request.corrections.length === 0 && isDeepStrictEqual(asStored(fresh.value.parsed), present.parsed);
  if (unchanged) return ok({ ...standing(posting), planChanged: false, overtaken: [] });
  const { kept, overtaken } = carryCorrections(present.parsed, fresh.value.parsed, earlier);
  const corrections = [...kept, ...request.corrections];
  const understood = corrections.length === 0 ? fresh : understandPosting(document, request.fileName, world, corrections);
  if (!understood.ok) return atInput(understood.refusal);
  if (!understood.value.posting.title && posting.status !== 'DRAFT' && posting.status !== 'ARCHIVED') return untitled();
  const planned = await planAnew(tx, request, understood.value, world);
  if (!planned.ok) return planned;

  const version = posting.version + 1;
  const revision = posting.revision + (request.newRevision ? 1 : 0);
  const reading = { posting_id: posting.id, number: revision, parsed: understood.value.parsed, corrections };
  if (request.newRevision)
    insertRevision(tx, newId(tx.now.getTime()), personIdOf(tx.actor), { ...reading, document, file_name: request.fileName });
  else updateRevision(tx, reading);
  const planVersion = planned.value?.version ?? posting.plan_version;
  updateReading(
    tx,
    { id: posting.id, version, revision, planVersion, includes: includedSections(document) },
    understood.value.posting,
  );
  tx.emit({ name: 'PostingRevised', subjectId: posting.id, payload: { postingId: posting.id } });
  return ok({ postingId: posting.id, version, revision, planVersion, planChanged: planned.value !== null, overtaken });
}

/** The next plan when the process is told differently than before, else null: what people have edited in the present one stays. */
async function planAnew(
  tx: Tx,
  { posting, present, plan }: RereadRequest,
  { posting: now, stages }: Understanding,
  world: ImportWorld,
): Promise<Result<PlanRow | null, Refusal<'PLAN_INVALID'>>> {
  const before = applyCorrections(present.parsed, present.corrections);
  if (before.ok && isDeepStrictEqual(processOf(before.value), processOf(now))) return ok(null);
  const { pools } = world;
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

function processOf({ planSource, rounds, processDuration }: PostingDocument): object {
  return { planSource, rounds, processDuration };
}

/** A refused correction, with the argument it came from. */
export function atInput(refusal: CorrectionRefusal | BadInput): { ok: false; refusal: CorrectionRefusal | BadInput } {
  const field =
    refusal.field === null || refusal.field.startsWith('input.') ? refusal.field : `input.corrections.${refusal.field}`;
  return { ok: false, refusal: { ...refusal, field } as CorrectionRefusal | BadInput };
}
