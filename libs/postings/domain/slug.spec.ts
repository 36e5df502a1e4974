import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freeSlug, slugOf } from './slug.js';

describe('a posting’s slug', () => {
  it.each([
    ['Senior Backend Engineer (Remote)', 'senior-backend-engineer-remote'],
    ['Ingénieur·e logiciel à Zürich', 'ingenieur-e-logiciel-a-zurich'],
    ['C++ / Rust', 'c-rust'],
    ['инженер', 'posting'],
    ['', 'posting'],
  ])('of %j is %j', (title, slug) => expect(slugOf(title)).toBe(slug));

  it('always fits the column’s rule, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => /^[a-z0-9](-?[a-z0-9]){0,120}$/.test(slugOf(title))),
    );
    expect(slugOf('word '.repeat(40))).toBe('word-word-word-word-word-word-word-word-word-word-word-word');
  });

  it('counts on while it is taken', () => {
    expect(freeSlug('designer', new Set())).toBe('designer');
    expect(freeSlug('designer', new Set(['designer', 'designer-2', 'designer-4']))).toBe('designer-3');
  });
});
