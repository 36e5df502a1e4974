import type { Actor, Id } from '#libs/kernel/index.js';
import type { DomainEvent } from '../outbox/domain-event.js';

/** What a closure may do inside a transaction. Reads answer at once; writes travel without waiting and are answered with COMMIT. */
export interface Tx {
  readonly actor: Actor;
  readonly organizationId: Id;
  /** The instant of the transaction; every row it writes carries this one. */
  readonly now: Date;
  /** One prepared statement, rows at once. `name` identifies the text for the connection: one name, one text. */
  query<Row extends object>(name: string, sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** A prepared statement whose answer nobody needs; an error surfaces at the next read or at COMMIT and rolls everything back. */
  write(name: string, sql: string, params?: readonly unknown[]): void;
  /** Records an event in the outbox and answers its id; reactions to it run in this transaction before it commits. */
  emit(event: DomainEvent): Id;
  /** Whether this transaction has emitted such an event about the subject: what a lower rank has made of the same event. */
  hasEmitted(name: string, subjectId: Id): boolean;
  /** Records who did what. `detail` holds no personal data. */
  audit(action: string, subjectKind: string, subjectId: Id | null, detail?: object): void;
}
