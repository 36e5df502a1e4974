import { Injectable } from '@nestjs/common';
import { type Id, type SystemActor, ok } from '#libs/kernel/index.js';
import { type StoredEvent, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { promisedAnswer } from '../domain/answer-promise.js';
import { type HouseFacts, HouseFactsStore } from '../persistence/house-facts.js';
import { endedInterview, lockUnanswered, markLateTold, newPromise, writePromise } from '../persistence/promise-rows.js';
import { DecideApplicationMails } from './decide-application-mails.js';

/** The timers of a promise; both find out for themselves whether it was kept. */
export interface AnswerTimer {
  readonly applicationId: Id;
  readonly postingId: Id;
  /** ISO instant: the timers of an older promise find another one and end. */
  readonly dueAt: string;
}

/** Timers ring by the clock of another machine. */
const CLOCKS_APART_MS = 5_000;

/**
 * The answers that candidates are promised after what they did: applied, handed work in, came to an interview. Whether one was given is what the ledger of mails
 * says; so no move has to end a promise, and the reminders end by themselves.
 */
@Injectable()
export class KeepPromises {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly houses: HouseFactsStore,
    private readonly mails: DecideApplicationMails,
  ) {}

  /** A promise begins, in the transaction of what the candidate did; where the posting promises nothing, nothing does. */
  begin(tx: Tx, facts: HouseFacts, applicationId: Id, postingId: Id): void {
    if (facts.answerDays === null) return;
    const { dueAt } = promisedAnswer(tx.now, facts.answerDays, facts.organization.zone);
    writePromise(tx, { applicationId, since: tx.now, dueAt });
    this.wind(tx, facts, applicationId, postingId, tx.now);
  }

  /** The timer at an interview's end, which may ring twice, and also for a time that was given up. */
  async afterInterview(timer: StoredEvent): Promise<void> {
    const { interviewId, applicationId, postingId } = timer.payload as { interviewId: Id; applicationId: Id; postingId: Id };
    await this.uow.run(worker(timer), async (tx) => {
      const facts = await this.houses.get(tx, postingId);
      if (facts.answerDays === null) return ok(null);
      const since = await endedInterview(tx, interviewId, new Date(tx.now.getTime() + CLOCKS_APART_MS));
      if (since === null) return ok(null);
      const { dueAt } = promisedAnswer(since, facts.answerDays, facts.organization.zone);
      if (await newPromise(tx, { applicationId, since, dueAt })) this.wind(tx, facts, applicationId, postingId, since);
      return ok(null);
    });
  }

  /** We are reminded while the promise can be kept. */
  async dueSoon(timer: StoredEvent): Promise<void> {
    const { applicationId, dueAt } = timer.payload as AnswerTimer;
    await this.uow.run(worker(timer), async (tx) => {
      if (await lockUnanswered(tx, applicationId, dueAt))
        await this.mails.answerDueSoon(tx, timer, applicationId, new Date(dueAt));
      return ok(null);
    });
  }

  /** It was not kept: the candidate is told, once. */
  async late(timer: StoredEvent): Promise<void> {
    const { applicationId, dueAt } = timer.payload as AnswerTimer;
    await this.uow.run(worker(timer), async (tx) => {
      if (!(await lockUnanswered(tx, applicationId, dueAt))) return ok(null);
      markLateTold(tx, applicationId);
      await this.mails.answerLate(tx, timer, applicationId, new Date(dueAt));
      return ok(null);
    });
  }

  private wind(tx: Tx, facts: HouseFacts, applicationId: Id, postingId: Id, since: Date): void {
    const { dueAt, remindAt, lateAt } = promisedAnswer(since, facts.answerDays!, facts.organization.zone);
    const payload: AnswerTimer = { applicationId, postingId, dueAt: dueAt.toISOString() };
    tx.emit({ name: 'AnswerDueSoon', subjectId: applicationId, payload, notBefore: remindAt });
    tx.emit({ name: 'AnswerLate', subjectId: applicationId, payload, notBefore: lateAt });
  }
}

function worker(timer: StoredEvent): SystemActor {
  return { kind: 'system', organizationId: timer.organizationId, part: 'mail' };
}
