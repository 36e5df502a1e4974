import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInZone, formatInZone } from '#libs/kernel/index.js';
import { dueIn, dueLater, extend, remindAt, zoneOf } from './due-date.js';

const at = (text: string) => new Date(text);
const ZONES = [
  'UTC',
  'Europe/Athens',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
];

describe('the due date', () => {
  it('is 23:59 on the candidate’s clock, also when the clocks change in between', () => {
    expect(dueIn(at('2030-03-28T12:00:00Z'), 7, 'Europe/Athens')).toEqual(at('2030-04-04T20:59:00Z'));
    expect(dueIn(at('2030-03-28T12:00:00Z'), 2, 'Europe/Athens')).toEqual(at('2030-03-30T21:59:00Z'));
    expect(dueIn(at('2030-03-28T12:00:00Z'), 0, 'America/New_York')).toEqual(at('2030-03-29T03:59:00Z'));
  });

  it('counts days from the day it is for the candidate, not for us', () => {
    expect(dueIn(at('2030-01-10T23:30:00Z'), 1, 'Asia/Kathmandu')).toEqual(at('2030-01-12T18:14:00Z'));
  });

  it('ends a day in every zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2024-01-01'), max: at('2035-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 365 }),
        fc.constantFrom(...ZONES),
        (now, days, zone) => {
          const due = dueIn(now, days, zone);
          expect(formatInZone(due, zone)).toContain(', 23:59');
          expect(due.getTime()).toBeGreaterThan(now.getTime() - 60_000);
          expect(Date.parse(dateInZone(due, zone)) - Date.parse(dateInZone(now, zone))).toBe(days * 86_400_000);
        },
      ),
    );
  });

  it('is in UTC where the stated zone is none', () => {
    expect(zoneOf('Mars/Olympus')).toBe('UTC');
    expect(zoneOf('Asia/Tokyo')).toBe('Asia/Tokyo');
  });

  it('is reminded of a day before, or not at all when that is past', () => {
    expect(remindAt(at('2030-01-10T21:59:00Z'), at('2030-01-09T21:58:59Z'))).toEqual(at('2030-01-09T21:59:00Z'));
    expect(remindAt(at('2030-01-10T21:59:00Z'), at('2030-01-09T21:59:00Z'))).toBeNull();
  });
});

describe('an extension', () => {
  const present = { dueAt: at('2030-01-10T22:59:00Z'), zone: 'Europe/Paris' };
  const now = at('2030-01-08T10:00:00Z');
  const field = (extension: object, when = now) => {
    const result = extend(present, extension, when);
    return result.ok ? null : result.refusal.field;
  };

  it('counts days from the due day, or from today when that is past', () => {
    expect(dueLater(present.dueAt, 3, 'Europe/Paris', now)).toEqual(at('2030-01-13T22:59:00Z'));
    expect(dueLater(present.dueAt, 3, 'Europe/Paris', at('2030-01-20T10:00:00Z'))).toEqual(at('2030-01-23T22:59:00Z'));
  });

  it('takes an instant or days, never both or neither', () => {
    expect(extend(present, { dueAt: at('2030-01-12T12:00:00Z') }, now)).toEqual({ ok: true, value: at('2030-01-12T12:00:00Z') });
    expect(field({})).toBe('input');
    expect(field({ days: 1, dueAt: at('2030-01-12T12:00:00Z') })).toBe('input');
  });

  it('is refused when it is none, or too long', () => {
    for (const days of [0, -1, 1.5, 366, Number.NaN]) expect(field({ days })).toBe('input.days');
    expect(field({ dueAt: present.dueAt })).toBe('input.dueAt');
    expect(field({ dueAt: at('2030-01-15T00:00:00Z') }, at('2030-02-01T00:00:00Z'))).toBe('input.dueAt');
    expect(field({ dueAt: new Date('nonsense') })).toBe('input.dueAt');
    expect(field({ dueAt: at('2040-01-01T00:00:00Z') })).toBe('input.dueAt');
  });
});
