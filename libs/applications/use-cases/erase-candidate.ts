import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, type StaffActor, type SystemActor, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, Reactions, type Tx, UnitOfWork } from '#libs/platform/index.js';
import type { CandidateErased } from '../domain/application-events.js';
import { eraseAttachments, eraseCandidates } from '../persistence/erase-rows.js';
import { MoveApplication } from './move-application.js';

interface Person {
  readonly id: Id;
  readonly version: number;
  readonly email: string;
  readonly merged_into_id: Id | null;
  readonly erased: boolean;
}

export interface Erased {
  readonly candidateId: Id;
  readonly applications: number;
  readonly files: number;
}

/**
 * Erases a person: everything they sent and everything that was written to or about them goes, in every folder and in one transaction; their files follow
 * (`jobs/candidate-erasure.ts`). What stays are ids, dates, stages and marks, which tell nothing of anybody: charts and the audit log stay whole.
 */
@Injectable()
export class EraseCandidate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly move: MoveApplication,
    private readonly reactions: Reactions,
  ) {}

  async execute(
    actor: StaffActor,
    candidateId: Id,
    expectedVersion: number,
    idempotency?: Idempotency,
  ): Promise<Result<Erased, Refusal>> {
    if (!isId(candidateId) || !may(actor, 'candidates.erase')) return noSuchCandidate();
    return this.uow.run<Erased, Refusal>(actor, (tx) => this.within(tx, candidateId, expectedVersion), idempotency);
  }

  /** Erases, whatever is under way with them, a person who was erased before and came back with a restored back-up. */
  async again(actor: SystemActor, candidateId: Id): Promise<Result<Erased, Refusal>> {
    return this.uow.run<Erased, Refusal>(actor, (tx) => this.within(tx, candidateId, null));
  }

  /** Inside a transaction of the caller's, who has asked the policy. With null as version what is under way ends first. */
  async within(tx: Tx, candidateId: Id, expectedVersion: number | null): Promise<Result<Erased, Refusal>> {
    // Records that were merged into this one are the same person.
    const people = await tx.query<Person>(
      'lock-candidates-to-erase',
      `SELECT id, version, email, merged_into_id, erased_at IS NOT NULL AS erased FROM candidates
        WHERE organization_id = $1 AND (id = $2 OR merged_into_id = $2) ORDER BY id FOR UPDATE`,
      [tx.organizationId, candidateId],
    );
    const person = people.find(({ id }) => id === candidateId);
    if (!person || person.erased) return noSuchCandidate();
    if (person.merged_into_id !== null)
      return refuse('MERGED', 'This record was merged into another one; nothing was erased. Erase the one that was kept.');
    if (expectedVersion !== null && person.version !== expectedVersion) {
      const message = 'Somebody else changed this person first; nothing was erased. Look again and decide again.';
      return refuse('CONFLICT', message, { presentVersion: person.version });
    }
    const candidateIds = people.map(({ id }) => id);
    const applications = await tx.query<{ id: Id; status: string }>(
      'lock-applications-to-erase',
      'SELECT id, status FROM applications WHERE organization_id = $1 AND candidate_id = ANY ($2) ORDER BY id FOR UPDATE',
      [tx.organizationId, candidateIds],
    );
    if (expectedVersion !== null) {
      const { keptBy }: KeptBy = await this.reactions.foreseen(tx, 'CandidateErased', candidateId);
      if (keptBy?.legalHold) return underHold();
      if (keptBy?.until && new Date(keptBy.until) > tx.now) return keptUntil(keptBy.until.slice(0, 10));
    }
    const active = applications.filter(({ status }) => status === 'ACTIVE');
    if (expectedVersion === null) {
      for (const { id: applicationId } of active) {
        const ended = await this.move.within(tx, { applicationId, expectedVersion: null, command: { kind: 'WITHDRAW' } });
        if (!ended.ok) return ended;
      }
    } else if (active.length > 0)
      return refuse(
        'STILL_ACTIVE',
        'An application of this person is still active; nothing was erased. Record that they withdraw, or reject it, and then erase.',
      );
    const files = await tx.query<{ storage_key: string }>(
      'files-to-erase',
      'SELECT storage_key FROM attachments WHERE organization_id = $1 AND candidate_id = ANY ($2)',
      [tx.organizationId, candidateIds],
    );
    const applicationIds = applications.map(({ id }) => id);
    eraseCandidates(tx, candidateIds, applicationIds);
    const storageKeys = files.map((file) => file.storage_key);
    const payload: CandidateErased = { candidateId, candidateIds, applicationIds, storageKeys };
    tx.emit({
      name: 'CandidateErased',
      subjectId: candidateId,
      payload,
      transient: { emails: people.map(({ email }) => email) },
    });
    tx.audit('candidate.erase', 'candidate', candidateId, { applications: applicationIds.length, files: files.length });
    return ok({ candidateId, applications: applicationIds.length, files: files.length });
  }
}

/** What higher folders foresee of an erasure: that the person must be kept for now. */
interface KeptBy {
  readonly keptBy?: { readonly legalHold: boolean; readonly until: string | null } | null;
}

function underHold() {
  return refuse(
    'LEGAL_HOLD',
    'This person is under a legal hold; nothing was erased. Release the hold first, when its reason has gone.',
  );
}

function keptUntil(day: string) {
  return refuse(
    'KEPT_UNTIL',
    `By the rule of their country this person is kept until ${day}; nothing was erased. Erase them then, or change the rule.`,
  );
}

/** The last step of the transaction, when every folder has let go of the files it referred to. */
export function letFilesGo(tx: Tx, candidateIds: readonly Id[]): void {
  eraseAttachments(tx, candidateIds);
}

function noSuchCandidate() {
  return refuse('NOT_FOUND', 'There is no such candidate, or you may not erase them. Nothing was changed.');
}
