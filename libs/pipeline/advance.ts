import { ok, refuse, type Id, type Refusal, type Refused, type Result } from '#libs/kernel/index.js';
import { applyTransition, type ApplicationState, type ApplicationStatus, type Transition } from './application-state.js';
import type { Command, CommandKind, Effect, Happening } from './command.js';
import { findStage, nextStage, positionOf, type InterviewPlan, type PlanStage, type StageKind } from './plan.js';

export const MOVE_REFUSALS = [
  'APPLICATION_ENDED',
  'NOT_ENDED',
  'STAGE_NOT_IN_PLAN',
  'ALREADY_THERE',
  'NOT_LATER',
  'NOT_EARLIER',
  'NO_NEXT_STAGE',
  'STAGE_NOT_SKIPPABLE',
  'REASON_NEEDED',
  'EVIDENCE_NEEDED',
  'OPENING_NEEDED',
  'TEXT_TOO_LONG',
] as const;
export type MoveRefusalCode = (typeof MOVE_REFUSALS)[number];
export type MoveRefusal = Refusal<MoveRefusalCode>;

export interface Move {
  readonly state: ApplicationState;
  readonly transition: Transition;
  readonly effects: readonly Effect[];
}

/** The longest reason, note or evidence, in characters. */
export const LONGEST_TEXT = 4000;

/**
 * Decides one command: the new state, the transition to append, and what has to follow. Nothing passed in is changed.
 * @throws Error when the state is not on this plan, which is a fault of the caller: a candidate stays on the plan they entered.
 */
export function advance(plan: InterviewPlan, state: ApplicationState, command: Command, now: Date): Result<Move, MoveRefusal> {
  if (plan.id !== state.planId) throw new Error(`Application ${state.applicationId} is on plan ${state.planId}, not ${plan.id}`);
  positionOf(plan, state.stageId);
  const ended = state.status !== 'ACTIVE';
  if (command.kind === 'REOPEN') {
    if (!ended) return no('NOT_ENDED', 'This application is active, so there is nothing to reopen.');
  } else if (ended) {
    return no(
      'APPLICATION_ENDED',
      `This application is ${SAID[state.status]}, so nothing was changed. Reopen it first to go on with it.`,
    );
  }
  const decided = decide(plan, state, command);
  if (!decided.ok) return decided;
  const transition = transitionOf(plan, state, command.kind, decided.value, now);
  const next = applyTransition(state, transition);
  return ok({ state: next, transition, effects: effectsOf(plan, command.kind, transition) });
}

/**
 * Puts an active application on another version of its plan, in a stage of that (null for received). With `begins` it enters the stage as any other: what is open in the
 * plan left is cancelled, the new one's work begins, and the candidate is told. Without, it only stands there from now on: for who has no open work. Nothing passed in is
 * changed.
 * @throws Error when the state is not on `from`.
 */
export function changePlan(
  from: InterviewPlan,
  to: InterviewPlan,
  state: ApplicationState,
  { stageId, begins }: { readonly stageId: Id | null; readonly begins: boolean },
  now: Date,
): Result<Move, MoveRefusal> {
  if (from.id !== state.planId) throw new Error(`Application ${state.applicationId} is on plan ${state.planId}, not ${from.id}`);
  if (state.status !== 'ACTIVE')
    return no('APPLICATION_ENDED', `This application is ${SAID[state.status]}, so it stays on its plan. Reopen it first.`);
  if (to.id === from.id) return no('ALREADY_THERE', 'This application is on that plan already; nothing was changed.');
  const entered = stageId === null ? null : findStage(to, stageId);
  if (entered === undefined) return no('STAGE_NOT_IN_PLAN', 'That stage is not in the plan to change to; nothing was changed.');
  const transition: Transition = {
    version: state.version + 1,
    command: 'CHANGE_PLAN',
    ...{ fromStageId: state.stageId, toStageId: stageId, fromStatus: 'ACTIVE', toStatus: 'ACTIVE' },
    at: now.toISOString(),
    ...{ passedOver: [], reasonId: null, reason: null, evidence: null, openingId: null },
    planChange: { toPlanId: to.id, begins },
  };
  const effects: Effect[] = [];
  // Interviews may have been booked ahead: nothing of the plan that is left stays open.
  if (begins) effects.push(...from.stages.map(({ id }): Effect => ({ kind: 'CancelOpenWork', stageId: id })));
  if (begins && entered) effects.push(BEGINS[entered.kind](entered));
  if (begins) effects.push({ kind: 'Notify', what: 'MOVED' });
  return ok({ state: applyTransition(state, transition), transition, effects });
}

