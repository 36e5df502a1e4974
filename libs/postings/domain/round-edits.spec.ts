import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Correction, RoundEdit } from './correction.js';
import { applyCorrections } from './corrections.js';
import { mergeRoundEdits } from './merge-round-edits.js';
import { parsePosting } from './parse-posting.js';
import type { PostingDocument } from './posting-document.js';
import { type KeptReading, NO_DECISIONS, corrected, rereadDocument } from './reread-document.js';

const WORLD = { defaultPlan: [], sections: new Map<string, string>() };
const page = (...items: readonly string[]) =>
  `# Backend Engineer\n\n## Interview process\n\n${items.map((item) => `- ${item}\n`).join('')}`;
const CALL = 'Intro call with our recruiter (30 min)';
const TASK = 'Take-home exercise (2 hours)';
const TALK = 'Technical interview with an engineer (60 min)';
const DOCUMENT = page(CALL, TASK, TALK);
const edits = (...value: readonly RoundEdit[]): Correction => ({ field: 'rounds', action: 'edit', value });
const FRESH: KeptReading = { parsed: parsePosting(DOCUMENT), corrections: [], conflicts: [] };

/** What stands after a document, and what was said of it by a person who saw the list as it stood before. */
function after(present: KeptReading, document: string, said: Partial<typeof NO_DECISIONS> = {}): KeptReading {
  const read = rereadDocument(present, document, '', WORLD, { ...NO_DECISIONS, ...said });
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}
const told = (reading: KeptReading) =>
  corrected(reading).rounds.map(({ name, durationMax }) => `${name.split(' ').slice(0, 2).join(' ')} ${durationMax ?? '-'}`);
const say = (...value: readonly RoundEdit[]) => after(FRESH, DOCUMENT, { corrections: [edits(...value)] });

describe('a single round', () => {
  it('is confirmed, changed, dropped or added beside the others, which stay as they were read', () => {
    const reading = say({ action: 'confirm', round: 1 }, { action: 'drop', round: 2 }, { action: 'change', round: 3, value: { durationMin: 90, durationMax: 90 } }, { action: 'add', after: 3, value: { name: 'Lunch with the team', kind: 'INTERVIEW' } }); // prettier-ignore
    expect(told(reading)).toEqual(['Intro call 30', 'Technical interview 90', 'Lunch with -']);
    const facts = corrected(reading).facts.filter(({ field }) => field === 'rounds');
    expect(facts.map(({ rule, confidence, line }) => [rule, confidence === 1, line])).toEqual([
      ['process-round', true, 5],
      ['person', true, 7],
      ['person', true, 7],
    ]);
    expect(corrected(reading).rounds.map(({ order }) => order)).toEqual([1, 2, 3]);
  });

  it('is named by its number in the list that the person sees', () => {
    const first = say({ action: 'drop', round: 1 }, { action: 'add', after: 3, value: { name: 'Lunch', kind: 'INTERVIEW' } });
    const then = after(first, DOCUMENT, {
      corrections: [edits({ action: 'change', round: 2, value: { kind: 'PANEL' } }, { action: 'drop', round: 3 })],
    });
    expect(corrected(then).rounds.map(({ kind }) => kind)).toEqual(['TAKE_HOME', 'PANEL']);
    expect(rereadDocument(then, DOCUMENT, '', WORLD, { ...NO_DECISIONS, corrections: [edits({ action: 'drop', round: 3 })] })).toMatchObject({ ok: false, refusal: { code: 'INVALID_VALUE', message: expect.stringContaining('no round 3') } }); // prettier-ignore
  });

  it('keeps what a person said of it when the document tells others, moves it, or tells another part of it differently', () => {
    const reading = say({ action: 'change', round: 3, value: { durationMin: 90, durationMax: 90 } }, { action: 'add', after: 1, value: { name: 'Lunch', kind: 'INTERVIEW' } }); // prettier-ignore
    const more = after(reading, page(CALL, 'Call with the CTO (15 min)', TASK, TALK));
    expect(told(more)).toEqual(['Intro call 30', 'Lunch -', 'Call with 15', 'Take-home exercise 120', 'Technical interview 90']);
    const else_ = after(reading, page(CALL, TASK, 'Technical interview with two designers (60 min)'));
    expect(corrected(else_).rounds.at(-1)).toMatchObject({ durationMax: 90, seats: [{}, {}] });
    expect([...more.conflicts, ...else_.conflicts]).toEqual([]);
  });

  it('waits for a decision when the document contradicts it, each round for itself', () => {
    const reading = say({ action: 'change', round: 1, value: { durationMin: 20, durationMax: 20 } }, { action: 'change', round: 3, value: { durationMin: 90, durationMax: 90 } }); // prettier-ignore
    const now = page(CALL.replace('30', '45'), TASK, TALK.replace('60', '75'));
    const waiting = after(reading, now);
    expect(told(waiting)).toEqual(['Intro call 45', 'Take-home exercise 120', 'Technical interview 75']);
    expect(waiting.conflicts.map(({ valueBefore, valueNow }) => [valueBefore, valueNow])).toMatchObject([
      [{ durationMax: 30 }, { durationMax: 45 }],
      [{ durationMax: 60 }, { durationMax: 75 }],
    ]);
    const decided = after(waiting, now, { keep: [1], accept: [2] });
    expect(told(decided)).toEqual(['Intro call 20', 'Take-home exercise 120', 'Technical interview 75']);
    expect(decided.conflicts).toEqual([]);
    expect(after(waiting, now.replace('45', '20')).conflicts).toHaveLength(1);
    expect(told(after(waiting, now, { keep: ['rounds'] }))).toEqual(['Intro call 20', 'Take-home exercise 120', 'Technical interview 90']); // prettier-ignore
  });

  it('that the document no longer tells is asked about, and can be kept; one that was dropped is simply gone', () => {
    const reading = say({ action: 'change', round: 1, value: { name: 'Hello' } }, { action: 'drop', round: 2 });
    const now = page('Meet the whole team on site (2 hours)', TALK);
    const gone = after(reading, now);
    expect(gone.conflicts).toMatchObject([{ textNow: null, valueNow: null }]);
    expect(told(after(gone, now, { keep: [1] }))).toEqual(['Hello 30', 'Meet the 120', 'Technical interview 60']);
    expect(told(after(gone, DOCUMENT))).toEqual(['Hello 30', 'Take-home exercise 120', 'Technical interview 60']);
  });

  it('that was added is no longer needed once the document tells it', () => {
    const reading = say({ action: 'add', after: 3, value: { name: 'Chat with the CEO', kind: 'INTERVIEW', durationMin: 30, durationMax: 30 } }); // prettier-ignore
    expect(after(reading, page(CALL, TASK, TALK, 'Chat with the CEO (30 min)'))).toMatchObject({
      corrections: [],
      conflicts: [],
    });
    const other = after(reading, page(CALL, TASK, TALK, 'Chat with the CEO (45 min)'));
    expect(other.conflicts).toHaveLength(1);
    expect(told(other).at(-1)).toBe('Chat with 45');
  });

  it('of a plan that front matter states keeps its kit, days and pools', () => {
    const plan = ['{ name: Talk, kind: SCREEN, minutes: 30, targetDays: 3, kit: { purpose: See. } }', '{ name: Loop, kind: PANEL, seats: [{ role: A, pool: B }] }'].map((stage) => `    - ${stage}\n`).join(''); // prettier-ignore
    const exact = parsePosting(`---\nrounds:\n  version: 1\n  title: A\n  plan:\n${plan}---\n\n# A\n`);
    const posting = applyCorrections(exact, [edits({ action: 'change', round: 1, value: { durationMin: 45, durationMax: 45 } }, { action: 'add', after: 1, value: { name: 'Task', kind: 'TAKE_HOME' } })]); // prettier-ignore
    expect(posting.ok && posting.value.stages).toMatchObject([
      { name: 'Talk', durationMin: 45, targetDays: 3, kit: { purpose: 'See.' } },
      { name: 'Task', kind: 'TAKE_HOME' },
      { name: 'Loop', seats: [{ role: 'A', poolName: 'B' }] },
    ]);
  });
});

