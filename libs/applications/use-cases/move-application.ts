import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { type Action, may } from '#libs/identity/index.js';
import {
  type ApplicationStatus,
  type Command,
  type InterviewPlan,
  type Transition,
  advance,
  findStage,
} from '#libs/pipeline/index.js';
import {
  type Foreseen,
  type Idempotency,
  Reactions,
  SQLSTATE,
  type Tx,
  UnitOfWork,
  isDatabaseError,
} from '#libs/platform/index.js';
import { PlanStore } from '#libs/postings/index.js';
import type { ApplicationEventContext, ApplicationMoved } from '../domain/application-events.js';
import { isStorable } from '../domain/text.js';
import { type LockedApplication, lockApplication, stateOf } from '../persistence/lock-application.js';
import { closePosting, fillOpening, freeOpening, type LockedOpening, lockOpening } from '../persistence/openings.js';
import { recordMove } from '../persistence/record-move.js';

export interface MoveInput {
  readonly applicationId: Id;
  /** The version the person decided on; null where whoever acts wants it whatever happened (a candidate's withdrawal, Rounds itself). */
  readonly expectedVersion: number | null;
  readonly command: Command;
}

/** Where an application stands; plain data, so that it survives as a remembered answer. */
export interface Standing {
  readonly id: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
  readonly status: ApplicationStatus;
  readonly stageId: Id | null;
  readonly stageName: string | null;
  readonly version: number;
  readonly enteredStageAt: string;
}

export interface Moved {
  readonly application: Standing;
  /** Without what people wrote with it, which only the transition itself keeps. */
  readonly transition: Omit<Transition, 'reasonId' | 'reason' | 'evidence' | 'openingId'>;
  /** The last opening was filled, so the posting takes no more applications. */
  readonly postingClosed: boolean;
}

export type MoveConflict = Refusal<'CONFLICT'> & { readonly presentVersion: number; readonly application: Standing };
export type MoveApplicationRefusal = Refusal | MoveConflict;

/** Moves one application: every command of the pipeline goes through here, and here only. */
@Injectable()
export class MoveApplication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanStore,
    private readonly reactions: Reactions,
  ) {}

  /** Decides and records one command in a transaction of its own. CONFLICT carries the present state; nothing of a refused one is kept. */
  async execute(actor: Actor, input: MoveInput, idempotency?: Idempotency): Promise<Result<Moved, MoveApplicationRefusal>> {
    try {
      return await this.uow.run<Moved, MoveApplicationRefusal>(actor, (tx) => this.within(tx, input), idempotency);
    } catch (error) {
      const refused = takenMeanwhile(error);
      if (refused) return refused;
      throw error;
    }
  }

  /** The same inside a transaction of the caller's; the hire's uniqueness is then refused by the database at COMMIT. */
  async within(tx: Tx, input: MoveInput): Promise<Result<Moved, MoveApplicationRefusal>> {
    const { command } = input;
    if (!isStorable(command)) return unstorable();
    const reasonId = command.kind === 'REJECT' || command.kind === 'WITHDRAW' ? (command.reasonId ?? null) : null;
    // The opening's lock comes first on the wire, so that all hires into it wait in one line; what is foreseen comes after the application's.
    const [opening, locked, foreseen] = await Promise.all([
      command.kind === 'HIRE' ? lockOpening(tx, command.openingId) : undefined,
      lockApplication(tx, input.applicationId, reasonId, tx.actor),
      this.reactions.foreseen(tx, 'ApplicationMoved', input.applicationId),
    ]);
    if (!locked || !mayMove(tx.actor, command, locked)) return noSuchApplication();
    return this.decide(tx, input, locked, opening, foreseen);
  }

  /** Decides and records one command on an application that is locked and that the actor may move. */
  async decide(
    tx: Tx,
    input: MoveInput,
    locked: LockedApplication,
    opening?: LockedOpening,
    foreseen?: Foreseen,
  ): Promise<Result<Moved, MoveApplicationRefusal>> {
    const plan = (await this.plans.get(tx.organizationId, locked.plan_id, tx))!;
    const present = stateOf(locked);
    if (input.expectedVersion !== null && input.expectedVersion !== present.version) {
      return refuse(
        'CONFLICT',
        'Somebody else moved this application first; nothing of yours was changed. Look at where it stands and decide again.',
        {
          presentVersion: present.version,
          application: standing(plan, locked, present),
        },
      );
    }
    const unfit = reasonRefusal(input.command, locked) ?? openingRefusal(input.command, locked, opening);
    if (unfit) return unfit;
    const decided = advance(plan, present, input.command, tx.now);
    if (!decided.ok) return decided;
    const { state, transition, effects } = decided.value;
    recordMove(tx, state, transition);
    const postingClosed = opening !== undefined && opening.others_open === 0 && opening.posting_status === 'OPEN';
    if (opening) fillOpening(tx, state.openingId!);
    if (postingClosed) closePosting(tx, locked.posting_id);
    for (const effect of effects) if (effect.kind === 'FreeOpening') freeOpening(tx, effect.openingId);
    const { version, command, fromStageId, toStageId, fromStatus, toStatus, passedOver, at } = transition;
    const { posting_id: postingId, candidate_id: candidateId, id: applicationId } = locked;
    const step = { version, command, fromStageId, toStageId, fromStatus, toStatus, passedOver };
    const moved: ApplicationMoved = { applicationId, postingId, candidateId, ...step, effects };
    tx.emit({
      name: 'ApplicationMoved',
      subjectId: applicationId,
      payload: moved,
      transient: contextOf(plan, locked, toStageId),
      ...(foreseen && { foreseen }),
    });
    if (postingClosed) tx.emit({ name: 'PostingClosed', subjectId: postingId, payload: { postingId } });
    tx.audit('application.move', 'application', applicationId, { command, version });
    return ok({ application: standing(plan, locked, state), transition: { ...step, at }, postingClosed });
  }
}

