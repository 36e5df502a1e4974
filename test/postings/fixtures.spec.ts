import { describe, expect, it } from '@jest/globals';
import { readExpected, scorePostings } from './score.js';

const records = readExpected(new URL('../fixtures/postings/', import.meta.url));

describe('postings in all the forms that people write', () => {
  it.each(records.map((record) => [record.expected.file, record] as const))('reads %s as a careful reader does', (_, record) => {
    expect(scorePostings([record]).faults).toEqual([]);
  });
});
