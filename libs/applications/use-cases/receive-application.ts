import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, newId, ok, refuse } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { FileStore, type Idempotency, SQLSTATE, type Tx, UnitOfWork, isDatabaseError } from '#libs/platform/index.js';
import { residenceCheck } from '#libs/postings/index.js';
import { type Answer, type AnswerInput, readAnswers } from '../domain/answers.js';
import type { ApplicationEventContext, ApplicationReceived } from '../domain/application-events.js';
import { type Contact, type ContactInput, readContact, reconcileContact } from '../domain/contact.js';
import type { CheckedFile } from '../domain/stored-file.js';
import { isStorable } from '../domain/text.js';
import * as rows from '../persistence/receive-rows.js';

export interface ReceiveInput {
  readonly posting: { readonly id: Id } | { readonly slug: string };
  readonly contact: ContactInput;
  readonly answers?: readonly AnswerInput[] | null;
  /** The person agrees that their data are kept for this application. Without it nothing is kept. */
  readonly consent: boolean;
  /** Where they heard of it: the name of one of the organisation's sources. An unknown name is left out. */
  readonly source?: string | null;
  /** Checked and stored beforehand by `StoreAttachment`; it is removed when the application does not come about. */
  readonly cv?: CheckedFile | null;
}

export interface Received {
  readonly applicationId: Id;
  readonly candidateId: Id;
  /** This person had an active application for this posting: it stands, nothing was added. Never shown to a visitor. */
  readonly alreadyThere: boolean;
  /** The CV that came with it. */
  readonly attachmentId: Id | null;
}

/** Takes an application from the careers page, from the team, or from Rounds itself. */
@Injectable()
export class ReceiveApplication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /**
   * One active application per person and posting: a second one answers with the first. Two at once are sorted out by the unique indexes, and
   * the loser looks again.
   */
  async execute(actor: Actor, input: ReceiveInput, idempotency?: Idempotency): Promise<Result<Received, Refusal>> {
    const result = await this.receive(actor, input, idempotency);
    const kept = result.ok && result.value.attachmentId === input.cv?.id;
    // Not after an error: where the connection broke at COMMIT the row may be there. `SweepFiles` removes what has none.
    if (!kept && input.cv) await this.files.remove(input.cv.storageKey);
    return result;
  }

  private async receive(actor: Actor, input: ReceiveInput, idempotency?: Idempotency): Promise<Result<Received, Refusal>> {
    if (!input.consent) {
      return refuse(
        'INVALID_INPUT',
        'Nothing was sent: we may keep your data only with your consent. Tick the box and send again.',
        {
          field: 'input.consent',
        },
      );
    }
    if (!isStorable([input.contact, input.answers, input.source]))
      return refuse(
        'INVALID_INPUT',
        'Nothing was sent: a text has a character that cannot be stored. Type it anew rather than paste it.',
        {
          field: 'input',
        },
      );
    const contact = readContact(input.contact);
    if (!contact.ok) return contact;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.uow.run<Received, Refusal>(actor, (tx) => this.within(tx, input, contact.value), idempotency);
      } catch (error) {
        if (attempt === 3 || !sentTwiceAtOnce(error)) throw error;
      }
    }
  }

  private async within(tx: Tx, input: ReceiveInput, contact: Contact): Promise<Result<Received, Refusal>> {
    const found = await rows.readForReceiving(tx, input.posting, contact.email, input.source?.trim() || null, tx.actor);
    if (!found || !mayReceive(tx.actor, found)) return noSuchPosting();
    const answers = readAnswers(found.questions, input.answers ?? []);
    if (!answers.ok) return answers;
    if (found.candidate_id !== null && found.active_id !== null)
      return ok({ applicationId: found.active_id, candidateId: found.candidate_id, alreadyThere: true, attachmentId: null });
    return ok(this.record(tx, found, contact, answers.value, input.cv ?? null));
  }

  private record(
    tx: Tx,
    found: rows.ReceivingRow,
    contact: Contact,
    answers: readonly Answer[],
    cv: CheckedFile | null,
  ): Received {
    const applicationId = newId(tx.now.getTime());
    const candidateId = found.candidate_id ?? newId(tx.now.getTime());
    const meeting = found.candidate_id === null ? null : reconcileContact(found, contact);
    if (meeting === null) rows.insertCandidate(tx, candidateId, contact);
    else if (meeting.filled) rows.updateContact(tx, candidateId, meeting.filled);
    rows.insertApplication(tx, {
      ...{ id: applicationId, postingId: found.posting_id, candidateId, planId: found.plan_id, sourceId: found.source_id },
      ...{ country: contact.country, residenceCheck: residenceCheck(found.residence, contact.country ?? ''), answers },
      statedContact: meeting?.differs ?? null,
    });
    if (cv) rows.insertAttachment(tx, cv, 'CV', candidateId, applicationId);
    if (meeting === null || meeting.filled || cv) rows.indexCandidate(tx, candidateId);
    const payload: ApplicationReceived = { applicationId, postingId: found.posting_id, candidateId };
    const transient: ApplicationEventContext = {
      candidate: {
        id: candidateId,
        name: meeting === null ? contact.name : found.name,
        email: meeting === null ? contact.email : found.email,
        zone: meeting === null ? contact.zone : (meeting.filled?.zone ?? found.zone),
        language: meeting === null ? contact.language : (meeting.filled?.language ?? found.language),
      },
      posting: { id: found.posting_id, title: found.title, slug: found.slug },
      stage: null,
      linkEpoch: 0,
    };
    tx.emit({ name: 'ApplicationReceived', subjectId: applicationId, payload, transient });
    tx.audit('application.receive', 'application', applicationId);
    return { applicationId, candidateId, alreadyThere: false, attachmentId: cv?.id ?? null };
  }
}

/** Anybody may apply for an open posting; the team may add people to theirs, and to a confidential one nobody else. */
function mayReceive(actor: Actor, found: rows.ReceivingRow): boolean {
  if (found.posting_status !== 'OPEN') return false;
  if (actor.kind === 'visitor') return !found.team_roles?.includes('CONFIDENTIAL');
  return may(actor, 'application.add', { teamRoles: found.team_roles });
}

function noSuchPosting() {
  return refuse('NOT_FOUND', 'There is no such posting, or it does not take applications now. Nothing was sent.');
}

function sentTwiceAtOnce(error: unknown): boolean {
  return (
    isDatabaseError(error, SQLSTATE.uniqueViolation, 'candidates_email') ||
    isDatabaseError(error, SQLSTATE.uniqueViolation, 'applications_one_active')
  );
}
