import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import { formatInZone, ok, type Actor, type Clock, type Id, type Result } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { checkStart, shownZone, whyNotChoose } from '../domain/choosing.js';
import { fillAt, onLawfulDays, whyNotTime } from '../domain/find-times.js';
import { durationOf, type Meeting } from '../domain/meeting.js';
import { concernsCandidate, sayRule, type SaidRule } from '../domain/say-why.js';
import { saidNotice } from '../domain/scheduling-law.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { readMeeting } from '../persistence/load-meeting.js';
import {
  applicationOf,
  FindSlots,
  mayScheduleAs,
  NO_SUCH_APPLICATION,
  type OfferedSlot,
  type SlotsRefusal,
} from './find-slots.js';

/** Why an interview cannot be at one time. */
export interface WhyNotTime {
  readonly startsAt: Date;
  readonly said: string;
  readonly possible: boolean;
  readonly message: string;
  /** The fewest rules that would have to give way; for candidates only what concerns them. */
  readonly rules: readonly SaidRule[];
  /** For the team: each seat's members and what keeps each of them. */
  readonly seats: readonly {
    readonly seatId: Id;
    readonly role: string;
    readonly members: readonly { readonly personId: Id; readonly name: string; readonly rules: readonly SaidRule[] }[];
  }[];
  /** The times nearest after it. */
  readonly alternatives: readonly OfferedSlot[];
}

const ALTERNATIVES = 3;

/** Answers "why not this time?", and what is possible instead. */
@Injectable()
export class ExplainTime {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly findSlots: FindSlots,
  ) {}

  async execute(
    actor: Actor,
    wanted: { readonly applicationId?: Id | null; readonly startsAt: Date; readonly zone?: string | null },
  ): Promise<Result<WhyNotTime, SlotsRefusal>> {
    const now = this.clock.now();
    const applicationId = applicationOf(actor, wanted.applicationId ?? null);
    if (applicationId === null) return NO_SUCH_APPLICATION;
    const start = checkStart(wanted.startsAt, now, 'startsAt');
    if (!start.ok) return start;
    const day_ms = 24 * 60 * MINUTE_MS;
    const window = { start_ms: start.value, end_ms: start.value + day_ms };
    const seen = await readMeeting(this.uow, actor.organizationId, applicationId, window, personIdOf(actor));
    if (!seen || !mayScheduleAs(actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
    const byCandidate = actor.kind === 'candidate';
    const why = whyNotChoose(seen.meeting, byCandidate, now);
    if (why) return why;
    const zone = shownZone(wanted.zone ?? null, byCandidate ? seen.meeting.candidateZone : seen.meeting.zone);
    if (!zone.ok) return zone;
    const explained = byCandidate
      ? forCandidate(seen.meeting, start.value, now, zone.value)
      : forTeam(seen.meeting, start.value, now, zone.value);
    const from = new Date(Math.max(start.value - day_ms / 2, now.getTime()));
    const near = await this.findSlots.execute(actor, { applicationId, from, zone: zone.value, limit: ALTERNATIVES });
    return ok({
      startsAt: wanted.startsAt,
      said: formatInZone(start.value, zone.value),
      ...explained,
      alternatives: near.ok ? near.value.slots : [],
    });
  }
}

type Explained = Pick<WhyNotTime, 'possible' | 'message' | 'rules' | 'seats'>;

function forTeam(meeting: Meeting, start_ms: number, now: Date, zone: string): Explained {
  const outer = outerRules(meeting, start_ms, now);
  const why = whyNotTime(meeting, start_ms);
  const fewest = (why.fewest ?? []).map((rule) => sayRule(rule, meeting, zone));
  const nobody: SaidRule[] =
    why.fewest === null
      ? [{ code: 'NOBODY', message: 'there are too few people for its seats', personId: null, during: null }]
      : [];
  const rules = [...outer, ...fewest, ...nobody];
  const roles = new Map(meeting.seats.map(({ seatId, role }) => [seatId, role]));
  const seats = why.seats
    .filter(({ seatId }) => roles.has(seatId))
    .map(({ seatId, members }) => ({
      seatId,
      role: roles.get(seatId)!,
      members: members.map(({ interviewerId, rules: theirs }) => ({
        personId: interviewerId,
        name: meeting.interviewers.get(interviewerId)?.name ?? '',
        rules: theirs.map((rule) => sayRule(rule, meeting, zone)),
      })),
    }));
  const possible = rules.length === 0;
  const message = possible
    ? 'This time is possible.'
    : `This time is not possible: ${rules.map(({ message: words }) => words).join('; ')}.`;
  return { possible, message, rules, seats };
}

/** A candidate learns what they can change themselves; what keeps the team is the team's. */
function forCandidate(meeting: Meeting, start_ms: number, now: Date, zone: string): Explained {
  const outer = outerRules(meeting, start_ms, now);
  const why = whyNotTime(meeting, start_ms);
  const seen = [...why.laws, ...why.seats.flatMap(({ members }) => members.flatMap(({ rules }) => rules))];
  const own = seen.filter((rule) => concernsCandidate(rule, meeting)).map((rule) => sayRule(rule, meeting, zone));
  const rules = [...outer, ...own].map((rule) => ({ ...rule, message: CANDIDATE_WORDS[rule.code] ?? rule.message }));
  const possible = outer.length === 0 && fillAt(meeting, start_ms, 'RULES') !== null;
  const team = why.laws.length === 0 ? 'Somebody of the team is not free then' : 'The team holds no interviews then';
  const message = possible
    ? 'This time is possible.'
    : rules.length > 0
      ? `This time cannot be chosen: ${rules.map(({ message: words }) => words).join('; ')}.`
      : `${team}; please choose another time.`;
  return { possible, message, rules, seats: [] };
}

const CANDIDATE_WORDS: Partial<Record<SaidRule['code'], string>> = {
  CANDIDATE_HOURS: 'it is early or late where you are; tell us if it suits you all the same',
  CANDIDATE_WINDOWS: 'it is none of the times you named',
  CANDIDATE_BUSY: 'you have another interview with us then',
};

/** What a time is asked before any search. */
function outerRules(meeting: Meeting, start_ms: number, now: Date): SaidRule[] {
  const rule = (code: SaidRule['code'], message: string): SaidRule => ({ code, message, personId: null, during: null });
  const end_ms = start_ms + durationOf(meeting)! * MINUTE_MS;
  const lawful = onLawfulDays(meeting, { start_ms, end_ms });
  const rules: SaidRule[] = [];
  if (start_ms < now.getTime() + meeting.law.notice_ms)
    rules.push(rule('NOTICE', `interviews need ${saidNotice(meeting.law)} of notice`));
  if (end_ms > now.getTime() + SCHEDULING.longestHorizon_ms)
    rules.push(rule('TOO_FAR_AHEAD', 'it is more than four weeks ahead'));
  if (lawful.start_ms > start_ms || lawful.end_ms < end_ms)
    rules.push(rule('OUTSIDE_DAYS', 'it is not on one of the days on which interviews are held'));
  if (start_ms % (15 * MINUTE_MS) !== 0) rules.push(rule('GRID', 'interviews begin at a quarter of an hour'));
  return rules;
}
