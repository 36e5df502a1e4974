import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { type Actor, type Clock, type Id, type Refusal, type Result, newId, refuse } from '#libs/kernel/index.js';
import type { DomainEvent, StoredEvent } from '../outbox/domain-event.js';
import type { Reactions } from '../outbox/reactions.js';
import { poolOf } from './data-source.js';
import { proofOf } from './presumed-actor.js';
import { type Statement, sendBatch } from './statement-batch.js';
import type { Tx } from './transaction.js';
import { RefusedByReaction, SQLSTATE, asCallerError, isDatabaseError, isRetryable } from './errors.js';

const MAX_TRIES = 6;

/** Makes a mutation safe to send twice: the same key and request give the same answer and one effect. */
export interface Idempotency {
  readonly key: string;
  readonly operation: string;
  readonly request: unknown;
}

export type IdempotencyRefusal = Refusal<'IDEMPOTENCY_KEY_REUSED'>;

/** The only place where transactions begin. */
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reactions: Reactions,
  ) {}

  /**
   * Runs the closure in one transaction under the actor's organisation and commits what it wrote, emitted and audited, all of it or nothing.
   * A refusal rolls back and is returned. Serialisation failures and deadlocks run the closure again, so it must do nothing but SQL and pure functions.
   */
  async run<T, R extends Refusal = never>(actor: Actor, work: (tx: Tx) => Promise<Result<T, R>>): Promise<Result<T, R>>;
  async run<T, R extends Refusal = never>(
    actor: Actor,
    work: (tx: Tx) => Promise<Result<T, R>>,
    idempotency: Idempotency | undefined,
  ): Promise<Result<T, R | IdempotencyRefusal>>;
  async run<T, R extends Refusal>(
    actor: Actor,
    work: (tx: Tx) => Promise<Result<T, R>>,
    idempotency?: Idempotency,
  ): Promise<Result<T, R | IdempotencyRefusal>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.once(actor, work, idempotency);
        if (result.ok || !idempotency) return result;
        // The refusal may only mean that the first sending of this request has already been carried out.
        return (await this.recall<T>(actor, idempotency)) ?? result;
      } catch (error) {
        if (idempotency && isDatabaseError(error, SQLSTATE.uniqueViolation)) {
          const answered = await this.recall<T>(actor, idempotency);
          if (answered) return answered;
        }
        if (!isRetryable(error) || attempt === MAX_TRIES) throw asCallerError(error);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  /** One prepared read under the organisation's row-level security, in one round trip and one transaction that can change nothing. */
  async read<Row extends object>(organizationId: Id, name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.connect();
    let rows: object[] = [];
    const { error, lost } = await sendBatch(client, [
      { name: 'scope-of-read', text: SCOPE_OF_READ, values: [organizationId], answered: () => {}, failed: () => {} },
      { name, text: sql, values: params, answered: (found) => (rows = found), failed: () => {} },
    ]);
    client.release(lost);
    if (error !== null) throw asCallerError(error);
    return rows as Row[];
  }

  private async once<T, R extends Refusal>(
    actor: Actor,
    work: (tx: Tx) => Promise<Result<T, R>>,
    idempotency: Idempotency | undefined,
  ): Promise<Result<T, R>> {
    const client = await this.connect();
    const tx = new OpenTransaction(client, actor, this.clock.now());
    try {
      const result = await work(tx);
      await tx.prove();
      if (result.ok) {
        await tx.react(this.reactions);
        if (idempotency) tx.remember(idempotency, result.value);
        await tx.commit();
      } else await tx.rollBack();
      client.release();
      return result;
    } catch (error) {
      const lost = await tx.rollBack().then(
        () => undefined,
        (reason: Error) => reason,
      );
      client.release(lost);
      // Use cases do not list what reactions of higher folders refuse; callers tell it by its code and message.
      if (error instanceof RefusedByReaction) return { ok: false, refusal: error.refusal as R };
      throw error;
    }
  }

  private async connect(): Promise<PoolClient> {
    const client = await poolOf(this.dataSource).connect();
    // A connection that dies under a transaction tells its statement and then everybody; heard by nobody, that would end the process.
    if (client.listenerCount('error') === 0) client.on('error', () => {});
    return client;
  }

  private async recall<T>(actor: Actor, wanted: Idempotency): Promise<Result<T, IdempotencyRefusal> | null> {
    const [row] = await this.read<{ operation: string; request_hash: Buffer; answer: { value: T } }>(
      actor.organizationId,
      'recall-idempotency-key',
      'SELECT operation, request_hash, answer FROM idempotency_keys WHERE organization_id = $1 AND key = $2',
      [actor.organizationId, idempotencyKey(actor, wanted)],
    );
    if (!row) return null;
    if (row.operation !== wanted.operation || !row.request_hash.equals(hash(wanted.request))) {
      return refuse(
        'IDEMPOTENCY_KEY_REUSED',
        'This idempotency key was used for another request. Nothing was changed; send a fresh key with a new request.',
      );
    }
    return { ok: true, value: row.answer.value };
  }
}

