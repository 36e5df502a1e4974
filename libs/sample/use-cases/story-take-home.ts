import type { StaffActor } from '#libs/kernel/index.js';
import { ExtendTakeHome, SubmitTakeHome, TakeHomes } from '#libs/take-home/index.js';
import type { Step } from '../domain/story.js';
import { type About, type SampleWorld, must, named } from './sample-world.js';
import { submitCard } from './story-cards.js';

type Of<K extends Step['do']> = Extract<Step, { do: K }>;

/** What happens to an application's take-home. */
export class StoryTakeHome {
  constructor(private readonly world: SampleWorld) {}

  async handIn({ url, note }: Of<'hand-in'>, about: About): Promise<void> {
    must(await this.world.house.get(SubmitTakeHome).execute(about.candidate('take-home'), { url, note }), 'handing in');
  }

  async extend({ by, days }: Of<'extend'>, { applicationId }: About): Promise<void> {
    const actor: StaffActor = named(this.world.people, by);
    const found = await this.world.house.get(TakeHomes).ofApplications(actor, [applicationId]);
    const { id: takeHomeId, version: expectedVersion } = found.get(applicationId)!.at(-1)!;
    must(await this.world.house.get(ExtendTakeHome).execute(actor, { takeHomeId, expectedVersion, days }), 'an extension');
  }

  async review({ by, card }: Of<'review'>, about: About): Promise<void> {
    await submitCard(this.world, named(this.world.people, by), about, card);
  }
}
