import { type Logger, pino } from 'pino';

/** Structured logging. Fields are ids, counts and codes: never names, addresses, texts or tokens of people. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** Whatever slips through under these names is cut out before it is written. */
const REDACTED = ['email', 'name', 'password', 'token', 'recipient', 'to', 'subject', 'text', 'cookie', 'authorization'];

/** One JSON line an entry on standard output; `silent` for tests. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: { paths: [...REDACTED, ...REDACTED.map((path) => `*.${path}`)], censor: '[redacted]' },
  });
}
