import type { Language } from '#libs/kernel/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far away an instant is, as people say it: "in 3 days", "tomorrow", "vor 2 Stunden". */
export function fromNow(at: Date, now: Date, language: Language = 'en'): string {
  const away_ms = at.getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(away_ms) < HOUR_MS) return words.format(Math.round(away_ms / MINUTE_MS), 'minute');
  if (Math.abs(away_ms) < DAY_MS) return words.format(Math.round(away_ms / HOUR_MS), 'hour');
  return words.format(Math.round(away_ms / DAY_MS), 'day');
}
