import { describe, expect, it } from '@jest/globals';
import { answerBy } from './privacy-request.js';

describe('a request about one’s data', () => {
  it.each([
    ['2026-11-23T10:00:00Z', '2026-12-23T10:00:00Z'],
    ['2027-01-31T10:00:00Z', '2027-02-28T10:00:00Z'],
    ['2028-01-30T10:00:00Z', '2028-02-29T10:00:00Z'],
    ['2026-12-31T23:59:00Z', '2027-01-31T23:59:00Z'],
  ])('of %s is to be answered by %s', (asked, due) => {
    expect(answerBy(new Date(asked))).toEqual(new Date(due));
  });
});
