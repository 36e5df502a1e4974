import { isOpenTo, personIdOf } from '#libs/identity/index.js';
import type { Actor, Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { sectionsShowing } from '../domain/shared-section-names.js';
import type { PostingStatus } from '../domain/posting-status.js';

export interface SectionUse {
  readonly postingId: Id;
  readonly title: string;
  readonly status: PostingStatus;
}

export interface SharedSectionRow {
  readonly id: Id;
  readonly name: string;
  readonly revision: number;
  readonly text: string;
  readonly updated_at: Date;
  readonly includes: readonly string[];
  /** The postings that show it, directly or through another section; archived ones do not count. */
  readonly shownIn: readonly SectionUse[];
}

/** A posting with the sections that its document pulls in itself. */
type Use = SectionUse & { readonly includes: readonly string[] };

/**
 * All shared sections by name, with where each is shown; and all postings, not archived, that pull any in. Confidential postings of other teams are not among them,
 * but for Rounds itself. One statement.
 */
export async function listSharedSections(
  uow: UnitOfWork,
  actor: Actor,
): Promise<{ readonly sections: SharedSectionRow[]; readonly postings: readonly Use[] }> {
  const [row] = await uow.read<{
    sections: (Omit<SharedSectionRow, 'updated_at' | 'shownIn'> & { updated_at: string })[];
    postings: Use[];
  }>(
    actor.organizationId,
    'list-shared-sections',
    `SELECT (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'revision', s.revision, 'text', s.text, 'updated_at', s.updated_at,
                      'includes', s.includes) ORDER BY lower(s.name)), '[]') FROM shared_sections s WHERE s.organization_id = $1) AS sections,
            (SELECT coalesce(json_agg(json_build_object('postingId', p.id, 'title', p.title, 'status', p.status, 'includes', p.includes) ORDER BY p.id), '[]')
               FROM postings p WHERE p.organization_id = $1 AND p.status <> 'ARCHIVED' AND p.includes <> '{}'
                AND ($3 OR ${isOpenTo('p.id', '$2')})) AS postings`,
    [actor.organizationId, personIdOf(actor), actor.kind === 'system'],
  );
  const { sections, postings } = row!;
  const shown = sections.map((section) => {
    const showing = sectionsShowing(section.name, sections);
    const shownIn = postings
      .filter(({ includes }) => includes.some((name) => showing.has(name)))
      .map(({ postingId, title, status }) => ({ postingId, title, status }));
    return { ...section, updated_at: new Date(section.updated_at), shownIn };
  });
  return { sections: shown, postings };
}
