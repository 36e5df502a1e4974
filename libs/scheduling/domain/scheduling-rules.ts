import type { StageKind } from '#libs/pipeline/index.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What holds for every posting. Chosen, not derived; a posting that needs another value will make it a setting. */
export const SCHEDULING = {
  /** Minutes that an interviewer (and the candidate) is kept free before and after an interview, to write it up and to breathe. */
  buffer_min: 10,
  /** Nobody is asked to come sooner than this. */
  notice_ms: 24 * HOUR_MS,
  /** How far ahead times are shown unless asked otherwise, and at most. */
  horizon_ms: 14 * DAY_MS,
  longestHorizon_ms: 28 * DAY_MS,
  /** How long a candidate may take to choose a time. */
  request_ms: 14 * DAY_MS,
  /** How long a time is kept for a candidate who has not made up their mind. */
  hold_ms: 10 * 60_000,
  /** How long before an interview everybody is reminded of it. */
  reminder_ms: 24 * HOUR_MS,
  slots: { usual: 50, most: 500 },
  /** Most weekly rules and coming busy blocks that a person may have. */
  weeklyRules: 50,
  busyBlocks: 2000,
  longestBusy_ms: 60 * DAY_MS,
  /** How far back a busy block may have ended, and how far ahead it may begin. */
  busyPast_ms: 7 * DAY_MS,
  busyAhead_ms: 2 * 366 * DAY_MS,
  /** Longest reason that people may write. */
  reason: 500,
} as const;

/** Minutes of a meeting whose plan does not say how long it is; null where nobody meets. */
export const USUAL_DURATION_MIN: Readonly<Record<StageKind, number | null>> = {
  SCREEN: 30,
  TECHNICAL: 60,
  PANEL: 60,
  INTERVIEW: 45,
  TAKE_HOME: null,
  OFFER: null,
};
