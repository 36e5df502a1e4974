import type { Tx } from '../database/transaction.js';
import type { StoredEvent } from './domain-event.js';

/** Runs in the transaction that emitted the event, before it commits; what it writes is committed with it or not at all. */
export type Reaction = (tx: Tx, event: StoredEvent) => Promise<void>;

/** Runs in a worker at least once after the event was committed and is due; it must be idempotent by the event's id. */
export type Handler = (event: StoredEvent) => Promise<void>;

/**
 * Who reacts to which event. Capabilities register when the application starts, lower ranks first, so a mail that names a take-home's due date
 * is decided after the take-home was made.
 */
export class Reactions {
  private readonly inTransaction = new Map<string, { rank: number; reaction: Reaction }[]>();
  private readonly handlers = new Map<string, Map<string, Handler>>();

  /** Reacts inside the emitting transaction. `rank` is the capability's (docs/conventions.md); lower ranks run first. */
  on(name: string, rank: number, reaction: Reaction): void {
    const list = this.inTransaction.get(name) ?? [];
    list.push({ rank, reaction });
    list.sort((a, b) => a.rank - b.rank);
    this.inTransaction.set(name, list);
  }

  /** Handles the event in a worker. One handler a name and `handlerName`; a doubled one is refused at start. */
  handle(name: string, handlerName: string, handler: Handler): void {
    const handlers = this.handlers.get(name) ?? new Map<string, Handler>();
    if (handlers.has(handlerName)) throw new Error(`the handler ${handlerName} of ${name} is registered twice`);
    handlers.set(handlerName, handler);
    this.handlers.set(name, handlers);
  }

  async runInTransaction(tx: Tx, event: StoredEvent): Promise<void> {
    for (const { reaction } of this.inTransaction.get(event.name) ?? []) await reaction(tx, event);
  }

  /** The names that need a worker. */
  handledNames(): string[] {
    return [...this.handlers.keys()];
  }

  handlersOf(name: string): Handler[] {
    return [...(this.handlers.get(name)?.values() ?? [])];
  }
}
