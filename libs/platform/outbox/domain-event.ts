import type { Id } from '#libs/kernel/index.js';

/** Something that happened (`ApplicationMoved`) or that becomes due (`ScorecardDue` with `notBefore`). Plain JSON; a row of the outbox. */
export interface DomainEvent<Name extends string = string, Payload extends object = object> {
  /** Made by the outbox when absent; give it when other rows refer to the event. */
  readonly id?: Id;
  readonly name: Name;
  /** What it is about, usually an application. */
  readonly subjectId: Id | null;
  readonly payload: Payload;
  /** For reactions in the same transaction only, never stored: what was read anyway, or a secret that must not rest in the outbox. */
  readonly transient?: object;
  /** What reactions asked to have read with the event's subject (`Reactions.foresee`); absent where the emitter did not. */
  readonly foreseen?: Foreseen;
  /** A timer: handlers see the event no sooner. They must check that it is still wanted. */
  readonly notBefore?: Date;
}

/** Answers to what reactions foresee, by their key. */
export type Foreseen = Readonly<Record<string, unknown>>;

/** An event as the outbox keeps it. */
export interface StoredEvent extends DomainEvent {
  readonly id: Id;
  readonly organizationId: Id;
}
