import { WEEKDAYS, isZone, type Id, type Interval, type TeamRole, type WeeklyRule } from '#libs/kernel/index.js';
import type { Tx, UnitOfWork } from '#libs/platform/index.js';
import { documentOverlaps, type DocumentOverlap } from '../domain/document-hours.js';
import type { OnCallTurn } from '../domain/hours.js';
import type { Interviewer, Meeting, MeetingSeat, OpenInterview } from '../domain/meeting.js';
import { lawOf, type SaidRules } from '../domain/scheduling-law.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { LOAD_MEETING, LOAD_MEETINGS } from './meeting-statement.js';

/** A meeting, and how the person who asks stands to it. */
export interface MeetingSeen {
  readonly meeting: Meeting;
  readonly teamRoles: readonly TeamRole[];
}

const DAY_MS = 86_400_000;
const NAME = 'load-meeting';
const NAME_OF_MANY = 'load-meetings';
type Span = readonly [number, number];

interface Row {
  id: Id;
  posting_id: Id;
  candidate_id: Id;
  status: Meeting['status'];
  application_version: number;
  candidate_zone: string;
  organization_zone: string;
  core_hours: WeeklyRule | null;
  shared_hours: DocumentOverlap[];
  stage: Meeting['stage'];
  request: Meeting['request'];
  interview: OpenInterview | null;
  seats: MeetingSeat[];
  people: {
    personId: Id;
    name: string;
    zone: string;
    hours: WeeklyRule[] | null;
    exceptions: { from: string; to: string; starts: string | null; ends: string | null }[] | null;
    turns: OnCallTurn[] | null;
    limits: {
      perDay: number | null;
      perWeek: number | null;
      rest_min: number;
      before_min: number | null;
      after_min: number | null;
      meetingUrl: string | null;
    } | null;
    blocks: Span[] | null;
    /** What is blocked, whether it still is, and the interview itself. */
    seats: (readonly [number, number, boolean, number, number])[] | null;
    hasMet: boolean;
  }[];
  rules: (SaidRules & { ofPosting: boolean })[] | null;
  wished: Span[] | null;
  candidate_busy: Span[];
  team_roles: TeamRole[];
}

/** What stands for an application that is not there. */
interface NoRow {
  id: null;
}

/** Reads a meeting, of the present stage or another one of the plan, for the times in `window`; null when the organisation has no such application. */
export async function readMeeting(
  uow: UnitOfWork,
  organizationId: Id,
  applicationId: Id,
  window: Interval,
  personId: Id | null,
  stageId: Id | null = null,
): Promise<MeetingSeen | null> {
  const values = params(organizationId, applicationId, window, personId, stageId);
  const [row] = await uow.read<Row>(organizationId, NAME, LOAD_MEETING, values);
  return row ? seen(row) : null;
}

/** The same inside a transaction, on what is committed now: call it after the application has been locked. */
export async function loadMeeting(
  tx: Tx,
  applicationId: Id,
  window: Interval,
  personId: Id | null,
  stageId: Id | null = null,
): Promise<MeetingSeen | null> {
  const values = params(tx.organizationId, applicationId, window, personId, stageId);
  const [row] = await tx.query<Row>(NAME, LOAD_MEETING, values);
  return row ? seen(row) : null;
}

/** A meeting that is wanted: of the application's present stage, or of another one of its plan. */
export interface MeetingWanted {
  readonly applicationId: Id;
  readonly stageId: Id | null;
}

/** Reads many meetings by one statement, in the order in which they are named; null for those the organisation does not have. */
export async function readMeetings(
  uow: UnitOfWork,
  organizationId: Id,
  wanted: readonly MeetingWanted[],
  window: Interval,
  personId: Id | null,
): Promise<(MeetingSeen | null)[]> {
  const values = paramsOfMany(organizationId, wanted, window, personId);
  return (await uow.read<Row | NoRow>(organizationId, NAME_OF_MANY, LOAD_MEETINGS, values)).map(seenOrNot);
}

