import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Id } from '#libs/kernel/index.js';
import type { OfferedSlots } from '#libs/scheduling/index.js';
import { schedulePage } from './schedule-page.js';
import { scheduleView, type ScheduleData } from './schedule-view.js';

const HOUR_MS = 3_600_000;

/** The page's data when these hours are offered to somebody in a zone by a team in another. */
function data(candidateZone: string, teamZone: string, hours: readonly string[], language = LANGUAGES[0]): ScheduleData {
  const slots = hours.map((at) => {
    const startsAt = new Date(at);
    return { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS), said: '', seats: [] };
  });
  const [applicationId, stageId] = ['application', 'stage'] as Id[] as [Id, Id];
  const value: OfferedSlots = {
    ...{ applicationId, stageId, stageName: 'Panel', durationMin: 60, zone: candidateZone, teamZone, slots },
    ...{ count: slots.length, none: null, moves: null },
  };
  const standing: ScheduleData['standing'] = {
    ...{ organization: { name: 'Kestrel', slug: 'kestrel', contactEmail: 'jobs@kestrel.example' }, postingTitle: 'Rust' },
    ...{
      candidateName: 'Jo',
      candidateZone,
      language,
      promisedBy: null,
      status: 'ACTIVE',
      appliedAt: hours[0]!,
      consentedAt: null,
    },
    ...{
      keptDays: null,
      enteredStageAt: hours[0]!,
      stageId,
      mayChooseTime: true,
      openTakeHome: false,
      interviews: [],
      requests: [],
    },
    stages: [{ id: stageId, name: 'Panel', kind: 'PANEL', durationMin: 60, targetDays: null }],
  };
  const none = { ok: false, refusal: { code: 'NOTHING_TO_SCHEDULE', message: '' } } as const;
  const choice = { held: null, heldLoop: null, named: null };
  const now = new Date(slots[0]!.startsAt.getTime() - 48 * HOUR_MS);
  return { standing, stageId, found: { ok: true, value }, loops: none, interviews: [], choice, now, said: null, typed: {} };
}

describe('times to choose from', () => {
  it('say the team’s day where it is another one', () => {
    // 14:00 on Thursday in New York is Friday morning in Auckland.
    const view = scheduleView(data('Pacific/Auckland', 'America/New_York', ['2030-03-28T18:00Z', '2030-03-28T19:00Z']));
    expect(view.days).toMatchObject([
      { day: 'Friday 29 March 2030', elsewhere: '(Thursday 28 March 2030 in America/New York)', slots: [{ time: '07:00' }, {}] },
    ]);
    expect(schedulePage(view)).toContain('(Thursday 28 March 2030 in America/New York)');
    const same = scheduleView(data('Europe/Athens', 'America/New_York', ['2030-03-28T14:00Z']));
    expect(same.days[0]!.elsewhere).toBeNull();
  });

  it('say which it is of an hour that comes twice, and that the clocks change before the first of them', () => {
    const hours = ['2030-11-03T04:30Z', '2030-11-03T05:30Z', '2030-11-03T06:30Z', '2030-11-03T07:30Z'];
    const view = scheduleView(data('America/New_York', 'America/New_York', hours));
    expect(view.days[0]!.slots.map(({ time }) => time)).toEqual(['00:30', '01:30 EDT (UTC-4)', '01:30 EST (UTC-5)', '02:30']);
    expect(view.clockChanges).toEqual([expect.stringContaining('Your clocks change on Sunday 3 November 2030')]);
    const page = schedulePage(view);
    expect(page.indexOf('Your clocks change')).toBeLessThan(page.indexOf('01:30 EDT'));
    // Half an hour back in Lord Howe.
    const lordHowe = data('Australia/Lord_Howe', 'UTC', ['2030-04-06T14:30Z', '2030-04-06T14:45Z', '2030-04-06T15:00Z']);
    const times = scheduleView(lordHowe).days[0]!.slots.map(({ time }) => time);
    expect(times).toEqual(['01:30 LHDT (UTC+11)', '01:45', '01:30 LHST (UTC+10:30)']);
  });
});
