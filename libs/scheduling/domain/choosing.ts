import { isZone, ok, refuse, type Interval, type Refusal, type Refused, type Result } from '#libs/kernel/index.js';
import { invalid, NO_INSTANT, type InvalidRefusal } from './availability.js';
import { bookedInterview, whyNoMeeting, type Meeting, type MeetingRefusal } from './meeting.js';
import { saidNotice, type SchedulingLaw } from './scheduling-law.js';
import { SCHEDULING } from './scheduling-rules.js';

export type ChoosingRefusal = Refusal<'NOTHING_TO_SCHEDULE' | 'NOT_SELF_SCHEDULED' | 'REQUEST_EXPIRED' | 'NOT_READY'>;

/** Why a candidate may not choose a time now; null when they may. They are not told how the team is organised. */
export function whyCandidateMayNotChoose(meeting: Meeting, now: Date): Refused<ChoosingRefusal> | null {
  const { stage, request } = meeting;
  const interview = bookedInterview(meeting);
  if (meeting.status !== 'ACTIVE' || stage === null || (request === null && interview === null)) {
    return refuse(
      'NOTHING_TO_SCHEDULE',
      'There is no interview to choose a time for at present. Your own page shows what comes next.',
    );
  }
  if (!stage.selfSchedule) {
    return refuse(
      'NOT_SELF_SCHEDULED',
      'The team arranges this interview with you. Answer our last mail and say which times suit you.',
    );
  }
  if (interview === null && (request?.status !== 'OPEN' || request.expiresAt_ms <= now.getTime())) {
    return refuse(
      'REQUEST_EXPIRED',
      'The time to choose is over. Your application is unchanged: answer our last mail and we will arrange a time.',
    );
  }
  if (whyNoMeeting(meeting) !== null) {
    return refuse(
      'NOT_READY',
      'Times cannot be offered yet: the team still has to prepare this interview. Your place is kept; please look again later.',
    );
  }
  return null;
}

/** Why times cannot be looked for by whoever asks; null when they can. */
export function whyNotChoose(
  meeting: Meeting,
  byCandidate: boolean,
  now: Date,
): Refused<MeetingRefusal | ChoosingRefusal> | null {
  return byCandidate ? whyCandidateMayNotChoose(meeting, now) : whyNoMeeting(meeting);
}

/** The days that are asked about, before it is known which law they are under: from now, four weeks at most. */
export function askedWindow(from: Date | null, to: Date | null, now: Date): Result<Interval, InvalidRefusal> {
  if (from !== null && Number.isNaN(from.getTime())) return invalid('from', NO_INSTANT);
  if (to !== null && Number.isNaN(to.getTime())) return invalid('to', NO_INSTANT);
  const last_ms = now.getTime() + SCHEDULING.longestHorizon_ms;
  const start_ms = Math.max(from?.getTime() ?? 0, now.getTime());
  if (from !== null && to !== null && from >= to)
    return invalid('to', 'The window ends before it begins. Exchange or correct the two times.');
  if (start_ms >= last_ms) return invalid('from', 'Times are offered for the next four weeks. Ask from an earlier day.');
  if (to !== null && to.getTime() > last_ms)
    return invalid('to', 'Times are offered for the next four weeks. Ask until an earlier day.');
  if (to !== null && to.getTime() <= start_ms) return invalid('to', 'This window is over already. Ask until a later day.');
  return ok({ start_ms, end_ms: to?.getTime() ?? last_ms });
}

/** What of the asked days is searched: after the notice, two weeks of them unless an end was asked for. */
export function searchedWindow(
  asked: Interval,
  to: Date | null,
  law: SchedulingLaw,
  now: Date,
): Result<Interval, InvalidRefusal> {
  const start_ms = Math.max(asked.start_ms, now.getTime() + law.notice_ms);
  const end_ms = to === null ? Math.min(start_ms + SCHEDULING.horizon_ms, asked.end_ms) : asked.end_ms;
  if (start_ms < end_ms) return ok({ start_ms, end_ms });
  return invalid('to', `Interviews need ${saidNotice(law)} of notice, so this window holds no time. Ask until a later day.`);
}

/** How many slots to write out. */
export function slotLimit(limit: number | null): Result<number, InvalidRefusal> {
  const { usual, most } = SCHEDULING.slots;
  if (limit === null) return ok(usual);
  return Number.isInteger(limit) && limit >= 1 && limit <= most
    ? ok(limit)
    : invalid('limit', `Ask for 1 to ${most} times at once.`);
}

/** The zone in which times are said, or `otherwise`. */
export function shownZone(zone: string | null, otherwise: string): Result<string, InvalidRefusal> {
  if (zone === null) return ok(isZone(otherwise) ? otherwise : 'UTC');
  if (isZone(zone)) return ok(zone);
  return invalid('zone', `"${String(zone).slice(0, 60)}" is not a time zone; use an IANA name such as Europe/Athens.`);
}

/** A reason as people write it: trimmed, short enough, and there when it is `needed`. */
export function checkReason(
  reason: string | null,
  needed: string | null,
  field = 'input.reason',
): Result<string, InvalidRefusal> {
  const words = (reason ?? '').trim();
  if (words === '' && needed !== null) return invalid(field, needed);
  if (words.includes('\0')) return invalid(field, 'This holds a character that cannot be kept. Type it anew.');
  if (words.length > SCHEDULING.reason)
    return invalid(field, `This has ${words.length} characters; ${SCHEDULING.reason} are allowed.`);
  return ok(words);
}

/** A start that can be booked at all: an instant on a whole minute, in the future. */
export function checkStart(startsAt: Date, now: Date, field = 'input.startsAt'): Result<number, InvalidRefusal> {
  const start_ms = startsAt.getTime();
  if (Number.isNaN(start_ms)) return invalid(field, NO_INSTANT);
  if (start_ms % 60_000 !== 0) return invalid(field, 'An interview starts on a whole minute.');
  if (start_ms <= now.getTime()) return invalid(field, 'This time is over. Choose a later one.');
  if (start_ms > now.getTime() + SCHEDULING.busyAhead_ms)
    return invalid(field, 'This is more than two years from now. Check the year.');
  return ok(start_ms);
}

/** An address of a video room, https or http. */
export function checkMeetingUrl(text: string | null): Result<string | null, InvalidRefusal> {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return ok(null);
  if (trimmed.length <= 2000 && /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed)) return ok(new URL(trimmed).href);
  return invalid('input.meetingUrl', 'The address of the meeting begins with https:// and has at most 2000 characters.');
}
