import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';
import { STAGE_KINDS, type InterviewPlan, type PlanSeat, type PlanStage, type StageKind } from './plan.js';

export const PLAN_LIMITS = {
  stages: 30,
  seatsPerStage: 10,
  nameLength: 120,
  skippableIfLength: 2000,
  duration_min: { least: 5, most: 480 },
  targetDays: { least: 0, most: 365 },
  effortHours: { least: 0.5, most: 80 },
  dueDays: { least: 1, most: 90 },
} as const;

/** What is wrong, and where: "stages[2].durationMin". */
export interface PlanFault {
  readonly path: string;
  readonly message: string;
}
export type PlanRefusal = Refusal<'PLAN_INVALID'> & { readonly faults: readonly PlanFault[] };

/**
 * Reads a plan from anywhere (an importer, a form, stored JSON) and names all its faults together.
 * What comes out holds the fields of the types in `plan.ts` and nothing else, so it survives JSON unchanged.
 */
export function validatePlan(candidate: unknown): Result<InterviewPlan, PlanRefusal> {
  const check = new PlanCheck();
  const plan = check.plan(candidate);
  if (check.faults.length === 0) return ok(plan);
  const first = check.faults[0]!;
  const more = check.faults.length === 1 ? '' : ` (and ${check.faults.length - 1} more)`;
  const message = `The interview plan was not saved: ${first.path}: ${first.message}${more}. Correct it and save again.`;
  return refuse('PLAN_INVALID', message, { faults: check.faults });
}

type Fields = Readonly<Record<string, unknown>>;

/** Collects faults while it reads; a field that is wrong comes out as a stand-in, and the plan with it is never used. */
class PlanCheck {
  readonly faults: PlanFault[] = [];
  private readonly ids = new Set<string>();

  plan(candidate: unknown): InterviewPlan {
    const fields = this.fields(candidate, 'plan');
    const list = this.list(fields['stages'], 'stages');
    this.require(list.length >= 1, 'stages', 'a plan has at least one stage');
    this.require(list.length <= PLAN_LIMITS.stages, 'stages', `a plan has at most ${PLAN_LIMITS.stages} stages`);
    const plan = {
      id: this.id(fields['id'], 'id'),
      version: this.whole(fields['version'], 'version', 1, Number.MAX_SAFE_INTEGER),
      stages: list.slice(0, PLAN_LIMITS.stages).map((stage, index) => this.stage(stage, index)),
    };
    plan.stages.forEach((stage, index) => {
      const last = stage.kind !== 'OFFER' || index === plan.stages.length - 1;
      this.require(last, `stages[${index}].kind`, 'the offer comes last, and once');
    });
    return plan;
  }

  private stage(candidate: unknown, index: number): PlanStage {
    const at = `stages[${index}]`;
    const fields = this.fields(candidate, at);
    const kind = STAGE_KINDS.find((known) => known === fields['kind']);
    this.require(kind !== undefined, `${at}.kind`, `a stage is one of ${STAGE_KINDS.join(', ')}`);
    this.require(
      fields['position'] === index + 1,
      `${at}.position`,
      `positions count from 1 without gaps; ${index + 1} belongs here`,
    );
    this.require(typeof fields['selfSchedule'] === 'boolean', `${at}.selfSchedule`, 'say true or false');
    const { duration_min, targetDays, skippableIfLength } = PLAN_LIMITS;
    return {
      id: this.id(fields['id'], `${at}.id`),
      position: index + 1,
      name: this.text(fields['name'], `${at}.name`, PLAN_LIMITS.nameLength),
      kind: kind ?? 'INTERVIEW',
      durationMin: this.optionalWhole(fields['durationMin'], `${at}.durationMin`, duration_min),
      seats: this.seats(fields['seats'], `${at}.seats`),
      skippableIf:
        fields['skippableIf'] === null ? null : this.text(fields['skippableIf'], `${at}.skippableIf`, skippableIfLength),
      targetDays: this.optionalWhole(fields['targetDays'], `${at}.targetDays`, targetDays),
      takeHome: this.takeHome(fields['takeHome'], kind, `${at}.takeHome`),
      selfSchedule: fields['selfSchedule'] === true,
    };
  }

  private seats(candidate: unknown, at: string): PlanSeat[] {
    const list = this.list(candidate, at);
    this.require(list.length <= PLAN_LIMITS.seatsPerStage, at, `an interview has at most ${PLAN_LIMITS.seatsPerStage} seats`);
    return list.slice(0, PLAN_LIMITS.seatsPerStage).map((seat, index) => {
      const path = `${at}[${index}]`;
      const fields = this.fields(seat, path);
      const poolId = fields['poolId'];
      this.require(poolId === null || isText(poolId), `${path}.poolId`, 'name an interviewer pool, or say null');
      return {
        id: this.id(fields['id'], `${path}.id`),
        role: this.text(fields['role'], `${path}.role`, PLAN_LIMITS.nameLength),
        poolId: isText(poolId) ? poolId : null,
      };
    });
  }

  private takeHome(candidate: unknown, kind: StageKind | undefined, at: string): PlanStage['takeHome'] {
    if (candidate === null) return null;
    this.require(kind === 'TAKE_HOME', at, 'only a TAKE_HOME stage has a take-home');
    const fields = this.fields(candidate, at);
    const { effortHours: effort, dueDays } = PLAN_LIMITS;
    const hours = fields['effortHours'];
    const fits = hours === null || (typeof hours === 'number' && hours >= effort.least && hours <= effort.most);
    this.require(fits, `${at}.effortHours`, `the effort is ${effort.least} to ${effort.most} hours, or null`);
    return {
      effortHours: typeof hours === 'number' ? hours : null,
      dueDays: this.optionalWhole(fields['dueDays'], `${at}.dueDays`, dueDays),
    };
  }

  private id(candidate: unknown, path: string): string {
    if (!isText(candidate)) {
      this.fault(path, 'an id is missing');
      return '';
    }
    this.require(!this.ids.has(candidate), path, 'this id is used twice in the plan');
    this.ids.add(candidate);
    return candidate;
  }

  private text(candidate: unknown, path: string, longest: number): string {
    const fits = typeof candidate === 'string' && candidate.trim() !== '' && candidate.length <= longest;
    this.require(fits, path, `write 1 to ${longest} characters`);
    return fits ? candidate : '';
  }

  private optionalWhole(candidate: unknown, path: string, range: { least: number; most: number }): number | null {
    return candidate === null ? null : this.whole(candidate, path, range.least, range.most);
  }

  private whole(candidate: unknown, path: string, least: number, most: number): number {
    const fits = typeof candidate === 'number' && Number.isInteger(candidate) && candidate >= least && candidate <= most;
    const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
    this.require(fits, path, `give a whole number ${range}`);
    return fits ? candidate : least;
  }

  private list(candidate: unknown, path: string): readonly unknown[] {
    if (Array.isArray(candidate)) return candidate;
    this.fault(path, 'a list is missing');
    return [];
  }

  private fields(candidate: unknown, path: string): Fields {
    if (typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate)) return candidate as Fields;
    this.fault(path, 'an object is missing');
    return {};
  }

  private require(holds: boolean, path: string, message: string): void {
    if (!holds) this.fault(path, message);
  }

  private fault(path: string, message: string): void {
    this.faults.push({ path, message });
  }
}

function isText(candidate: unknown): candidate is string {
  return typeof candidate === 'string' && candidate !== '';
}
