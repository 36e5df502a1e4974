import { dateInZone, momentInZone, offsetSpans, type Refusal, type Result } from '#libs/kernel/index.js';
import type { CandidateInterviewSeen, OfferedLoops, OfferedSlots, OwnChoice } from '#libs/scheduling/index.js';
import type { CandidateFrame } from './candidate-pages.js';
import { type CandidateWords, candidateWords } from './candidate-words.js';
import { loopView } from './loop-view.js';
import { frame, isComing, type StandingData } from './candidate-views.js';
import type { ScheduleView } from './schedule-page.js';
import { zoneChoices } from './zone-choices.js';

/** What the page for choosing a time is made of. */
export interface ScheduleData {
  readonly standing: StandingData;
  /** The round that is looked at; the one in which the candidate is, unless another one of theirs. */
  readonly stageId: string | null;
  readonly found: Result<OfferedSlots, Refusal>;
  readonly loops: Result<OfferedLoops, Refusal>;
  readonly interviews: readonly CandidateInterviewSeen[];
  readonly choice: OwnChoice;
  readonly now: Date;
  readonly said: CandidateFrame['said'];
  readonly typed: Readonly<Record<string, string>>;
}

/** The page for choosing a time: slots by day in the candidate's zone, or why there are none. */
export function scheduleView({
  standing,
  stageId,
  found,
  loops,
  interviews,
  choice,
  now,
  said,
  typed,
}: ScheduleData): ScheduleView {
  const stage = standing.stages.find(({ id }) => id === stageId) ?? null;
  const zone = standing.candidateZone;
  const words = candidateWords(standing.language);
  const coming = interviews.filter(({ state, startsAt }) => state === 'CONFIRMED' && isComing(state, startsAt, now));
  const booked = coming.find((one) => one.stageId === stageId) ?? (stage ? null : (coming[0] ?? null));
  const slots = found.ok ? found.value.slots : [];
  return {
    ...frame(standing, said),
    loop: loopView(loops, coming, choice, { zone, words }),
    otherRounds: coming
      .filter((one) => one !== booked)
      .map(({ stageName, startsAt, stageId: id }) => ({
        stageName,
        when: words.when(new Date(startsAt), zone),
        href: `?round=${id}`,
      })),
    stageName: stage?.name ?? words.interview,
    durationMin: stage?.durationMin ?? null,
    zone,
    zones: zoneChoices(zone),
    days: byDay(slots, zone, found.ok ? found.value.teamZone : zone, words),
    clockChanges: clockChanges(slots, zone, words),
    nothing: found.ok
      ? slots.length === 0
        ? words.schedule.nothing(found.value.none?.message ?? null, choice.named !== null)
        : null
      : words.refused(found.refusal),
    held: choice.held && {
      startsAt: choice.held.startsAt,
      when: words.when(new Date(choice.held.startsAt), zone),
      until: words.clock(new Date(choice.held.heldUntil), zone),
    },
    named:
      choice.named &&
      choice.named.windows.map(({ startsAt, endsAt }) => words.span(new Date(startsAt), new Date(endsAt), choice.named!.zone)),
    mayName: found.ok && booked === null,
    typed,
    today: dateInZone(now, zone),
    booked: booked && {
      id: booked.id,
      version: booked.version,
      when: words.when(new Date(booked.startsAt), zone),
      meetingUrl: booked.meetingUrl,
      mayCancel: booked.mayCancel,
    },
  };
}

function byDay(
  slots: readonly { readonly startsAt: Date }[],
  zone: string,
  teamZone: string,
  words: CandidateWords,
): ScheduleView['days'] {
  const days = new Map<string, Date[]>();
  for (const { startsAt } of slots) {
    const day = words.day(startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), startsAt]);
  }
  return [...days].map(([day, starts]) => {
    const times = starts.map((at) => momentInZone(at, zone).time);
    // When clocks go back, an hour comes twice: then each says which it is.
    const named = (time: string, at: number) =>
      times.filter((one) => one === time).length === 1 ? time : `${time} ${momentInZone(starts[at]!, zone).zone}`;
    const theirs = [...new Set(starts.map((at) => words.day(at, teamZone)))].filter((one) => one !== day);
    return {
      day,
      elsewhere: theirs.length === 0 ? null : theirs.map((one) => words.schedule.elsewhere(one, said(teamZone))).join(', '),
      slots: starts.map((startsAt, at) => ({ startsAt: startsAt.toISOString(), time: named(times[at]!, at) })),
    };
  });
}

function said(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** When the candidate's clocks change among the days that are shown. */
function clockChanges(slots: readonly { readonly startsAt: Date }[], zone: string, words: CandidateWords): string[] {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  return offsetSpans(zone, first.startsAt.getTime(), last.startsAt.getTime() + 1)
    .slice(1)
    .map(({ start_ms }) => words.schedule.clocks(words.day(new Date(start_ms), zone), momentInZone(start_ms, zone).zone));
}
