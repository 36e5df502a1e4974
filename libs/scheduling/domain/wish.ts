import { isZone, ok, type Interval, type Result } from '#libs/kernel/index.js';
import { invalid, NO_INSTANT, type InvalidRefusal } from './availability.js';
import { SCHEDULING } from './scheduling-rules.js';

/** Times that a candidate names, as they come in. */
export interface TimesNamed {
  readonly zone: string;
  readonly windows: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  readonly note?: string | null;
}

export interface Wish {
  readonly zone: string;
  /** In order of their beginning. */
  readonly windows: readonly Interval[];
  readonly note: string;
}

export const WISH_LIMITS = { windows: 10, note: 500, longest_ms: 24 * 3_600_000 } as const;

/** Checks the times a candidate names: each long enough for the interview, to come within four weeks; one fault refuses all and says which. */
export function checkWish({ zone, windows, note }: TimesNamed, duration_min: number, now: Date): Result<Wish, InvalidRefusal> {
  if (!isZone(zone)) return invalid('input.zone', 'That is not a time zone. Use an IANA name such as Europe/Athens.');
  if (windows.length === 0) return invalid('input.windows', 'Name at least one time that suits you.');
  if (windows.length > WISH_LIMITS.windows) return invalid('input.windows', `Name at most ${WISH_LIMITS.windows} times.`);
  const words = (note ?? '').trim();
  if (words.length > WISH_LIMITS.note || words.includes('\0'))
    return invalid('input.note', `Your words have ${words.length} characters; ${WISH_LIMITS.note} are allowed.`);
  const checked: Interval[] = [];
  for (const [at, { startsAt, endsAt }] of windows.entries()) {
    const [start_ms, end_ms] = [startsAt.getTime(), endsAt.getTime()];
    const field = `input.windows.${at}`;
    const which = windows.length === 1 ? 'The time' : `Time ${at + 1}`;
    if (Number.isNaN(start_ms) || Number.isNaN(end_ms)) return invalid(field, NO_INSTANT);
    if (end_ms - start_ms < duration_min * 60_000)
      return invalid(field, `${which} is too short: the interview takes ${duration_min} minutes.`);
    if (end_ms - start_ms > WISH_LIMITS.longest_ms)
      return invalid(field, `${which} is longer than a day. Name each day by itself.`);
    if (start_ms < now.getTime()) return invalid(field, `${which} has begun already. Name one to come.`);
    if (end_ms > now.getTime() + SCHEDULING.longestHorizon_ms + WISH_LIMITS.longest_ms)
      return invalid(field, `${which} is more than four weeks ahead. Name a sooner one.`);
    checked.push({ start_ms, end_ms });
  }
  return ok({ zone, windows: checked.sort((a, b) => a.start_ms - b.start_ms), note: words });
}
