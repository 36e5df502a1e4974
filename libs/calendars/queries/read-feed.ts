import { Inject, Injectable } from '@nestjs/common';
import { may, readToken, standingIn } from '#libs/identity/index.js';
import type { Clock, Id, Role, TeamRole } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, UnitOfWork, type RunningConfig } from '#libs/platform/index.js';
import { feedCalendar, type FeedInterview } from '../domain/feed.js';

interface Row {
  readonly ownerId: Id;
  readonly ownerName: string;
  readonly role: Role;
  readonly postingId: Id | null;
  readonly postingTitle: string | null;
  readonly teamRoles: TeamRole[];
  readonly interviews:
    | (Omit<FeedInterview, 'startsAt' | 'endsAt' | 'changedAt' | 'page'> & {
        readonly applicationId: Id;
        readonly startsAt: string;
        readonly endsAt: string;
        readonly createdAt: string;
      })[]
    | null;
}

/** What an address shows: interviews of the last month and all to come, of its owner's seats or of a posting that they still may see. $4 the beginning. */
const FEED = `
SELECT f.owner_id AS "ownerId", p.name AS "ownerName", p.role, f.posting_id AS "postingId", o.title AS "postingTitle",
       ${standingIn('f.posting_id', 'p.id')} AS "teamRoles",
       (SELECT json_agg(json_build_object('id', i.id, 'applicationId', i.application_id, 'sequence', i.sequence, 'startsAt', lower(i.during), 'endsAt', upper(i.during),
                 'createdAt', i.created_at, 'stageName', st.name, 'postingTitle', t.title, 'candidateName', c.name, 'meetingUrl', i.meeting_url,
                 'interviewers', ARRAY(SELECT x.name FROM interview_seats s JOIN people x ON x.organization_id = $1 AND x.id = s.person_id
                                        WHERE s.organization_id = $1 AND s.interview_id = i.id AND s.state <> 'CANCELLED' ORDER BY x.name)) ORDER BY lower(i.during), i.id)
          FROM interviews i
          JOIN applications a ON a.organization_id = $1 AND a.id = i.application_id
          JOIN postings t ON t.organization_id = $1 AND t.id = a.posting_id
          JOIN plan_stages st ON st.organization_id = $1 AND st.id = i.stage_id
          JOIN candidates c ON c.organization_id = $1 AND c.id = i.candidate_id
         WHERE i.organization_id = $1 AND i.state IN ('CONFIRMED', 'COMPLETED') AND upper(i.during) > $3
           AND CASE WHEN f.posting_id IS NULL
                    THEN EXISTS (SELECT FROM interview_seats s WHERE s.organization_id = $1 AND s.interview_id = i.id AND s.person_id = p.id AND s.state <> 'CANCELLED')
                    ELSE a.posting_id = f.posting_id END) AS interviews
  FROM calendar_feeds f
  JOIN people p ON p.organization_id = $1 AND p.id = f.owner_id AND p.status = 'ACTIVE'
  LEFT JOIN postings o ON o.organization_id = $1 AND o.id = f.posting_id
 WHERE f.organization_id = $1 AND f.token_hash = $2`;

const PAST_MS = 31 * 86_400_000;

/** Reads a private calendar by its address, in one statement. Nobody is signed in: the address is the key, and its owner's rights are asked each time. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /** The calendar's text; null for an address that opens nothing any more. */
  async execute(token: string): Promise<string | null> {
    const known = readToken(token);
    if (!known) return null;
    const { organizationId, hash } = known;
    const from = new Date(this.clock.now().getTime() - PAST_MS);
    const [feed] = await this.uow.read<Row>(organizationId, 'calendar-feed', FEED, [organizationId, hash, from]);
    if (!feed) return null;
    const owner = { kind: 'staff' as const, organizationId, personId: feed.ownerId, role: feed.role };
    if (feed.postingId !== null && !may(owner, 'board.read', { teamRoles: feed.teamRoles })) return null;
    const name = feed.postingId === null ? `Interviews of ${feed.ownerName}` : `Interviews: ${feed.postingTitle ?? ''}`;
    const interviews = (feed.interviews ?? []).map(({ applicationId, startsAt, endsAt, createdAt, ...one }): FeedInterview => {
      const dates = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), changedAt: new Date(createdAt) };
      return { ...one, ...dates, page: `${this.config.publicUrl}/applications/${applicationId}` };
    });
    return feedCalendar(name, new URL(this.config.publicUrl).hostname, interviews);
  }
}
