import { PREFER_NOT_TO_SAY } from './forms.js';

/** Whoever was not asked, or did not answer. */
export const NOT_ANSWERED = 'NOT_ANSWERED';

/** Fewer people than these are never told apart. */
export const FEWEST = 5;
/** Groups that are a smaller part of those decided on are not measured against (29 CFR 1607.4 D, Questions and Answers 18). */
const LEAST_SHARE = 0.02;

/** Of one category at one stage, on how many it was decided, and how. */
export interface Decisions {
  readonly wentOn: number;
  readonly rejected: number;
}

/** One stage, or several that are taken together; its categories in the order of the form. */
export interface Step {
  readonly stages: readonly string[];
  readonly categories: Readonly<Record<string, Decisions>>;
}

/** What is shown of a category; null is withheld. */
export interface ShownCategory {
  readonly key: string;
  readonly decided: number | null;
  readonly wentOn: number | null;
  /** Of those decided on, the part that went on. */
  readonly rate: number | null;
  /** That rate over the highest one of a group that is large enough; below 0.8 is adverse impact by the four-fifths rule (29 CFR 1607.4 D). */
  readonly ratio: number | null;
}

export interface ShownStep {
  readonly stages: readonly string[];
  readonly decided: number;
  readonly wentOn: number;
  readonly categories: readonly ShownCategory[];
}

/**
 * Takes stages together until at least so many were rejected that something can be shown: a stage that hardly rejects anybody tells nothing but who they were. Who was
 * rejected earlier in a step counts in it; who went on did so out of its last stage. What is left at the end is not shown.
 */
export function steps(stages: readonly Step[]): Step[] {
  const found: Step[] = [];
  let carried: Step | null = null;
  for (const stage of stages) {
    const step: Step = carried ? joined(carried, stage) : stage;
    const enough = sum(Object.values(step.categories), 'rejected') >= FEWEST;
    if (enough) found.push(step);
    carried = enough ? null : step;
  }
  return found;
}

function joined(before: Step, after: Step): Step {
  const categories = Object.entries(after.categories).map(([key, { wentOn, rejected }]) => [
    ...[key, { wentOn, rejected: rejected + (before.categories[key]?.rejected ?? 0) }],
  ]);
  return { stages: [...before.stages, ...after.stages], categories: Object.fromEntries(categories) as Step['categories'] };
}

/**
 * What administrators may see of one question at one posting's steps, in their order.
 *
 * A category of which fewer than five went on or were rejected is withheld, and so that it cannot be computed from the totals, which the team knows, others with it: at least two
 * categories with at least five people on either side. What is withheld at a step stays so at the later ones, since who went on from one is who is decided on at the next.
 */
export function shown(found: readonly Step[]): ShownStep[] {
  const withheld = new Set<string>();
  return found.map(({ stages, categories }) => {
    withhold(categories, withheld);
    const all = Object.values(categories);
    const open = Object.entries(categories).filter(([key]) => !withheld.has(key));
    const best = bestRate(open, decidedOf(all));
    return {
      ...{ stages, decided: decidedOf(all), wentOn: sum(all, 'wentOn') },
      categories: Object.entries(categories).map(([key, { wentOn, rejected }]): ShownCategory => {
        if (withheld.has(key)) return { key, decided: null, wentOn: null, rate: null, ratio: null };
        const rate = wentOn / (wentOn + rejected);
        return { key, decided: wentOn + rejected, wentOn, rate, ratio: isGroup(key) && best !== null ? rate / best : null };
      }),
    };
  });
}

/** Adds to what is withheld. */
function withhold(categories: Step['categories'], withheld: Set<string>): void {
  const entries = Object.entries(categories);
  for (const [key, { wentOn, rejected }] of entries) if (wentOn < FEWEST || rejected < FEWEST) withheld.add(key);
  const smallestFirst = entries.toSorted(([a, x], [b, y]) => decidedOf([x]) - decidedOf([y]) || (a < b ? -1 : 1));
  for (const [key] of smallestFirst) {
    const hidden = entries.filter(([each]) => withheld.has(each)).map(([, decisions]) => decisions);
    if (hidden.length === 0) return;
    if (hidden.length >= 2 && sum(hidden, 'wentOn') >= FEWEST && sum(hidden, 'rejected') >= FEWEST) return;
    withheld.add(key);
  }
}

/** The highest rate of a group that is measured against; null while fewer than two are open, because there is nothing to compare. */
function bestRate(open: readonly (readonly [string, Decisions])[], everybody: number): number | null {
  const groups = open.filter(([key]) => isGroup(key)).map(([, decisions]) => decisions);
  if (groups.length < 2) return null;
  const large = groups.filter((each) => decidedOf([each]) >= LEAST_SHARE * everybody);
  const best = Math.max(...large.map((each) => each.wentOn / decidedOf([each])));
  return best > 0 ? best : null;
}

/** Declining, and not answering, are no groups of people. */
function isGroup(key: string): boolean {
  return key !== PREFER_NOT_TO_SAY && key !== NOT_ANSWERED;
}

function decidedOf(decisions: readonly Decisions[]): number {
  return sum(decisions, 'wentOn') + sum(decisions, 'rejected');
}

function sum(decisions: readonly Decisions[], what: keyof Decisions): number {
  return decisions.reduce((total, each) => total + each[what], 0);
}
