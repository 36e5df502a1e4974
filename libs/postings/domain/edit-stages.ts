import type { RoundEdit, RoundOrigin, RoundParts } from './correction.js';
import type { Round, StatedStage } from './posting-document.js';

/** The stages that front matter states, after what a person said of single rounds: what no round tells (kit, days, pools) stays with its stage. */
export function editStages(
  stages: readonly StatedStage[],
  origins: readonly RoundOrigin[],
  edits: readonly RoundEdit[],
  rounds: readonly Round[],
): readonly StatedStage[] | null {
  if (rounds.length === 0) return null;
  return origins.map((origin, index) => {
    const round = rounds[index]!;
    if ('added' in origin) return editedStage(BARE_STAGE, round, round);
    const change = edits.find((edit) => edit.action === 'change' && edit.round === origin.round);
    const stage = stages[origin.round - 1]!;
    return change?.action === 'change' ? editedStage(stage, change.value, round) : stage;
  });
}

const BARE_STAGE: StatedStage = {
  name: '', kind: 'INTERVIEW', durationMin: null, seats: [], skippableIf: null, targetDays: null, takeHome: null, selfSchedule: true, kit: null,
}; // prettier-ignore

/** A stage with the parts that were said of its round; `round` is what it became. */
function editedStage(stage: StatedStage, said: RoundParts, round: Round): StatedStage {
  const { name, kind, skippableIf, optional } = round;
  const meets = kind !== 'TAKE_HOME' && kind !== 'OFFER';
  const minutes = round.durationMax ?? round.durationMin;
  const timed = 'durationMin' in said || 'durationMax' in said || 'kind' in said;
  const effortHours = minutes === null ? null : Math.round(minutes / 30) / 2;
  return {
    ...stage,
    name,
    kind,
    durationMin: timed ? (meets ? minutes : null) : stage.durationMin,
    seats: 'seats' in said ? round.seats.map((seat) => ({ ...seat, poolName: null })) : stage.seats,
    skippableIf:
      'skippableIf' in said || 'optional' in said ? (skippableIf ?? (optional ? 'optional' : null)) : stage.skippableIf,
    takeHome: kind !== 'TAKE_HOME' ? null : timed ? { effortHours, dueDays: stage.takeHome?.dueDays ?? null } : stage.takeHome,
    selfSchedule: 'kind' in said ? meets : stage.selfSchedule,
  };
}
