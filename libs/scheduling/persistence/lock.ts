import { standingIn } from '#libs/identity/index.js';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { InterviewState } from '../domain/meeting.js';

/**
 * Every change of scheduling takes its locks in one order: the application, its candidate, then interviewers by id. So nobody waits in a circle, and
 * what is read after the first lock is the truth about this application until COMMIT.
 */
export async function lockApplication(tx: Tx, applicationId: Id): Promise<boolean> {
  const rows = await tx.query(
    'lock-application-for-scheduling',
    `SELECT a.id FROM applications a JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
      WHERE a.organization_id = $1 AND a.id = $2 FOR NO KEY UPDATE OF a, c`,
    [tx.organizationId, applicationId],
  );
  return rows.length > 0;
}

/** Makes bookings of the same people wait for each other, which is quicker than meeting in the exclusion constraint and being torn apart as a deadlock. */
export async function lockInterviewers(tx: Tx, personIds: readonly Id[]): Promise<void> {
  await tx.query(
    'lock-interviewers',
    'SELECT id FROM people WHERE organization_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE',
    [tx.organizationId, personIds],
  );
}

/** An interview as a change needs it, and how the person who asks stands to it. */
export interface InterviewSeen {
  readonly id: Id;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
  readonly stageId: Id;
  readonly requestId: Id | null;
  readonly state: InterviewState;
  readonly version: number;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whether the application still is in the interview's stage. */
  readonly inStage: boolean;
  readonly teamRoles: readonly TeamRole[];
}

/** Locks the application of an interview and reads the interview; null when the organisation has no such interview. `personId` asks. */
export async function lockInterview(tx: Tx, interviewId: Id, personId: Id | null): Promise<InterviewSeen | null> {
  const [owner] = await tx.query<{ application_id: Id }>(
    'application-of-interview',
    'SELECT application_id FROM interviews WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, interviewId],
  );
  if (!owner || !(await lockApplication(tx, owner.application_id))) return null;
  const [row] = await tx.query<InterviewSeen>(
    'interview-for-change',
    `SELECT i.id, i.application_id AS "applicationId", a.posting_id AS "postingId", i.candidate_id AS "candidateId", i.stage_id AS "stageId",
            i.request_id AS "requestId", i.state, i.version, i.sequence, lower(i.during) AS "startsAt", upper(i.during) AS "endsAt",
            (a.status = 'ACTIVE' AND a.stage_id = i.stage_id) AS "inStage",
            ${standingIn('a.posting_id', '$3')} AS "teamRoles"
       FROM interviews i JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
      WHERE i.organization_id = $1 AND i.id = $2`,
    [tx.organizationId, interviewId, personId],
  );
  return row ?? null;
}
