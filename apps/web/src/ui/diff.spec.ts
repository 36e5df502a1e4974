import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aroundChanges, diffLines } from './diff';

const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd'), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('two texts beside each other', () => {
  it('are both there, line by line, whatever became of them', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const kept = (not: string) => lines.filter(({ kind }) => kind !== not).map((line) => line.text);
        expect(kept('new').join('\n')).toBe(before);
        expect(kept('gone').join('\n')).toBe(after);
        expect(lines.flatMap((line) => line.before ?? [])).toEqual(before.split('\n').map((_, at) => at + 1));
        expect(lines.flatMap((line) => line.after ?? [])).toEqual(after.split('\n').map((_, at) => at + 1));
      }),
    );
  });

  it('change as little as they can', () => {
    const kinds = (before: string, after: string) => diffLines(before, after).map(({ kind, text: words }) => `${kind} ${words}`);
    expect(kinds('a\nb\nc\nd', 'a\nc\nx\nd')).toEqual(['same a', 'gone b', 'same c', 'new x', 'same d']);
    expect(kinds('a', 'a')).toEqual(['same a']);
  });

  it('show what changed with a little around it', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const after = before.map((line, at) => (at === 10 ? 'other' : line));
    const shown = aroundChanges(diffLines(before.join('\n'), after.join('\n')), 2);
    expect(shown.map((one) => (one.kind === 'rest' ? one.count : one.text))).toEqual([
      ...[8, 'line 8', 'line 9', 'line 10', 'other', 'line 11', 'line 12', 7],
    ]);
  });
});
