import type { Id, Interval, TeamRole } from '#libs/kernel/index.js';
import type { Tx, UnitOfWork } from '#libs/platform/index.js';
import type { Loop, LoopRequest } from '../domain/loop-request.js';
import type { LoopStage } from '../domain/loop-rounds.js';
import { loadMeetings, readMeetings, type MeetingSeen, type MeetingWanted } from './load-meeting.js';

/** A loop, and how the person who asks stands to it. */
export interface LoopSeen extends Loop {
  readonly teamRoles: readonly TeamRole[];
}

interface Row {
  readonly stages: LoopStage[] | null;
  readonly request: LoopRequest | null;
}

const NAME = 'remaining-rounds';
/**
 * The stage in which the application is (unless people have met in it) and those after it, in order, without offers; and what the candidate is asked. A take-home
 * that is out takes the days until it is due, one that is in none. $3 is now. No row: no such application.
 */
const SQL = `
SELECT (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'position', s.position, 'kind', s.kind, 'dueDays',
                                         CASE WHEN s.id = a.stage_id THEN coalesce((
                                           SELECT CASE WHEN t.status = 'SUBMITTED' THEN 0 ELSE greatest(0, ceil(extract(epoch FROM t.due_at - $3::timestamptz) / 86400)) END
                                             FROM take_homes t WHERE t.organization_id = a.organization_id AND t.application_id = a.id AND t.stage_id = s.id
                                              AND t.status <> 'CANCELLED' ORDER BY t.id DESC LIMIT 1), (s.take_home->>'dueDays')::integer)
                                         ELSE (s.take_home->>'dueDays')::integer END) ORDER BY s.position)
          FROM plan_stages s LEFT JOIN plan_stages here ON here.organization_id = a.organization_id AND here.id = a.stage_id
         WHERE s.organization_id = a.organization_id AND s.plan_id = a.plan_id AND s.position >= coalesce(here.position, 0) AND s.kind <> 'OFFER'
           AND NOT EXISTS (SELECT FROM interviews x WHERE x.organization_id = a.organization_id AND x.application_id = a.id AND x.stage_id = s.id
                              AND (x.state = 'COMPLETED' OR x.state = 'CONFIRMED' AND lower(x.during) <= $3::timestamptz))) AS stages,
       (SELECT json_build_object('id', r.id, 'pace', r.pace, 'longestDays', r.longest_days, 'expiresAt_ms', (extract(epoch FROM r.expires_at) * 1000)::bigint)
          FROM loop_requests r WHERE r.organization_id = a.organization_id AND r.application_id = a.id AND r.status = 'OPEN') AS request
  FROM applications a WHERE a.organization_id = $1 AND a.id = $2`;

/** Reads the rounds that are left: their stages by one statement, all their meetings by one more. */
export async function readLoop(
  uow: UnitOfWork,
  organizationId: Id,
  applicationId: Id,
  window: Interval,
  personId: Id | null,
  now: Date,
): Promise<LoopSeen | null> {
  const [row] = await uow.read<Row>(organizationId, NAME, SQL, [organizationId, applicationId, now]);
  return row ? seen(row, applicationId, (wanted) => readMeetings(uow, organizationId, wanted, window, personId)) : null;
}

/** The same inside a transaction, after the application has been locked. */
export async function loadLoop(tx: Tx, applicationId: Id, window: Interval, personId: Id | null): Promise<LoopSeen | null> {
  const [row] = await tx.query<Row>(NAME, SQL, [tx.organizationId, applicationId, tx.now]);
  return row ? seen(row, applicationId, (wanted) => loadMeetings(tx, wanted, window, personId)) : null;
}

async function seen(
  { stages, request }: Row,
  applicationId: Id,
  meetingsOf: (wanted: readonly MeetingWanted[]) => Promise<(MeetingSeen | null)[]>,
): Promise<LoopSeen | null> {
  const held = (stages ?? []).filter(({ kind }) => kind !== 'TAKE_HOME');
  const stageIds = held.length > 0 ? held.map(({ id }) => id) : [null];
  const meetings = await meetingsOf(stageIds.map((stageId) => ({ applicationId, stageId })));
  const found = meetings.filter((one) => one !== null);
  if (found.length < meetings.length) return null;
  return {
    stages: stages ?? [],
    request,
    meetings: held.length > 0 ? found.map(({ meeting }) => meeting) : [],
    teamRoles: found[0]!.teamRoles,
  };
}
