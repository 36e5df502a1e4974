import { oneLine } from './variables.js';

/** What a delivery decides on, apart from the delivery itself. */

/** How often a mail is handed to a server that can be reached before it fails; with the pauses below about eight hours. */
export const MAX_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 2 * 3600_000;

/** What became of one try. */
export type Outcome =
  | { readonly kind: 'SENT'; readonly answer: string }
  /** The server cannot be reached, or wants no mail from us now: that says nothing about this mail, so the try does not count. */
  | { readonly kind: 'UNREACHABLE'; readonly error: string }
  | { readonly kind: 'LATER'; readonly error: string }
  /** It was given the whole message, and its answer was never heard. */
  | { readonly kind: 'DOUBT'; readonly error: string }
  | { readonly kind: 'NEVER'; readonly error: string };

/** What an error of the mail library tells; the fields it sets. */
export interface SmtpError {
  readonly message: string;
  /** `ECONNECTION`, `EENVELOPE` …, or the system's own such as `ECONNREFUSED`. */
  readonly code?: string;
  /** The command under way: `CONN`, `EHLO`, `AUTH PLAIN`, `RCPT TO`, `DATA` … */
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const NEVER_CONNECTED =
  /\b(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|EMFILE)\b|^Connection timeout|^Greeting never received|pool was closed/i;
const BEFORE_ANY_MAIL = /^(?:EHLO|HELO|LHLO|STARTTLS|AUTH)/;
const MAX_ERROR_CHARS = 500;

/**
 * Reads an error of a try. RFC 5321 §4.2.1: 5yz is permanent, 4yz is not; 421 is the server going away, and 503 speaks of the session.
 * A connection that broke during a mail counts as a try, since the mail may be what breaks it.
 */
export function outcomeOfError(error: SmtpError): Outcome {
  const words = oneLine(error.response ?? error.message, MAX_ERROR_CHARS);
  const reply = error.responseCode;
  const early =
    error.code === 'EDNS' || error.code === 'EAUTH' || error.code === 'ETLS' || BEFORE_ANY_MAIL.test(error.command ?? '');
  const greeting = error.command === 'CONN' && reply !== undefined;
  if (early || greeting || NEVER_CONNECTED.test(error.message)) return { kind: 'UNREACHABLE', error: words };
  if (reply !== undefined && reply >= 500 && reply < 600 && reply !== 503) return { kind: 'NEVER', error: words };
  return { kind: 'LATER', error: words };
}

/**
 * How long to wait after the n-th counted try: three times longer each time, with up to a third taken off so that mails that failed together
 * do not come back together.
 * @param chance from 0 to below 1
 */
export function pauseAfter_ms(attempts: number, chance: number, first_ms = FIRST_PAUSE_MS): number {
  const full = Math.min(first_ms * 3 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
  return Math.round(full * (1 - chance / 3));
}
