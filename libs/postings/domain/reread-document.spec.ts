import { describe, expect, it } from '@jest/globals';
import { emptyPosting } from './posting-document.js';
import { postingChanges, rereadDocument } from './reread-document.js';
import { understandPosting } from './understand-posting.js';

const TEXT =
  '# Data Engineer\n\n## Interview Process\n\n1. Call with our recruiter (30 minutes)\n2. Interview with our CTO (1 hour)\n';

describe('a document that is read anew', () => {
  it('gives every reading a time of its own', () => {
    let readings = 0;
    const surroundings = { defaultPlan: [], sections: new Map<string, string>(), startReading: () => (readings++, () => false) };
    const kept = { parsed: emptyPosting(), corrections: [], conflicts: [] };
    const corrections = [{ field: 'title', action: 'change', value: 'Engineer' }] as const;
    const read = rereadDocument(kept, TEXT, 'a.md', surroundings, { corrections, keep: [], accept: [] });
    expect(read.ok && read.value.posting.title).toBe('Engineer');
    // Once as it is, and once more as corrected.
    expect(readings).toBe(2);
    const slow = understandPosting(TEXT, 'a.md', { ...surroundings, startReading: () => () => true }, []);
    expect(!slow.ok && slow.refusal.message).toContain('longer than a second');
  });

  it('has changed where it says something else, whatever order its keys came back in', () => {
    const surroundings = { defaultPlan: [], sections: new Map<string, string>() };
    const understood = understandPosting(TEXT, 'a.md', surroundings, []);
    if (!understood.ok) throw new Error(understood.refusal.message);
    const { posting } = understood.value;
    const stored = {
      ...posting,
      rounds: posting.rounds.map((round) => Object.fromEntries(Object.entries(round).reverse()) as never),
    };
    expect(postingChanges(stored, posting)).toEqual([]);
    expect(postingChanges(posting, { ...posting, title: 'Chief' })).toEqual([
      { field: 'title', before: 'Data Engineer', now: 'Chief' },
    ]);
    expect(postingChanges(posting, { ...posting, rounds: posting.rounds.slice(1) }).map(({ field }) => field)).toEqual([
      'rounds',
    ]);
  });
});
