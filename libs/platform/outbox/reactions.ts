import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '../database/transaction.js';
import type { Foreseen, StoredEvent } from './domain-event.js';

/** Runs in the transaction that emitted the event, before it commits; what it writes is committed with it or not at all. It refuses by RefusedByReaction. */
export type Reaction = (tx: Tx, event: StoredEvent) => Promise<void>;

/** Runs in a worker at least once after the event was committed and is due; it must be idempotent by the event's id. */
export type Handler = (event: StoredEvent) => Promise<void>;

/**
 * Who reacts to which event. Capabilities register when the application starts, lower ranks first, so a mail that names a take-home's due date
 * is decided after the take-home was made.
 */
export class Reactions {
  private readonly inTransaction = new Map<string, { rank: number; reaction: Reaction }[]>();
  /** By the event's name: sub-selects by key. */
  private readonly questions = new Map<string, Map<string, string>>();
  private readonly handlers = new Map<string, Map<string, Handler>>();
  /** By the event's name: conditions under which its optional handlers want it. */
  private readonly conditions = new Map<string, Set<string>>();
  private readonly needed = new Set<string>();

  /** Reacts inside the emitting transaction. `rank` is the capability's (docs/conventions.md); lower ranks run first. */
  on(name: string, rank: number, reaction: Reaction): void {
    const list = this.inTransaction.get(name) ?? [];
    list.push({ rank, reaction });
    list.sort((a, b) => a.rank - b.rank);
    this.inTransaction.set(name, list);
  }

  /**
   * Handles the event in a worker. One handler a name and `handlerName`; a doubled one is refused at start. With `onlyWhere`, a condition in SQL about the row `e`
   * of the outbox that the relay may read, events for which it does not hold are no work for anybody.
   */
  handle(name: string, handlerName: string, handler: Handler, onlyWhere?: string): void {
    const handlers = this.handlers.get(name) ?? new Map<string, Handler>();
    if (handlers.has(handlerName)) throw new Error(`the handler ${handlerName} of ${name} is registered twice`);
    handlers.set(handlerName, handler);
    this.handlers.set(name, handlers);
    if (onlyWhere === undefined) this.needed.add(name);
    else this.conditions.set(name, (this.conditions.get(name) ?? new Set()).add(onlyWhere));
  }

  /**
   * Names a fact that a reaction to the event wants to know about its subject, as a scalar sub-select of SQL in which $1 is the organisation and $2 the
   * subject. Emitters that lock the subject read all of them in the same round trip, so that a reaction which has nothing to do asks nothing.
   */
  foresee(name: string, key: string, sql: string): void {
    const questions = this.questions.get(name) ?? new Map<string, string>();
    questions.set(key, sql);
    this.questions.set(name, questions);
  }

  /** Reads what is foreseen of an event. Ask together with the lock and after it: only then does the answer hold until COMMIT. */
  async foreseen(tx: Tx, name: string, subjectId: Id): Promise<Foreseen> {
    const questions = this.questions.get(name);
    if (!questions) return {};
    const columns = [...questions].map(([key, sql]) => `${sql} AS "${key}"`);
    const [row] = await tx.query<Foreseen>(`foresee-${name}`, `SELECT ${columns.join(', ')}`, [tx.organizationId, subjectId]);
    return row!;
  }

  async runInTransaction(tx: Tx, event: StoredEvent): Promise<void> {
    for (const { reaction } of this.inTransaction.get(event.name) ?? []) await reaction(tx, event);
  }

  /** The names that need a worker whatever the event. */
  handledNames(): string[] {
    return [...this.needed];
  }

  /** The names that need one under a condition, by the condition. */
  handledWhere(): Map<string, string[]> {
    const names = new Map<string, string[]>();
    for (const [name, conditions] of this.conditions)
      for (const condition of this.needed.has(name) ? [] : conditions)
        names.set(condition, [...(names.get(condition) ?? []), name]);
    return names;
  }

  handlersOf(name: string): Handler[] {
    return [...(this.handlers.get(name)?.values() ?? [])];
  }
}
