import { Injectable } from '@nestjs/common';
import { type CandidateActor, type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { type ConflictRefusal, type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import {
  type Submission,
  type SubmissionInput,
  type SubmissionRefusal,
  noSuchFile,
  readSubmission,
} from '../domain/submission.js';
import type { TakeHomeSubmitted } from '../domain/take-home-events.js';
import { type HandingInRefusal, opensTakeHome, whyNotHandIn } from '../domain/take-home.js';
import { type LockedTakeHome, contextOf, lockTakeHomeOf, refOf } from '../persistence/take-home-rows.js';
import { staleTakeHome } from './change-take-home.js';

export interface SubmitInput extends SubmissionInput {
  /** The version that the candidate saw, where the page knows it. */
  readonly expectedVersion?: number | null;
}

/** Plain data, so that it survives as a remembered answer. */
export interface Submitted {
  readonly takeHomeId: Id;
  readonly late: boolean;
  /** It replaced what was handed in before. */
  readonly resubmitted: boolean;
}

export type SubmitRefusal = Refusal<'NOT_FOUND'> | SubmissionRefusal | HandingInRefusal | ConflictRefusal;

/** The candidate hands in a link or a file. Until it is reviewed, handing in again replaces it. */
@Injectable()
export class SubmitTakeHome {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: CandidateActor,
    input: SubmitInput,
    idempotency?: Idempotency,
  ): Promise<Result<Submitted, SubmitRefusal | IdempotencyRefusal>> {
    const read = readSubmission(input);
    if (!read.ok) return read;
    return this.uow.run<Submitted, SubmitRefusal>(
      actor,
      async (tx) => {
        // The second is a statement of its own: it must see what was committed while the lock was waited for.
        const [row, standing] = await Promise.all([
          lockTakeHomeOf(tx, actor.applicationId),
          readStanding(tx, actor.applicationId, read.value.attachmentId),
        ]);
        if (
          !row ||
          !opensTakeHome(actor) ||
          !may(actor, 'take-home.submit', { isOwn: actor.applicationId === row.application_id })
        ) {
          return refuse('NOT_FOUND', 'There is no assignment for this application. Nothing was handed in.');
        }
        const { stages_reviewed: reviewed, stage_id: stageId, own_file: ownFile } = standing!;
        const inStage = stageId === row.stage_id;
        const why = whyNotHandIn({ status: row.status, inStage, reviewed: reviewed.includes(row.stage_id) });
        if (why) return why;
        if ((input.expectedVersion ?? row.version) !== row.version) return staleTakeHome(row.version);
        if (read.value.attachmentId !== null && !ownFile) return noSuchFile();
        return ok(handIn(tx, row, read.value));
      },
      idempotency,
    );
  }
}

interface Standing {
  /** The present stage of an active application. */
  readonly stage_id: Id | null;
  readonly stages_reviewed: Id[];
  readonly own_file: boolean;
}

async function readStanding(tx: Tx, applicationId: Id, attachmentId: Id | null): Promise<Standing | undefined> {
  const [row] = await tx.query<Standing>(
    'standing-of-take-home',
    `SELECT CASE WHEN a.status = 'ACTIVE' THEN a.stage_id END AS stage_id,
            ARRAY(SELECT s.stage_id FROM scorecards s WHERE s.organization_id = $1 AND s.application_id = $2 AND s.state = 'SUBMITTED') AS stages_reviewed,
            EXISTS (SELECT FROM attachments f
                     WHERE f.organization_id = $1 AND f.id = $3 AND f.application_id = $2 AND f.kind = 'TAKE_HOME') AS own_file
       FROM applications a WHERE a.organization_id = $1 AND a.id = $2`,
    [tx.organizationId, applicationId, attachmentId],
  );
  return row;
}

function handIn(tx: Tx, row: LockedTakeHome, { url, attachmentId, note }: Submission): Submitted {
  const late = tx.now.getTime() > row.due_at.getTime();
  const resubmitted = row.status === 'SUBMITTED';
  tx.write(
    'submit-take-home',
    `UPDATE take_homes SET status = 'SUBMITTED', submitted_at = $3, submission_url = $4, submission_attachment_id = $5, submission_note = $6,
            version = version + 1 WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, row.id, tx.now, url, attachmentId, note],
  );
  const payload: TakeHomeSubmitted = { ...refOf(row), late, resubmitted };
  tx.emit({ name: 'TakeHomeSubmitted', subjectId: row.application_id, payload, transient: contextOf(row) });
  tx.audit(resubmitted ? 'take-home.resubmit' : 'take-home.submit', 'take-home', row.id, { version: row.version + 1, late });
  return { takeHomeId: row.id, late, resubmitted };
}
