import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** How many days after their last application people of a country are kept, or of every other one (null). */
export interface KeptAtMost {
  readonly country: string | null;
  readonly days: number;
}

/** What whoever applies is told before they agree (GDPR Art. 13(2)(a)): the rules that have an end, the one for everywhere else first. */
export function keptAtMost(uow: UnitOfWork, organizationId: Id): Promise<KeptAtMost[]> {
  return uow.read<KeptAtMost>(
    organizationId,
    'kept-at-most',
    'SELECT country, at_most_days AS days FROM retention_rules WHERE organization_id = $1 AND at_most_days IS NOT NULL ORDER BY country NULLS FIRST',
    [organizationId],
  );
}