describe('edits of rounds', () => {
  const ITEMS = [CALL, TASK, TALK, 'Panel with two designers (45 min)', 'Chat with the CEO (15 min)'];
  const part = fc.record(
    { name: fc.constantFrom('A', 'B'), kind: fc.constantFrom('SCREEN', 'PANEL', 'INTERVIEW'), optional: fc.boolean() },
    { requiredKeys: ['name', 'kind'] },
  );
  const said = fc.array(fc.tuple(fc.constantFrom('confirm', 'change', 'drop', 'add'), fc.nat(), part), { maxLength: 5 });
  /** Fit edits of a list of so many rounds, each round once. */
  const fit = (count: number, list: readonly (readonly [string, number, object])[]): RoundEdit[] => {
    const seen = new Set<number>();
    return list.flatMap(([action, at, value]): RoundEdit[] => {
      if (action === 'add') return [{ action, after: at % (count + 1), value }];
      const round = count === 0 ? 0 : (at % count) + 1;
      if (round === 0 || seen.has(round)) return [];
      seen.add(round);
      return [action === 'change' ? { action, round, value } : { action: action as 'drop', round }];
    });
  };
  const apply = (document: PostingDocument, list: readonly RoundEdit[]): PostingDocument => {
    const result = applyCorrections(document, [edits(...list)]);
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value;
  };

  it('are the same whether they are said one after the other or kept as one', () => {
    fc.assert(
      fc.property(said, said, (first, second) => {
        const once = apply(FRESH.parsed, fit(3, first));
        const twice = apply(once, fit(once.rounds.length, second));
        const merged = mergeRoundEdits(FRESH.parsed, once, edits(...fit(3, first)), fit(once.rounds.length, second));
        if (!merged.ok) throw new Error(merged.refusal.message);
        expect(apply(FRESH.parsed, merged.value.value as RoundEdit[]).rounds).toEqual(twice.rounds);
      }),
    );
  });

  it('hold in the same document, and are never lost in silence in any other', () => {
    const next = fc.subarray(ITEMS, { minLength: 1 });
    fc.assert(
      fc.property(next, said, fc.array(next, { minLength: 1, maxLength: 3 }), (items, list, later) => {
        const parsed = parsePosting(page(...items));
        const made = fit(parsed.rounds.length, list);
        let reading: KeptReading = { parsed, corrections: made.length > 0 ? [edits(...made)] : [], conflicts: [] };
        const same = after(reading, page(...items));
        expect([corrected(same).rounds, same.conflicts]).toEqual([corrected(reading).rounds, []]);
        const waits = made.filter(({ action }) => action !== 'drop').length;
        for (const one of later) {
          const document = page(...one);
          reading = after(reading, document);
          const kept = reading.corrections.flatMap(({ value }) => value as RoundEdit[]);
          const standing = kept.filter(({ action }) => action !== 'drop').length + reading.conflicts.length;
          expect(standing).toBeGreaterThanOrEqual(Math.min(1, waits));
        }
        const all = after(reading, page(...later.at(-1)!), { keep: ['rounds'] });
        expect(all.conflicts).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
