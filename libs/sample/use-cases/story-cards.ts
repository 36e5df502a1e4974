import type { Id, StaffActor } from '#libs/kernel/index.js';
import { LoadKit, SubmitScorecard } from '#libs/scorecards/index.js';
import type { CardWords } from '../domain/story.js';
import { type About, type SampleWorld, must } from './sample-world.js';

/** Hands a scorecard in, whose ratings follow the attributes of the stage's kit. */
export async function submitCard(world: SampleWorld, author: StaffActor, about: About, card: CardWords): Promise<void> {
  const { applicationId, stageId } = about;
  const attributeIds = await attributesOf(world, author, about);
  const { recommendation, notes } = card;
  const ratings = card.ratings.map((rating, at) => ({ attributeId: attributeIds[at]!, rating }));
  const wanted = { applicationId, stageId, expectedVersion: 0, recommendation, notes, ratings };
  must(await world.house.get(SubmitScorecard).execute(author, wanted), 'a scorecard');
}

/** Kits do not change while the sample is loaded, so that one look at each is enough. */
async function attributesOf(world: SampleWorld, author: StaffActor, { applicationId, stageId }: About): Promise<readonly Id[]> {
  const known = world.attributes.get(stageId);
  if (known) return known;
  const kit = await world.house.get(LoadKit).execute(author, { applicationId, stageId });
  const ids = kit!.attributes.map(({ id }) => id);
  world.attributes.set(stageId, ids);
  return ids;
}
