import { ok, refuse, type Refusal, type Refused, type Result } from '#libs/kernel/index.js';
import { invalid, type InvalidRefusal } from './availability.js';
import type { ChoosingRefusal } from './choosing.js';
import type { LoopRules } from './find-loops.js';
import type { LoopStage } from './loop-rounds.js';
import { whyNoMeeting, type Meeting, type MeetingRefusal } from './meeting.js';

export const PACES = ['ANY', 'SAME_DAY', 'SPREAD'] as const;

/** The team has asked the candidate to choose times for all rounds, as one. */
export interface LoopRequest {
  readonly id: string;
  readonly pace: LoopRules['pace'];
  readonly longestDays: number | null;
  readonly expiresAt_ms: number;
}

/** All rounds that an application has before it, each with its meeting. */
export interface Loop {
  readonly meetings: readonly Meeting[];
  readonly stages: readonly LoopStage[];
  readonly request: LoopRequest | null;
}

export type LoopRefusal = Refusal<'NOTHING_LEFT'> | MeetingRefusal | ChoosingRefusal;

const DAY_MIN = 1440;

/** How the rounds of a loop may lie, as it was asked for. */
export function checkLoopRules(
  pace: string | null,
  longestDays: number | null,
  under: string,
): Result<Pick<LoopRules, 'pace' | 'longest_min'>, InvalidRefusal> {
  const known = PACES.find((one) => one === (pace ?? 'ANY'));
  if (known === undefined) return invalid(`${under}pace`, `Choose one of ${PACES.join(', ')}.`);
  if (longestDays !== null && !(Number.isInteger(longestDays) && longestDays >= 1 && longestDays <= 28))
    return invalid(`${under}longestDays`, 'A loop is looked for within 1 to 28 days.');
  return ok({ pace: known, longest_min: longestDays === null ? null : longestDays * DAY_MIN });
}

/** The rules of a request, dates being those of `zone`. */
export function loopRules({ pace, longestDays }: Pick<LoopRequest, 'pace' | 'longestDays'>, zone: string): LoopRules {
  return { zone, pace, longest_min: longestDays === null ? null : longestDays * DAY_MIN };
}

/** Why no loop can be offered, whatever the times; null when one can be looked for. Candidates choose only what they were asked to. */
export function whyNoLoop({ meetings, request }: Loop, byCandidate: boolean, now: Date): Refused<LoopRefusal> | null {
  if (byCandidate && (request === null || request.expiresAt_ms <= now.getTime())) {
    return request === null
      ? refuse('NOTHING_TO_SCHEDULE', 'There are no rounds to choose together at present. Your own page shows what comes next.')
      : refuse(
          'REQUEST_EXPIRED',
          'The time to choose is over. Your application is unchanged: answer our last mail and we will arrange times.',
        );
  }
  if (meetings.length === 0)
    return refuse('NOTHING_LEFT', 'No interview is left before this application. Nothing has to be scheduled.');
  for (const meeting of meetings) {
    const why = whyNoMeeting(meeting);
    if (why === null) continue;
    if (!byCandidate) return why;
    return refuse(
      'NOT_READY',
      'Times cannot be offered yet: the team still has to prepare these interviews. Please look again later.',
    );
  }
  return null;
}
