import { type StaffActor } from '#libs/kernel/index.js';
import { LoadKit, SubmitScorecard } from '#libs/scorecards/index.js';
import type { CardWords } from '../domain/story.js';
import { type About, type SampleWorld, must } from './sample-world.js';

/** Hands a scorecard in, whose ratings follow the attributes of the stage's kit. */
export async function submitCard(world: SampleWorld, author: StaffActor, about: About, card: CardWords): Promise<void> {
  const { applicationId, stageId } = about;
  const kit = await world.house.get(LoadKit).execute(author, { applicationId, stageId });
  const ratings = (kit?.attributes ?? []).slice(0, card.ratings.length).map(({ id }, at) => ({
    attributeId: id,
    rating: card.ratings[at]!,
  }));
  const { recommendation, notes } = card;
  const wanted = { applicationId, stageId, expectedVersion: 0, recommendation, notes, ratings };
  must(await world.house.get(SubmitScorecard).execute(author, wanted), 'a scorecard');
}
