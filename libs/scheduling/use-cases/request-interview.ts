import { Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, type Id, type Refusal, type Result, type StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork, type ConflictRefusal, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { whyNoMeeting, type Meeting, type MeetingRefusal } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockApplication } from '../persistence/lock.js';
import { mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';

export interface Requesting {
  readonly applicationId: Id;
  /** The application's version that was seen. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

export interface Requested {
  readonly applicationId: Id;
  readonly requestId: Id;
  readonly expiresAt: string;
}

export type RequestingRefusal =
  | Refusal<'NOT_FOUND' | 'ALREADY_BOOKED' | 'NOT_SELF_SCHEDULED'>
  | MeetingRefusal
  | ConflictRefusal
  | InvalidRefusal
  | IdempotencyRefusal;

/** The team asks the candidate (again) to choose a time in the present stage: after a request has expired, or somebody did not come. */
@Injectable()
export class RequestInterview {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: StaffActor, wanted: Requesting): Promise<Result<Requested, RequestingRefusal>> {
    if (!isId(wanted.applicationId)) return NO_SUCH_APPLICATION;
    const key = idempotency(wanted.idempotencyKey, 'requestInterview', [wanted.applicationId]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => request(tx, wanted), key.value);
  }
}

async function request(tx: Tx, { applicationId, expectedVersion }: Requesting): Promise<Result<Requested, RequestingRefusal>> {
  const window = { start_ms: tx.now.getTime(), end_ms: tx.now.getTime() + 1 };
  const locked = await lockApplication(tx, applicationId);
  const seen = locked ? await loadMeeting(tx, applicationId, window, personIdOf(tx.actor)) : null;
  if (!seen || !mayScheduleAs(tx.actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
  const { meeting } = seen;
  if (expectedVersion !== null && expectedVersion !== undefined && expectedVersion !== meeting.version) {
    return refuse('CONFLICT', 'The application was changed meanwhile. Nobody was asked; look again and decide again.', {
      presentVersion: meeting.version,
    });
  }
  const why = whyNotAsk(meeting);
  if (why) return why;
  const requestId = meeting.request?.id ?? newId(tx.now.getTime());
  const expiresAt = new Date(tx.now.getTime() + SCHEDULING.request_ms);
  const stageId = meeting.stage!.id;
  tx.write(
    'renew-schedule-request',
    `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, status, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, $7)
     ON CONFLICT (organization_id, id) DO UPDATE SET status = 'OPEN', expires_at = excluded.expires_at`,
    [tx.organizationId, requestId, applicationId, stageId, meeting.version, tx.now, expiresAt],
  );
  const payload = { requestId, applicationId, postingId: meeting.postingId, stageId, selfSchedule: true };
  tx.emit({ name: 'InterviewRequested', subjectId: applicationId, payload });
  tx.audit('interview.request', 'application', applicationId, { stageId });
  return ok({ applicationId, requestId, expiresAt: expiresAt.toISOString() });
}

function whyNotAsk(meeting: Meeting) {
  const why = whyNoMeeting(meeting);
  if (why) return why;
  if (meeting.interview !== null) {
    return refuse(
      'ALREADY_BOOKED',
      'This interview already has a time, so the candidate was not asked. Move it, or cancel it first.',
    );
  }
  if (meeting.stage!.selfSchedule) return null;
  return refuse(
    'NOT_SELF_SCHEDULED',
    'Candidates do not choose the time of this stage themselves, so nobody was asked. Book a time for them.',
  );
}
