import { Injectable } from '@nestjs/common';
import { type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, isOpenTo, isHiddenCandidate } from '#libs/identity/index.js';
import type { ApplicationStatus } from '#libs/pipeline/index.js';
import { UnitOfWork, pageSize } from '#libs/platform/index.js';
import type { KnownContact } from '../domain/contact.js';
import type { AttachmentKind } from '../domain/stored-file.js';
import { isStorable } from '../domain/text.js';
import { HAS_SEAT, TEAM_ROLES_OF } from './application.js';

export interface CandidateApplication {
  readonly id: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly status: ApplicationStatus;
  readonly stageName: string | null;
  readonly appliedAt: string;
}

export interface CandidateView extends KnownContact {
  readonly id: Id;
  readonly email: string;
  readonly version: number;
  readonly createdAt: string;
  readonly mergedIntoId: Id | null;
  readonly applications: CandidateApplication[];
  readonly attachments: {
    id: Id;
    kind: AttachmentKind;
    fileName: string;
    contentType: string;
    sizeBytes: number;
    createdAt: string;
  }[];
}

type RelatedApplication = CandidateApplication & { readonly teamRoles: TeamRole[] | null; readonly hasSeat: boolean };
type CandidateRow = Omit<CandidateView, 'applications' | 'attachments'> & {
  applications: RelatedApplication[] | null;
  attachments: (CandidateView['attachments'][number] & { applicationId: Id | null })[] | null;
};

const CANDIDATE = `
SELECT c.id, c.version, c.name, c.email, c.phone, c.location, c.country, c.zone, c.language, c.links, c.merged_into_id AS "mergedIntoId",
       to_json(c.created_at) #>> '{}' AS "createdAt",
       (SELECT json_agg(json_build_object('id', a.id, 'postingId', a.posting_id, 'postingTitle', p.title, 'status', a.status, 'stageName', s.name,
                 'appliedAt', a.applied_at, 'teamRoles', ${TEAM_ROLES_OF}, 'hasSeat', ${HAS_SEAT}) ORDER BY a.applied_at DESC)
          FROM applications a JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
          LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
         WHERE a.organization_id = $1 AND a.candidate_id = c.id) AS applications,
       (SELECT json_agg(json_build_object('id', f.id, 'applicationId', f.application_id, 'kind', f.kind, 'fileName', f.file_name,
                 'contentType', f.content_type, 'sizeBytes', f.size_bytes, 'createdAt', f.created_at) ORDER BY f.id)
          FROM attachments f WHERE f.organization_id = $1 AND f.candidate_id = c.id) AS attachments
  FROM candidates c WHERE c.organization_id = $1 AND c.id = $2`;

export interface FoundCandidate {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly location: string;
  /** The newest three. */
  readonly applications: CandidateApplication[];
}

/**
 * Names and addresses first, then words of the CV; the ranking is the function's. $4 is who asks: of what is confidential to others nothing is found, and as many more are
 * looked for as may be left out.
 */
export const SEARCH = `
SELECT c.id, c.name, c.email, c.location,
       (SELECT json_agg(json_build_object('id', a.id, 'postingId', a.posting_id, 'postingTitle', p.title, 'status', a.status, 'stageName', s.name,
                                          'appliedAt', a.applied_at))
          FROM (SELECT * FROM applications x WHERE x.organization_id = $1 AND x.candidate_id = c.id AND ${isOpenTo('x.posting_id', '$4')}
                 ORDER BY x.applied_at DESC LIMIT 3) a
          JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
          LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id) AS applications
  FROM search_candidates($2, $3 + (SELECT count(*)::int FROM postings k JOIN applications h ON h.organization_id = $1 AND h.posting_id = k.id
                                    WHERE k.organization_id = $1 AND k.confidential)) WITH ORDINALITY AS f (id, rank)
  JOIN candidates c ON c.organization_id = $1 AND c.id = f.id
 WHERE NOT ${isHiddenCandidate('c.id', '$4')}
 ORDER BY f.rank LIMIT $3`;

const LONGEST_QUERY = 200;

@Injectable()
export class CandidatesQuery {
  constructor(private readonly uow: UnitOfWork) {}

  /** A person with the applications that the actor may read; null when there is none of them and the actor may not search either. */
  async read(actor: StaffActor, id: Id): Promise<CandidateView | null> {
    if (!isId(id)) return null;
    const { organizationId, personId } = actor;
    const [row] = await this.uow.read<CandidateRow>(organizationId, 'candidate', CANDIDATE, [organizationId, id, personId]);
    if (!row) return null;
    const applications = (row.applications ?? []).filter(({ teamRoles, hasSeat }) =>
      may(actor, 'application.read', { teamRoles, hasSeat }),
    );
    // Whose applications are all confidential to others is not there.
    const everything = may(actor, 'candidates.search') && (applications.length > 0 || !row.applications?.length);
    if (applications.length === 0 && !everything) return null;
    const readable = new Set(applications.map((application) => application.id));
    const attachments = (row.attachments ?? []).filter(({ applicationId }) =>
      applicationId === null ? everything : readable.has(applicationId),
    );
    return { ...row, applications, attachments };
  }

  /** People by part of a name or address, or by words of these, of the place and of the CV; accents and case do not matter. */
  async search(actor: StaffActor, query: string, first: number): Promise<FoundCandidate[] | null> {
    if (!may(actor, 'candidates.search')) return null;
    const asked = query.trim().slice(0, LONGEST_QUERY);
    if (asked === '' || !isStorable(asked)) return [];
    const { organizationId } = actor;
    const rows = await this.uow.read<Omit<FoundCandidate, 'applications'> & { applications: CandidateApplication[] | null }>(
      organizationId,
      'search-candidates',
      SEARCH,
      [organizationId, asked, pageSize(first), actor.personId],
    );
    return rows.map((row) => ({ ...row, applications: row.applications ?? [] }));
  }
}
