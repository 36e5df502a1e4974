import { dateInZone, wallToInstant, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { plusDays, type OverlapRule } from './hours.js';
import { SCHEDULING } from './scheduling-rules.js';

/** Whether candidates meet people they know already, or new ones. */
export type Familiarity = 'CONTINUITY' | 'FRESH_EYES';

/** What an organisation or a posting has said about its interviews; null and empty: nothing. */
export interface SaidRules {
  readonly hours: readonly WeeklyRule[];
  readonly overlaps: readonly OverlapRule[];
  readonly noticeHours: number | null;
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  readonly reasonableFrom: string | null;
  readonly reasonableTo: string | null;
  readonly familiarity: Familiarity | null;
  readonly meetingUrlTemplate: string | null;
}

/** The law of one posting's interviews: what it and its organisation have said, both of it. */
export interface SchedulingLaw {
  readonly organizationHours: readonly WeeklyRule[] | null;
  /** Hours of the posting besides the core hours of its document. */
  readonly postingHours: readonly WeeklyRule[] | null;
  readonly overlaps: readonly OverlapRule[];
  readonly notice_ms: number;
  /** First and last day ("YYYY-MM-DD") on which interviews are held. */
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  /** What is held to be a reasonable time of day for a candidate who has named none; null when what was said leaves none. */
  readonly reasonable: { readonly start: string; readonly end: string } | null;
  readonly familiarity: Familiarity | null;
  readonly meetingUrlTemplate: string | null;
}

/**
 * Joins what organisation and posting have said. Limits of both hold: the longer notice, the later first day, the earlier last day, the hours that lie in
 * both. Where only one choice is possible (familiarity, the address of the meeting) the posting's own wins.
 */
export function lawOf(organization: SaidRules | null, posting: SaidRules | null): SchedulingLaw {
  const said = [organization, posting].filter((rules) => rules !== null);
  const known = <T>(pick: (rules: SaidRules) => T | null): T[] =>
    said.map(pick).filter((value): value is T & NonNullable<T> => value !== null && value !== undefined);
  const notices = known(({ noticeHours }) => noticeHours);
  const hoursOf = (rules: SaidRules | null): readonly WeeklyRule[] | null =>
    rules && rules.hours.length > 0 ? rules.hours : null;
  return {
    organizationHours: hoursOf(organization),
    postingHours: hoursOf(posting),
    overlaps: said.flatMap(({ overlaps }) => overlaps),
    notice_ms: notices.length === 0 ? SCHEDULING.notice_ms : Math.max(...notices) * 3_600_000,
    earliestOn:
      known(({ earliestOn }) => earliestOn)
        .sort()
        .at(-1) ?? null,
    latestOn: known(({ latestOn }) => latestOn).sort()[0] ?? null,
    reasonable: reasonableOf(
      known(({ reasonableFrom }) => reasonableFrom),
      known(({ reasonableTo }) => reasonableTo),
    ),
    familiarity: posting?.familiarity ?? organization?.familiarity ?? null,
    meetingUrlTemplate: posting?.meetingUrlTemplate ?? organization?.meetingUrlTemplate ?? null,
  };
}

function reasonableOf(from: readonly string[], to: readonly string[]): SchedulingLaw['reasonable'] {
  const start = [...from].sort().at(-1) ?? '07:00';
  const end = [...to].sort()[0] ?? '22:00';
  return start < end ? { start, end } : null;
}

/** Nobody has said anything: a day of notice, reasonable hours. */
export const NO_RULES: SchedulingLaw = lawOf(null, null);

/** From when until when the days of the law last; without bounds where it names no days. */
export function lawfulDays({ earliestOn, latestOn }: SchedulingLaw, zone: string): Interval {
  return {
    start_ms: earliestOn === null ? -Infinity : wallToInstant(earliestOn, '00:00', zone),
    end_ms: latestOn === null ? Infinity : wallToInstant(plusDays(latestOn, 1), '00:00', zone),
  };
}

/** How long the notice is, in words: "a day", "2 days", "4 hours". */
export function saidNotice({ notice_ms }: SchedulingLaw): string {
  const hours = Math.round(notice_ms / 3_600_000);
  if (hours % 24 === 0 && hours > 0) return hours === 24 ? 'a day' : `${hours / 24} days`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
}

/** The address of the meeting from a template; `{interview}` and `{day}` stand for this one's id and date. */
export function meetingUrlFrom(template: string, interviewId: string, start_ms: number, zone: string): string {
  return template.replaceAll('{interview}', interviewId).replaceAll('{day}', dateInZone(start_ms, zone));
}
