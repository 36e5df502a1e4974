import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type InvalidInputRefusal, UnitOfWork } from '#libs/platform/index.js';
import type { TakeHomeReviewerChanged } from '../domain/take-home-events.js';
import { refOf } from '../persistence/take-home-rows.js';
import { type ManageRefusal, type TakeHomeChanged, lockManaged } from './change-take-home.js';

export interface ReviewerInput {
  readonly takeHomeId: Id;
  readonly personId: Id;
}

export type AssignRefusal = ManageRefusal | InvalidInputRefusal | Refusal<'TAKE_HOME_CANCELLED'>;
export type RemoveRefusal = ManageRefusal | Refusal<'ALREADY_REVIEWED' | 'NOT_FOUND'>;

/** Asks one more member to review; asking twice changes nothing. */
@Injectable()
export class AssignReviewer {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    { takeHomeId, personId }: ReviewerInput,
    idempotency?: Idempotency,
  ): Promise<Result<TakeHomeChanged, AssignRefusal | IdempotencyRefusal>> {
    return this.uow.run<TakeHomeChanged, AssignRefusal>(
      actor,
      async (tx) => {
        const locked = await lockManaged(tx, actor, takeHomeId);
        if (!locked.ok) return locked;
        if (locked.value.status === 'CANCELLED')
          return refuse(
            'TAKE_HOME_CANCELLED',
            'The take-home was cancelled, so there is nothing to review. Nothing was changed.',
          );
        const [added] = isId(personId)
          ? await tx.query<{ added: boolean }>(
              'assign-take-home-reviewer',
              `WITH person AS (SELECT id FROM people WHERE organization_id = $1 AND id = $3 AND status = 'ACTIVE'),
                    added AS (INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) SELECT $1, $2, id FROM person
                              ON CONFLICT DO NOTHING RETURNING person_id)
               SELECT EXISTS (SELECT FROM added) AS added FROM person`,
              [tx.organizationId, takeHomeId, personId],
            )
          : [];
        if (!added)
          return refuse(
            'INVALID_INPUT',
            'There is no active member of this id. Nothing was changed; choose one from the list of people.',
            {
              field: 'input.personId',
            },
          );
        if (added.added) {
          const payload: TakeHomeReviewerChanged = { ...refOf(locked.value), personId };
          tx.emit({ name: 'TakeHomeReviewerAssigned', subjectId: locked.value.application_id, payload });
          tx.audit('take-home.assign-reviewer', 'take-home', takeHomeId, { personId });
        }
        return ok({ takeHomeId });
      },
      idempotency,
    );
  }
}

/** A member does not review it after all; refused once their scorecard is in, since it rests on having reviewed. */
@Injectable()
export class RemoveReviewer {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    { takeHomeId, personId }: ReviewerInput,
    idempotency?: Idempotency,
  ): Promise<Result<TakeHomeChanged, RemoveRefusal | IdempotencyRefusal>> {
    return this.uow.run<TakeHomeChanged, RemoveRefusal>(
      actor,
      async (tx) => {
        const locked = await lockManaged(tx, actor, takeHomeId);
        if (!locked.ok) return locked;
        if (!isId(personId)) return noSuchReviewer();
        const { application_id: applicationId, stage_id: stageId } = locked.value;
        const [card] = await tx.query(
          'card-of-take-home-reviewer',
          `SELECT id FROM scorecards WHERE organization_id = $1 AND application_id = $2 AND stage_id = $3 AND author_id = $4 AND state = 'SUBMITTED'`,
          [tx.organizationId, applicationId, stageId, personId],
        );
        if (card) return refuse('ALREADY_REVIEWED', 'Their scorecard is in, so they stay its reviewer. Nothing was changed.');
        const removed = await tx.query(
          'remove-take-home-reviewer',
          'DELETE FROM take_home_reviewers WHERE organization_id = $1 AND take_home_id = $2 AND person_id = $3 RETURNING person_id',
          [tx.organizationId, takeHomeId, personId],
        );
        if (removed.length === 0) return noSuchReviewer();
        const payload: TakeHomeReviewerChanged = { ...refOf(locked.value), personId };
        tx.emit({ name: 'TakeHomeReviewerRemoved', subjectId: applicationId, payload });
        tx.audit('take-home.remove-reviewer', 'take-home', takeHomeId, { personId });
        return ok({ takeHomeId });
      },
      idempotency,
    );
  }
}

function noSuchReviewer(): Result<never, Refusal<'NOT_FOUND'>> {
  return refuse('NOT_FOUND', 'This person does not review the take-home. Nothing was changed; look at its reviewers again.');
}
