import { Injectable } from '@nestjs/common';
import { type Actor, bad, type Id, type Read, readLine, readList, readWhole, readWord, type Result } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { readCorrections } from '../domain/read-corrections.js';
import { readDocument } from '../domain/read-document.js';
import { FACT_FIELDS } from '../domain/posting-document.js';
import { type ConflictName, NO_DECISIONS, conflictNames } from '../domain/reread-document.js';
import { presentPlans } from '../persistence/plan-rows.js';
import { type LockedPosting, presentRevisions } from '../persistence/posting-rows.js';
import { setSourcePath } from '../persistence/source-rows.js';
import { type PostingRefusal, lockPosting } from './locked-posting.js';
import { type Reread, type RereadRefusal, type RereadRequest, rereadPosting } from './reread-posting.js';

/** Fields, and rounds that wait each for itself. */
const MOST_DECISIONS = 100;

export type ChangeRefusal = RereadRefusal | PostingRefusal | IdempotencyRefusal;

/** What people change in how a posting is read: corrections of its facts, and its document. */
@Injectable()
export class ChangeReading {
  constructor(private readonly uow: UnitOfWork) {}

  /** States what facts are; what was corrected before in other fields stays. */
  async correct(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; corrections: Readonly<Record<string, unknown>> },
    idempotency?: Idempotency,
  ): Promise<Result<Reread, ChangeRefusal>> {
    const corrections = readCorrections(input.corrections, 'input.corrections');
    if (!corrections.ok) return corrections;
    if (corrections.value.length === 0) return bad('input.corrections', 'Name at least one field to correct or confirm');
    const work = async (tx: Tx): Promise<Result<Reread, ChangeRefusal>> => {
      const found = await presentState(tx, input.postingId, input.expectedVersion);
      if (!found.ok) return found;
      const { document, file_name: fileName } = found.value.present;
      const result = await rereadPosting(tx, {
        ...found.value,
        document,
        fileName,
        decisions: { ...NO_DECISIONS, corrections: corrections.value },
        newRevision: false,
      });
      if (result.ok)
        tx.audit('posting.correct', 'posting', input.postingId, { fields: corrections.value.map(({ field }) => field) });
      return result;
    };
    return this.uow.run<Reread, ChangeRefusal>(actor, work, idempotency);
  }

  /** Puts another document in the place of the present one. The same document again reads it anew. */
  async revise(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; document: string; fileName: string | null; sourcePath?: string },
    idempotency?: Idempotency,
  ): Promise<Result<Reread, ChangeRefusal>> {
    const document = readDocument(input.document, 'input.document');
    if (!document.ok) return document;
    const fileName = readLine(input.fileName ?? '', 'input.fileName', 255, 0);
    if (!fileName.ok) return fileName;
    const work = async (tx: Tx): Promise<Result<Reread, ChangeRefusal>> => {
      const found = await presentState(tx, input.postingId, input.expectedVersion);
      if (!found.ok) return found;
      const name = fileName.value || found.value.present.file_name;
      const result = await rereadPosting(tx, {
        ...found.value,
        document: document.value,
        fileName: name,
        newRevision: true,
      });
      if (result.ok && input.sourcePath !== undefined) setSourcePath(tx, input.postingId, input.sourcePath);
      if (result.ok) tx.audit('posting.revise', 'posting', input.postingId, { revision: result.value.revision });
      return result;
    };
    return this.uow.run<Reread, ChangeRefusal>(actor, work, idempotency);
  }

  /** Decides corrections that the document contradicts: `keep` what people said, or `accept` what the document says. */
  async resolve(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; keep: readonly ConflictName[]; accept: readonly ConflictName[] },
    idempotency?: Idempotency,
  ): Promise<Result<Reread, ChangeRefusal>> {
    const readName = (name: unknown, at: string): Read<ConflictName> =>
      typeof name === 'number' ? readWhole(name, at, 1, MOST_DECISIONS) : readWord(name, at, FACT_FIELDS);
    const names = (value: unknown, at: string) => readList(value, at, MOST_DECISIONS, readName);
    const keep = names(input.keep, 'input.keep');
    if (!keep.ok) return keep;
    const accept = names(input.accept, 'input.accept');
    if (!accept.ok) return accept;
    const work = async (tx: Tx): Promise<Result<Reread, ChangeRefusal>> => {
      const found = await presentState(tx, input.postingId, input.expectedVersion);
      if (!found.ok) return found;
      const decided = [...keep.value, ...accept.value];
      const { document, file_name: fileName, conflicts } = found.value.present;
      const unknown = undecidable(conflictNames(conflicts), decided);
      if (decided.length === 0 || unknown !== undefined)
        return bad('input.keep', `Name each field that waits for a decision once${unknown ? `; "${unknown}" does not` : ''}`);
      const decisions = { ...NO_DECISIONS, keep: keep.value, accept: accept.value };
      const result = await rereadPosting(tx, { ...found.value, document, fileName, decisions, newRevision: false });
      if (result.ok) tx.audit('posting.resolve', 'posting', input.postingId, { keep: keep.value, accept: accept.value });
      return result;
    };
    return this.uow.run<Reread, ChangeRefusal>(actor, work, idempotency);
  }
}

/** The name among those decided that waits for no decision, or is decided twice; all rounds have one name, and each has its own. */
function undecidable(waiting: readonly ConflictName[], decided: readonly ConflictName[]): ConflictName | undefined {
  const isNumber = (name: ConflictName) => typeof name === 'number';
  const all = decided.includes('rounds') && waiting.some(isNumber);
  const waits = (name: ConflictName) => (all && name === 'rounds') || (waiting.includes(name) && !(all && isNumber(name)));
  return decided.find((name, at) => decided.indexOf(name) !== at || !waits(name));
}

async function presentState(
  tx: Tx,
  postingId: Id,
  expectedVersion: number,
): Promise<Result<Pick<RereadRequest, 'posting' | 'present' | 'plan'>, PostingRefusal>> {
  const posting = await lockPosting(tx, postingId, expectedVersion);
  if (!posting.ok) return posting;
  const [state] = await presentStates(tx, [posting.value]);
  return { ok: true, value: state! };
}

/** The document, its reading and the plan of locked postings. */
export async function presentStates(
  tx: Tx,
  postings: readonly LockedPosting[],
): Promise<Pick<RereadRequest, 'posting' | 'present' | 'plan'>[]> {
  const ids = postings.map(({ id }) => id);
  const [revisions, plans] = await Promise.all([presentRevisions(tx, ids), presentPlans(tx, ids)]);
  return postings.map((posting) => ({ posting, present: revisions.get(posting.id)!, plan: plans.get(posting.id)! }));
}
