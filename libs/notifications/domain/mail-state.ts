/**
 * The life of a mail: DECIDED → RELAYED (its ticket is on the queue) → SENDING (claimed under a lease) → SENT, or back to DECIDED to try again
 * later, or FAILED. SKIPPED mails were decided against.
 */
export const MAIL_STATES = ['DECIDED', 'RELAYED', 'SENDING', 'SENT', 'FAILED', 'SKIPPED'] as const;
export type MailState = (typeof MAIL_STATES)[number];
