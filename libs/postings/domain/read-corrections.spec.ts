import { describe, expect, it } from '@jest/globals';
import { readCorrections } from './read-corrections.js';

const field = (input: Record<string, unknown>) => {
  const read = readCorrections(input, 'input.corrections');
  return read.ok ? null : read.refusal.field;
};

describe('corrections that a person sends', () => {
  it('are read field by field; what is absent is not corrected, null clears', () => {
    const read = readCorrections(
      { title: '  Cook ', salary: null, locations: ['Ghent'], remote: undefined },
      'input.corrections',
    );
    expect(read).toEqual({
      ok: true,
      value: [
        { field: 'title', value: 'Cook' },
        { field: 'locations', value: ['Ghent'] },
        { field: 'salary', value: null },
      ],
    });
  });

  it.each([
    [{ title: '' }, 'input.corrections.title'],
    [{ title: null }, 'input.corrections.title'],
    [{ title: 'a\nb' }, 'input.corrections.title'],
    [{ title: 'broken \ud800 text' }, 'input.corrections.title'],
    [{ coreHours: { start: '10:00', end: '16:00', zone: 'Mars/Olympus' } }, 'input.corrections.coreHours.zone'],
    [{ coreHours: { start: '17:00', end: '09:00', zone: 'UTC' } }, 'input.corrections.coreHours'],
    [{ coreHours: { start: '9', end: '17:00', zone: 'UTC' } }, 'input.corrections.coreHours.start'],
    [
      { coreHours: { start: '09:00', end: '17:00', zone: 'UTC', days: ['MON', 'FUNDAY'] } },
      'input.corrections.coreHours.days[1]',
    ],
    [{ salary: { min: 90, max: 50 } }, 'input.corrections.salary'],
    [{ salary: { currency: 'EUR' } }, 'input.corrections.salary'],
    [{ salary: { min: 1.5 } }, 'input.corrections.salary.min'],
    [{ salary: { min: 1, currency: 'euro' } }, 'input.corrections.salary.currency'],
    [{ rounds: [{ name: 'Talk', kind: 'CHAT' }] }, 'input.corrections.rounds[0].kind'],
    [{ rounds: [{ name: 'Talk', kind: 'SCREEN', durationMin: 1000 }] }, 'input.corrections.rounds[0].durationMin'],
    [{ residence: Array.from({ length: 251 }, () => 'US') }, 'input.corrections.residence'],
  ])('are refused with the place of the fault: %j', (input, at) => expect(field(input)).toBe(at));

  it('put weekdays in order and give a seat without a pool the pool of its role', () => {
    const read = readCorrections(
      {
        coreHours: { start: '10:00', end: '24:00', zone: 'Europe/Athens', days: ['FRI', 'MON', 'FRI'] },
        rounds: [{ name: 'Talk', kind: 'SCREEN', durationMin: 30, seats: [{ role: 'chef' }] }],
      },
      'c',
    );
    expect(read.ok && read.value[0]!.value).toEqual({
      start: '10:00',
      end: '24:00',
      zone: 'Europe/Athens',
      days: ['MON', 'FRI'],
    });
    expect(read.ok && read.value[1]!.value).toMatchObject([
      { order: 1, durationMax: 30, seats: [{ role: 'chef', pool: ['chef'] }], async: false },
    ]);
  });
});
