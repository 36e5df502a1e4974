export const PRIVACY_REQUEST_KINDS = ['ACCESS', 'ERASURE'] as const;
/** A copy of everything that is known of the person, or that it be erased. */
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number];
export type PrivacyRequestOutcome = 'DONE' | 'DECLINED';

/** By when a request is to be answered: one month (GDPR Art. 12(3)); the last day of a shorter month (Regulation 1182/71 Art. 3(2)(c)). */
export function answerBy(askedAt: Date): Date {
  const due = new Date(askedAt);
  const day = due.getUTCDate();
  due.setUTCMonth(due.getUTCMonth() + 1);
  if (due.getUTCDate() !== day) due.setUTCDate(0);
  return due;
}
