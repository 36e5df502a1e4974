import { type Id, isZone } from '#libs/kernel/index.js';
import type { Coverage } from '#libs/scheduling/index.js';
import { type HoursView, REGIONS } from '../views/hours-of-the-world.js';

/** The hours of a public posting for its page; `zone` is what the reader has asked about, whatever that is. */
export async function readHours(coverage: Coverage, organizationId: Id, postingId: Id, zone: unknown): Promise<HoursView | null> {
  const own = isZone(zone) ? zone : null;
  const zones = [...new Set([...REGIONS.map(([id]) => id), ...(own === null ? [] : [own])])];
  const found = await coverage.ofPublicPosting(organizationId, postingId, zones);
  return found && { coverage: found, zone: own };
}
