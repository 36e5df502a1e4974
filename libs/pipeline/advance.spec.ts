import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Id } from '#libs/kernel/index.js';
import { advance, LONGEST_TEXT, possibleCommands, replay, type Move } from './advance.js';
import { applyTransition, initialState, type ApplicationState, type Transition } from './application-state.js';
import { COMMAND_KINDS, type Command, type CommandKind } from './command.js';
import { STAGE_KINDS, type InterviewPlan, type PlanStage, type StageKind } from './plan.js';
import { validatePlan } from './validate-plan.js';

const NOW = new Date('2030-03-05T10:00:00.000Z');

function stage(position: number, kind: StageKind, over: Partial<PlanStage> = {}): PlanStage {
  const blank = { durationMin: 45, seats: [], skippableIf: null, targetDays: null, takeHome: null, selfSchedule: true };
  return { id: `stage-${position}`, position, name: `${kind} ${position}`, kind, ...blank, ...over };
}

const PLAN: InterviewPlan = {
  id: 'plan-1',
  version: 1,
  stages: [
    stage(1, 'SCREEN'),
    stage(2, 'TAKE_HOME', { takeHome: { dueDays: 7, effortHours: 3 } }),
    stage(3, 'TECHNICAL', { skippableIf: 'open-source contributions' }),
    stage(4, 'PANEL', { selfSchedule: false }),
    stage(5, 'OFFER'),
  ],
};

const START = initialState({ applicationId: 'application-1', planId: 'plan-1' }, NOW);

function move(state: ApplicationState, command: Command, plan = PLAN): Move {
  const result = advance(plan, state, command, NOW);
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}
function through(...commands: Command[]): ApplicationState {
  return commands.reduce((state, command) => move(state, command).state, START);
}
function refusalOf(state: ApplicationState, command: Command): string {
  const result = advance(PLAN, state, command, NOW);
  return result.ok ? 'done' : result.refusal.code;
}
const at = (position: number): ApplicationState => through({ kind: 'MOVE_TO_STAGE', stageId: `stage-${position}` });
const rejected = (): ApplicationState => move(at(3), { kind: 'REJECT', reasonId: 'reason-1' }).state;

