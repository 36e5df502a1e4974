import { Injectable } from '@nestjs/common';
import type { CandidateErased, CandidatesMerged } from '#libs/applications/index.js';
import { may } from '#libs/identity/index.js';
import {
  type CandidateActor,
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  isId,
  newId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import {
  PRIVACY_REQUEST_KINDS,
  type PrivacyRequestKind,
  type PrivacyRequestOutcome,
  answerBy,
} from '../domain/privacy-request.js';

export interface Asked {
  readonly kind: PrivacyRequestKind;
  /** ISO 8601. */
  readonly answerBy: string;
}

const MOST_WORDS = 4000;

/** What candidates ask about their data and how administrators answer. An erasure is answered by erasing (`EraseCandidate`), which settles it. */
@Injectable()
export class PrivacyRequests {
  constructor(private readonly uow: UnitOfWork) {}

  /** Asks by the link to the candidate's page; asking again while it is open changes nothing. */
  async ask(actor: CandidateActor, kind: PrivacyRequestKind): Promise<Result<Asked, Refusal>> {
    if (!may(actor, 'privacy.ask', { isOwn: true }) || !PRIVACY_REQUEST_KINDS.includes(kind)) return nothingAsked();
    return this.uow.run<Asked, Refusal>(actor, async (tx) => {
      const [row] = await tx.query<{ asked_at: Date; fresh: boolean }>(
        'ask-about-data',
        `WITH asked AS (
           INSERT INTO privacy_requests (organization_id, id, candidate_id, application_id, kind, asked_at)
           SELECT $1, $2, candidate_id, id, $4, $5 FROM applications WHERE organization_id = $1 AND id = $3
           ON CONFLICT (organization_id, application_id, kind) WHERE outcome IS NULL DO NOTHING RETURNING asked_at)
         SELECT asked_at, true AS fresh FROM asked
         UNION ALL SELECT asked_at, false FROM privacy_requests WHERE organization_id = $1 AND application_id = $3 AND kind = $4 AND outcome IS NULL`,
        [tx.organizationId, newId(tx.now.getTime()), actor.applicationId, kind, tx.now],
      );
      if (!row) return nothingAsked();
      if (row.fresh) tx.audit('privacy.ask', 'application', actor.applicationId, { kind });
      return ok({ kind, answerBy: answerBy(row.asked_at).toISOString() });
    });
  }

  /** Settles a request with an answer that the candidate reads on their page. */
  async answer(actor: StaffActor, requestId: Id, outcome: PrivacyRequestOutcome, words: string): Promise<Result<Id, Refusal>> {
    if (!isId(requestId) || !may(actor, 'privacy.manage')) return noSuchRequest();
    const answer = words.trim();
    if (answer.length > MOST_WORDS || /[\0\p{Surrogate}]/u.test(answer) || (outcome === 'DECLINED' && answer === ''))
      return refuse(
        'INVALID_INPUT',
        `Say in at most ${MOST_WORDS} characters why; whoever asked reads it. Nothing was changed.`,
        {
          field: 'input.answer',
        },
      );
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [request] = await tx.query<{ kind: PrivacyRequestKind; outcome: string | null }>(
        'lock-privacy-request',
        'SELECT kind, outcome FROM privacy_requests WHERE organization_id = $1 AND id = $2 FOR UPDATE',
        [tx.organizationId, requestId],
      );
      if (!request) return noSuchRequest();
      if (request.outcome !== null) return refuse('SETTLED', 'This request was answered already; nothing was changed.');
      if (request.kind === 'ERASURE' && outcome === 'DONE')
        return refuse('NOT_ERASED', 'Erase the person (eraseCandidate): that settles the request. Nothing was changed.');
      tx.write(
        'settle-privacy-request',
        'UPDATE privacy_requests SET outcome = $3, answer = $4, settled_at = $5 WHERE organization_id = $1 AND id = $2',
        [tx.organizationId, requestId, outcome, answer, tx.now],
      );
      tx.audit('privacy.answer', 'privacy-request', requestId, { kind: request.kind, outcome });
      return ok(requestId);
    });
  }
}

/** With the person goes what they were told, and what they asked for is done. */
export function settleWithErasure(tx: Tx, { candidateIds }: CandidateErased): void {
  tx.write(
    'settle-with-erasure',
    `UPDATE privacy_requests SET answer = '', settled_at = coalesce(settled_at, $3),
            outcome = coalesce(outcome, CASE kind WHEN 'ERASURE' THEN 'DONE' ELSE 'DECLINED' END)
      WHERE organization_id = $1 AND candidate_id = ANY ($2)`,
    [tx.organizationId, candidateIds, tx.now],
  );
  tx.write('forget-holds', 'DELETE FROM legal_holds WHERE organization_id = $1 AND candidate_id = ANY ($2)', [
    tx.organizationId,
    candidateIds,
  ]);
}

/** What was asked, and what holds, goes on with the record that is kept. */
export function followMerge(tx: Tx, { keptId, mergedId }: CandidatesMerged): void {
  tx.write(
    'merge-privacy-requests',
    'UPDATE privacy_requests SET candidate_id = $3 WHERE organization_id = $1 AND candidate_id = $2',
    [...[tx.organizationId, mergedId, keptId]],
  );
  tx.write(
    'merge-holds',
    `INSERT INTO legal_holds (organization_id, candidate_id, reason, placed_by, placed_at)
     SELECT organization_id, $3, reason, placed_by, placed_at FROM legal_holds WHERE organization_id = $1 AND candidate_id = $2
     ON CONFLICT (organization_id, candidate_id) DO NOTHING`,
    [tx.organizationId, mergedId, keptId],
  );
}

function nothingAsked() {
  return refuse('NOT_FOUND', 'Nothing can be asked by this link. Use the one to your page in the newest mail.');
}

function noSuchRequest() {
  return refuse('NOT_FOUND', 'There is no such request, or it is not yours to answer. Nothing was changed.');
}