/**
 * The state that a history leads to, from the state before its first transition. In: the plan, or all that the history names.
 * @throws Error when the history has a hole, or names a stage that its plan has not.
 */
export function replay(
  plans: InterviewPlan | readonly InterviewPlan[],
  start: ApplicationState,
  transitions: readonly Transition[],
): ApplicationState {
  const known = new Map(
    (Array.isArray(plans) ? (plans as readonly InterviewPlan[]) : [plans as InterviewPlan]).map((plan) => [plan.id, plan]),
  );
  const planOf = (planId: Id): InterviewPlan => {
    const plan = known.get(planId);
    if (!plan) throw new Error(`Application ${start.applicationId} is on plan ${planId}, which is not given`);
    return plan;
  };
  planOf(start.planId);
  return transitions.reduce((state, transition) => {
    const next = applyTransition(state, transition);
    positionOf(planOf(next.planId), transition.toStageId);
    return next;
  }, start);
}

/** The commands that would be heard in this state, given complete arguments; for menus and buttons. */
export function possibleCommands(plan: InterviewPlan, state: ApplicationState): CommandKind[] {
  if (state.status !== 'ACTIVE') return ['REOPEN'];
  const current = state.stageId === null ? undefined : findStage(plan, state.stageId);
  const hasNext = nextStage(plan, state.stageId) !== undefined;
  const possible: CommandKind[] = hasNext ? ['ADVANCE', 'MOVE_TO_STAGE'] : [];
  if (hasNext && current !== undefined && current.skippableIf !== null) possible.push('SKIP_STAGE');
  if (current !== undefined) possible.push('SEND_BACK');
  return [...possible, 'REJECT', 'WITHDRAW', 'HIRE'];
}

