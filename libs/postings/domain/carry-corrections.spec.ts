import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CorrectionConflict, carryCorrections, keptAgainst } from './carry-corrections.js';
import { type Correction, applyCorrections } from './corrections.js';
import { type PostingDocument, emptyPosting } from './posting-document.js';

/** A document that says its category in these words; nothing when there are none. */
function saying(words: string | null, category: string | null = words): PostingDocument {
  const facts =
    words === null ? [] : [{ field: 'category' as const, value: category, line: 1, text: words, rule: 'test', confidence: 0.9 }];
  return { ...emptyPosting(), category, facts };
}
const change = (value: string): Correction => ({ field: 'category', action: 'change', value });
const words = fc.option(fc.constantFrom('Ships', 'Boats', 'Rafts'));
const correction = fc.oneof(
  fc.constantFrom('Ships', 'Boats', 'Rafts').map(change),
  fc.constantFrom<Correction>({ field: 'category', action: 'drop' }, { field: 'category', action: 'confirm' }),
);

describe('a correction and the next document', () => {
  it('holds in the same words and in others of the same meaning, is done with once the document agrees, and is a conflict else', () => {
    const before = saying('Boats');
    const [kept, reworded, agreed, contrary] = [saying('Boats'), saying('boats!', 'Boats'), saying('Ships'), saying('Rafts')].map(
      (now) => carryCorrections(before, now, [change('Ships')]),
    );
    expect(kept).toEqual({ kept: [change('Ships')], conflicts: [] });
    expect(reworded).toEqual({ kept: [change('Ships')], conflicts: [] });
    expect(agreed).toEqual({ kept: [], conflicts: [] });
    expect(contrary!.conflicts).toMatchObject([{ field: 'category', textBefore: 'Boats', textNow: 'Rafts', valueNow: 'Rafts' }]);
  });

  it('is never lost in silence: it holds, it is a conflict, or the document says what it said', () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 5 }), correction, (first, later, made) => {
        let before = saying(first);
        let corrections: readonly Correction[] = [made];
        let conflicts: readonly CorrectionConflict[] = [];
        for (const next of later) {
          const now = saying(next);
          ({ kept: corrections, conflicts } = carryCorrections(before, now, corrections, conflicts));
          expect(corrections.length + conflicts.length).toBeLessThanOrEqual(1);
          if (corrections.length + conflicts.length === 0) {
            expect(now.category).toBe(made.action === 'change' ? made.value : null);
            return;
          }
          before = now;
        }
      }),
    );
  });

  it('that is kept against the document says what the person saw', () => {
    const conflictOf = (made: Correction) => carryCorrections(saying('Boats'), saying('Rafts'), [made]).conflicts[0]!;
    for (const [made, category] of [[change('Ships'), 'Ships'], [{ field: 'category', action: 'confirm' }, 'Boats'], [{ field: 'category', action: 'drop' }, null]] as const) {
      const settled = applyCorrections(saying('Rafts'), [keptAgainst(conflictOf(made))]);
      expect(settled.ok && settled.value.category).toBe(category);
    } // prettier-ignore
  });
});
