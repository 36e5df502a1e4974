import { newId, type CandidateActor, type Id, type Result } from '#libs/kernel/index.js';
import { BookInterview, CancelInterview, HoldTime, RescheduleInterview } from '#libs/scheduling/index.js';
import type { TestApi } from '../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting } from '../support/builders.js';

export interface BookingRunOptions {
  readonly attempts: number;
  readonly seed: number;
  /** Candidates who try at the same time. */
  readonly clients?: number;
}

/** What a run counted; everything below `attempts` and `answers` must be 0. */
export interface BookingCounts {
  readonly seed: number;
  readonly attempts: number;
  readonly seconds: number;
  /** How often each answer was given. */
  readonly answers: Readonly<Record<string, number>>;
  /** Pairs of interviews of one person, or of one candidate, that overlap. */
  readonly overlaps: number;
  /** Acknowledged bookings, moves and cancellations that the database does not show. */
  readonly lost: number;
  /** Interviews without a person for each seat, with one person in two, or with seats at another time than the interview's. */
  readonly torn: number;
  /** Days on which somebody holds more interviews than they take. */
  readonly overLimit: number;
  /** Errors that reached a caller, deadlocks among them. */
  readonly errors: number;
  readonly firstError: string | null;
}

const PEOPLE = 8;
const PER_DAY = 3;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface Candidate {
  readonly actor: CandidateActor;
  /** What was acknowledged last. */
  open: { readonly interviewId: Id; readonly start_ms: number } | null;
}

/** Candidates of several postings book, hold, move and cancel at few times with few people, whose panels name them in every order. */
export async function runBookingRaces(api: TestApi, options: BookingRunOptions): Promise<BookingCounts> {
  const random = mulberry32(options.seed);
  const organizationId = await api.newOrganization();
  const candidates = await buildCandidates(api, organizationId, random, (options.clients ?? 32) * 2);
  const first_ms = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 3 * DAY_MS;
  const times = Array.from({ length: 12 }, (_, at) => first_ms + Math.floor(at / 4) * DAY_MS + (9 + (at % 4) * 1.5) * HOUR_MS);
  const answers: Record<string, number> = {};
  const failures: string[] = [];
  const began = Date.now();
  let left = options.attempts;
  const idle = [...candidates];
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const [candidate] = idle.splice(Math.floor(random() * idle.length), 1);
      const start_ms = times[Math.floor(random() * times.length)]!;
      try {
        const code = await attempt(api, candidate!, start_ms, random());
        answers[code] = (answers[code] ?? 0) + 1;
      } catch (error) {
        failures.push(String(error));
      }
      idle.push(candidate!);
    }
  };
  await Promise.all(Array.from({ length: options.clients ?? 32 }, client));
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const found = { ...(await contradictions(api, organizationId)), lost: await lost(api, candidates) };
  const counted = { seed: options.seed, attempts: options.attempts, seconds, answers };
  return { ...counted, ...found, errors: failures.length, firstError: failures[0] ?? null };
}

/** One thing that a candidate tries; answers the refusal's code, or "ok". */
async function attempt(api: TestApi, candidate: Candidate, start_ms: number, chance: number): Promise<string> {
  const { actor, open } = candidate;
  const startsAt = new Date(start_ms);
  if (open === null) {
    if (chance < 0.2) return codeOf(await api.app.get(HoldTime).hold(actor, { startsAt }));
    const booked = await api.app.get(BookInterview).execute(actor, { startsAt });
    if (booked.ok) candidate.open = { interviewId: booked.value.interviewId, start_ms };
    return codeOf(booked);
  }
  const { interviewId } = open;
  if (chance < 0.5) {
    const cancelled = await api.app.get(CancelInterview).execute(actor, { interviewId });
    if (cancelled.ok) candidate.open = null;
    return codeOf(cancelled);
  }
  const moved = await api.app.get(RescheduleInterview).execute(actor, { interviewId, startsAt });
  if (moved.ok) candidate.open = { interviewId, start_ms };
  return codeOf(moved);
}