describe('moving through a plan', () => {
  it('advances from received through every stage, and begins the work of each', () => {
    const kinds: string[] = [];
    let state = START;
    for (const { id } of PLAN.stages) {
      const next = move(state, { kind: 'ADVANCE' });
      expect(next.state.stageId).toBe(id);
      kinds.push(next.effects.map((effect) => effect.kind).join(' '));
      state = next.state;
    }
    expect(kinds).toEqual([
      'RequestInterview Notify',
      'CancelOpenWork SendTakeHome Notify',
      'CancelOpenWork RequestInterview Notify',
      'CancelOpenWork RequestInterview Notify',
      'CancelOpenWork PrepareOffer Notify',
    ]);
    expect(refusalOf(state, { kind: 'ADVANCE' })).toBe('NO_NEXT_STAGE');
  });

  it('gives effects what the folders above need', () => {
    expect(move(at(1), { kind: 'ADVANCE' }).effects).toEqual([
      { kind: 'CancelOpenWork', stageId: 'stage-1' },
      { kind: 'SendTakeHome', stageId: 'stage-2', dueDays: 7, effortHours: 3 },
      { kind: 'Notify', what: 'MOVED' },
    ]);
    expect(move(at(3), { kind: 'ADVANCE' }).effects).toContainEqual({
      kind: 'RequestInterview',
      stageId: 'stage-4',
      selfSchedule: false,
    });
  });

  it('records which stages a deliberate move passes over', () => {
    const { transition, state } = move(at(1), { kind: 'MOVE_TO_STAGE', stageId: 'stage-4' });
    expect(transition).toMatchObject({ command: 'MOVE_TO_STAGE', passedOver: ['stage-2', 'stage-3'] });
    expect(state.stageId).toBe('stage-4');
    expect(move(at(1), { kind: 'ADVANCE' }).transition.passedOver).toEqual([]);
    expect(move(at(3), { kind: 'HIRE', openingId: 'opening-1' }).transition.passedOver).toEqual(['stage-4', 'stage-5']);
  });

  it('tells a wrong direction apart from a wrong stage', () => {
    expect(refusalOf(at(3), { kind: 'MOVE_TO_STAGE', stageId: 'stage-1' })).toBe('NOT_LATER');
    expect(refusalOf(at(3), { kind: 'MOVE_TO_STAGE', stageId: 'stage-3' })).toBe('ALREADY_THERE');
    expect(refusalOf(at(3), { kind: 'MOVE_TO_STAGE', stageId: 'elsewhere' })).toBe('STAGE_NOT_IN_PLAN');
    expect(refusalOf(at(3), { kind: 'SEND_BACK', stageId: 'stage-4', reason: 'x' })).toBe('NOT_EARLIER');
    expect(refusalOf(at(3), { kind: 'SEND_BACK', stageId: 'stage-3', reason: 'x' })).toBe('ALREADY_THERE');
    expect(refusalOf(at(3), { kind: 'SEND_BACK', stageId: 'elsewhere', reason: 'x' })).toBe('STAGE_NOT_IN_PLAN');
    expect(refusalOf(START, { kind: 'SEND_BACK', stageId: null, reason: 'x' })).toBe('ALREADY_THERE');
  });

  it('skips only where the plan has a rule, with reason and evidence', () => {
    const skip = { kind: 'SKIP_STAGE', reason: ' known work ', evidence: 'https://example.org/pr/1' } as const;
    expect(refusalOf(START, skip)).toBe('STAGE_NOT_SKIPPABLE');
    expect(refusalOf(at(1), skip)).toBe('STAGE_NOT_SKIPPABLE');
    expect(refusalOf(at(3), { ...skip, reason: '  ' })).toBe('REASON_NEEDED');
    expect(refusalOf(at(3), { ...skip, evidence: '' })).toBe('EVIDENCE_NEEDED');
    const { state, transition } = move(at(3), skip);
    expect(state.stageId).toBe('stage-4');
    expect(transition).toMatchObject({ reason: 'known work', evidence: 'https://example.org/pr/1', fromStageId: 'stage-3' });
  });

  it('sends back with a reason, as far as before the first stage', () => {
    expect(refusalOf(at(3), { kind: 'SEND_BACK', stageId: 'stage-1', reason: '' })).toBe('REASON_NEEDED');
    const { state, effects } = move(at(3), { kind: 'SEND_BACK', stageId: null, reason: 'wrong posting' });
    expect(state.stageId).toBeNull();
    expect(effects).toEqual([
      { kind: 'CancelOpenWork', stageId: 'stage-3' },
      { kind: 'Notify', what: 'SENT_BACK' },
    ]);
  });

  it('needs a reason to reject, an opening to hire, and text of bearable length', () => {
    expect(refusalOf(START, { kind: 'REJECT', reasonId: '' })).toBe('REASON_NEEDED');
    expect(refusalOf(START, { kind: 'HIRE', openingId: '' })).toBe('OPENING_NEEDED');
    const long = 'x'.repeat(LONGEST_TEXT + 1);
    expect(refusalOf(START, { kind: 'REJECT', reasonId: 'r', note: long })).toBe('TEXT_TOO_LONG');
    expect(refusalOf(at(2), { kind: 'SEND_BACK', stageId: null, reason: long })).toBe('TEXT_TOO_LONG');
  });

  it('an ended application hears nothing but reopen, and returns to the stage where it ended', () => {
    const ended = rejected();
    expect(ended).toMatchObject({ status: 'REJECTED', stageId: 'stage-3', reasonId: 'reason-1' });
    expect(refusalOf(ended, { kind: 'ADVANCE' })).toBe('APPLICATION_ENDED');
    expect(refusalOf(ended, { kind: 'REOPEN', reason: '' })).toBe('REASON_NEEDED');
    const { state, effects } = move(ended, { kind: 'REOPEN', reason: 'a mistake' });
    expect(state).toMatchObject({ status: 'ACTIVE', stageId: 'stage-3', reasonId: null });
    expect(effects.map(({ kind }) => kind)).toEqual(['RequestInterview', 'Notify']);
    expect(refusalOf(state, { kind: 'REOPEN', reason: 'again' })).toBe('NOT_ENDED');
  });

  it('a hire fills its opening, and reopening the hire frees it', () => {
    const hired = move(at(5), { kind: 'HIRE', openingId: 'opening-1' });
    expect(hired.state).toMatchObject({ status: 'HIRED', openingId: 'opening-1' });
    expect(hired.effects).toContainEqual({ kind: 'FillOpening', openingId: 'opening-1' });
    const reopened = move(hired.state, { kind: 'REOPEN', reason: 'declined after all' });
    expect(reopened.state.openingId).toBeNull();
    expect(reopened.effects).toContainEqual({ kind: 'FreeOpening', openingId: 'opening-1' });
  });

  it('refusals tell the person what to do', () => {
    const result = advance(PLAN, rejected(), { kind: 'ADVANCE' }, NOW);
    expect(result).toEqual({
      ok: false,
      refusal: {
        code: 'APPLICATION_ENDED',
        message: 'This application is rejected, so nothing was changed. Reopen it first to go on with it.',
      },
    });
  });

  it('a candidate stays on the plan they entered', () => {
    expect(() => advance({ ...PLAN, id: 'plan-2' }, START, { kind: 'ADVANCE' }, NOW)).toThrow('is on plan plan-1');
    expect(() => replay({ ...PLAN, id: 'plan-2' }, START, [])).toThrow('is on plan plan-1');
  });

  it('a history with a hole, a twist or an unknown stage is not read', () => {
    const first = move(START, { kind: 'ADVANCE' });
    const second = move(first.state, { kind: 'ADVANCE' });
    expect(() => replay(PLAN, START, [second.transition])).toThrow('does not follow');
    expect(() => replay(PLAN, START, [first.transition, { ...second.transition, fromStageId: null }])).toThrow('does not follow');
    expect(() => replay(PLAN, START, [{ ...first.transition, toStageId: 'elsewhere' }])).toThrow('is not in interview plan');
    expect(() => applyTransition(first.state, { ...second.transition, fromStatus: 'HIRED' })).toThrow('does not follow');
  });
});

// ── laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const anyPlan: fc.Arbitrary<InterviewPlan> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...STAGE_KINDS.filter((kind) => kind !== 'OFFER')),
      skippableIf: fc.option(fc.constant('example work')),
      selfSchedule: fc.boolean(),
      dueDays: fc.option(fc.integer({ min: 1, max: 90 })),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .chain((parts) => fc.boolean().map((offer) => ({ parts, offer })))
  .map(({ parts, offer }) => {
    const stages = parts.map(({ kind, dueDays, ...over }, index) => {
      const takeHome = kind === 'TAKE_HOME' ? { dueDays, effortHours: null } : null;
      return stage(index + 1, kind, { ...over, takeHome });
    });
    return { id: 'plan-1', version: 1, stages: offer ? [...stages, stage(stages.length + 1, 'OFFER')] : stages };
  });

const anyStageId = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 10 }).map((n): Id => `stage-${n}`) },
  { weight: 1, arbitrary: fc.constant('elsewhere') },
);
const words = fc.constantFrom('', '  ', 'because', ' so it is ');
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Command>({ kind: 'ADVANCE' }) },
  { weight: 2, arbitrary: anyStageId.map((stageId): Command => ({ kind: 'MOVE_TO_STAGE', stageId })) },
  {
    weight: 2,
    arbitrary: fc.tuple(words, words).map(([reason, evidence]): Command => ({ kind: 'SKIP_STAGE', reason, evidence })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(anyStageId), words)
      .map(([stageId, reason]): Command => ({ kind: 'SEND_BACK', stageId, reason })),
  },
  { weight: 1, arbitrary: words.map((note): Command => ({ kind: 'REJECT', reasonId: 'reason-1', note })) },
  { weight: 1, arbitrary: fc.option(words).map((reason): Command => ({ kind: 'WITHDRAW', reason })) },
  { weight: 4, arbitrary: words.map((reason): Command => ({ kind: 'REOPEN', reason })) },
  { weight: 1, arbitrary: fc.constantFrom('opening-1', 'opening-2').map((openingId): Command => ({ kind: 'HIRE', openingId })) },
);
const anyHistory = fc.tuple(anyPlan, fc.array(anyCommand, { maxLength: 40 }));

interface Walked {
  readonly state: ApplicationState;
  readonly transitions: Transition[];
}

/** Tries every command in turn on a frozen state, a minute apart, and hands each answer to the law. */
function walk(
  plan: InterviewPlan,
  commands: readonly Command[],
  law: (before: ApplicationState, command: Command, answer: ReturnType<typeof advance>) => void = () => undefined,
): Walked {
  let state = START;
  const transitions: Transition[] = [];
  commands.forEach((command, index) => {
    const answer = advance(plan, deepFreeze(state), command, new Date(NOW.getTime() + index * 60_000));
    law(state, command, answer);
    if (!answer.ok) return;
    state = answer.value.state;
    transitions.push(answer.value.transition);
  });
  return { state, transitions };
}

/** A complete command of the kind, which a state that offers the kind must hear. */
function complete(kind: CommandKind, plan: InterviewPlan, state: ApplicationState): Command {
  switch (kind) {
    case 'MOVE_TO_STAGE':
      return { kind, stageId: plan.stages.at(-1)!.id };
    case 'SKIP_STAGE':
      return { kind, reason: 'r', evidence: 'e' };
    case 'SEND_BACK':
      return { kind, stageId: null, reason: 'r' };
    case 'REJECT':
      return { kind, reasonId: 'reason-1' };
    case 'REOPEN':
      return { kind, reason: state.status };
    case 'HIRE':
      return { kind, openingId: 'opening-1' };
    default:
      return { kind };
  }
}

