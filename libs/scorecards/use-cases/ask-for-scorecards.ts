import { Injectable } from '@nestjs/common';
import { type Id, type SystemActor, ok } from '#libs/kernel/index.js';
import { type StoredEvent, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { CLOCKS_APART_MS, REMIND_AFTER_MS, REVIEW_AFTER_MS } from '../domain/asking.js';
import type { ScorecardDue, ScorecardReminder, TakeHomeReviewDue } from '../domain/scorecard-events.js';

// No card is asked for that is in already, nor about somebody whose application has ended.
const WANTED = `a.status = 'ACTIVE' AND p.status = 'ACTIVE' AND NOT EXISTS (
  SELECT FROM scorecards c WHERE c.organization_id = $1 AND c.application_id = a.id AND c.stage_id = x.stage_id AND c.author_id = p.id AND c.state = 'SUBMITTED')`;
const SEATED = `i.state NOT IN ('CANCELLED', 'NO_SHOW') AND e.state NOT IN ('CANCELLED', 'NO_SHOW') AND e.answer <> 'DECLINED' AND e.part <> 'SHADOWS'`;

/** `x` holds who is to be asked about what; the row of the request lets only the first asking through, whoever asks at the same time. */
const ASK = (people: string) => `
WITH x AS (${people}),
asked AS (
  INSERT INTO scorecard_requests (organization_id, subject_id, person_id, application_id, asked_at)
  SELECT DISTINCT $1::uuid, $2::uuid, p.id, a.id, $3::timestamptz FROM x
    JOIN applications a ON a.organization_id = $1 AND a.id = x.application_id
    JOIN people p ON p.organization_id = $1 AND p.id = x.person_id
   WHERE ${WANTED}
  ON CONFLICT DO NOTHING RETURNING person_id)
SELECT DISTINCT asked.person_id AS "personId", x.application_id AS "applicationId", x.stage_id AS "stageId", a.posting_id AS "postingId"
  FROM asked JOIN x ON x.person_id = asked.person_id JOIN applications a ON a.organization_id = $1 AND a.id = x.application_id
 ORDER BY 1`;

const ASK_AFTER_INTERVIEW = ASK(`
  SELECT i.application_id, i.stage_id, e.person_id FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
   WHERE i.organization_id = $1 AND i.id = $2 AND upper(i.during) <= $4 AND ${SEATED}`);
const ASK_AFTER_SUBMISSION = ASK(`
  SELECT t.application_id, t.stage_id, r.person_id FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
   WHERE t.organization_id = $1 AND t.id = $2 AND t.status = 'SUBMITTED' AND t.submitted_at = $4`);

const REMIND = `
UPDATE scorecard_requests q SET reminded_at = $4
  FROM applications a, people p, (SELECT $5::uuid AS stage_id) x
 WHERE q.organization_id = $1 AND q.subject_id = $2 AND q.person_id = $3 AND q.reminded_at IS NULL
   AND a.organization_id = $1 AND a.id = q.application_id AND p.organization_id = $1 AND p.id = q.person_id AND ${WANTED}
   AND (EXISTS (SELECT FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
                 WHERE i.organization_id = $1 AND i.id = $2 AND e.person_id = $3 AND upper(i.during) <= $4 AND ${SEATED})
     OR EXISTS (SELECT FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
                 WHERE t.organization_id = $1 AND t.id = $2 AND r.person_id = $3 AND t.status = 'SUBMITTED'))
RETURNING q.person_id`;

interface AskedRow {
  readonly personId: Id;
  readonly applicationId: Id;
  readonly stageId: Id;
  readonly postingId: Id;
}

/** Asks for the cards that are missing: each person once about one interview or take-home, and reminds them once. */
@Injectable()
export class AskForScorecards {
  constructor(private readonly uow: UnitOfWork) {}

  /** The timer at an interview's end. One of a time that was given up rings too and finds the present end ahead, or everybody asked. */
  async afterInterview(timer: StoredEvent): Promise<void> {
    const { interviewId } = timer.payload as { interviewId: Id };
    await this.uow.run(worker(timer), async (tx) => {
      const ended = new Date(tx.now.getTime() + CLOCKS_APART_MS);
      const params = [tx.organizationId, interviewId, tx.now, ended];
      const rows = await tx.query<AskedRow>('ask-after-interview', ASK_AFTER_INTERVIEW, params);
      for (const row of rows) ask(tx, { ...row, interviewId, takeHomeId: null });
      return ok(null);
    });
  }

  /** Reviewers have some days; the timer belongs to this submission and not to one that replaces it. Runs in the submission's transaction. */
  async onTakeHomeSubmitted(tx: Tx, event: StoredEvent): Promise<void> {
    const { takeHomeId, applicationId, postingId, stageId } = event.payload as TakeHomeReviewDue;
    const payload: TakeHomeReviewDue = { takeHomeId, applicationId, postingId, stageId, submittedAt: tx.now.toISOString() };
    const notBefore = new Date(tx.now.getTime() + REVIEW_AFTER_MS);
    tx.emit({ name: 'TakeHomeReviewDue', subjectId: applicationId, payload, notBefore });
  }

  /** The timer some days after work was handed in. */
  async afterSubmission(timer: StoredEvent): Promise<void> {
    const { takeHomeId, submittedAt } = timer.payload as TakeHomeReviewDue;
    await this.uow.run(worker(timer), async (tx) => {
      const params = [tx.organizationId, takeHomeId, tx.now, submittedAt];
      const rows = await tx.query<AskedRow>('ask-after-submission', ASK_AFTER_SUBMISSION, params);
      for (const row of rows) ask(tx, { ...row, interviewId: null, takeHomeId });
      return ok(null);
    });
  }

  /** The timer a day after somebody was asked. */
  async remind(timer: StoredEvent): Promise<void> {
    const reminder = timer.payload as ScorecardReminder;
    await this.uow.run(worker(timer), async (tx) => {
      const subjectId = reminder.interviewId ?? reminder.takeHomeId;
      const params = [tx.organizationId, subjectId, reminder.personId, tx.now, reminder.stageId];
      const rows = await tx.query('remind-of-scorecard', REMIND, params);
      if (rows.length > 0) emitDue(tx, { ...reminder, reminder: true });
      return ok(null);
    });
  }
}

function ask(tx: Tx, reminder: ScorecardReminder): void {
  emitDue(tx, { ...reminder, reminder: false });
  const notBefore = new Date(tx.now.getTime() + REMIND_AFTER_MS);
  tx.emit({ name: 'ScorecardReminder', subjectId: reminder.applicationId, payload: reminder, notBefore });
}

function emitDue(tx: Tx, payload: ScorecardDue): void {
  tx.emit({ name: 'ScorecardDue', subjectId: payload.applicationId, payload });
}

function worker(timer: StoredEvent): SystemActor {
  return { kind: 'system', organizationId: timer.organizationId, part: 'worker' };
}
