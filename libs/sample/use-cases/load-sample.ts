import type { FixedClock, Id } from '#libs/kernel/index.js';
import { ok } from '#libs/kernel/index.js';
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
import { markHandled } from '../persistence/finish-load.js';
import { LOADED, sampleState } from '../queries/sample-state.js';
import { enterAbsences, gatherPeople, inviteOneMore } from './gather-people.js';
import { makeLists, makePools, openPostings } from './open-postings.js';
import { Storyteller } from './play-story.js';
import { type House, type SampleWorld, named } from './sample-world.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
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
  readonly clock: FixedClock;
  /** The present, at which the stories end. */
  readonly now: Date;
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
export async function loadSample(house: House, { clock, now, samples }: SampleOptions): Promise<LoadedSample | null> {
  const { state } = await sampleState(house.get(UnitOfWork));
  if (state === 'whole') return null;
  if (state === 'half') throw new Error('An earlier load of the sample was interrupted; clear its remains first.');
  const present_ms = now.getTime();
  clock.set(new Date(lastOfficeTime(present_ms - FOUNDED_DAYS_AGO * DAY_MS)));
  const { organizationId, people, password } = await gatherPeople(house);
  const reasons = await makeLists(house, named(people, 'ingrid'));
  const pools = await makePools(house, named(people, 'joana'), people);
  clock.set(new Date(lastOfficeTime(present_ms - PUBLISHED_DAYS_AGO * DAY_MS)));
  const postings = await openPostings(house, samples, people, pools);
  const world: SampleWorld = { house, clock, organizationId, present_ms, people, reasons, postings, attributes: new Map() };
  const handled = await live(world, clock);
  clock.set(now);
  await house.get(UnitOfWork).run({ kind: 'system', organizationId, part: 'sample' }, async (tx) => {
    markHandled(tx, handled);
    tx.audit(LOADED, 'organization', organizationId);
    return ok(null);
  });
  return { organizationId, organization: ORGANIZATION.name, slug: ORGANIZATION.slug, accounts: accounts(), password };
}

/** Everything from the first application to the present, in order of time; answers the timers that have rung. */
async function live(world: SampleWorld, clock: FixedClock): Promise<Id[]> {
  const { house, present_ms, people } = world;
  const agenda = new Agenda();
  const rung = hearTimers(house, agenda, clock);
  for (const [key, stories] of Object.entries(STORIES)) {
    for (const story of stories) {
      const teller = new Storyteller(world, named(world.postings, key), story);
      const telling = teller.tell();
      const begins_ms = story.enteredBy ? nextOfficeTime(teller.startsAt_ms) : teller.startsAt_ms;
      agenda.add(begins_ms, async () => {
        const { value, done } = await telling.next();
        return done ? null : value;
      });
    }
  }
  agenda.add(present_ms - 6 * DAY_MS, async () => (await enterAbsences(house, people, present_ms), null));
  agenda.add(lastOfficeTime(present_ms - 2 * DAY_MS), async () => (await inviteOneMore(house, people), null));
  await agenda.run(present_ms, (at) => clock.set(at));
  return rung;
}

/** Does the worker's part for the past: events that need a handler are put on the agenda for when they are due. */
function hearTimers(house: House, agenda: Agenda, clock: FixedClock): Id[] {
  const reactions = house.get(Reactions);
  const rung: Id[] = [];
  for (const name of reactions.handledNames()) {
    reactions.on(name, RANK, async (_tx, { transient: _, ...event }) => {
      const due_ms = (event.notBefore ?? clock.now()).getTime();
      agenda.add(due_ms, async () => {
        for (const handle of reactions.handlersOf(name)) await handle(event as StoredEvent);
        rung.push(event.id);
        return null;
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
