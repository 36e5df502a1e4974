import { describe, expect, it } from '@jest/globals';
import { fromNow } from './from-now.js';

const NOW = new Date('2030-03-05T12:00:00Z');

describe('how far away an instant is', () => {
  it.each([
    ['2030-03-05T12:20:00Z', 'in 20 minutes', 'in 20 Minuten'],
    ['2030-03-05T09:00:00Z', '3 hours ago', 'vor 3 Stunden'],
    ['2030-03-06T13:00:00Z', 'tomorrow', 'morgen'],
    ['2030-03-15T12:00:00Z', 'in 10 days', 'in 10 Tagen'],
  ])('%s is %s', (at, english, german) => {
    expect(fromNow(new Date(at), NOW)).toBe(english);
    expect(fromNow(new Date(at), NOW, 'de')).toBe(german);
  });
});
