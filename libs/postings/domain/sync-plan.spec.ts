import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FileThere, type PostingThere, orderedStatus, planSync } from './sync-plan.js';
import { POSTING_STATUSES } from './posting-status.js';

const PATHS = ['a.md', 'b.md', 'c/a.md', 'd.md'];
const HASHES = ['1', '2', '3'];
const file = fc
  .record({ path: fc.constantFrom(...PATHS), hash: fc.constantFrom(...HASHES), bad: fc.boolean() })
  .map(({ path, hash, bad }): FileThere => ({ path, hash, text: hash, fault: bad ? 'it is not UTF-8' : null, exact: false }));
const files = fc.uniqueArray(file, { selector: ({ path }) => path });
const postings = fc
  .array(
    fc.record({
      status: fc.constantFrom(...POSTING_STATUSES),
      sourcePath: fc.option(fc.constantFrom(...PATHS, 'gone.md', 'lost.md')),
      fileName: fc.constantFrom('', 'a.md', 'd.md'),
      hash: fc.constantFrom(...HASHES),
    }),
    { maxLength: 6 },
  )
  .map((rows) => {
    const taken = new Set<string>();
    return rows.map((row, index): PostingThere => {
      const sourcePath = row.sourcePath !== null && !taken.has(row.sourcePath) ? row.sourcePath : null;
      if (sourcePath !== null) taken.add(sourcePath);
      return { ...row, sourcePath, id: `${index}`, slug: `p${index}`, title: '', version: 1, statedStatus: null };
    });
  });

/** What is there once the plan has been carried out. */
function carriedOut(there: readonly PostingThere[], plan: ReturnType<typeof planSync>): PostingThere[] {
  const pairs = [...plan.revise, ...plan.settle, ...plan.same];
  const changed = there.map((posting): PostingThere => {
    const found = pairs.find((pair) => pair.posting.id === posting.id)?.file;
    if (found) return { ...posting, sourcePath: found.path, hash: found.hash };
    if (!plan.end.includes(posting)) return posting;
    return posting.status === 'OPEN' ? { ...posting, status: 'CLOSED' } : { ...posting, status: 'ARCHIVED', sourcePath: null };
  });
  const added = plan.add.map(({ path, hash }, index): PostingThere => ({ id: `new${index}`, slug: '', title: '', status: 'DRAFT', version: 1, sourcePath: path, fileName: '', hash, statedStatus: null })); // prettier-ignore
  return [...changed, ...added];
}

describe('a plan to make postings equal to files', () => {
  it('gives every readable file one posting and every posting at most one file, and has nothing left to do afterwards', () => {
    fc.assert(
      fc.property(files, postings, (there, before) => {
        const plan = planSync(there, before);
        const pairs = [...plan.revise, ...plan.settle, ...plan.same];
        const readable = there.filter(({ fault }) => fault === null).map(({ path }) => path);
        expect([...pairs.map((pair) => pair.file.path), ...plan.add.map(({ path }) => path)].sort()).toEqual(readable.sort());
        expect(new Set(pairs.map(({ posting }) => posting.id)).size).toBe(pairs.length);
        const after = carriedOut(before, plan);
        const paths = after.flatMap(({ sourcePath }) => sourcePath ?? []);
        expect(new Set(paths).size).toBe(paths.length);
        const again = planSync(there, after);
        expect([again.add, again.revise, again.settle, again.end]).toEqual([[], [], [], []]);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends no posting whose file is there, however unreadable, and none that never had one', () => {
    fc.assert(
      fc.property(files, postings, (there, before) => {
        const paths = new Set(there.map(({ path }) => path));
        for (const { sourcePath, status } of planSync(there, before).end) {
          expect(sourcePath !== null && !paths.has(sourcePath)).toBe(true);
          expect(['OPEN', 'DRAFT']).toContain(status);
        }
      }),
    );
  });

  it('takes a status as an order from exact front matter alone', () => {
    expect(POSTING_STATUSES.map((status) => orderedStatus(true, 'open', status))).toEqual(['publish', null, 'reopen', null]);
    expect(POSTING_STATUSES.map((status) => orderedStatus(true, 'closed', status))).toEqual([null, 'close', null, null]);
    for (const status of POSTING_STATUSES)
      expect(orderedStatus(false, 'open', status) ?? orderedStatus(true, null, status)).toBeNull();
  });
});
