import {
  isWallTime,
  isZone,
  ok,
  WEEKDAYS,
  weeklyRuleFaults,
  type Result,
  type Weekday,
  type WeeklyRule,
} from '#libs/kernel/index.js';
import { checkMeetingUrl } from './choosing.js';
import { invalid, type HoursRow, type InvalidRefusal } from './availability.js';
import { mondayOf, type OnCallTurn, type OverlapRule } from './hours.js';
import type { Familiarity, SaidRules } from './scheduling-law.js';

/** Rules of a posting or an organisation as people write them. */
export interface RulesWanted {
  readonly hours: readonly HoursRow[];
  readonly overlaps: readonly (HoursRow & { readonly leastMin: number })[];
  readonly noticeHours?: number | null;
  readonly earliestOn?: string | null;
  readonly latestOn?: string | null;
  readonly reasonableFrom?: string | null;
  readonly reasonableTo?: string | null;
  readonly familiarity?: string | null;
  readonly meetingUrlTemplate?: string | null;
}

export const RULE_LIMITS = { hours: 20, overlaps: 5, noticeHours: 336, turns: 20, exceptions: 400 } as const;

/** Checks rules; one fault refuses all of them and names its field. */
export function checkRules(wanted: RulesWanted): Result<SaidRules, InvalidRefusal> {
  const hours = checkHours(wanted.hours, RULE_LIMITS.hours, 'input.hours');
  if (!hours.ok) return hours;
  const overlaps = checkOverlaps(wanted.overlaps);
  if (!overlaps.ok) return overlaps;
  const { noticeHours = null, familiarity = null } = wanted;
  if (noticeHours !== null && !whole(noticeHours, 0, RULE_LIMITS.noticeHours))
    return invalid('input.noticeHours', `A notice is 0 to ${RULE_LIMITS.noticeHours} hours.`);
  if (familiarity !== null && familiarity !== 'CONTINUITY' && familiarity !== 'FRESH_EYES')
    return invalid('input.familiarity', 'Choose CONTINUITY or FRESH_EYES, or leave it out.');
  const days = checkDays(wanted.earliestOn ?? null, wanted.latestOn ?? null, ['input.earliestOn', 'input.latestOn']);
  if (!days.ok) return days;
  const reasonable = checkReasonable(wanted.reasonableFrom ?? null, wanted.reasonableTo ?? null);
  if (!reasonable.ok) return reasonable;
  const template = checkTemplate(wanted.meetingUrlTemplate ?? null);
  if (!template.ok) return template;
  return ok({
    hours: hours.value,
    overlaps: overlaps.value,
    noticeHours,
    earliestOn: wanted.earliestOn ?? null,
    latestOn: wanted.latestOn ?? null,
    ...reasonable.value,
    familiarity: familiarity as Familiarity | null,
    meetingUrlTemplate: template.value,
  });
}

/** Checks wall-clock hours that come back every week and puts the days of each in order. */
function checkHours(hours: readonly HoursRow[], most: number, field: string): Result<WeeklyRule[], InvalidRefusal> {
  if (hours.length > most) return invalid(field, `${hours.length} are too many; ${most} are allowed.`);
  const checked: WeeklyRule[] = [];
  for (const [index, { zone, days, starts, ends }] of hours.entries()) {
    const [fault] = weeklyRuleFaults({ zone, days, start: starts, end: ends });
    if (fault !== undefined) return invalid(`${field}.${index}`, `Nothing was changed: ${fault}.`);
    checked.push({ zone, start: starts, end: ends, days: inOrder(days) });
  }
  return ok(checked);
}

function checkOverlaps(overlaps: RulesWanted['overlaps']): Result<OverlapRule[], InvalidRefusal> {
  const rules = checkHours(overlaps, RULE_LIMITS.overlaps, 'input.overlaps');
  if (!rules.ok) return rules;
  const index = overlaps.findIndex(({ leastMin }) => !whole(leastMin, 0, 1440));
  if (index >= 0) return invalid(`input.overlaps.${index}.leastMin`, 'Shared hours are 0 to 1440 minutes long.');
  return ok(rules.value.map((rule, at) => ({ ...rule, least_min: overlaps[at]!.leastMin })));
}

/** The first and the last day, each a date or left out, in order. */
export function checkDays(
  from: string | null,
  to: string | null,
  fields: readonly [string, string],
): Result<null, InvalidRefusal> {
  for (const [at, date] of [from, to].entries())
    if (date !== null && !isDate(date)) return invalid(fields[at]!, 'That is not a day; write one such as 2030-03-05.');
  if (from !== null && to !== null && from > to)
    return invalid(fields[1], 'The last day is before the first. Exchange or correct them.');
  return ok(null);
}

function checkReasonable(
  from: string | null,
  to: string | null,
): Result<{ reasonableFrom: string | null; reasonableTo: string | null }, InvalidRefusal> {
  if ((from === null) !== (to === null)) return invalid('input.reasonableTo', 'Say from when until when, or neither.');
  if (from !== null && to !== null) {
    if (!isWallTime(from)) return invalid('input.reasonableFrom', 'Write a time of day from 00:00 to 23:59.');
    if (!isWallTime(to) && to !== '24:00') return invalid('input.reasonableTo', 'Write a time of day from 00:00 to 24:00.');
    if (from >= to) return invalid('input.reasonableTo', 'Reasonable hours begin and end on the same day.');
  }
  return ok({ reasonableFrom: from, reasonableTo: to });
}

function checkTemplate(text: string | null): Result<string | null, InvalidRefusal> {
  const template = text?.trim() ?? '';
  if (template === '') return ok(null);
  const field = 'input.meetingUrlTemplate';
  if (template.length > 1000) return invalid(field, `The template has ${template.length} characters; 1000 are allowed.`);
  const filled = template.replaceAll('{interview}', '0').replaceAll('{day}', '0');
  if (/[{}]/.test(filled)) return invalid(field, 'Only {interview} and {day} may stand in braces.');
  const url = checkMeetingUrl(filled);
  return url.ok ? ok(template) : invalid(field, url.refusal.message);
}

/** Checks turns of being on call. `firstWeek` becomes the Monday of its week. */
export function checkTurns(
  turns: readonly (HoursRow & { readonly everyWeeks: number; readonly firstWeek: string; readonly effect: string })[],
): Result<OnCallTurn[], InvalidRefusal> {
  const rules = checkHours(turns, RULE_LIMITS.turns, 'input.turns');
  if (!rules.ok) return rules;
  for (const [at, { everyWeeks, firstWeek, effect }] of turns.entries()) {
    const field = `input.turns.${at}`;
    if (!whole(everyWeeks, 1, 53)) return invalid(`${field}.everyWeeks`, 'A turn comes back every 1 to 53 weeks.');
    if (!isDate(firstWeek)) return invalid(`${field}.firstWeek`, 'That is not a day; write one such as 2030-03-05.');
    if (effect !== 'BUSY' && effect !== 'AVOID') return invalid(`${field}.effect`, 'Choose BUSY or AVOID.');
  }
  return ok(
    rules.value.map((rule, at) => {
      const { everyWeeks, firstWeek, effect } = turns[at]!;
      return { ...rule, everyWeeks, firstWeek: mondayOf(firstWeek), effect: effect as OnCallTurn['effect'] };
    }),
  );
}

/** A date that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function inOrder(days: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day));
}

/** A zone, or a refusal that names the field. */
export function checkZone(zone: string, field: string): Result<string, InvalidRefusal> {
  return isZone(zone) ? ok(zone) : invalid(field, 'That is not a time zone. Use an IANA name such as Europe/Athens.');
}
