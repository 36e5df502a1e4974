import { describe, expect, it } from '@jest/globals';
import { coverageOf } from './coverage.js';
import { NO_RULES } from './scheduling-law.js';

const WORKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
const NOW = Date.parse('2030-02-20T12:00Z');

describe('the world that a posting’s hours leave', () => {
  it('is where core hours are a reasonable time of day, today and after the next change of clocks on either side', () => {
    const coreHours = { zone: 'America/New_York', start: '10:00', end: '17:00', days: [...WORKDAYS] };
    const zones = ['America/New_York', 'Europe/Athens', 'Asia/Tokyo', 'Pacific/Auckland', 'Pacific/Kiritimati'];
    const covered = coverageOf({ coreHours, law: NO_RULES, zones, now_ms: NOW });
    expect(
      covered.map(({ zone, minutes, minutesAfter, changesAt }) => [
        zone,
        minutes / 60,
        minutesAfter / 60,
        changesAt && new Date(changesAt).toISOString(),
      ]),
    ).toEqual([
      ['America/New_York', 35, 35, '2030-03-10T07:00:00.000Z'],
      // 17:00 to midnight in Athens, until 22:00; two weeks later New York is an hour nearer.
      ['Europe/Athens', 25, 30, '2030-03-10T07:00:00.000Z'],
      // Midnight to seven in Tokyo; an hour earlier by then.
      ['Asia/Tokyo', 0, 0, '2030-03-10T07:00:00.000Z'],
      // 04:00 to 11:00, then 03:00 to 10:00.
      ['Pacific/Auckland', 20, 15, '2030-03-10T07:00:00.000Z'],
      // 05:00 to 12:00, a day later on the calendar; then 04:00 to 11:00.
      ['Pacific/Kiritimati', 25, 20, '2030-03-10T07:00:00.000Z'],
    ]);
  });

  it('is smaller for whoever has to share hours, and everywhere where nothing is said', () => {
    const berlin = { zone: 'Europe/Berlin', start: '09:00', end: '17:00', days: [...WORKDAYS], least_min: 240 };
    const minutes = (law: typeof NO_RULES, zone: string) =>
      coverageOf({ coreHours: null, law, zones: [zone], now_ms: NOW })[0]!.minutes / 60;
    expect(minutes(NO_RULES, 'Asia/Tokyo')).toBe(15 * 7);
    expect(minutes({ ...NO_RULES, overlaps: [berlin] }, 'Europe/Berlin')).toBe(40);
    // 17:00 to 01:00 in Tokyo, of which until 22:00 five hours are reasonable.
    expect(minutes({ ...NO_RULES, overlaps: [berlin] }, 'Asia/Tokyo')).toBe(25);
    expect(minutes({ ...NO_RULES, overlaps: [berlin] }, 'Pacific/Auckland')).toBe(0);
  });
});
