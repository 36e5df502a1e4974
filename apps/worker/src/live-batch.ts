import type { StoredEvent } from '#libs/platform/index.js';

/** NOTIFY refuses payloads of 8,000 bytes or more (https://www.postgresql.org/docs/18/sql-notify.html). */
const MOST_BYTES = 7900;

/** One notification for a relayed batch: the postings whose boards changed, as `[organisation, posting]` pairs; null when none did. */
export function liveBatch(events: readonly StoredEvent[]): string | null {
  const changed = new Set<string>();
  for (const event of events) {
    const postingId = (event.payload as { postingId?: unknown }).postingId;
    if (typeof postingId === 'string') changed.add(JSON.stringify([event.organizationId, postingId]));
  }
  if (changed.size === 0) return null;
  const text = `[${[...changed].join(',')}]`;
  // Too many at once: everybody looks again.
  return text.length <= MOST_BYTES ? text : '["*"]';
}