/** The one answer for an application that is not there and for one that is not the actor's business. */
export function noSuchApplication(): Result<never, Refusal<'NOT_FOUND'>> {
  return refuse('NOT_FOUND', 'There is no such application, or you may not do this to it. Nothing was changed.');
}

function unstorable() {
  return refuse(
    'INVALID_INPUT',
    'A text has a character that cannot be stored. Nothing was changed; type it anew rather than paste it.',
    {
      field: 'input',
    },
  );
}

function mayMove(actor: Actor, command: Command, locked: LockedApplication): boolean {
  const action: Action = command.kind === 'WITHDRAW' ? 'application.withdraw' : 'application.move';
  return may(actor, action, {
    teamRoles: locked.team_roles,
    isOwn: actor.kind === 'candidate' && actor.applicationId === locked.id,
  });
}

function reasonRefusal(command: Command, locked: LockedApplication) {
  const [wanted, given] =
    command.kind === 'REJECT'
      ? (['WE_REJECTED', command.reasonId] as const)
      : (['THEY_WITHDREW', command.kind === 'WITHDRAW' ? (command.reasonId ?? null) : null] as const);
  if (given === null || locked.reason_side === wanted) return null;
  const kind = wanted === 'WE_REJECTED' ? 'rejecting' : 'withdrawing';
  return refuse(
    'INVALID_INPUT',
    `That reason is not among the active reasons for ${kind}; nothing was changed. Choose one from the list.`,
    {
      field: 'input.reasonId',
    },
  );
}

function openingRefusal(command: Command, locked: LockedApplication, opening: LockedOpening | undefined) {
  if (command.kind !== 'HIRE') return null;
  if (!opening || opening.posting_id !== locked.posting_id) {
    return refuse(
      'INVALID_INPUT',
      'That opening does not belong to this posting; nobody was hired. Choose one of its openings.',
      {
        field: 'input.openingId',
      },
    );
  }
  if (opening.status === 'FILLED') return openingFilled();
  if (opening.status === 'CANCELLED')
    return refuse('OPENING_CANCELLED', 'That opening was cancelled; nobody was hired. Choose an open one or add an opening.');
  return null;
}

function openingFilled() {
  return refuse(
    'OPENING_FILLED',
    'Somebody was hired into this opening already; nobody was hired now. Choose another opening or add one.',
  );
}

/** What the unique indexes say when all locks were passed, for instance by a reopening beside a new application. */
function takenMeanwhile(error: unknown): Result<never, Refusal> | null {
  if (isDatabaseError(error, SQLSTATE.uniqueViolation, 'applications_one_hire')) return openingFilled();
  if (isDatabaseError(error, SQLSTATE.uniqueViolation, 'applications_one_active')) {
    return refuse(
      'ALREADY_ACTIVE',
      'This person has another active application for the same posting; nothing was changed. Go on with that one.',
    );
  }
  return null;
}

function standing(plan: InterviewPlan, locked: LockedApplication, state: ReturnType<typeof stateOf>): Standing {
  return {
    id: locked.id,
    postingId: locked.posting_id,
    candidateId: locked.candidate_id,
    status: state.status,
    stageId: state.stageId,
    stageName: state.stageId === null ? null : findStage(plan, state.stageId)!.name,
    version: state.version,
    enteredStageAt: state.enteredStageAt,
  };
}

/** What a mail about a move wants to know, as it was read with the lock. */
export function contextOf(plan: InterviewPlan, locked: LockedApplication, stageId: Id | null): ApplicationEventContext {
  const stage = stageId === null ? undefined : findStage(plan, stageId);
  return {
    candidate: {
      id: locked.candidate_id,
      name: locked.candidate_name,
      email: locked.candidate_email,
      zone: locked.candidate_zone,
      language: locked.candidate_language,
    },
    posting: { id: locked.posting_id, title: locked.posting_title, slug: locked.posting_slug },
    stage: stage ? { id: stage.id, name: stage.name, kind: stage.kind } : null,
    linkEpoch: locked.link_epoch,
  };
}
