import { dateInZone, wallToInstant } from '#libs/kernel/index.js';
import type { MailKey } from './mails/registry.js';

/** When an organisation lets its mails leave. */
export interface MailTiming {
  /** How long a mail about what the team did can be taken back, in seconds. */
  readonly undo_s: number;
  /** The same for single kinds of mail. */
  readonly undoByMail: Readonly<Partial<Record<MailKey, number>>>;
  /** Wall-clock times, in the candidate's zone, between which no mail is sent to candidates that can wait; null: there are none. */
  readonly quiet: { readonly from: string; readonly until: string } | null;
}

/** The same with what the installation says: for how long news to a reader are gathered, in seconds; 0: each goes by itself. */
export interface HouseTiming extends MailTiming {
  readonly gather_s: number;
}

export const MAX_UNDO_S = 86_400;

/** What holds where an organisation has not said otherwise: a slip of the hand is noticed within seconds, a rejection deserves a second thought. */
export const USUAL_TIMING: HouseTiming = { undo_s: 30, undoByMail: { rejected: 600 }, quiet: null, gather_s: 600 };
/** Decided so shortly before a bundle leaves, news wait for the next one. */
export const GATHER_LEAD_MS = 20_000;
const DAY_MS = 86_400_000;
/** Everything leaves at once. */
export const AT_ONCE: HouseTiming = { undo_s: 0, undoByMail: {}, quiet: null, gather_s: 0 };

export interface Leaving {
  readonly mail: MailKey;
  readonly now: Date;
  /** A member of the team did what the mail tells of: nobody else has something to take back. */
  readonly byTeam: boolean;
  /** The candidate's zone where the mail may wait for their day; null: it may not wait. */
  readonly zone: string | null;
  /** Several of them to one reader come as one. */
  readonly gathered?: boolean;
}

/** The instant before which a mail does not leave. */
export function leavesAt(timing: HouseTiming, { mail, now, byTeam, zone, gathered = false }: Leaving): Date {
  if (gathered && timing.gather_s > 0) return endOfWindow(now, timing.gather_s * 1000);
  const undo_s = byTeam ? (timing.undoByMail[mail] ?? timing.undo_s) : 0;
  const at = new Date(now.getTime() + undo_s * 1000);
  return zone === null || timing.quiet === null ? at : afterQuiet(at, timing.quiet, zone);
}

/** The instant itself, or the end of the quiet hours it falls into. Quiet hours may run past midnight. */
function afterQuiet(at: Date, { from, until }: NonNullable<MailTiming['quiet']>, zone: string): Date {
  const at_ms = at.getTime();
  for (const day_ms of [at_ms - DAY_MS, at_ms]) {
    const date = dateInZone(day_ms, zone);
    const start_ms = wallToInstant(date, from, zone);
    const endDate = until > from ? date : nextDate(date);
    const end_ms = wallToInstant(endDate, until, zone);
    if (start_ms <= at_ms && at_ms < end_ms) return new Date(end_ms);
  }
  return at;
}

/** Windows stand on the clock, so that what is gathered is due at one instant. */
function endOfWindow(now: Date, window_ms: number): Date {
  return new Date(Math.ceil((now.getTime() + GATHER_LEAD_MS) / window_ms) * window_ms);
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
