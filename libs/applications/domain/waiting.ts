import type { ApplicationStatus, StageKind } from '#libs/pipeline/index.js';
import { isMeeting } from '#libs/pipeline/index.js';

/** Whose turn it is. */
export const WAITING_ON = ['TEAM', 'CANDIDATE', 'BOTH', 'NOBODY'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

/** What they are waited for to do. */
export const WAITING_FOR = [
  'REVIEW',
  'SCHEDULING',
  'TIME_CHOICE',
  'INTERVIEW',
  'FEEDBACK',
  'TAKE_HOME',
  'OFFER',
  'NOTHING',
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

export interface Waiting {
  readonly on: WaitingOn;
  readonly for: WaitingFor;
  /** When it ends or is due, ISO instant. */
  readonly until: string | null;
}

/** What is open in the present stage; instants are ISO. */
export interface OpenWork {
  readonly status: ApplicationStatus;
  /** Null before the first stage. */
  readonly stageKind: StageKind | null;
  readonly selfSchedule: boolean;
  /** A take-home that is out. */
  readonly takeHomeDueAt: string | null;
  /** A request to find a time. */
  readonly requestExpiresAt: string | null;
  /** A meeting that is held or confirmed. */
  readonly interviewStartsAt: string | null;
  readonly interviewEndsAt: string | null;
  /** A meeting of this stage took place and no other is to come. */
  readonly interviewHeld: boolean;
}

const NOBODY: Waiting = { on: 'NOBODY', for: 'NOTHING', until: null };

/** Who waits for whom, as far as it can be seen from the stage and its open work. */
export function waitingOf(work: OpenWork, now: string): Waiting {
  if (work.status !== 'ACTIVE') return NOBODY;
  if (work.interviewEndsAt !== null) {
    return work.interviewEndsAt > now
      ? { on: 'BOTH', for: 'INTERVIEW', until: work.interviewStartsAt }
      : { on: 'TEAM', for: 'FEEDBACK', until: null };
  }
  if (work.takeHomeDueAt !== null) return { on: 'CANDIDATE', for: 'TAKE_HOME', until: work.takeHomeDueAt };
  if (work.requestExpiresAt !== null) {
    return work.selfSchedule
      ? { on: 'CANDIDATE', for: 'TIME_CHOICE', until: work.requestExpiresAt }
      : { on: 'TEAM', for: 'SCHEDULING', until: null };
  }
  if (work.stageKind === null) return { on: 'TEAM', for: 'REVIEW', until: null };
  if (work.stageKind === 'OFFER') return { on: 'TEAM', for: 'OFFER', until: null };
  return { on: 'TEAM', for: isMeeting(work.stageKind) && !work.interviewHeld ? 'SCHEDULING' : 'FEEDBACK', until: null };
}
