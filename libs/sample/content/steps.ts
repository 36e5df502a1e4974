import type { CardWords, Step, When } from '../domain/story.js';

/** Short names for the steps of a story, with the time that each usually takes. */

export const advance = (by: string, when: When = { after_h: 20 }): Step => ({ do: 'advance', by, ...when });
export const skip = (by: string, reason: string, evidence: string, when: When = { after_h: 20 }): Step => ({
  do: 'skip',
  by,
  reason,
  evidence,
  ...when,
});
/** The candidate chooses by their link, or a member of the team arranges it. */
export const choosesTime = (when: When = { after_h: 7 }, by: string | null = null): Step => ({
  do: 'choose-time',
  choice: 'soon',
  by,
  ...when,
});
export const hasJustMet = (when: When): Step => ({ do: 'choose-time', choice: 'just-over', by: null, ...when });
export const willMeet = (when: When = { ago_h: 6 }, by: string | null = null): Step => ({
  do: 'choose-time',
  choice: 'coming',
  by,
  ...when,
});
export const cancels = (by: string | null, reason: string, when: When = { after_h: 6 }): Step => ({
  do: 'cancel-interview',
  by,
  reason,
  ...when,
});
export const misses = (by: string, when: When = { after_h: 1 }): Step => ({ do: 'miss-interview', by, ...when });
export const score = (
  seat: number,
  recommendation: CardWords['recommendation'],
  ratings: readonly number[],
  notes: string,
  when: When = { after_h: 2 },
): Step => ({ do: 'score', seat, card: { recommendation, ratings, notes }, ...when });
export const handsIn = (url: string, note: string, when: When = { after_h: 110 }): Step => ({
  do: 'hand-in',
  url,
  note,
  ...when,
});
export const extend = (by: string, days: number, when: When = { after_h: 72 }): Step => ({ do: 'extend', by, days, ...when });
export const review = (
  by: string,
  recommendation: CardWords['recommendation'],
  ratings: readonly number[],
  notes: string,
  when: When = { after_h: 26 },
): Step => ({ do: 'review', by, card: { recommendation, ratings, notes }, ...when });
export const note = (by: string, text: string, when: When = { after_h: 3 }): Step => ({ do: 'note', by, text, ...when });
export const reject = (by: string, reason: string, words: string, when: When = { after_h: 20 }): Step => ({
  do: 'reject',
  by,
  reason,
  note: words,
  ...when,
});
export const withdraws = (reason: string, words: string, when: When = { after_h: 24 }): Step => ({
  do: 'withdraw',
  reason,
  words,
  ...when,
});
export const hire = (by: string, when: When = { after_h: 60 }): Step => ({ do: 'hire', by, ...when });

/** Days, where hours would be hard to read. */
export const days = (n: number): number => n * 24;
