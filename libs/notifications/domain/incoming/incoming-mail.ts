/** What a mail that came in is: somebody's answer, a machine's, a report that ours did not arrive (or not yet), an answer from a calendar. */
export const INCOMING_KINDS = ['REPLY', 'AUTO_REPLY', 'BOUNCE', 'DELAY', 'CALENDAR'] as const;
export type IncomingKind = (typeof INCOMING_KINDS)[number];
