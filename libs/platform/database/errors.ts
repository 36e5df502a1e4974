import type { Refusal } from '#libs/kernel/index.js';

/** The fields of a PostgreSQL error that code may decide on (https://www.postgresql.org/docs/18/protocol-error-fields.html). */
export interface DatabaseError extends Error {
  code: string;
  constraint?: string;
  table?: string;
  /** The function of the server that raised it. */
  routine?: string;
}

/** SQLSTATE codes that have a meaning for us. */
export const SQLSTATE = {
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  characterNotInRepertoire: '22021',
  untranslatableCharacter: '22P05',
  invalidTextRepresentation: '22P02',
  diskFull: '53100',
} as const;

/** Whether the error came from PostgreSQL, optionally with a certain code and constraint. */
export function isDatabaseError(error: unknown, code?: string, constraint?: string): error is DatabaseError {
  if (!(error instanceof Error) || typeof (error as DatabaseError).code !== 'string') return false;
  const found = error as DatabaseError;
  return (code === undefined || found.code === code) && (constraint === undefined || found.constraint === constraint);
}

/** Whether running the same transaction again may succeed. */
export function isRetryable(error: unknown): boolean {
  return isDatabaseError(error, SQLSTATE.serializationFailure) || isDatabaseError(error, SQLSTATE.deadlockDetected);
}

/**
 * Thrown by a reaction that cannot let the transaction happen: everything is rolled back, and whoever asked gets the refusal as if the use case itself had
 * given it. For what a person can put right; a bug throws anything else.
 */
export class RefusedByReaction extends Error {
  override readonly name = 'RefusedByReaction';
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** A text that PostgreSQL cannot keep was sent. It is the caller's, and the doors say so; the transaction was rolled back. */
export class UnstorableTextError extends Error {
  override readonly name = 'UnstorableTextError';
  constructor() {
    super('A text holds a character that cannot be kept: NUL or half of a surrogate pair. Nothing was changed; remove it.');
  }
}

/** The disk under the database or the files has no room left. It is nobody's mistake, it passes, and the doors say what it is. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
  constructor(cause: unknown) {
    super(
      'There is no room left on the disk of this installation, so nothing was kept or changed. Tell your administrator; try again when there is room.',
      { cause },
    );
  }
}

/**
 * What a statement's error means to the caller: NoRoomError where the disk is full, UnstorableTextError where PostgreSQL refused NUL in text or jsonb, or half a surrogate pair in jsonb, else the
 * error itself. Our JSON is always well-formed but for such escapes, so any fault that its parser finds is one of them.
 */
export function asCallerError(error: unknown): unknown {
  if (isDatabaseError(error, SQLSTATE.diskFull)) return new NoRoomError(error);
  const unstorable =
    isDatabaseError(error, SQLSTATE.characterNotInRepertoire) ||
    isDatabaseError(error, SQLSTATE.untranslatableCharacter) ||
    (isDatabaseError(error, SQLSTATE.invalidTextRepresentation) && /^json_e/.test(error.routine ?? ''));
  return unstorable ? new UnstorableTextError() : error;
}
