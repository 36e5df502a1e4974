/** The fields of a PostgreSQL error that code may decide on (https://www.postgresql.org/docs/18/protocol-error-fields.html). */
export interface DatabaseError extends Error {
  code: string;
  constraint?: string;
  table?: string;
}

/** SQLSTATE codes that have a meaning for us. */
export const SQLSTATE = {
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
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
