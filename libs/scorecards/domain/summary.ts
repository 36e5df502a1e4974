import type { Id } from '#libs/kernel/index.js';
import { RECOMMENDATIONS, type Recommendation } from './scorecard.js';

/** A stage about which cards are in or expected. */
export interface SummaryStage {
  readonly stageId: Id;
  readonly stageName: string;
  readonly position: number;
  readonly expected: number;
  /** What the kit asks, in its order. */
  readonly attributes: readonly { readonly id: Id; readonly name: string }[];
}

/** A card that is in. One that is withheld from the reader says only that it is there. */
export interface SummaryCard {
  readonly stageId: Id;
  readonly visible: boolean;
  readonly authorId: Id | null;
  readonly recommendation: Recommendation | null;
  readonly ratings: readonly { readonly attributeId: Id; readonly rating: number; readonly note: string }[];
}

export interface StageSummary {
  readonly stageId: Id;
  readonly stageName: string;
  readonly cardsIn: number;
  readonly cardsExpected: number;
  /** Cards that are in and not shown, because the reader's own is not in yet. */
  readonly withheld: number;
  /** How often each was given, in the order of RECOMMENDATIONS, zeros too. */
  readonly recommendations: readonly { readonly recommendation: Recommendation; readonly count: number }[];
  readonly attributes: readonly {
    readonly attributeId: Id;
    readonly name: string;
    readonly ratings: readonly { readonly authorId: Id; readonly rating: number; readonly note: string }[];
  }[];
}

/** The cards of an application side by side, stage by stage. It counts and lists; it never adds people up to a number. */
export function summarise(stages: readonly SummaryStage[], cards: readonly SummaryCard[]): StageSummary[] {
  return [...stages]
    .sort((a, b) => a.position - b.position)
    .map(({ stageId, stageName, expected, attributes }) => {
      const all = cards.filter((card) => card.stageId === stageId);
      const shown = all.filter(({ visible }) => visible);
      return {
        ...{ stageId, stageName, cardsIn: all.length, cardsExpected: expected, withheld: all.length - shown.length },
        recommendations: RECOMMENDATIONS.map((recommendation) => ({
          recommendation,
          count: shown.filter((card) => card.recommendation === recommendation).length,
        })),
        attributes: attributes.map(({ id, name }) => ({
          attributeId: id,
          name,
          ratings: shown.flatMap((card) => ratingsOf(card, id)),
        })),
      };
    });
}

function ratingsOf(card: SummaryCard, attributeId: Id) {
  return card.ratings
    .filter((rating) => rating.attributeId === attributeId)
    .map(({ rating, note }) => ({ authorId: card.authorId!, rating, note }));
}