const SAID: Record<ApplicationStatus, string> = {
  ACTIVE: 'active',
  HIRED: 'hired',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

/** How each command ends, and what people are told. Null keeps the status ACTIVE. */
const OUTCOME: Record<CommandKind, { readonly ends: ApplicationStatus | null; readonly what: Happening }> = {
  ADVANCE: { ends: null, what: 'MOVED' },
  MOVE_TO_STAGE: { ends: null, what: 'MOVED' },
  SKIP_STAGE: { ends: null, what: 'MOVED' },
  SEND_BACK: { ends: null, what: 'SENT_BACK' },
  REJECT: { ends: 'REJECTED', what: 'REJECTED' },
  WITHDRAW: { ends: 'WITHDRAWN', what: 'WITHDRAWN' },
  REOPEN: { ends: null, what: 'REOPENED' },
  HIRE: { ends: 'HIRED', what: 'HIRED' },
};

/** The work that begins when a candidate enters a stage. */
const BEGINS: Record<StageKind, (stage: PlanStage) => Effect> = {
  SCREEN: interview,
  TECHNICAL: interview,
  PANEL: interview,
  INTERVIEW: interview,
  TAKE_HOME: (stage) => ({
    kind: 'SendTakeHome',
    stageId: stage.id,
    dueDays: stage.takeHome?.dueDays ?? null,
    effortHours: stage.takeHome?.effortHours ?? null,
  }),
  OFFER: (stage) => ({ kind: 'PrepareOffer', stageId: stage.id }),
};

function interview(stage: PlanStage): Effect {
  return { kind: 'RequestInterview', stageId: stage.id, selfSchedule: stage.selfSchedule };
}

/** What a command settles beyond its kind. */
interface Decision {
  readonly toStageId: Id | null;
  readonly reasonId?: Id | null;
  readonly reason?: string | null;
  readonly evidence?: string | null;
  readonly openingId?: Id | null;
}

function decide(plan: InterviewPlan, state: ApplicationState, command: Command): Result<Decision, MoveRefusal> {
  const here = { toStageId: state.stageId };
  switch (command.kind) {
    case 'ADVANCE':
      return toNext(plan, state);
    case 'MOVE_TO_STAGE':
      return toLater(plan, state, command.stageId);
    case 'SKIP_STAGE':
      return skip(plan, state, command);
    case 'SEND_BACK':
      return toEarlier(plan, state, command);
    case 'REJECT': {
      const note = optionalText(command.note);
      if (!note.ok) return note;
      const reasonId = optionalId(command.reasonId);
      if (reasonId === null) return no('REASON_NEEDED', 'The candidate was not rejected: choose a reason from the list first.');
      return ok({ ...here, reasonId, reason: note.value });
    }
    case 'WITHDRAW': {
      const reason = optionalText(command.reason);
      return reason.ok ? ok({ ...here, reason: reason.value, reasonId: optionalId(command.reasonId) }) : reason;
    }
    case 'REOPEN': {
      const reason = text(command.reason, 'REASON_NEEDED', 'The application stays as it is: say why it is reopened.');
      return reason.ok ? ok({ ...here, reason: reason.value, openingId: state.openingId }) : reason;
    }
    case 'HIRE': {
      const openingId = optionalId(command.openingId);
      if (openingId === null) return no('OPENING_NEEDED', 'The candidate was not hired: choose the opening that they fill.');
      return ok({ ...here, openingId });
    }
  }
}

function toNext(plan: InterviewPlan, state: ApplicationState): Result<Decision, MoveRefusal> {
  const next = nextStage(plan, state.stageId);
  if (next !== undefined) return ok({ toStageId: next.id });
  return no(
    'NO_NEXT_STAGE',
    `${nameOf(plan, state.stageId)} is the last stage. Hire or reject the candidate, or send them back.`,
  );
}

function toLater(plan: InterviewPlan, state: ApplicationState, stageId: Id): Result<Decision, MoveRefusal> {
  const target = findStage(plan, stageId);
  if (target === undefined) return notInPlan();
  if (target.id === state.stageId) return no('ALREADY_THERE', `The candidate is already in ${target.name}; nothing was changed.`);
  if (target.position > positionOf(plan, state.stageId)) return ok({ toStageId: target.id });
  return no('NOT_LATER', `${target.name} comes before ${nameOf(plan, state.stageId)}. Use "send back" and say why.`);
}

function toEarlier(
  plan: InterviewPlan,
  state: ApplicationState,
  command: Extract<Command, { kind: 'SEND_BACK' }>,
): Result<Decision, MoveRefusal> {
  const { stageId } = command;
  if (stageId !== null && findStage(plan, stageId) === undefined) return notInPlan();
  if (stageId === state.stageId) {
    return no('ALREADY_THERE', `The candidate is already in ${nameOf(plan, stageId)}; nothing was changed.`);
  }
  if (positionOf(plan, stageId) > positionOf(plan, state.stageId)) {
    return no('NOT_EARLIER', `${nameOf(plan, stageId)} comes after ${nameOf(plan, state.stageId)}. Use "move" to go forward.`);
  }
  const reason = text(
    command.reason,
    'REASON_NEEDED',
    'The candidate was not sent back: say why, for those who read the history.',
  );
  return reason.ok ? ok({ toStageId: stageId, reason: reason.value }) : reason;
}

function skip(
  plan: InterviewPlan,
  state: ApplicationState,
  command: Extract<Command, { kind: 'SKIP_STAGE' }>,
): Result<Decision, MoveRefusal> {
  const current = state.stageId === null ? undefined : findStage(plan, state.stageId);
  if (current === undefined || current.skippableIf === null) {
    const name = nameOf(plan, state.stageId);
    return no(
      'STAGE_NOT_SKIPPABLE',
      `The plan has no rule for skipping ${name}. A manager may move the candidate on deliberately.`,
    );
  }
  const next = toNext(plan, state);
  if (!next.ok) return next;
  const reason = text(command.reason, 'REASON_NEEDED', `${current.name} was not skipped: say why.`);
  if (!reason.ok) return reason;
  const wanted = `${current.name} was not skipped: give a link or a text that shows "${current.skippableIf}".`;
  const evidence = text(command.evidence, 'EVIDENCE_NEEDED', wanted);
  if (!evidence.ok) return evidence;
  return ok({ ...next.value, reason: reason.value, evidence: evidence.value });
}

function transitionOf(
  plan: InterviewPlan,
  state: ApplicationState,
  command: CommandKind,
  decision: Decision,
  now: Date,
): Transition {
  const from = positionOf(plan, state.stageId);
  const to = command === 'HIRE' ? plan.stages.length + 1 : positionOf(plan, decision.toStageId);
  return {
    version: state.version + 1,
    command,
    fromStageId: state.stageId,
    toStageId: decision.toStageId,
    fromStatus: state.status,
    toStatus: OUTCOME[command].ends ?? 'ACTIVE',
    at: now.toISOString(),
    passedOver: plan.stages.filter(({ position }) => position > from && position < to).map(({ id }) => id),
    reasonId: decision.reasonId ?? null,
    reason: decision.reason ?? null,
    evidence: decision.evidence ?? null,
    openingId: decision.openingId ?? null,
  };
}

/** Leaving ends the stage's open work, entering begins it; a reopened application enters its stage, an ended one leaves it. */
function effectsOf(plan: InterviewPlan, command: CommandKind, transition: Transition): Effect[] {
  const { fromStageId, toStageId, fromStatus, toStatus, openingId } = transition;
  const effects: Effect[] = [];
  if (fromStatus === 'ACTIVE' && fromStageId !== null) effects.push({ kind: 'CancelOpenWork', stageId: fromStageId });
  if (openingId !== null) effects.push({ kind: toStatus === 'HIRED' ? 'FillOpening' : 'FreeOpening', openingId });
  const entered = toStatus === 'ACTIVE' && toStageId !== null ? findStage(plan, toStageId) : undefined;
  if (entered !== undefined) effects.push(BEGINS[entered.kind](entered));
  effects.push({ kind: 'Notify', what: OUTCOME[command].what });
  return effects;
}

function nameOf(plan: InterviewPlan, stageId: Id | null): string {
  return (stageId === null ? undefined : findStage(plan, stageId)?.name) ?? 'the review before the first stage';
}

function no(code: MoveRefusalCode, message: string): Refused<MoveRefusal> {
  return refuse(code, message);
}

function notInPlan(): Refused<MoveRefusal> {
  return no(
    'STAGE_NOT_IN_PLAN',
    'That stage is not in the plan this candidate entered; nothing was changed. Choose one of its stages.',
  );
}

function optionalId(id: Id | null | undefined): Id | null {
  return id === undefined || id === null || id === '' ? null : id;
}

function optionalText(words: string | null | undefined): Result<string | null, MoveRefusal> {
  const trimmed = (words ?? '').trim();
  if (trimmed.length > LONGEST_TEXT) {
    return no(
      'TEXT_TOO_LONG',
      `Nothing was changed: the text has ${trimmed.length} characters, ${LONGEST_TEXT} are allowed. Shorten it.`,
    );
  }
  return ok(trimmed === '' ? null : trimmed);
}

function text(words: string | null | undefined, code: MoveRefusalCode, message: string): Result<string, MoveRefusal> {
  const read = optionalText(words);
  if (!read.ok) return read;
  return read.value === null ? no(code, message) : ok(read.value);
}
