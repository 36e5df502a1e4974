import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, instance, resultUnion } from '#libs/platform/index.js';
import { RECOMMENDATIONS, type Recommendation, SCORECARD_STATES, type ScorecardState } from '../domain/scorecard.js';
import type { StageSummary } from '../domain/summary.js';
import type { ScorecardView } from '../queries/scorecards.js';

const RecommendationEnum = named<Recommendation>(RECOMMENDATIONS);
registerEnumType(RecommendationEnum, {
  name: 'Recommendation',
  description: 'What the author would do; NO_DECISION says that they cannot tell',
});
const ScorecardStateEnum = named<ScorecardState>(SCORECARD_STATES);
registerEnumType(ScorecardStateEnum, { name: 'ScorecardState', description: 'A DRAFT is seen by its author alone' });

function named<T extends string>(names: readonly T[]): { [N in T]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };
}

@ObjectType()
export class ScorecardRating {
  @Field(() => ID)
  attributeId: Id;
  @Field(() => String, { description: 'The attribute' })
  name: string;
  @Field(() => Int, { description: '1 (far below what the role asks) to 4 (far above)' })
  rating: number;
  @Field(() => String)
  note: string;
}

@ObjectType({ description: 'One person’s record of one stage of an application' })
export class Scorecard {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => ID, { nullable: true })
  interviewId: Id | null;
  @Field(() => ID, { nullable: true })
  takeHomeId: Id | null;
  @Field(() => Int, { description: 'Give it as expectedVersion' })
  version: number;
  @Field(() => ScorecardStateEnum)
  state: ScorecardState;
  @Field(() => RecommendationEnum, { nullable: true, description: 'Null in a draft that has none yet' })
  recommendation: Recommendation | null;
  @Field(() => String)
  notes: string;
  @Field(() => [ScorecardRating], { description: 'In the order of the kit' })
  ratings: readonly ScorecardRating[];
  @Field(() => DateTime)
  updatedAt: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was handed in; a later updatedAt says that it was amended',
  })
  submittedAt: Date | null;

  /** Not in the schema: `author` is resolved from it. */
  authorId: Id;
}

/** The whitelist: what of a card its reader gets. */
export function toScorecard(view: ScorecardView): Scorecard {
  const { id, applicationId, stageId, stageName, authorId, interviewId, takeHomeId, version, state, recommendation, notes } =
    view;
  return instance(Scorecard, {
    ...{ id, applicationId, stageId, stageName, authorId, interviewId, takeHomeId, version, state, recommendation, notes },
    ratings: view.ratings.map(({ attributeId, name, rating, note }) =>
      instance(ScorecardRating, { attributeId, name, rating, note }),
    ),
    updatedAt: new Date(view.updatedAt),
    submittedAt: view.submittedAt === null ? null : new Date(view.submittedAt),
  });
}

@ObjectType()
export class RecommendationCount {
  @Field(() => RecommendationEnum)
  recommendation: Recommendation;
  @Field(() => Int)
  count: number;
}

@ObjectType()
export class RatingOfAuthor {
  @Field(() => Int, { description: '1 to 4' })
  rating: number;
  @Field(() => String)
  note: string;

  /** Not in the schema: `author` is resolved from it. */
  authorId: Id;
}

@ObjectType()
export class AttributeRatings {
  @Field(() => ID)
  attributeId: Id;
  @Field(() => String)
  name: string;
  @Field(() => [RatingOfAuthor])
  ratings: readonly RatingOfAuthor[];
}

@ObjectType({ description: 'The cards of one stage side by side; people are never added up to a number' })
export class StageScorecards {
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => Int, { description: 'Cards that are in' })
  cardsIn: number;
  @Field(() => Int, { description: 'People who are to write one' })
  cardsExpected: number;
  @Field(() => Int, { description: 'Cards that are in and not shown below, because your own is not in yet' })
  withheld: number;
  @Field(() => [RecommendationCount])
  recommendations: readonly RecommendationCount[];
  @Field(() => [AttributeRatings])
  attributes: readonly AttributeRatings[];
}

export function toStageScorecards(summary: StageSummary): StageScorecards {
  const { stageId, stageName, cardsIn, cardsExpected, withheld } = summary;
  return instance(StageScorecards, {
    ...{ stageId, stageName, cardsIn, cardsExpected, withheld },
    recommendations: summary.recommendations.map(({ recommendation, count }) =>
      instance(RecommendationCount, { recommendation, count }),
    ),
    attributes: summary.attributes.map(({ attributeId, name, ratings }) =>
      instance(AttributeRatings, {
        ...{ attributeId, name },
        ratings: ratings.map(({ authorId, rating, note }) => instance(RatingOfAuthor, { authorId, rating, note })),
      }),
    ),
  });
}

@ObjectType({ description: 'A card that you still have to write' })
export class ScorecardOwed {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => String)
  postingTitle: string;
  @Field(() => ID, { nullable: true })
  interviewId: Id | null;
  @Field(() => ID, { nullable: true, description: 'Your seat, for interviewKit' })
  interviewSeatId: Id | null;
  @Field(() => ID, { nullable: true })
  takeHomeId: Id | null;
  @Field(() => DateTime, { description: 'When the interview began or the work was handed in' })
  since: Date;
  @Field(() => Int, { description: 'The version of your draft; 0 when there is none' })
  draftVersion: number;
}

@ObjectType()
export class ScorecardPayload {
  @Field(() => Scorecard)
  scorecard: Scorecard;
}

export const ScorecardResult = resultUnion('ScorecardResult', () => ScorecardPayload);

@InputType()
export class RatingInput {
  @Field(() => ID, { description: 'An attribute of the stage’s kit' })
  attributeId: Id;
  @Field(() => Int, { description: '1 to 4' })
  rating: number;
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters' })
  note?: string | null;
}

@InputType({ description: 'The whole card: what is left out is empty' })
export class ScorecardInput {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  stageId: Id;
  @Field(() => Int, { description: 'The version you saw, 0 when none was saved yet; another one is answered with Conflict' })
  expectedVersion: number;
  @Field(() => RecommendationEnum, { nullable: true, description: 'Needed to submit' })
  recommendation?: Recommendation | null;
  @Field(() => String, { nullable: true, description: 'At most 20,000 characters' })
  notes?: string | null;
  @Field(() => [RatingInput], { nullable: true })
  ratings?: RatingInput[] | null;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}
