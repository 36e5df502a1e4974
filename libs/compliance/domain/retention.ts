import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';

/** A new or changed rule erases nobody before this: time to look at who is next, and to take it back. */
export const GRACE_DAYS = 7;

export interface RetentionRuleInput {
  readonly country: string | null;
  readonly atLeastDays: number;
  readonly atMostDays: number | null;
}

const MOST_DAYS = 3660;
const EXAMPLE = 'Germany’s general equal treatment act needs 60 (§ 15(4)), 29 CFR 1602.14 in the United States 365.';

/** The rule as it is kept, or what is wrong with it. */
export function checkRule({ country, atLeastDays, atMostDays }: RetentionRuleInput): Result<RetentionRuleInput, Refusal> {
  const wrong = (field: string, message: string) =>
    refuse('INVALID_INPUT', `${message} Nothing was changed.`, { field: `input.${field}` });
  const code = country?.trim().toUpperCase() || null;
  if (code !== null && !/^[A-Z]{2}$/.test(code))
    return wrong('country', 'The country is not a two-letter code of ISO 3166-1, such as DE.');
  if (!Number.isInteger(atLeastDays) || atLeastDays < 0 || atLeastDays > MOST_DAYS)
    return wrong('atLeastDays', `Days to keep at least are 0 to ${MOST_DAYS}. ${EXAMPLE}`);
  if (atMostDays !== null && (!Number.isInteger(atMostDays) || atMostDays < Math.max(1, atLeastDays) || atMostDays > MOST_DAYS))
    return wrong(
      'atMostDays',
      `Days to keep at most are ${Math.max(1, atLeastDays)} to ${MOST_DAYS}, and not fewer than at least; or none, then nobody is erased.`,
    );
  return ok({ country: code, atLeastDays, atMostDays });
}
