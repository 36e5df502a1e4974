import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Move, advance, changePlan, replay } from './advance.js';
import { type ApplicationState, type Transition, initialState } from './application-state.js';
import { type InterviewPlan, STAGE_KINDS, type StageKind } from './plan.js';

const NOW = new Date('2030-03-05T10:00:00.000Z');
const LATER = new Date('2030-03-09T10:00:00.000Z');
const plan = (id: string, kinds: readonly StageKind[]): InterviewPlan => ({
  id,
  version: 1,
  stages: kinds.map((kind, index) => ({
    ...{ id: `${id}-${index + 1}`, position: index + 1, name: `${kind} ${index + 1}`, kind, durationMin: 45, seats: [] },
    ...{ skippableIf: null, targetDays: null, takeHome: null, selfSchedule: true },
  })),
});
const OLD = plan('old', ['SCREEN', 'TECHNICAL', 'OFFER']);
const NEW = plan('new', ['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'OFFER']);
const START = initialState({ applicationId: 'application-1', planId: 'old' }, NOW);
const moved = (move: ReturnType<typeof advance>): Move => {
  if (!move.ok) throw new Error(move.refusal.message);
  return move.value;
};
const inScreen = moved(advance(OLD, START, { kind: 'ADVANCE' }, NOW));
const change = (state: ApplicationState, stageId: string | null, begins = false) =>
  changePlan(OLD, NEW, state, { stageId, begins }, LATER);

describe('an application that is put on another version of its plan', () => {
  it('stands in the new stage as long as it stood in the old one, without work, and goes on from there', () => {
    const { state, transition, effects } = moved(change(inScreen.state, 'new-3'));
    expect(state).toMatchObject({
      planId: 'new',
      stageId: 'new-3',
      version: 2,
      enteredStageAt: NOW.toISOString(),
      status: 'ACTIVE',
    });
    expect(transition).toMatchObject({
      command: 'CHANGE_PLAN',
      fromStageId: 'old-1',
      toStageId: 'new-3',
      planChange: { toPlanId: 'new' },
    });
    expect(effects).toEqual([]);
    expect(moved(advance(NEW, state, { kind: 'ADVANCE' }, LATER)).state.stageId).toBe('new-4');
    expect(() => advance(OLD, state, { kind: 'ADVANCE' }, LATER)).toThrow('is on plan new');
  });

  it('enters the new stage where its work shall begin: what is open is cancelled, and the candidate is told', () => {
    const { state, effects } = moved(change(inScreen.state, 'new-2', true));
    expect(state.enteredStageAt).toBe(LATER.toISOString());
    expect(effects.map(({ kind }) => kind)).toEqual([
      'CancelOpenWork',
      'CancelOpenWork',
      'CancelOpenWork',
      'SendTakeHome',
      'Notify',
    ]);
    expect(moved(change(START, null)).state).toMatchObject({ planId: 'new', stageId: null, version: 1 });
  });

  it('is refused where it has ended, is there already, or the stage is of another plan', () => {
    const ended = moved(advance(OLD, inScreen.state, { kind: 'WITHDRAW' }, NOW)).state;
    const codes = [
      change(ended, 'new-1'),
      change(inScreen.state, 'old-2'),
      changePlan(OLD, OLD, inScreen.state, { stageId: 'old-2', begins: false }, NOW),
    ];
    expect(codes.map((result) => !result.ok && result.refusal.code)).toEqual([
      'APPLICATION_ENDED',
      'STAGE_NOT_IN_PLAN',
      'ALREADY_THERE',
    ]);
  });

  it('has a history that leads to its state, over both plans and only with both', () => {
    const kinds = fc.array(fc.constantFrom(...STAGE_KINDS.filter((kind) => kind !== 'OFFER')), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(kinds, kinds, fc.nat(9), fc.nat(9), fc.boolean(), fc.nat(3), (before, after, at, to, begins, more) => {
        const plans = [plan('old', before), plan('new', after)] as const;
        const transitions: Transition[] = [];
        let state = START;
        const keep = (move: ReturnType<typeof advance>) => {
          if (!move.ok) return;
          transitions.push(move.value.transition);
          state = move.value.state;
        };
        for (let step = 0; step < at % (before.length + 1); step += 1) keep(advance(plans[0], state, { kind: 'ADVANCE' }, NOW));
        const stageId = plans[1].stages[(to % (after.length + 1)) - 1]?.id ?? null;
        keep(changePlan(plans[0], plans[1], state, { stageId, begins }, LATER));
        for (let step = 0; step < more; step += 1) keep(advance(plans[1], state, { kind: 'ADVANCE' }, LATER));
        expect(replay(plans, START, JSON.parse(JSON.stringify(transitions)) as Transition[])).toEqual(state);
        expect(() => replay(plans[0], START, transitions)).toThrow('which is not given');
      }),
    );
  });
});
