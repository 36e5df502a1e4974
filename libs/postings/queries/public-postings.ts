import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { CoreHours, Salary } from '../domain/posting-document.js';
import type { PostingQuestion } from '../domain/posting-question.js';

/** What everybody may know of a posting: it is what its document says. */
export interface PublicPosting {
  readonly id: Id;
  readonly slug: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly title: string;
  readonly company: string | null;
  readonly category: string | null;
  readonly remote: boolean | null;
  readonly locations: readonly string[];
  readonly residence: readonly string[];
  readonly employmentTypes: readonly string[];
  readonly salary: Salary | null;
  readonly coreHours: CoreHours | null;
  readonly onCall: string | null;
  readonly processDuration: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** One posting with its text, for its page. `renderPostingHtml(document, sections)` makes the page's body of it. */
export interface PublicPostingPage extends PublicPosting {
  readonly document: string;
  /** The shared sections that it shows, by bare name. */
  readonly sections: ReadonlyMap<string, string>;
  readonly questions: readonly PostingQuestion[];
}

/** Of `postings p`. */
export const PUBLIC_COLUMNS = `p.id, p.slug, p.status, p.title, p.company, p.category, p.remote, p.locations, p.residence, p.employment_types AS "employmentTypes",
       p.salary, p.core_hours AS "coreHours", p.on_call AS "onCall", p.process_duration AS "processDuration", p.opened_at AS "openedAt",
       p.closed_at AS "closedAt"`;

/** The organisation's open postings, those opened last first; at most 500. */
export async function publicPostings(uow: UnitOfWork, organizationId: Id): Promise<PublicPosting[]> {
  return uow.read<PublicPosting>(
    organizationId,
    'public-postings',
    `SELECT ${PUBLIC_COLUMNS} FROM postings p WHERE p.organization_id = $1 AND p.status = 'OPEN' AND NOT p.confidential ORDER BY p.opened_at DESC, p.id DESC LIMIT 500`,
    [organizationId],
  );
}

/** Of a posting with its present text and the shared sections that it shows, whatever they pull in themselves. */
const WITH_TEXT = `SELECT ${PUBLIC_COLUMNS}, p.questions, r.document,
            (WITH RECURSIVE used (name, depth) AS (
               SELECT n, 1 FROM unnest(p.includes) AS n
               UNION
               SELECT n, u.depth + 1 FROM used u JOIN shared_sections s ON s.organization_id = $1 AND s.name = u.name
                CROSS JOIN LATERAL unnest(s.includes) AS n WHERE u.depth < 5)
             SELECT coalesce(json_agg(json_build_array(s.name, s.text)), '[]') FROM shared_sections s
              WHERE s.organization_id = $1 AND s.name IN (SELECT name FROM used)) AS sections
       FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision`;
type TextRow = Omit<PublicPostingPage, 'sections'> & { readonly sections: [string, string][] };

/** An open or closed posting with its present text; null for all others: drafts, archived and confidential ones. One statement. */
export async function publicPosting(uow: UnitOfWork, organizationId: Id, slug: string): Promise<PublicPostingPage | null> {
  if (slug.length > 250 || !/^[a-z0-9-]+$/.test(slug)) return null;
  const [row] = await uow.read<TextRow>(
    organizationId,
    'public-posting',
    `${WITH_TEXT} WHERE p.organization_id = $1 AND p.slug = $2 AND p.status IN ('OPEN', 'CLOSED') AND NOT p.confidential`,
    [organizationId, slug],
  );
  return row ? { ...row, sections: new Map(row.sections) } : null;
}

/** A posting in any state as its page would show it, for those whom the caller has let in; null when there is none. */
export async function postingAsPublic(uow: UnitOfWork, organizationId: Id, postingId: Id): Promise<PublicPostingPage | null> {
  const [row] = await uow.read<TextRow>(
    organizationId,
    'posting-as-public',
    `${WITH_TEXT} WHERE p.organization_id = $1 AND p.id = $2`,
    [organizationId, postingId],
  );
  return row ? { ...row, sections: new Map(row.sections) } : null;
}
