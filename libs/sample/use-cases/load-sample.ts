import { type Id, ok } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent, UnitOfWork } from '#libs/platform/index.js';
import { BACKEND } from '../content/backend.js';
import { DESIGNER } from '../content/designer.js';
import { ORGANIZATION } from '../content/organization.js';
import { GUIDES, PEOPLE } from '../content/people.js';
import { PLATFORM } from '../content/platform.js';
import { SRE } from '../content/sre.js';
import { Agenda } from '../domain/agenda.js';
import { lastOfficeTime, nextOfficeTime } from '../domain/office-hours.js';
import type { ApplicationStory } from '../domain/story.js';
import { markHandled, waitForTheDisk } from '../persistence/finish-load.js';
import { LOADED, sampleState } from '../queries/sample-state.js';
import { enterAbsences, gatherPeople, inviteOneMore } from './gather-people.js';
import { makeLists, makePools, openPostings } from './open-postings.js';
import { Storyteller } from './play-story.js';
import type { StoryClock } from './story-clock.js';
import { type House, type SampleWorld, named } from './sample-world.js';

const DAY_MS = 86_400_000;
/** Two months, which is as far as the stories reach back, and some days to get ready. */
const FOUNDED_DAYS_AGO = 64;
const PUBLISHED_DAYS_AGO = 60;
const RANK = 9;

const STORIES: Readonly<Record<string, readonly ApplicationStory[]>> = {
  backend: BACKEND,
  platform: PLATFORM,
  designer: DESIGNER,
  sre: SRE,
};

export interface SampleOptions {
  /** The clock of the house. Its present is where the stories end. */
  readonly clock: StoryClock;
  /** The folder with postings/ and sections/. */
  readonly samples: string;
}

/** Somebody a newcomer can sign in as. */
export interface SampleAccount {
  readonly name: string;
  readonly email: string;
  readonly plays: 'administrator' | 'hiring manager' | 'interviewer';
}

export interface LoadedSample {
  readonly organizationId: Id;
  readonly organization: string;
  readonly slug: string;
  readonly accounts: readonly SampleAccount[];
  /** Of all these accounts; generated and not kept. */
  readonly password: string;
}

/**
 * Loads the sample organisation as it would have come about: every step through its use case, at its time on `clock`, timers ringing in between. null when the
 * organisation is there already. Whoever calls has cleared away the remains of an interrupted load (`clearHalfLoaded`).
 * @throws Error when a use case refuses a step, which is a fault of the content
 */
export async function loadSample(house: House, { clock, samples }: SampleOptions): Promise<LoadedSample | null> {
  const { state } = await sampleState(house.get(UnitOfWork));
  if (state === 'whole') return null;
  if (state === 'half') throw new Error('An earlier load of the sample was interrupted; clear its remains first.');
  const present_ms = clock.present.getTime();
  const daysAgo = (days: number) => lastOfficeTime(present_ms - days * DAY_MS);
  const { organizationId, people, password } = await clock.at(daysAgo(FOUNDED_DAYS_AGO), () => gatherPeople(house));
  const ready = await clock.at(daysAgo(PUBLISHED_DAYS_AGO), async () => {
    const reasons = await makeLists(house, named(people, 'ingrid'));
    const pools = await makePools(house, named(people, 'joana'), people);
    return { reasons, postings: await openPostings(house, samples, people, pools) };
  });
  const rung = await live({ house, clock, organizationId, present_ms, people, ...ready, attributes: new Map() });
  await house.get(UnitOfWork).run({ kind: 'system', organizationId, part: 'sample' }, async (tx) => {
    markHandled(tx, rung);
    waitForTheDisk(tx);
    tx.audit(LOADED, 'organization', organizationId);
    return ok(null);
  });
  return { organizationId, organization: ORGANIZATION.name, slug: ORGANIZATION.slug, accounts: accounts(), password };
}

/** Everything from the first application to the present; answers the timers that have rung. */
async function live(world: SampleWorld): Promise<Id[]> {
  const { house, clock, present_ms, people } = world;
  const agenda = new Agenda();
  const rung = hearTimers(world, agenda);
  for (const [key, stories] of Object.entries(STORIES)) {
    for (const story of stories) {
      const teller = new Storyteller(world, named(world.postings, key), story);
      const telling = teller.tell();
      agenda.add({
        at_ms: story.enteredBy ? nextOfficeTime(teller.startsAt_ms) : teller.startsAt_ms,
        about: () => teller.about,
        inTurn: () => teller.schedulesNext,
        act: async () => {
          const { value, done } = await telling.next();
          return done ? null : value;
        },
      });
    }
  }
  const team = (at_ms: number, work: () => Promise<void>) =>
    agenda.add({ at_ms, about: () => 'the team', inTurn: () => true, act: async () => (await work(), null) });
  team(present_ms - 6 * DAY_MS, () => enterAbsences(house, people, present_ms));
  team(lastOfficeTime(present_ms - 2 * DAY_MS), () => inviteOneMore(house, people));
  await agenda.run(present_ms, (at_ms, act) => clock.at(at_ms, act));
  return rung;
}

/** Does the worker's part for the past: events that need a handler are put on the agenda for when they are due. */
function hearTimers({ house, clock }: SampleWorld, agenda: Agenda): Id[] {
  const reactions = house.get(Reactions);
  const rung: Id[] = [];
  for (const name of reactions.handledNames()) {
    reactions.on(name, RANK, async (_tx, { transient: _, ...event }) => {
      agenda.add({
        at_ms: (event.notBefore ?? clock.now()).getTime(),
        about: () => event.subjectId ?? event.id,
        inTurn: () => false,
        act: async () => {
          for (const handle of reactions.handlersOf(name)) await handle(event as StoredEvent);
          rung.push(event.id);
          return null;
        },
      });
    });
  }
  return rung;
}

function accounts(): SampleAccount[] {
  const account = (key: string, plays: SampleAccount['plays']): SampleAccount => {
    const { name, email } = PEOPLE.find((person) => person.key === key)!;
    return { name, email, plays };
  };
  return [
    account(GUIDES.admin, 'administrator'),
    account(GUIDES.hiringManager, 'hiring manager'),
    account(GUIDES.interviewer, 'interviewer'),
  ];
}
