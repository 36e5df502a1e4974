import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { renderPostingHtml } from '../domain/render-posting-html.js';
import { PUBLIC_COLUMNS, type PublicPosting } from './public-postings.js';

/** An open posting with its text as safe HTML, below its title. */
export type PublicFeedPosting = PublicPosting & { readonly descriptionHtml: string };

/** The open postings that were opened last, with their texts; shared sections are read once for all of them. */
export async function publicFeed(uow: UnitOfWork, organizationId: Id, first: number): Promise<PublicFeedPosting[]> {
  const [postings, sections] = await Promise.all([
    uow.read<PublicPosting & { readonly document: string }>(
      organizationId,
      'public-feed',
      `SELECT ${PUBLIC_COLUMNS}, r.document
         FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
        WHERE p.organization_id = $1 AND p.status = 'OPEN' AND NOT p.confidential ORDER BY p.opened_at DESC, p.id DESC LIMIT $2`,
      [organizationId, first],
    ),
    uow.read<{ name: string; text: string }>(
      organizationId,
      'public-feed-sections',
      'SELECT name, text FROM shared_sections WHERE organization_id = $1',
      [organizationId],
    ),
  ]);
  const texts = new Map(sections.map(({ name, text }) => [name, text]));
  return postings.map(({ document, ...posting }) => ({
    ...posting,
    descriptionHtml: renderPostingHtml(document, texts, posting.title),
  }));
}
