import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { type Actor, type Clock, type Id, type Refusal, type Result, newId, refuse } from '#libs/kernel/index.js';
import type { DomainEvent, StoredEvent } from '../outbox/domain-event.js';
import type { Reactions } from '../outbox/reactions.js';
import { poolOf } from './data-source.js';
import type { Tx } from './transaction.js';
import { SQLSTATE, asCallerError, isDatabaseError, isRetryable } from './errors.js';

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

  /** One prepared read under the organisation's row-level security, in one round trip. */
  async read<Row extends object>(organizationId: Id, name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const client = await poolOf(this.dataSource).connect();
    try {
      const [, , result] = await settleAll([
        client.query('BEGIN READ ONLY'),
        client.query(scope(organizationId)),
        client.query<Row>({ name, text: sql, values: params as unknown[] }),
        client.query('COMMIT'),
      ]);
      client.release();
      return (result as QueryResult<Row>).rows;
    } catch (error) {
      await abandon(client);
      throw asCallerError(error);
    }
  }

  private async once<T, R extends Refusal>(
    actor: Actor,
    work: (tx: Tx) => Promise<Result<T, R>>,
    idempotency: Idempotency | undefined,
  ): Promise<Result<T, R>> {
    const client = await poolOf(this.dataSource).connect();
    const tx = new OpenTransaction(client, actor, this.clock.now());
    try {
      const result = await work(tx);
      if (!result.ok) {
        tx.close();
        await tx.settled();
        await client.query('ROLLBACK');
        client.release();
        return result;
      }
      await tx.react(this.reactions);
      if (idempotency) tx.remember(idempotency, result.value);
      await tx.commit();
      client.release();
      return result;
    } catch (error) {
      tx.close();
      await tx.settled();
      await abandon(client);
      throw error;
    }
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
  private sent: Promise<unknown>[];
  private failure: unknown = null;
  private closed = false;
  private readonly events: StoredEvent[] = [];
  private readonly audits: object[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly actor: Actor,
    readonly now: Date,
  ) {
    this.organizationId = actor.organizationId;
    this.sent = [];
    this.send(client.query('BEGIN'));
    this.send(client.query(scope(this.organizationId)));
  }

  async query<Row extends object>(name: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.assertOpen();
    try {
      const result = await this.client.query<Row>({ name, text: sql, values: params as unknown[] });
      return result.rows;
    } catch (error) {
      // "current transaction is aborted": the cause is an earlier write whose answer has arrived by now.
      await this.settled();
      throw this.failure ?? error;
    }
  }

  write(name: string, sql: string, params: readonly unknown[] = []): void {
    this.assertOpen();
    this.send(this.client.query({ name, text: sql, values: params as unknown[] }));
  }

  emit(event: DomainEvent): Id {
    this.assertOpen();
    const id = event.id ?? newId(this.now.getTime());
    this.events.push({ ...event, id, organizationId: this.organizationId });
    return id;
  }

  audit(action: string, subjectKind: string, subjectId: Id | null, detail: object = {}): void {
    this.audits.push({ id: newId(this.now.getTime()), action, subject_kind: subjectKind, subject_id: subjectId, detail });
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
    this.writeEvents();
    this.writeAudits();
    this.close();
    const commit = this.client.query('COMMIT');
    await this.settled();
    const result = await commit.catch((error: unknown) => {
      throw this.failure ?? error;
    });
    if (this.failure) throw this.failure;
    if (result.command !== 'COMMIT') throw new Error(`COMMIT was answered with ${result.command}`);
  }

  close(): void {
    this.closed = true;
  }

  /** Waits until everything sent is answered; never rejects, the first failure is kept. */
  async settled(): Promise<void> {
    const waiting = this.sent;
    this.sent = [];
    await Promise.all(waiting);
  }

  private writeEvents(): void {
    if (this.events.length === 0) return;
    const rows = this.events.map((event) => ({
      id: event.id,
      name: event.name,
      subject_id: event.subjectId,
      payload: event.payload,
      not_before: event.notBefore ?? this.now,
    }));
    this.write(
      'emit-events',
      `INSERT INTO outbox_events (organization_id, id, name, subject_id, payload, created_at, not_before)
       SELECT $1, e.id, e.name, e.subject_id, e.payload, $3, e.not_before
         FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, name text, subject_id uuid, payload jsonb, not_before timestamptz)`,
      [this.organizationId, JSON.stringify(rows), this.now],
    );
  }

  private writeAudits(): void {
    if (this.audits.length === 0) return;
    this.write(
      'audit',
      `INSERT INTO audit_events (organization_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail)
       SELECT $1, a.id, $2, $3, $4, a.action, a.subject_kind, a.subject_id, a.detail
         FROM jsonb_to_recordset($5::jsonb) AS a (id uuid, action text, subject_kind text, subject_id uuid, detail jsonb)`,
      [this.organizationId, this.now, this.actor.kind, actorId(this.actor), JSON.stringify(this.audits)],
    );
  }

  private send(answer: Promise<unknown>): void {
    this.sent.push(
      answer.catch((error: unknown) => {
        this.failure ??= error;
      }),
    );
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

function scope(organizationId: Id): { name: string; text: string; values: string[] } {
  return { name: 'scope', text: `SELECT set_config('app.organization_id', $1, true)`, values: [organizationId] };
}

/** A key belongs to who sent it: nobody learns another's answer by guessing a key. */
function idempotencyKey(actor: Actor, idempotency: Idempotency): string {
  return `${actor.kind}:${actorId(actor) ?? ''}:${idempotency.key}`.slice(0, 200);
}

function hash(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest();
}

/** Waits for all answers before throwing the first error, so that a released connection has nothing under way. */
async function settleAll(answers: Promise<QueryResult>[]): Promise<QueryResult[]> {
  const settled = await Promise.allSettled(answers);
  const failed = settled.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((answer) => (answer as PromiseFulfilledResult<QueryResult>).value);
}

/** Rolls back and gives the connection back; a connection that cannot even do that is thrown away. */
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
