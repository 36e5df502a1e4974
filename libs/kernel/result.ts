/** A refusal as data: what the domain answers when a command may not happen. Bugs throw; refusals return. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** One or two sentences for the person: what happened, what was kept, what to do. */
  readonly message: string;
}

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends Refusal = Refusal> = { readonly ok: false; readonly refusal: R };
export type Result<T, R extends Refusal = Refusal> = Ok<T> | Refused<R>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a refusal; `extra` carries the present state where the caller needs it (a Conflict, for instance). */
export function refuse<C extends string, E extends object = object>(
  code: C,
  message: string,
  extra?: E,
): Refused<Refusal<C> & E> {
  return { ok: false, refusal: { code, message, ...(extra as E) } };
}
