/**
 * The life of a mail: DECIDED (held until its time, if that is to come) → RELAYED (its ticket is on the queue) → SENDING (claimed under a lease) → SENT,
 * or back to DECIDED to try again later, or FAILED. IN_DOUBT: the server was given all of it and its answer was never heard. BOUNCED: a server further on
 * gave it back. SKIPPED mails were decided against; SUPERSEDED ones were taken back before they left.
 */
export const MAIL_STATES = [
  'DECIDED',
  'RELAYED',
  'SENDING',
  'IN_DOUBT',
  'SENT',
  'BOUNCED',
  'FAILED',
  'SKIPPED',
  'SUPERSEDED',
] as const;
export type MailState = (typeof MAIL_STATES)[number];
