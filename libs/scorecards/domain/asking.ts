const HOUR_MS = 3600 * 1000;

/** A reviewer reads work in their own time: they are asked for the card two days after it came. */
export const REVIEW_AFTER_MS = 48 * HOUR_MS;
/** Whoever was asked is reminded once, a day later. */
export const REMIND_AFTER_MS = 24 * HOUR_MS;
/** Timers ring by the database's clock and are judged by the machine's: so much may lie between the two. */
export const CLOCKS_APART_MS = 60 * 1000;
