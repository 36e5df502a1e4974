import { Inject, Injectable } from '@nestjs/common';
import { Links, may, personIdOf } from '#libs/identity/index.js';
import { formatInZone, isId, type Actor, type CandidateActor, type Clock, type Id, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import type { SeatAnswer } from '../domain/meeting.js';
import { selectInterviews, type InterviewRow } from '../persistence/read-interviews.js';
import { opensInterviewsOf } from './find-slots.js';

export type { InterviewRow as InterviewSeen } from '../persistence/read-interviews.js';

const BY_ID = selectInterviews('i.id = ANY ($3)');
const OF_APPLICATIONS = `${selectInterviews('i.application_id = ANY ($3)')} ORDER BY lower(i.during), i.id LIMIT 1000`;
const MINE = `EXISTS (SELECT FROM interview_seats m WHERE m.organization_id = $1 AND m.interview_id = i.id AND m.person_id = $2 AND m.state <> 'CANCELLED')`;
const UPCOMING = `${selectInterviews(
  `${MINE} AND i.state = 'CONFIRMED' AND upper(i.during) > $3 AND ($4::timestamptz IS NULL OR (lower(i.during), i.id) > ($4, $5::uuid))`,
)} ORDER BY lower(i.during), i.id LIMIT $6`;
const PAST = `${selectInterviews(
  `${MINE} AND i.state <> 'HELD' AND (i.state <> 'CONFIRMED' OR upper(i.during) <= $3) AND ($4::timestamptz IS NULL OR (lower(i.during), i.id) < ($4, $5::uuid))`,
)} ORDER BY lower(i.during) DESC, i.id DESC LIMIT $6`;

/** An interview for its interviewer: their own seat and the link to their kit. */
export interface OwnInterview {
  readonly interview: InterviewRow;
  readonly interviewSeatId: Id;
  readonly answer: SeatAnswer;
  readonly kitUrl: string;
}

/** An interview as its candidate sees it: no answers, no addresses, no ids of people. */
export interface CandidateInterviewSeen {
  readonly id: Id;
  readonly version: number;
  readonly stageId: Id;
  readonly stageName: string;
  readonly state: InterviewRow['state'];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly said: string;
  readonly meetingUrl: string | null;
  readonly interviewers: readonly { readonly name: string; readonly title: string }[];
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
}

/** Reads of interviews; each is one statement and shows only what the actor may see. */
@Injectable()
export class Interviews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the ids that the actor may see, in the order asked; null for the others. */
  async byIds(actor: StaffActor, ids: readonly Id[]): Promise<(InterviewRow | null)[]> {
    const rows = await this.read(actor, 'interviews-by-id', BY_ID, ids.filter(isId));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** All interviews of each application, earliest first; empty where the actor may not see it. */
  async ofApplications(actor: StaffActor, applicationIds: readonly Id[]): Promise<InterviewRow[][]> {
    const rows = await this.read(actor, 'interviews-of-applications', OF_APPLICATIONS, applicationIds.filter(isId));
    return applicationIds.map((id) => rows.filter((row) => row.application_id === id));
  }

  /** Where the person sits: coming ones by time, or past ones latest first. `after` are start and id of the last one seen; answers one more than `first`. */
  async ofPerson(
    actor: StaffActor,
    past: boolean,
    after: readonly [string, string] | null,
    first: number,
  ): Promise<OwnInterview[]> {
    const now = this.clock.now();
    const rows = await this.uow.read<InterviewRow>(
      actor.organizationId,
      past ? 'my-past-interviews' : 'my-interviews',
      past ? PAST : UPCOMING,
      [actor.organizationId, actor.personId, now, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
    return rows.map((interview) => {
      const mine = interview.seats.find(({ personId }) => personId === actor.personId)!;
      const kitUrl = this.links.kit(actor.organizationId, mine.id, now);
      return { interview, interviewSeatId: mine.id, answer: mine.answer, kitUrl };
    });
  }

  /** The candidate's own interviews of the application that their link is for, earliest first; none for a link that hands work in. */
  async ofCandidate(actor: CandidateActor): Promise<CandidateInterviewSeen[]> {
    if (!opensInterviewsOf(actor, actor.applicationId)) return [];
    const rows = await this.uow.read<InterviewRow>(actor.organizationId, 'interviews-of-applications', OF_APPLICATIONS, [
      actor.organizationId,
      null,
      [actor.applicationId],
    ]);
    const now = this.clock.now();
    return rows.map((row) => forCandidate(row, now));
  }

  private async read(actor: Actor, name: string, sql: string, ids: readonly Id[]): Promise<InterviewRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.uow.read<InterviewRow>(actor.organizationId, name, sql, [
      actor.organizationId,
      personIdOf(actor),
      ids,
    ]);
    return rows.filter((row) => may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat }));
  }
}

function forCandidate(row: InterviewRow, now: Date): CandidateInterviewSeen {
  const toCome = (row.state === 'HELD' || row.state === 'CONFIRMED') && row.starts_at.getTime() > now.getTime();
  return {
    id: row.id,
    version: row.version,
    stageId: row.stage_id,
    stageName: row.stage_name,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.candidate_zone,
    said: formatInZone(row.starts_at, row.candidate_zone),
    meetingUrl: toCome ? row.meeting_url : null,
    interviewers: row.seats.map(({ name, title }) => ({ name, title })),
    mayMove: toCome && row.self_schedule && (row.in_stage || row.is_ahead),
    mayCancel: toCome,
  };
}