async function buildCandidates(api: TestApi, organizationId: Id, random: () => number, count: number): Promise<Candidate[]> {
  const people: Id[] = [];
  for (let i = 0; i < PEOPLE; i += 1)
    people.push((await api.newPerson(organizationId, 'INTERVIEWER', { name: `Member ${i}` })).id);
  const hours = { zone: 'UTC', starts: '08:00', ends: '18:00' };
  await api.owner.query(
    `INSERT INTO interviewer_limits (organization_id, person_id, per_day, rest_min) SELECT $1, id, $3, 0 FROM unnest($2::uuid[]) AS id`,
    [organizationId, people.slice(0, PEOPLE / 2), PER_DAY],
  );
  const postings = [];
  for (const seats of [1, 2, 2, 3]) {
    const pools: Id[] = [];
    for (let seat = 0; seat < seats; seat += 1) {
      const members = [...people].sort(() => random() - 0.5).slice(0, 4);
      pools.push(
        await buildPool(api.owner, organizationId, newId(), members, postings.length === 0 && seat === 0 ? hours : undefined),
      );
    }
    const days = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
    const coreHours = { start: '08:00', end: '18:00', zone: 'UTC', days };
    const stages = [
      {
        kind: 'PANEL' as const,
        durationMin: 60,
        selfSchedule: true,
        seats: pools.map((poolId, at) => ({ role: `seat ${at}`, poolId })),
      },
    ];
    postings.push(await buildPosting(api.owner, organizationId, { stages, coreHours }));
  }
  await api.owner.query('DELETE FROM weekly_hours WHERE organization_id = $1', [organizationId]);
  const candidates: Candidate[] = [];
  for (let i = 0; i < count; i += 1) {
    const posting = postings[i % postings.length]!;
    const stageId = posting.stages[0]!.id;
    const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'UTC' });
    const { id } = await buildApplication(api.owner, organizationId, posting, { candidateId, stageId });
    await api.owner.query(
      `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 1, now(), now() + interval '1 year')`,
      [organizationId, newId(), id, stageId],
    );
    candidates.push({ actor: { kind: 'candidate', organizationId, applicationId: id, candidateId }, open: null });
  }
  return candidates;
}

async function contradictions(api: TestApi, organizationId: Id): Promise<Pick<BookingCounts, 'overlaps' | 'torn' | 'overLimit'>> {
  const { rows } = await api.owner.query<Pick<BookingCounts, 'overlaps' | 'torn' | 'overLimit'>>(
    `WITH held AS (SELECT s.*, i.during AS meeting, i.candidate_id FROM interview_seats s JOIN interviews i ON i.id = s.interview_id
                    WHERE s.organization_id = $1 AND s.state IN ('HELD', 'CONFIRMED'))
     SELECT (SELECT count(*)::int FROM held a JOIN held b ON a.id < b.id AND a.interview_id <> b.interview_id
              WHERE a.person_id = b.person_id AND a.during && b.during OR a.candidate_id = b.candidate_id AND a.meeting && b.meeting) AS overlaps,
            (SELECT count(*)::int FROM (
               SELECT i.id FROM interviews i JOIN stage_seats e ON e.stage_id = i.stage_id LEFT JOIN held h ON h.interview_id = i.id AND h.seat_id = e.id
                WHERE i.organization_id = $1 AND i.state IN ('HELD', 'CONFIRMED') GROUP BY i.id
               HAVING count(h.id) <> count(e.id) OR count(DISTINCT h.person_id) <> count(e.id) OR NOT bool_and(h.during @> i.during)) AS x) AS torn,
            (SELECT count(*)::int FROM (
               SELECT h.person_id FROM held h JOIN interviewer_limits l ON l.person_id = h.person_id
                GROUP BY h.person_id, (lower(h.meeting) AT TIME ZONE 'UTC')::date, l.per_day HAVING count(*) > l.per_day) AS y) AS "overLimit"`,
    [organizationId],
  );
  return rows[0]!;
}

async function lost(api: TestApi, candidates: readonly Candidate[]): Promise<number> {
  const { rows } = await api.owner.query<{ id: Id; application_id: Id; at: Date }>(
    `SELECT id, application_id, lower(during) AS at FROM interviews WHERE application_id = ANY ($1) AND state = 'CONFIRMED'`,
    [candidates.map(({ actor }) => actor.applicationId)],
  );
  const shown = new Map(rows.map((row) => [row.application_id, row]));
  return candidates.filter(({ actor, open }) => {
    const row = shown.get(actor.applicationId);
    return row?.id !== open?.interviewId || row?.at.getTime() !== open?.start_ms;
  }).length;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

/** A small random generator with a seed, so that a run can be seen again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
