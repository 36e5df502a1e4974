import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { validatePlan } from '#libs/pipeline/index.js';
import { parsePosting } from './parse-posting.js';
import { planFromPosting, type PlanStageDraft } from './plan-from-posting.js';
import { ROUND_KINDS, emptyPosting, type PostingDocument, type Round } from './posting-document.js';

const DEFAULT: readonly PlanStageDraft[] = [
  { name: 'Call', kind: 'SCREEN', durationMin: 30, seats: [{ role: 'recruiter', pool: [] }], skippableIf: null, async: false, takeHome: null, targetDays: 5 },
]; // prettier-ignore

/** The plan as the pipeline would store it: with ids, and pools not yet chosen. */
function stored(stages: readonly PlanStageDraft[]): unknown {
  const withIds = stages.map(({ name, kind, durationMin, seats, skippableIf, takeHome, targetDays }, index) => ({
    id: newId(),
    position: index + 1,
    selfSchedule: true,
    seats: seats.map(({ role }) => ({ id: newId(), role, poolId: null })),
    ...{ name, kind, durationMin, skippableIf, takeHome, targetDays },
  }));
  return { id: newId(), version: 1, stages: withIds };
}

const round = fc.record({
  order: fc.nat(),
  name: fc.string({ minLength: 1, maxLength: 90 }).filter((name) => name.trim() !== ''),
  kind: fc.constantFrom(...ROUND_KINDS),
  durationMin: fc.option(fc.integer({ min: 1, max: 1440 })),
  durationMax: fc.option(fc.integer({ min: 1, max: 1440 })),
  seats: fc.array(fc.constant({ role: 'engineer', pool: ['engineer'] }), { maxLength: 12 }),
  async: fc.boolean(),
  skippableIf: fc.option(fc.constant('you have shown code')),
  optional: fc.boolean(),
});
const document = (rounds: readonly Round[], processDuration: string | null = null): PostingDocument => ({
  ...emptyPosting(),
  rounds,
  processDuration,
  planSource: rounds.length > 0 ? 'document' : 'default',
});

describe('the plan of a posting', () => {
  it('is the default plan when the document tells no process, with an offer at its end', () => {
    expect(planFromPosting(emptyPosting(), DEFAULT).map(({ name }) => name)).toEqual(['Call', 'Offer']);
  });

  it('books the longer of two durations and takes the number and the length out of names', () => {
    const posting = parsePosting(
      '# Engineer\n\n## Interview process\n\n- Round 1: 30-45 min call with our CTO\n- Technical interview\n',
    );
    expect(planFromPosting(posting, [])[0]).toMatchObject({
      name: 'Call with our CTO',
      durationMin: 45,
      seats: [{ role: 'CTO' }],
    });
  });

  it('passes the check of the pipeline, whatever the rounds', () => {
    fc.assert(
      fc.property(
        fc.array(round, { maxLength: 40 }),
        fc.constantFrom(null, '~1 week', '20 working days', 'soon'),
        (rounds, duration) => {
          expect(validatePlan(stored(planFromPosting(document(rounds, duration), DEFAULT)))).toMatchObject({ ok: true });
        },
      ),
    );
  });

  it('passes the check of the pipeline for every sample', () => {
    const folder = new URL('../../../samples/postings/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const posting = parsePosting(readFileSync(new URL(name, folder), 'utf8'));
      expect(validatePlan(stored(planFromPosting(posting, DEFAULT)))).toMatchObject({ ok: true });
    }
  });

  it('spreads the length of the process over the stages, none of them without a day', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 10 }), fc.integer({ min: 1, max: 12 }), (rounds, weeks) => {
        const days = planFromPosting(document(rounds, `${weeks} weeks`), []).map(({ targetDays }) => targetDays ?? 0);
        expect(days.every((share) => share >= 1)).toBe(true);
        if (weeks * 7 >= 2 * days.length) expect(days.reduce((sum, share) => sum + share, 0)).toBe(weeks * 7);
      }),
    );
  });
});