describe('laws of the pipeline', () => {
  it('plans of the laws are sound', () => {
    fc.assert(fc.property(anyPlan, (plan) => expect(validatePlan(plan)).toEqual({ ok: true, value: plan })));
  });

  it('replaying the transitions gives the state, from the start and from any point between', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(40), ([plan, commands], cut) => {
        const { state, transitions } = walk(plan, commands);
        expect(replay(plan, START, transitions)).toEqual(state);
        const middle = replay(plan, START, transitions.slice(0, cut));
        expect(replay(plan, middle, transitions.slice(cut))).toEqual(state);
      }),
    );
  });

  it('versions are gapless and transitions join', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        const { state, transitions } = walk(plan, commands);
        expect(transitions.map(({ version }) => version)).toEqual(transitions.map((_, index) => index + 1));
        expect(state.version).toBe(transitions.length);
        transitions.slice(1).forEach((transition, index) => {
          expect(transition.fromStageId).toBe(transitions[index]!.toStageId);
          expect(transition.fromStatus).toBe(transitions[index]!.toStatus);
        });
      }),
    );
  });

  it('what has ended stays ended but for reopen, which returns to the stage where it ended', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        walk(plan, commands, (before, command, answer) => {
          if (before.status === 'ACTIVE') return expect(answer.ok && command.kind === 'REOPEN').toBe(false);
          if (!answer.ok) return;
          expect(command.kind).toBe('REOPEN');
          expect(answer.value.state).toMatchObject({
            status: 'ACTIVE',
            stageId: before.stageId,
            openingId: null,
            reasonId: null,
          });
        });
      }),
    );
  });

  it('an opening is held exactly while hired, and a reason only when rejected or withdrawn', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        const held: Id[] = [];
        walk(plan, commands, (_, __, answer) => {
          if (!answer.ok) return;
          const { state, effects } = answer.value;
          for (const effect of effects) {
            if (effect.kind === 'FillOpening') held.push(effect.openingId);
            if (effect.kind === 'FreeOpening') expect(held.pop()).toBe(effect.openingId);
          }
          expect(held).toEqual(state.status === 'HIRED' ? [state.openingId] : []);
          if (state.status === 'ACTIVE' || state.status === 'HIRED') expect(state.reasonId).toBeNull();
        });
      }),
    );
  });

  it('at most one stage has open work: the one an active candidate is in', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        const open = new Set<Id>();
        walk(plan, commands, (_, __, answer) => {
          if (!answer.ok) return;
          for (const effect of answer.value.effects) {
            if (effect.kind === 'CancelOpenWork') expect(open.delete(effect.stageId)).toBe(true);
            else if ('stageId' in effect) open.add(effect.stageId);
          }
          const { status, stageId } = answer.value.state;
          expect([...open]).toEqual(status === 'ACTIVE' && stageId !== null ? [stageId] : []);
        });
      }),
    );
  });

  it('every move tells people once what happened', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        walk(plan, commands, (_, __, answer) => {
          if (answer.ok) expect(answer.value.effects.filter(({ kind }) => kind === 'Notify')).toHaveLength(1);
        });
      }),
    );
  });

  it('every stage can be reached, by single steps and at once', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const steps = plan.stages.map((): Command => ({ kind: 'ADVANCE' }));
        const { transitions } = walk(plan, steps);
        expect(transitions.map(({ toStageId }) => toStageId)).toEqual(plan.stages.map(({ id }) => id));
        for (const { id } of plan.stages)
          expect(move(START, { kind: 'MOVE_TO_STAGE', stageId: id }, plan).state.stageId).toBe(id);
      }),
    );
  });

  it('a command is heard exactly where it is said to be possible', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        const { state } = walk(plan, commands);
        const possible = possibleCommands(plan, state);
        for (const kind of COMMAND_KINDS) {
          expect([kind, advance(plan, state, complete(kind, plan, state), NOW).ok]).toEqual([kind, possible.includes(kind)]);
        }
      }),
    );
  });

  it('JSON changes nothing: not the plan, not the state, not the transition, not the effects, not the next answer', () => {
    const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        walk(plan, commands, (before, command, answer) => {
          expect(json(answer)).toStrictEqual(answer);
          const again = advance(json(plan), json(before), json(command), NOW);
          expect(again.ok).toBe(answer.ok);
          if (again.ok && answer.ok) expect(again.value.effects).toStrictEqual(answer.value.effects);
        });
      }),
    );
  });

  it('nothing passed in is changed, refused or not', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, commands]) => {
        const frozen = deepFreeze(JSON.parse(JSON.stringify(plan)) as InterviewPlan);
        walk(frozen, commands.map(deepFreeze));
      }),
    );
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
