import { describe, expect, it } from '@jest/globals';
import { applyCorrections, type Correction } from './corrections.js';
import { parsePosting } from './parse-posting.js';
import type { PostingDocument } from './posting-document.js';

const DOCUMENT = parsePosting('# Backend Engineer\n\nThe salary is 50-60k EUR. Core hours are 10 AM - 4 PM EST.\n');
const corrected = (...corrections: Correction[]): PostingDocument => {
  const result = applyCorrections(DOCUMENT, corrections);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const refusal = (field: string, value: unknown): string => {
  const result = applyCorrections(DOCUMENT, [{ field, action: 'change', value } as Correction]);
  return result.ok ? 'accepted' : result.refusal.code;
};
const HOURS = { start: '09:00', end: '12:00', zone: 'Europe/Athens', days: ['TUE', 'MON'] };
const ROUND = { name: 'Talk', kind: 'SCREEN', durationMin: 30, durationMax: 45, seats: [{ role: 'CTO' }] };

describe('corrections', () => {
  it('confirm a fact: it is certain, and nothing is asked about it any more', () => {
    const posting = corrected({ field: 'salary', action: 'confirm' });
    expect(posting.salary).toEqual(DOCUMENT.salary);
    expect(posting.facts.find(({ field }) => field === 'salary')).toMatchObject({ confidence: 1, line: 3 });
    expect(posting.diagnostics.filter(({ field }) => field === 'salary')).toEqual([]);
    expect(posting.diagnostics.filter(({ field }) => field === 'coreHours')).not.toEqual([]);
  });

  it('change a fact, and keep the line where the document speaks of it', () => {
    const posting = corrected({ field: 'coreHours', action: 'change', value: HOURS });
    expect(posting.coreHours).toEqual({ ...HOURS, days: ['MON', 'TUE'] });
    expect(posting.facts.find(({ field }) => field === 'coreHours')).toMatchObject({ rule: 'person', confidence: 1, line: 3 });
  });

  it('set what the document does not say', () => {
    const posting = corrected(
      { field: 'locations', action: 'change', value: ['Athens'] },
      { field: 'residence', action: 'change', value: ['Germany', 'EU'] },
      { field: 'rounds', action: 'change', value: [ROUND, { name: 'Offer', kind: 'OFFER' }] },
    );
    expect(posting).toMatchObject({ locations: ['Athens'], residence: ['DE', 'EU'], planSource: 'document' });
    expect(posting.rounds.map(({ order, seats }) => [order, seats])).toEqual([
      [1, [{ role: 'CTO', pool: ['CTO'] }]],
      [2, []],
    ]);
  });

  it('drop a fact', () => {
    const posting = corrected({ field: 'salary', action: 'drop' }, { field: 'rounds', action: 'drop' });
    expect(posting).toMatchObject({ salary: null, rounds: [], planSource: 'default' });
    expect(posting.facts.filter(({ field }) => field === 'salary')).toEqual([]);
  });

  it.each([
    ['coreHours', { ...HOURS, zone: 'Mars/Phobos' }, 'UNKNOWN_ZONE'],
    ['coreHours', { ...HOURS, end: '09:00' }, 'CORE_HOURS_REVERSED'],
    ['coreHours', { ...HOURS, start: '9am' }, 'INVALID_TIME'],
    ['coreHours', { ...HOURS, days: ['FUNDAY'] }, 'UNKNOWN_WEEKDAY'],
    ['coreHours', null, 'INVALID_VALUE'],
    ['salary', { min: 2, max: 1, currency: 'EUR', period: null }, 'SALARY_REVERSED'],
    ['salary', { min: 1, max: 2, currency: 'DOGE', period: null }, 'UNKNOWN_CURRENCY'],
    ['salary', { min: -1, max: 2 }, 'INVALID_VALUE'],
    ['salary', { min: 1, max: 2, secret: true }, 'INVALID_VALUE'],
    ['residence', ['XX'], 'UNKNOWN_COUNTRY'],
    ['remote', 'yes', 'INVALID_VALUE'],
    ['title', '', 'INVALID_VALUE'],
    ['rounds', [{ ...ROUND, durationMin: 60 }], 'DURATION_REVERSED'],
    ['rounds', [{ ...ROUND, kind: 'LUNCH' }], 'INVALID_VALUE'],
    ['levels', [{ name: 'Senior', extends: 'Nobody' }], 'INVALID_VALUE'],
    ['diagnostics', [], 'UNKNOWN_FIELD'],
  ])('refuse for %s the value %j: %s', (field, value, code) => {
    expect(refusal(field, value)).toBe(code);
  });

  it('are applied all or not at all, and say which one is wrong', () => {
    const result = applyCorrections(DOCUMENT, [
      { field: 'title', action: 'change', value: 'Frontend Engineer' },
      { field: 'onCall', action: 'confirm' },
    ]);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'NOTHING_TO_CONFIRM', index: 1, field: 'onCall' } });
    expect(DOCUMENT.title).toBe('Backend Engineer');
  });
});