class OpenTransaction implements Tx {
  readonly organizationId: Id;
  /** Not sent yet: reads send what is before them, COMMIT the rest. */
  private pending: Statement[] = [];
  private flight: Promise<unknown> | null = null;
  private failure: unknown = null;
  private unproven = false;
  private disproof: Error | null = null;
  private begun = false;
  private closed = false;
  private readonly events: StoredEvent[] = [];
  private readonly audits: Audit[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly actor: Actor,
    readonly now: Date,
  ) {
    this.organizationId = actor.organizationId;
    this.push('begin', 'BEGIN', []);
    this.push('scope', SCOPE, [this.organizationId]);
    const proof = proofOf(actor);
    if (proof === undefined) return;
    this.unproven = true;
    this.push(proof.name, proof.sql, proof.params, ([row]) => {
      this.unproven = false;
      this.disproof = proof.contradicts(row);
    });
  }

  /** Rejects when the actor is not who they were taken for. Their proof came with the first read; a closure that read nothing has it read now. */
  async prove(): Promise<void> {
    if (this.unproven) await this.flush();
    if (this.disproof !== null) throw this.disproof;
  }

  async query<Row extends object>(name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.assertOpen();
    return new Promise((resolve, reject) => {
      this.push(name, sql, params, resolve as (rows: object[]) => void, reject);
      // Reads asked for at once, and the writes before them, travel together.
      if (this.flight === null) queueMicrotask(() => void this.flush());
    });
  }

  write(name: string, sql: string, params: readonly unknown[] = []): void {
    this.assertOpen();
    this.push(name, sql, params);
  }

  emit(event: DomainEvent): Id {
    this.assertOpen();
    const id = event.id ?? newId(this.now.getTime());
    this.events.push({ ...event, id, organizationId: this.organizationId });
    return id;
  }

  hasEmitted(name: string, subjectId: Id): boolean {
    return this.events.some((event) => event.name === name && event.subjectId === subjectId);
  }

  audit(action: string, subjectKind: string, subjectId: Id | null, detail: object = {}): void {
    const via = this.actor.kind === 'staff' ? this.actor.via : undefined;
    this.audits.push({
      ...{ id: newId(this.now.getTime()), action, subjectKind, subjectId },
      detail: via === undefined ? detail : { ...detail, via },
    });
  }

  /** Runs the reactions, including those to events that reactions emit. */
  async react(reactions: Reactions): Promise<void> {
    for (let i = 0; i < this.events.length; i += 1) {
      if (i >= 1000) throw new Error(`reactions emit events without end, the last was ${this.events[i]!.name}`);
      await reactions.runInTransaction(this, this.events[i]!);
    }
  }

