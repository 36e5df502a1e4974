import { Injectable } from '@nestjs/common';
import { type Actor, bad, type BadInput, type Id, newId, ok, readLine, type Refusal, type Result } from '#libs/kernel/index.js';
import { may, personIdOf } from '#libs/identity/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import type { CorrectionRefusal } from '../domain/corrections.js';
import { readCorrections } from '../domain/read-corrections.js';
import { readDocument } from '../domain/read-document.js';
import { includedSections } from '../domain/shared-section-names.js';
import { freeSlug, slugOf } from '../domain/slug.js';
import { type Understanding, understandPosting } from '../domain/understand-posting.js';
import { insertPosting, insertRevision, takenSlugs, updateConfidential } from '../persistence/posting-rows.js';
import { insertOpenings, insertTeamMember } from '../persistence/hiring-rows.js';
import { holdSourcePath, setSourcePath } from '../persistence/source-rows.js';
import { draftPlan } from './draft-plan.js';
import { notAllowed } from './locked-posting.js';
import { atInput, surroundingsOf } from './reread-posting.js';

export interface ImportInput {
  readonly document: string;
  readonly fileName: string;
  /** Values by field, null to drop, names in `confirm`. */
  readonly corrections: Readonly<Record<string, unknown>>;
  /** The file that the posting is kept equal to from now on. */
  readonly sourcePath?: string;
  /** Only its team, which is its importer as yet, knows of it from the beginning. */
  readonly confidential?: boolean;
}

export interface Imported {
  readonly postingId: Id;
  readonly planId: Id;
  readonly slug: string;
}

export type ImportRefusal = BadInput | CorrectionRefusal | Refusal<'FORBIDDEN' | 'PLAN_INVALID'> | IdempotencyRefusal;

/** Makes a draft posting of a document: facts, revision 1, plan version 1 with seats and kits, one opening, and its importer on the hiring team. */
@Injectable()
export class ImportPosting {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: Actor, input: ImportInput, idempotency?: Idempotency): Promise<Result<Imported, ImportRefusal>> {
    return this.uow.run<Imported, ImportRefusal>(actor, (tx) => this.within(tx, input), idempotency);
  }

  /** The same inside a transaction of the caller's. */
  async within(tx: Tx, input: ImportInput): Promise<Result<Imported, ImportRefusal>> {
    if (!may(tx.actor, 'posting.create')) return notAllowed('import postings');
    const document = readDocument(input.document, 'input.document');
    if (!document.ok) return document;
    const fileName = readLine(input.fileName, 'input.fileName', 255, 0);
    if (!fileName.ok) return fileName;
    const corrections = readCorrections(input.corrections, 'input.corrections');
    if (!corrections.ok) return corrections;

    const { sourcePath } = input;
    if (sourcePath !== undefined && !(await holdSourcePath(tx, sourcePath)))
      return bad('input.sourcePath', 'There is a posting of this file already');
    const world = await surroundingsOf(tx, document.value);
    const understood = understandPosting(document.value, fileName.value, world, corrections.value);
    if (!understood.ok) return atInput(understood.refusal);
    const postingId = newId(tx.now.getTime());
    const slug = await this.insert(tx, postingId, understood.value, document.value);
    insertRevision(tx, newId(tx.now.getTime()), personIdOf(tx.actor), {
      posting_id: postingId,
      number: 1,
      file_name: fileName.value,
      document: document.value,
      parsed: understood.value.parsed,
      corrections: corrections.value,
      conflicts: [],
    });
    const { stages, posting } = understood.value;
    const plan = await draftPlan(tx, {
      postingId,
      version: 1,
      source: posting.planSource,
      stages,
      pools: world.pools,
      previous: null,
    });
    if (!plan.ok) return plan;
    if (sourcePath !== undefined) setSourcePath(tx, postingId, sourcePath);
    if (input.confidential) updateConfidential(tx, { id: postingId, version: 1, confidential: true });
    tx.audit('posting.import', 'posting', postingId, { planSource: posting.planSource });
    return ok({ postingId, planId: plan.value.id, slug });
  }

  private async insert(tx: Tx, id: Id, { posting }: Understanding, document: string): Promise<string> {
    const base = slugOf(posting.title ?? '');
    const slug = freeSlug(base, await takenSlugs(tx, base));
    insertPosting(tx, { id, slug, includes: includedSections(document) }, posting);
    insertOpenings(tx, id, [{ id: newId(tx.now.getTime()), number: 1 }]);
    if (tx.actor.kind === 'staff')
      insertTeamMember(tx, id, tx.actor.personId, tx.actor.role === 'RECRUITER' ? 'RECRUITER' : 'HIRING_MANAGER');
    return slug;
  }
}
