import { allOrganizationIds } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { type AuditedEvent, type Seal, headOf, seal } from '../domain/seal.js';
import { type KeptSeal, type Read, countEvents, readEvents, readSeals } from '../persistence/audit-rows.js';
import { isSignedBy } from './signing-key.js';

/** A seal that somebody keeps outside of the installation: what was true then must still be part of the chain. */
export interface Head {
  readonly organizationId: Id;
  readonly seq: number;
  readonly upTo: Id;
  readonly events: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** Base64. */
  readonly signature: string;
  readonly publicKey: string;
}

/** What was found of one organisation's chain. */
export interface Verified {
  readonly organizationId: Id;
  readonly seals: number;
  readonly events: number;
  /** The newest seal that holds, or null. */
  readonly head: KeptSeal | null;
  /** Sentences; empty when the chain is whole. */
  readonly faults: readonly string[];
}

const PAGE = 500;
/** A seal covers at most 5,000. */
const MOST_EVENTS = 10_000;

/** The newest seals of all organisations, to be kept elsewhere. */
export async function auditHeads(uow: UnitOfWork, publicKey: string): Promise<Head[]> {
  const heads: Head[] = [];
  for (const { organizationId, head } of await verifyAudit(uow, publicKey, [])) {
    if (!head) continue;
    const { seq, upTo, events, hash, signature } = head;
    heads.push({
      ...{ organizationId, seq, upTo, events, publicKey },
      ...{ hash: hash.toString('hex'), signature: signature.toString('base64') },
    });
  }
  return heads;
}

/**
 * Computes every seal of every organisation anew from the entries, compares it and its signature, and looks for the heads that were kept elsewhere. The
 * first fault ends a chain: what comes after it hangs on nothing.
 */
export async function verifyAudit(uow: UnitOfWork, publicKey: string, heads: readonly Head[]): Promise<Verified[]> {
  const found: Verified[] = [];
  const organizations = await allOrganizationIds(uow);
  for (const organizationId of organizations)
    found.push(
      await verifyOne(
        uow,
        organizationId,
        publicKey,
        heads.filter((head) => head.organizationId === organizationId),
      ),
    );
  for (const { organizationId, seq } of heads)
    if (!organizations.includes(organizationId))
      found.push({
        ...{ organizationId, seals: 0, events: 0, head: null },
        faults: [`seal ${seq} was kept of an organisation that is not here any more`],
      });
  return found;
}

async function verifyOne(uow: UnitOfWork, organizationId: Id, publicKey: string, kept: readonly Head[]): Promise<Verified> {
  const read: Read = (name, sql, params) => uow.read(organizationId, name, sql, params);
  let head: KeptSeal | null = null;
  let events = 0;
  const faults: string[] = [];
  for (let page = await readSeals(read, organizationId, 0, PAGE); page.length > 0 && faults.length === 0;) {
    for (const each of page) {
      const fault = await faultOf(read, organizationId, publicKey, head, each);
      if (fault !== null) {
        faults.push(fault);
        break;
      }
      head = each;
      events += each.events;
    }
    page = faults.length === 0 ? await readSeals(read, organizationId, head!.seq, PAGE) : [];
  }
  if (head && faults.length === 0 && (await countEvents(read, organizationId, head.upTo)) !== events)
    faults.push('there are entries before the last seal that no seal covers');
  for (const each of kept) faults.push(...(await missing(read, organizationId, each, head)));
  return { organizationId, seals: head?.seq ?? 0, events, head, faults };
}

async function faultOf(
  read: Read,
  organizationId: Id,
  publicKey: string,
  previous: Seal | null,
  kept: KeptSeal,
): Promise<string | null> {
  const seq = (previous?.seq ?? 0) + 1;
  if (kept.seq !== seq) return `seal ${seq} is missing`;
  const events: AuditedEvent[] = await readEvents(read, organizationId, previous?.upTo ?? null, kept.upTo, MOST_EVENTS);
  if (events.length !== kept.events) return `seal ${seq} covers ${kept.events} entries, and there are ${events.length}`;
  if (!seal(organizationId, previous, events).hash.equals(kept.hash))
    return `an entry under seal ${seq} was changed (${events[0]!.at.toISOString()} to ${events.at(-1)!.at.toISOString()})`;
  return isSignedBy(publicKey, headOf(organizationId, kept), kept.signature)
    ? null
    : `seal ${seq} was not signed with this installation's key`;
}

/** A head that was kept elsewhere and is not in the chain means that the chain was made anew, or that a back-up from before it was restored. */
async function missing(read: Read, organizationId: Id, kept: Head, newest: Seal | null): Promise<string[]> {
  const hash = Buffer.from(kept.hash, 'hex');
  const { seq, upTo, events } = kept;
  if (!isSignedBy(kept.publicKey, headOf(organizationId, { seq, upTo, events, hash }), Buffer.from(kept.signature, 'base64')))
    return [`the head that was kept of seal ${seq} is not genuine`];
  if (newest && newest.seq < seq) return [`seal ${seq}, of which a head was kept, is not there: the chain ends at ${newest.seq}`];
  const [present] = await readSeals(read, organizationId, seq - 1, 1);
  return present?.hash.equals(hash) ? [] : [`seal ${seq} is not the one of which a head was kept`];
}
