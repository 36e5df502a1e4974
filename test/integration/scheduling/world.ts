import { signLink, type LinkPurpose } from '#libs/identity/index.js';
import { newId, type CandidateActor, type Id, type Result, type Weekday } from '#libs/kernel/index.js';
import { BookInterview, CancelInterview, FindSlots, RescheduleInterview } from '#libs/scheduling/index.js';
import type { Credentials, TestApi, TestPerson } from '../../support/api.js';
import {
  buildApplication,
  buildCandidate,
  buildPool,
  buildPosting,
  type BuiltPosting,
  type StageFields,
} from '../../support/builders.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WORKDAYS: Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI'];

/** The use cases as Nest made them. */
export function doors(api: TestApi) {
  return {
    find: api.app.get(FindSlots),
    book: api.app.get(BookInterview),
    reschedule: api.app.get(RescheduleInterview),
    cancel: api.app.get(CancelInterview),
  };
}

/** An application that waits in an interview stage whose seats each have a pool. */
export interface World {
  readonly organizationId: Id;
  readonly posting: BuiltPosting;
  readonly stageId: Id;
  readonly seatIds: readonly Id[];
  readonly poolIds: readonly Id[];
  readonly recruiter: TestPerson;
  /** Interviewers, pool by pool. */
  readonly pools: readonly (readonly TestPerson[])[];
  readonly application: { readonly id: Id; readonly candidateId: Id };
  readonly candidate: CandidateActor;
}

export interface WorldFields {
  /** How many members each seat's pool has; one entry a seat. */
  readonly pools?: readonly number[];
  readonly stage?: StageFields;
  readonly coreHours?: { start: string; end: string; zone: string; days: string[] } | null;
  readonly hours?: { zone: string; starts: string; ends: string };
  readonly candidateZone?: string;
}

export async function buildWorld(api: TestApi, fields: WorldFields = {}): Promise<World> {
  const organizationId = await api.newOrganization();
  const recruiter = await api.newPerson(organizationId, 'RECRUITER');
  const pools: TestPerson[][] = [];
  const poolIds: Id[] = [];
  for (const [at, size] of (fields.pools ?? [1]).entries()) {
    const people: TestPerson[] = [];
    for (let i = 0; i < size; i += 1)
      people.push(await api.newPerson(organizationId, 'INTERVIEWER', { name: `Member ${at}.${i}` }));
    pools.push(people);
    const hours = fields.hours ?? { zone: 'UTC', starts: '09:00', ends: '17:00' };
    poolIds.push(
      await buildPool(
        api.owner,
        organizationId,
        `Pool ${at}`,
        people.map(({ id }) => id),
        hours,
      ),
    );
  }
  const seats = poolIds.map((poolId, at) => ({ role: `role ${at}`, poolId }));
  const posting = await buildPosting(api.owner, organizationId, {
    coreHours: fields.coreHours ?? null,
    stages: [
      { name: 'Interview', kind: 'PANEL', durationMin: 60, selfSchedule: true, seats, ...fields.stage },
      { name: 'Offer', kind: 'OFFER', durationMin: null },
    ],
  });
  const stage = posting.stages[0]!;
  const world = { organizationId, posting, stageId: stage.id, seatIds: stage.seatIds, poolIds, recruiter, pools };
  return { ...world, ...(await newApplicant(api, world, fields.candidateZone)) };
}

/** Another candidate who waits in the world's stage with an open request. */
export async function newApplicant(
  api: TestApi,
  world: Pick<World, 'organizationId' | 'posting' | 'stageId'>,
  zone = 'UTC',
  candidateId?: Id,
): Promise<Pick<World, 'application' | 'candidate'>> {
  const { organizationId, posting, stageId } = world;
  const id = candidateId ?? (await buildCandidate(api.owner, organizationId, { zone }));
  const application = await buildApplication(api.owner, organizationId, posting, { candidateId: id, stageId });
  await api.owner.query(
    `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, created_at, expires_at)
     VALUES ($1, $2, $3, $4, 1, now(), now() + interval '20 years')`,
    [organizationId, newId(), application.id, stageId],
  );
  const candidate: CandidateActor = { kind: 'candidate', organizationId, applicationId: application.id, candidateId: id };
  return { application, candidate };
}

/** The credentials of the candidate's link. */
export function linkOf(
  api: TestApi,
  { organizationId, applicationId }: CandidateActor,
  purpose: LinkPurpose = 'schedule',
): Credentials {
  const link = { purpose, organizationId, subjectId: applicationId, epoch: 0, expiresAt: new Date(Date.now() + DAY_MS) };
  return { link: [purpose, signLink(api.config.secret, link)] };
}

/** The value, or a failure that shows the refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** The refusal's code, or "ok". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

/** How many pairs of seats of one person overlap among those that hold; must always be 0. */
export async function doubleBookings(api: TestApi): Promise<number> {
  const { rows } = await api.owner.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM interview_seats a JOIN interview_seats b ON a.organization_id = b.organization_id AND a.person_id = b.person_id AND a.id < b.id
      WHERE a.state IN ('HELD', 'CONFIRMED') AND b.state IN ('HELD', 'CONFIRMED') AND a.during && b.during`,
  );
  return rows[0]!.count;
}

/** The events of an application in the outbox, oldest first. */
export async function eventsOf(
  api: TestApi,
  applicationId: Id,
): Promise<{ name: string; payload: Record<string, unknown>; not_before: Date }[]> {
  const { rows } = await api.owner.query(
    'SELECT name, payload, not_before FROM outbox_events WHERE subject_id = $1 ORDER BY id',
    [applicationId],
  );
  return rows;
}
