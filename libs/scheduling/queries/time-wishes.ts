import { Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import { formatInZone, type CandidateActor, type Id, type StaffActor, type TeamRole } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { opensInterviewsOf } from './find-slots.js';

/** Times that a candidate named and that wait for the team. */
export interface TimeWishSeen {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidateName: string;
  readonly stageName: string;
  readonly zone: string;
  readonly windows: readonly { readonly startsAt: string; readonly endsAt: string; readonly said: string }[];
  readonly note: string;
  readonly saidAt: string;
}

/** What a candidate holds and has named, for their own page. */
export interface OwnChoice {
  readonly held: { readonly startsAt: string; readonly heldUntil: string } | null;
  /** The times of several rounds, held together. */
  readonly heldLoop: {
    readonly rounds: readonly { readonly stageName: string; readonly startsAt: string }[];
    readonly heldUntil: string;
  } | null;
  readonly named: Pick<TimeWishSeen, 'zone' | 'windows' | 'note'> | null;
}

interface Row extends Omit<TimeWishSeen, 'windows' | 'saidAt'> {
  readonly windows: readonly (readonly [number, number])[];
  readonly saidAt: Date;
  readonly teamRoles: TeamRole[];
}

const MOST = 200;

/** Reads of what candidates have named. */
@Injectable()
export class TimeWishes {
  constructor(private readonly uow: UnitOfWork) {}

  /** Open ones that the actor may schedule for, oldest first, at most 200. */
  async open(actor: StaffActor): Promise<TimeWishSeen[]> {
    const rows = await this.uow.read<Row>(
      actor.organizationId,
      'open-time-wishes',
      `SELECT w.application_id AS "applicationId", a.posting_id AS "postingId", p.title AS "postingTitle", c.name AS "candidateName", st.name AS "stageName",
              w.zone, w.windows, w.note, w.said_at AS "saidAt",
              ${standingIn('a.posting_id', '$2')} AS "teamRoles"
         FROM time_wishes w
         JOIN applications a ON a.organization_id = $1 AND a.id = w.application_id AND a.status = 'ACTIVE' AND a.stage_id = w.stage_id
         JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
         JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
         JOIN plan_stages st ON st.organization_id = $1 AND st.id = w.stage_id
        WHERE w.organization_id = $1 AND w.state = 'OPEN' ORDER BY w.said_at, w.id`,
      [actor.organizationId, actor.personId],
    );
    return rows
      .filter(({ teamRoles }) => may(actor, 'interview.schedule', { teamRoles }))
      .slice(0, MOST)
      .map(({ teamRoles: _, saidAt, ...row }) => ({ ...row, saidAt: saidAt.toISOString(), windows: said(row) }));
  }

  /** The candidate's own: the time they hold, and the times they named. */
  async own(actor: CandidateActor): Promise<OwnChoice> {
    if (!opensInterviewsOf(actor, actor.applicationId)) return { held: null, heldLoop: null, named: null };
    const [row] = await this.uow.read<{
      held: { startsAt: string; heldUntil: string; stageName: string; present: boolean }[] | null;
      named: Pick<Row, 'zone' | 'windows' | 'note'> | null;
    }>(
      actor.organizationId,
      'own-choice',
      `SELECT (SELECT json_agg(json_build_object('startsAt', lower(i.during), 'heldUntil', i.held_until, 'stageName', st.name,
                                                 'present', i.stage_id IS NOT DISTINCT FROM a.stage_id) ORDER BY lower(i.during))
                 FROM interviews i JOIN plan_stages st ON st.organization_id = $1 AND st.id = i.stage_id
                WHERE i.organization_id = $1 AND i.application_id = a.id AND i.state = 'HELD') AS held,
              (SELECT json_build_object('zone', w.zone, 'windows', w.windows, 'note', w.note) FROM time_wishes w
                WHERE w.organization_id = $1 AND w.application_id = a.id AND w.stage_id = a.stage_id AND w.state = 'OPEN') AS named
         FROM applications a WHERE a.organization_id = $1 AND a.id = $2`,
      [actor.organizationId, actor.applicationId],
    );
    const held = (row?.held ?? []).map((one) => ({ ...one, startsAt: iso(one.startsAt), heldUntil: iso(one.heldUntil) }));
    const named = row?.named ? { ...row.named, windows: said(row.named) } : null;
    const [first] = held;
    if (!first) return { held: null, heldLoop: null, named };
    const { startsAt, heldUntil } = first;
    if (held.length === 1 && first.present) return { held: { startsAt, heldUntil }, heldLoop: null, named };
    return {
      held: null,
      heldLoop: { rounds: held.map(({ stageName, startsAt: at }) => ({ stageName, startsAt: at })), heldUntil },
      named,
    };
  }
}

function iso(text: string): string {
  return new Date(text).toISOString();
}

function said({ windows, zone }: Pick<Row, 'zone' | 'windows'>): TimeWishSeen['windows'] {
  return windows.map(([start_ms, end_ms]) => ({
    startsAt: new Date(start_ms).toISOString(),
    endsAt: new Date(end_ms).toISOString(),
    said: `${formatInZone(start_ms, zone)} until ${formatInZone(end_ms, zone)}`,
  }));
}
