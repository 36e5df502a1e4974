const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When the sample's people are at their desks: Monday to Friday, 08:00 to 17:00 UTC, which suits all of their zones. */
const OPENS_MS = 8 * HOUR_MS;
const CLOSES_MS = 17 * HOUR_MS;

/** The instant itself when it lies in office hours, else the next opening with the minutes of the instant kept. */
export function nextOfficeTime(at_ms: number): number {
  const time_ms = at_ms % DAY_MS;
  const midnight_ms = at_ms - time_ms;
  const minutes_ms = at_ms % HOUR_MS;
  if (isWeekday(midnight_ms)) {
    if (time_ms < OPENS_MS) return midnight_ms + OPENS_MS + minutes_ms;
    if (time_ms < CLOSES_MS) return at_ms;
  }
  let next_ms = midnight_ms + DAY_MS;
  while (!isWeekday(next_ms)) next_ms += DAY_MS;
  return next_ms + OPENS_MS + minutes_ms;
}

/** The instant itself when it lies in office hours, else the last hour of the office day before. */
export function lastOfficeTime(at_ms: number): number {
  const time_ms = at_ms % DAY_MS;
  let midnight_ms = at_ms - time_ms;
  if (isWeekday(midnight_ms)) {
    if (time_ms >= OPENS_MS && time_ms < CLOSES_MS) return at_ms;
    if (time_ms >= CLOSES_MS) return midnight_ms + CLOSES_MS - HOUR_MS + (at_ms % HOUR_MS);
  }
  do midnight_ms -= DAY_MS;
  while (!isWeekday(midnight_ms));
  return midnight_ms + CLOSES_MS - HOUR_MS + (at_ms % HOUR_MS);
}

function isWeekday(midnight_ms: number): boolean {
  const day = new Date(midnight_ms).getUTCDay();
  return day >= 1 && day <= 5;
}