/** The same inside a transaction, after the applications have been locked. */
export async function loadMeetings(
  tx: Tx,
  wanted: readonly MeetingWanted[],
  window: Interval,
  personId: Id | null,
): Promise<(MeetingSeen | null)[]> {
  const values = paramsOfMany(tx.organizationId, wanted, window, personId);
  return (await tx.query<Row | NoRow>(NAME_OF_MANY, LOAD_MEETINGS, values)).map(seenOrNot);
}

function paramsOfMany(organizationId: Id, wanted: readonly MeetingWanted[], window: Interval, personId: Id | null): unknown[] {
  const ids = wanted.map(({ applicationId }) => applicationId);
  const stageIds = wanted.map(({ stageId }) => stageId);
  return params(organizationId, ids, window, personId, stageIds);
}

function params(organizationId: Id, applications: unknown, window: Interval, personId: Id | null, stages: unknown): unknown[] {
  // Whole weeks, in any zone.
  const from = new Date(window.start_ms - 8 * DAY_MS);
  const to = new Date(window.end_ms + 8 * DAY_MS);
  return [organizationId, applications, from, to, personId, stages];
}

function seenOrNot(row: Row | NoRow): MeetingSeen | null {
  return row.id === null ? null : seen(row);
}

function seen(row: Row): MeetingSeen {
  const coreHours = row.core_hours && coreHoursRule(row.core_hours);
  const said = (ofPosting: boolean) => row.rules?.find((rules) => rules.ofPosting === ofPosting) ?? null;
  const law = lawOf(said(false), said(true));
  const meeting: Meeting = {
    applicationId: row.id,
    postingId: row.posting_id,
    candidateId: row.candidate_id,
    status: row.status,
    version: row.application_version,
    stage: row.stage,
    coreHours,
    law: { ...law, overlaps: [...law.overlaps, ...documentOverlaps(row.shared_hours)] },
    candidateWindows: row.wished && row.wished.length > 0 ? row.wished.map(interval) : null,
    zone: knownZone(coreHours?.zone ?? row.organization_zone),
    candidateZone: knownZone(row.candidate_zone),
    candidateBusy: row.candidate_busy.map(interval),
    request: row.request,
    interview: row.interview,
    seats: row.seats,
    interviewers: new Map(row.people.map((person): [Id, Interviewer] => [person.personId, interviewer(person)])),
  };
  return { meeting, teamRoles: row.team_roles };
}

function interviewer(person: Row['people'][number]): Interviewer {
  const { personId, hours, hasMet, limits } = person;
  const zone = knownZone(person.zone);
  const seats = person.seats ?? [];
  return {
    personId,
    name: person.name,
    zone,
    weeklyHours: hours,
    blocks: (person.blocks ?? []).map(interval),
    interviews: seats.filter(([, , open]) => open).map(([start_ms, end_ms]) => ({ start_ms, end_ms })),
    load: seats.map(([, , , start_ms, end_ms]) => ({ start_ms, end_ms })),
    exceptions: (person.exceptions ?? []).map(({ from, to, starts, ends }) => ({
      zone,
      from,
      to,
      hours: starts !== null && ends !== null ? { start: starts, end: ends } : null,
    })),
    turns: person.turns ?? [],
    limits: { zone, perDay: limits?.perDay ?? null, perWeek: limits?.perWeek ?? null, rest_min: limits?.rest_min ?? 0 },
    buffers: {
      before_min: limits?.before_min ?? SCHEDULING.buffer_min,
      after_min: limits?.after_min ?? SCHEDULING.buffer_min,
    },
    meetingUrl: limits?.meetingUrl ?? null,
    hasMet,
  };
}

/** Doors refuse unknown zones; should a machine know fewer than the one that let them in, UTC is shown rather than nothing. */
function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/** A document that names no days means Monday to Friday. */
function coreHoursRule({ zone, start, end, days }: WeeklyRule): WeeklyRule {
  return { zone, start, end, days: Array.isArray(days) && days.length > 0 ? days : WEEKDAYS.slice(0, 5) };
}

function interval([start_ms, end_ms]: Span): Interval {
  return { start_ms, end_ms };
}
