import { describe, expect, it } from '@jest/globals';
import { checkRule } from './retention.js';

const field = (input: Parameters<typeof checkRule>[0]) => {
  const checked = checkRule(input);
  return checked.ok ? checked.value : (checked.refusal as unknown as { field: string }).field;
};

describe('a rule of how long people are kept', () => {
  it('is for a country or for all others, at least and at most, or at least alone', () => {
    expect(field({ country: ' de ', atLeastDays: 60, atMostDays: 180 })).toEqual({
      country: 'DE',
      atLeastDays: 60,
      atMostDays: 180,
    });
    expect(field({ country: '', atLeastDays: 0, atMostDays: null })).toEqual({ country: null, atLeastDays: 0, atMostDays: null });
  });

  it.each([
    ['input.country', { country: 'Germany', atLeastDays: 0, atMostDays: 1 }],
    ['input.atLeastDays', { country: null, atLeastDays: -1, atMostDays: 1 }],
    ['input.atLeastDays', { country: null, atLeastDays: 1.5, atMostDays: 9 }],
    ['input.atMostDays', { country: null, atLeastDays: 0, atMostDays: 0 }],
    ['input.atMostDays', { country: null, atLeastDays: 90, atMostDays: 60 }],
    ['input.atMostDays', { country: null, atLeastDays: 0, atMostDays: 100_000 }],
  ])('is refused by its %s', (wrong, input) => {
    expect(field(input)).toBe(wrong);
  });
});
