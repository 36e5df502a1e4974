import { type Id, type Refusal, type Refused, type Result, isId, ok, refuse } from '#libs/kernel/index.js';

export const RECOMMENDATIONS = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES', 'NO_DECISION'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];
export const SCORECARD_STATES = ['DRAFT', 'SUBMITTED'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];

export const SCORECARD_LIMITS = { notes: 20_000, ratingNote: 2000, ratings: 100, leastRating: 1, mostRating: 4 } as const;

export interface Rating {
  readonly attributeId: Id;
  /** 1 (far below what the role asks) to 4 (far above). */
  readonly rating: number;
  readonly note: string;
}

/** What a card says. */
export interface CardContent {
  readonly recommendation: Recommendation | null;
  readonly notes: string;
  readonly ratings: readonly Rating[];
}

/** What a card says, as it came. */
export interface CardInput {
  readonly recommendation?: string | null;
  readonly notes?: string | null;
  readonly ratings?: readonly { readonly attributeId: string; readonly rating: number; readonly note?: string | null }[] | null;
}

export type CardRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** Reads a card strictly. Which attributes the stage has is for `ratedElsewhere`. */
export function readCard(input: CardInput): Result<CardContent, CardRefusal> {
  const recommendation = RECOMMENDATIONS.find((known) => known === input.recommendation) ?? null;
  if (recommendation === null && input.recommendation !== null && input.recommendation !== undefined)
    return bad('input.recommendation', `A recommendation is one of ${RECOMMENDATIONS.join(', ')}.`);
  const notes = input.notes ?? '';
  if (!isText(notes, SCORECARD_LIMITS.notes))
    return bad('input.notes', `Notes have at most ${SCORECARD_LIMITS.notes} characters of text.`);
  const given = input.ratings ?? [];
  if (given.length > SCORECARD_LIMITS.ratings)
    return bad('input.ratings', `A card has at most ${SCORECARD_LIMITS.ratings} ratings.`);
  const ratings: Rating[] = [];
  for (const [at, { attributeId, rating, note }] of given.entries()) {
    const path = `input.ratings.${at}`;
    if (!isId(attributeId) || ratings.some((other) => other.attributeId === attributeId))
      return bad(`${path}.attributeId`, 'Rate each attribute of the kit at most once, by the id that the kit gives.');
    if (!Number.isInteger(rating) || rating < SCORECARD_LIMITS.leastRating || rating > SCORECARD_LIMITS.mostRating)
      return bad(
        `${path}.rating`,
        `A rating is a whole number from ${SCORECARD_LIMITS.leastRating} to ${SCORECARD_LIMITS.mostRating}.`,
      );
    if (!isText(note ?? '', SCORECARD_LIMITS.ratingNote))
      return bad(`${path}.note`, `A note on a rating has at most ${SCORECARD_LIMITS.ratingNote} characters of text.`);
    ratings.push({ attributeId, rating, note: note ?? '' });
  }
  return ok({ recommendation, notes, ratings });
}

/** The refusal for a rating of something that the stage's kit does not ask, or null. */
export function ratedElsewhere(content: CardContent, attributeIds: readonly Id[]): Refused<CardRefusal> | null {
  const at = content.ratings.findIndex(({ attributeId }) => !attributeIds.includes(attributeId));
  if (at < 0) return null;
  return bad(
    `input.ratings.${at}.attributeId`,
    'The kit of this stage has no such attribute, or has it no longer. Load the kit again.',
  );
}

/** How the author stands to the stage they write about. */
export interface Desk {
  /** The meeting they hold a seat in; the latest that has begun, else the next one. */
  readonly interview: { readonly id: Id; readonly startsAt: Date } | null;
  /** The take-home that they review. */
  readonly takeHome: { readonly id: Id; readonly handedIn: boolean } | null;
}

export type NotYetRefusal = Refusal<'TOO_EARLY' | 'NOTHING_HANDED_IN'>;

/** Why a card cannot be handed in yet, or null. A draft may be kept at any time: people prepare. */
export function whyNotYet({ interview, takeHome }: Desk, now: Date): Refused<NotYetRefusal> | null {
  if (interview && interview.startsAt.getTime() <= now.getTime()) return null;
  if (takeHome?.handedIn) return null;
  if (interview) {
    return refuse(
      'TOO_EARLY',
      'The interview has not begun, so there is nothing to judge yet. Keep it as a draft; nothing was submitted.',
    );
  }
  return refuse('NOTHING_HANDED_IN', 'The candidate has handed nothing in yet. Keep it as a draft; nothing was submitted.');
}

/** Which parts differ, for the audit log: names, never what was written. */
export function changedParts(before: CardContent, after: CardContent): string[] {
  const parts: string[] = [];
  if (before.recommendation !== after.recommendation) parts.push('recommendation');
  if (before.notes !== after.notes) parts.push('notes');
  if (JSON.stringify(sorted(before.ratings)) !== JSON.stringify(sorted(after.ratings))) parts.push('ratings');
  return parts;
}

function sorted(ratings: readonly Rating[]) {
  return ratings
    .map(({ attributeId, rating, note }) => [attributeId, rating, note] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function isText(text: string, most: number): boolean {
  return typeof text === 'string' && text.length <= most && !text.includes('\0');
}

function bad(field: string, message: string) {
  return refuse('INVALID_INPUT', `${message} Nothing of this was saved.`, { field });
}
