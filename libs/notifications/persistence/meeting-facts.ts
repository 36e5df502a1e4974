import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { ClockShift } from '#libs/scheduling/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import { APPLICATION_COLUMNS, type ApplicationFacts, toApplicationFacts } from './application-facts.js';

/** A seat of an interview and who holds, or held, it. */
export interface MeetingSeatFacts {
  readonly id: Id;
  readonly personId: Id;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly disabled: boolean;
  readonly cancelled: boolean;
  readonly answer: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
}

export interface MeetingFacts {
  readonly application: ApplicationFacts;
  /** Whether the application still goes on. */
  readonly active: boolean;
  readonly interviewId: Id;
  readonly stageName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The zone the meeting was planned in, and the candidate's. */
  readonly zone: string;
  readonly candidateZone: string;
  readonly meetingUrl: string | null;
  readonly purpose: string;
  /** Whose clocks show another time than was told when it was booked. */
  readonly clockShifts: readonly ClockShift[];
  readonly seats: readonly MeetingSeatFacts[];
  /** The newest calendar message about this meeting that each attendee was sent, or will be, by the attendee's id. */
  readonly told: ReadonlyMap<Id, CalendarMessage>;
  /** How many mails about it each address was sent, or will be. */
  readonly had: ReadonlyMap<string, number>;
}

type Row = Parameters<typeof toApplicationFacts>[1] & {
  application_id: Id;
  status: string;
  stage_name: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  candidate_zone: string;
  meeting_url: string | null;
  purpose: string | null;
  clock_shift: ClockShift[] | null;
  seats: MeetingSeatFacts[];
  told: CalendarMessage[];
  had: Record<string, number>;
};

const SQL = `
SELECT ${APPLICATION_COLUMNS}, i.application_id, a.status, ist.name AS stage_name, lower(i.during) AS starts_at, upper(i.during) AS ends_at, i.zone, i.candidate_zone, i.meeting_url, i.clock_shift,
  (SELECT k.purpose FROM interview_kits k WHERE k.organization_id = i.organization_id AND k.stage_id = i.stage_id) AS purpose,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'personId', p.id, 'name', p.name, 'email', p.email, 'zone', p.zone, 'disabled', p.status = 'DISABLED',
                                              'cancelled', s.state = 'CANCELLED', 'answer', s.answer) ORDER BY s.id), '[]')
     FROM interview_seats s JOIN people p ON p.organization_id = s.organization_id AND p.id = s.person_id
    WHERE s.organization_id = i.organization_id AND s.interview_id = i.id) AS seats,
  (SELECT coalesce(json_agg(newest.calendar), '[]') FROM (
     SELECT DISTINCT ON (m.calendar->>'uid') m.calendar FROM mails m
      WHERE m.organization_id = i.organization_id AND m.application_id = i.application_id AND m.calendar->>'interviewId' = i.id::text AND m.state NOT IN ('SKIPPED', 'SUPERSEDED')
      ORDER BY m.calendar->>'uid', m.seq DESC) newest) AS told,
  (SELECT coalesce(json_object_agg(h.recipient, h.number), '{}') FROM (
     SELECT m.recipient, count(*) AS number FROM mails m
      WHERE m.organization_id = i.organization_id AND m.application_id = i.application_id AND m.interview_id = i.id AND m.state NOT IN ('SKIPPED', 'SUPERSEDED')
      GROUP BY m.recipient) h) AS had
 FROM interviews i
 JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
 JOIN plan_stages ist ON ist.organization_id = i.organization_id AND ist.id = i.stage_id
WHERE i.organization_id = $1 AND i.id = $2`;

/** One statement; null when the organisation has no such interview. */
export async function meetingFacts(tx: Tx, interviewId: Id): Promise<MeetingFacts | null> {
  const [row] = await tx.query<Row>('mail-meeting-facts', SQL, [tx.organizationId, interviewId]);
  if (!row) return null;
  return {
    application: toApplicationFacts(row.application_id, row),
    active: row.status === 'ACTIVE',
    interviewId,
    stageName: row.stage_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    candidateZone: row.candidate_zone,
    meetingUrl: row.meeting_url,
    purpose: row.purpose ?? '',
    clockShifts: row.clock_shift ?? [],
    seats: row.seats,
    told: new Map(row.told.map((message) => [message.attendeeId, message])),
    had: new Map(Object.entries(row.had)),
  };
}
