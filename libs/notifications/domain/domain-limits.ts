import type { Id } from '#libs/kernel/index.js';

/** How many mails a domain is given, as `MAIL_LIMITS` has it. */
export interface DomainLimit {
  /** In small letters; `*`: every domain that is not named. */
  readonly domain: string;
  /** Mails in `every_ms`. */
  readonly mails: number;
  readonly every_ms: number;
  /** Mails on their way at once; null: as many as there are. */
  readonly atOnce: number | null;
}

interface Lane {
  readonly limit: DomainLimit;
  readonly interval_ms: number;
  /** How far ahead of its turn a mail may go: what a second holds goes at once. */
  readonly ahead_ms: number;
  next_ms: number;
  underWay: number;
}

/** A mail that finds too many of its domain under way looks again so soon. */
const CROWDED_MS = 500;
/** Turns beyond this are not kept; who would get one asks again in a minute. */
const MOST_TURNS = 50_000;
const ASK_AGAIN_MS = 60_000;

/**
 * How many mails each domain is given, in one process. Who has to wait gets a turn and keeps it: it is put off once, not again and again. The generic cell
 * rate algorithm (ITU-T I.371 §B), with turns.
 */
export class DomainLimits {
  private readonly lanes = new Map<string, Lane | null>();
  private readonly turns = new Map<Id, number>();

  constructor(private readonly limits: readonly DomainLimit[]) {}

  /** 0: it may go now, and `done` is called for it; else how long it has to wait. */
  admit(id: Id, recipient: string, now_ms: number): number {
    const lane = this.laneOf(recipient);
    if (lane === null) return 0;
    const { atOnce } = lane.limit;
    const at_ms = this.turns.get(id) ?? this.turn(id, lane, now_ms);
    if (at_ms > now_ms) return at_ms - now_ms;
    if (atOnce !== null && lane.underWay >= atOnce) {
      this.turns.set(id, at_ms);
      return CROWDED_MS;
    }
    this.turns.delete(id);
    lane.underWay += 1;
    return 0;
  }

  /** A mail that was admitted is no longer under way. */
  done(recipient: string): void {
    const lane = this.laneOf(recipient);
    if (lane !== null) lane.underWay -= 1;
  }

  private turn(id: Id, lane: Lane, now_ms: number): number {
    const at_ms = Math.max(lane.next_ms, now_ms) - lane.ahead_ms;
    if (at_ms > now_ms) {
      this.forgetOld(now_ms);
      if (this.turns.size >= MOST_TURNS) return now_ms + ASK_AGAIN_MS;
      this.turns.set(id, at_ms);
    }
    lane.next_ms = Math.max(lane.next_ms, now_ms) + lane.interval_ms;
    return at_ms;
  }

  /** Of mails that were withheld, or sent by somebody else. */
  private forgetOld(now_ms: number): void {
    if (this.turns.size < MOST_TURNS) return;
    for (const [id, at_ms] of this.turns) if (at_ms < now_ms - ASK_AGAIN_MS) this.turns.delete(id);
  }

  private laneOf(recipient: string): Lane | null {
    const domain = recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase();
    const known = this.lanes.get(domain);
    if (known !== undefined) return known;
    const limit = this.limits.find((each) => each.domain === domain) ?? this.limits.find((each) => each.domain === '*');
    const lane = limit === undefined ? null : laneFor(limit);
    this.lanes.set(domain, lane);
    return lane;
  }
}

function laneFor(limit: DomainLimit): Lane {
  const interval_ms = limit.every_ms / limit.mails;
  return { limit, interval_ms, ahead_ms: Math.max(0, 1000 - interval_ms), next_ms: 0, underWay: 0 };
}
