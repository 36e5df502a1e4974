import type { Actor } from '#libs/kernel/index.js';

/** What shows in a transaction that an actor is who they were taken for. */
export interface Proof {
  readonly name: string;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** Null when the statement's row (undefined: it found none) says what was presumed; else the error to end with. Must not throw. */
  contradicts(row: object | undefined): Error | null;
}

const proofs = new WeakMap<Actor, Proof>();

/**
 * An actor who was known a moment ago, for commands that begin a transaction at once. The transaction reads the proof before anything else, in the
 * same round trip, and nothing that was read or written under a presumption that does not hold is answered or kept. Reads outside of a
 * transaction do not prove anything: nobody else may be given such an actor.
 */
export function presumed<A extends Actor>(actor: A, proof: Proof): A {
  const fresh = { ...actor };
  proofs.set(fresh, proof);
  return fresh;
}

/** The proof that is still owed for the actor; undefined for one who was authenticated. */
export function proofOf(actor: Actor): Proof | undefined {
  return proofs.get(actor);
}
