import { createHash } from 'node:crypto';
import type { Id } from '#libs/kernel/index.js';

/** An entry of the audit log as it is sealed: who did what to whom. Ids and plain facts only; what somebody wrote or is called is not in it. */
export interface AuditedEvent {
  readonly id: Id;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: Id | null;
  readonly detail: unknown;
}

/** A link of an organisation's chain: all entries after the seal before it, up to one. */
export interface Seal {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** The last entry that is sealed; ids are in the order of time. */
  readonly upTo: Id;
  readonly events: number;
  /** SHA-256 over the hash before, this seal's place and its entries. */
  readonly hash: Buffer;
}

/** Before the first seal. */
const NOTHING: Pick<Seal, 'seq' | 'hash'> = { seq: 0, hash: Buffer.alloc(32) };

/** The next link over the entries, which come in the order of their ids and are at least one. */
export function seal(organizationId: Id, previous: Seal | null, events: readonly AuditedEvent[]): Seal {
  const { seq: last, hash: before } = previous ?? NOTHING;
  const seq = last + 1;
  const hash = createHash('sha256')
    .update(before)
    .update(line(['rounds audit 1', organizationId, seq, events.length]));
  for (const event of events) {
    const { id, at, actorKind, actorId, action, subjectKind, subjectId, detail } = event;
    hash.update(line([id, at.toISOString(), actorKind, actorId, action, subjectKind, subjectId, detail]));
  }
  return { seq, upTo: events.at(-1)!.id, events: events.length, hash: hash.digest() };
}

/** What is signed of a seal: it names the organisation, so that no head can be shown for another. */
export function headOf(organizationId: Id, { seq, upTo, events, hash }: Seal): Buffer {
  return Buffer.from(line(['rounds audit head 1', organizationId, seq, upTo, events, hash.toString('hex')]));
}

/** JSON with the keys of objects in order, so that the same data is the same bytes whoever stored it. A line break cannot be inside. */
function line(value: readonly unknown[]): string {
  return `${JSON.stringify(value, (_, each: unknown) => (isObject(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each))}\n`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
