import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** What the organisation demands of a posting before it opens. */
export interface PostingRules {
  readonly salaryRequired: boolean;
}

/** The organisation's rules; nothing is demanded until somebody says so. */
export async function readPostingRules(uow: UnitOfWork, organizationId: Id): Promise<PostingRules> {
  const [row] = await uow.read<PostingRules>(
    organizationId,
    'posting-rules',
    'SELECT salary_required AS "salaryRequired" FROM posting_rules WHERE organization_id = $1',
    [organizationId],
  );
  return row ?? { salaryRequired: false };
}