  remember(idempotency: Idempotency, value: unknown): void {
    this.write(
      'remember-idempotency-key',
      'INSERT INTO idempotency_keys (organization_id, key, operation, request_hash, answer, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        this.organizationId,
        idempotencyKey(this.actor, idempotency),
        idempotency.operation,
        hash(idempotency.request),
        JSON.stringify({ value: value ?? null }),
        this.now,
      ],
    );
  }

  async commit(): Promise<void> {
    this.writeHappenings();
    let answer = '';
    this.push('commit', 'COMMIT', [], (_, command) => (answer = command));
    this.closed = true;
    await this.flush();
    if (this.failure !== null) throw this.failure;
    if (answer !== 'COMMIT') throw new Error(`COMMIT was answered with ${answer}`);
    this.begun = false;
  }

  /** Takes everything back; what was not sent is forgotten. Rejects when the connection cannot even do that. */
  async rollBack(): Promise<void> {
    this.closed = true;
    this.pending = [];
    await this.flight;
    if (!this.begun) return;
    this.begun = false;
    await this.client.query('ROLLBACK');
  }

  /** What happened and who did it: mostly one of each, which is one statement of plain values. */
  private writeHappenings(): void {
    const { events, audits } = this;
    const who = [this.actor.kind, actorId(this.actor)];
    if (events.length === 1 && audits.length === 1) {
      const [event, audit] = [events[0]!, audits[0]!];
      this.write('emit-and-audit', EMIT_AND_AUDIT, [
        ...[this.organizationId, this.now, event.id, event.name, event.subjectId, JSON.stringify(event.payload)],
        ...[event.notBefore ?? null, audit.id, ...who, audit.action, audit.subjectKind, audit.subjectId],
        JSON.stringify(audit.detail),
      ]);
      return;
    }
    if (events.length > 0) {
      const rows = events.map(({ id, name, subjectId, payload, notBefore }) => ({
        ...{ id, name, subject_id: subjectId, payload, not_before: notBefore ?? null },
      }));
      this.write('emit-events', EMIT_EVENTS, [this.organizationId, JSON.stringify(rows), this.now]);
    }
    if (audits.length > 0) {
      const rows = audits.map(({ subjectKind, subjectId, ...audit }) => ({
        ...{ ...audit, subject_kind: subjectKind, subject_id: subjectId },
      }));
      this.write('audit', AUDIT, [this.organizationId, this.now, ...who, JSON.stringify(rows)]);
    }
  }

  private push(
    name: string,
    text: string,
    values: readonly unknown[],
    answered: (rows: object[], command: string) => void = () => {},
    failed: (error: unknown) => void = () => {},
  ): void {
    this.pending.push({ name, text, values, answered, failed });
  }

  /** Sends what is pending, and what becomes pending meanwhile, until nothing is; the first failure is kept and fails all that follows. */
  private async flush(): Promise<void> {
    while (this.flight !== null) await this.flight;
    while (this.pending.length > 0) {
      const statements = this.pending;
      this.pending = [];
      if (this.failure !== null) {
        for (const statement of statements) statement.failed(this.failure);
        continue;
      }
      this.begun = true;
      const flight = (this.flight = sendBatch(this.client, statements));
      this.failure = (await flight).error;
      this.flight = null;
    }
  }

  private assertOpen(): void {
    if (this.closed) throw new Error('The transaction has ended: a closure used it after returning.');
  }
}

/** What identifies an actor in transitions and the audit log: a person, a candidate, a part of Rounds. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
      return actor.personId;
    case 'candidate':
      return actor.candidateId;
    case 'system':
      return actor.part;
    case 'visitor':
      return null;
  }
}

interface Audit {
  readonly id: Id;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: Id | null;
  readonly detail: object;
}

const EVENT_ROW = 'INSERT INTO outbox_events (organization_id, id, name, subject_id, payload, created_at, not_before)';
const AUDIT_ROW =
  'INSERT INTO audit_events (organization_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail)';
/** The first digits of a UUID of the database's present, or of some milliseconds later. */
const DATABASE_MS = (later_ms = 0) => `lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint + ${later_ms}), 12, '0')`;
/**
 * Seals cover entries in the order of their ids, and what is old enough by the database's clock is sealed: an entry of a process whose clock is or was wrong gets an
 * id of the database's. What is told of the past (a sample company's story) keeps its ids as long as nothing is sealed.
 */
const entryId = (id: string) => `
CASE WHEN ${id} < (${DATABASE_MS(60_000)} || '70008000000000000000')::uuid
      AND ($2 >= now() - interval '1 minute' OR NOT EXISTS (SELECT FROM audit_seals s WHERE s.organization_id = $1)) THEN ${id}
     ELSE (${DATABASE_MS()} || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid END`;
const EMIT_AND_AUDIT = `
WITH audited AS (${AUDIT_ROW} VALUES ($1, ${entryId('$8::uuid')}, $2, $9, $10, $11, $12, $13, $14))
${EVENT_ROW} VALUES ($1, $3, $4, $5, $6, $2, coalesce($7, least($2, now())))`;
const EMIT_EVENTS = `
${EVENT_ROW} SELECT $1, e.id, e.name, e.subject_id, e.payload, $3, coalesce(e.not_before, least($3, now()))
  FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, name text, subject_id uuid, payload jsonb, not_before timestamptz)`;
const AUDIT = `
${AUDIT_ROW} SELECT $1, ${entryId('a.id')}, $2, $3, $4, a.action, a.subject_kind, a.subject_id, a.detail
  FROM jsonb_to_recordset($5::jsonb) AS a (id uuid, action text, subject_kind text, subject_id uuid, detail jsonb)`;

const SCOPE = `SELECT set_config('app.organization_id', $1, true)`;
/** Without BEGIN the statements of one batch are one transaction, and settings that are local to it end with it. */
const SCOPE_OF_READ = `SELECT set_config('app.organization_id', $1, true), set_config('transaction_read_only', 'on', true)`;

/** A key belongs to who sent it: nobody learns another's answer by guessing a key. */
function idempotencyKey(actor: Actor, idempotency: Idempotency): string {
  return `${actor.kind}:${actorId(actor) ?? ''}:${idempotency.key}`.slice(0, 200);
}

function hash(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest();
}
