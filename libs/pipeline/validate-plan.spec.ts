import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMeeting, nextStage, positionOf, type InterviewPlan, type PlanStage } from './plan.js';
import { validatePlan } from './validate-plan.js';

function stage(position: number, over: Partial<PlanStage> = {}): PlanStage {
  return {
    id: `stage-${position}`,
    position,
    name: 'Screen',
    kind: 'SCREEN',
    durationMin: 45,
    seats: [{ id: `seat-${position}`, role: 'CTO or CEO', poolId: 'pool-1' }],
    skippableIf: null,
    targetDays: 7,
    takeHome: null,
    selfSchedule: true,
    ...over,
  };
}
const plan = (...stages: PlanStage[]): InterviewPlan => ({ id: 'plan-1', version: 1, stages });

/** Where the faults are. */
function faults(candidate: unknown): string[] {
  const result = validatePlan(candidate);
  return result.ok ? [] : result.refusal.faults.map(({ path }) => path);
}
const seats = (count: number): PlanStage['seats'] =>
  Array.from({ length: count }, (_, index) => ({ id: `s-${index}`, role: 'engineer', poolId: null }));

describe('validatePlan', () => {
  it('accepts a sound plan and hands back only the known fields', () => {
    const sound = plan(
      stage(1),
      stage(2, { kind: 'TAKE_HOME', takeHome: { effortHours: 2.5, dueDays: 7 } }),
      stage(3, { kind: 'OFFER' }),
    );
    expect(validatePlan({ ...sound, extra: new Date() })).toStrictEqual({ ok: true, value: sound });
  });

  it.each<[string, unknown, string[]]>([
    ['no plan at all', null, ['plan', 'stages', 'stages', 'id', 'version']],
    ['no stages', plan(), ['stages']],
    ['a gap in the positions', plan(stage(1), stage(3)), ['stages[1].position']],
    ['positions from zero', plan(stage(0)), ['stages[0].position']],
    ['an unknown kind', plan(stage(1, { kind: 'CHAT' as 'SCREEN' })), ['stages[0].kind']],
    ['an empty name', plan(stage(1, { name: ' ' })), ['stages[0].name']],
    ['a long name', plan(stage(1, { name: 'x'.repeat(121) })), ['stages[0].name']],
    ['too short an interview', plan(stage(1, { durationMin: 4 })), ['stages[0].durationMin']],
    ['too long an interview', plan(stage(1, { durationMin: 481 })), ['stages[0].durationMin']],
    ['half minutes', plan(stage(1, { durationMin: 45.5 })), ['stages[0].durationMin']],
    ['a take-home in a screen', plan(stage(1, { takeHome: { effortHours: 1, dueDays: 1 } })), ['stages[0].takeHome']],
    [
      'a due date in 0 days',
      plan(stage(1, { kind: 'TAKE_HOME', takeHome: { effortHours: null, dueDays: 0 } })),
      ['stages[0].takeHome.dueDays'],
    ],
    ['an offer before the end', plan(stage(1, { kind: 'OFFER' }), stage(2)), ['stages[0].kind']],
    ['two offers', plan(stage(1, { kind: 'OFFER' }), stage(2, { kind: 'OFFER' })), ['stages[0].kind']],
    ['the same id twice', plan(stage(1), stage(2, { id: 'stage-1' })), ['stages[1].id']],
    ['eleven seats', plan(stage(1, { seats: seats(11) })), ['stages[0].seats']],
    ['a seat without role', plan(stage(1, { seats: [{ id: 'x', role: '', poolId: null }] })), ['stages[0].seats[0].role']],
    ['a missing pool', plan(stage(1, { seats: [{ id: 'x', role: 'r' } as never] })), ['stages[0].seats[0].poolId']],
    ['a missing answer', plan(stage(1, { selfSchedule: undefined as never })), ['stages[0].selfSchedule']],
    ['version 0', { ...plan(stage(1)), version: 0 }, ['version']],
    ['31 stages', plan(...Array.from({ length: 31 }, (_, index) => stage(index + 1))), ['stages']],
  ])('finds %s', (_, candidate, where) => {
    expect(faults(candidate)).toEqual(where);
  });

  it('names all faults together and says what to do', () => {
    const result = validatePlan(plan(stage(1, { name: '', durationMin: 1 })));
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        code: 'PLAN_INVALID',
        message:
          'The interview plan was not saved: stages[0].name: write 1 to 120 characters (and 1 more). Correct it and save again.',
      },
    });
  });

  it('never throws, and what it accepts survives JSON unchanged', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(fc.anything()).map((stages) => ({ ...plan(), stages })),
        ),
        (candidate) => {
          const result = validatePlan(candidate);
          if (result.ok) expect(JSON.parse(JSON.stringify(result.value))).toStrictEqual(result.value);
        },
      ),
    );
  });
});

describe('a plan', () => {
  it('knows what comes next and where a stage is', () => {
    const two = plan(stage(1), stage(2));
    expect(nextStage(two, null)?.id).toBe('stage-1');
    expect(nextStage(two, 'stage-1')?.id).toBe('stage-2');
    expect(nextStage(two, 'stage-2')).toBeUndefined();
    expect(positionOf(two, null)).toBe(0);
    expect(() => positionOf(two, 'elsewhere')).toThrow('is not in interview plan');
  });

  it('knows which stages are meetings', () => {
    expect([isMeeting('PANEL'), isMeeting('TAKE_HOME'), isMeeting('OFFER')]).toEqual([true, false, false]);
  });
});
