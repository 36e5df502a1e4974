import { createHash } from 'node:crypto';
import type { CandidateActor, Id, StaffActor } from '#libs/kernel/index.js';
import {
  AnswerSeat,
  BookInterview,
  CancelInterview,
  FindSlots,
  Interviews,
  type OfferedSlot,
  SettleInterview,
} from '#libs/scheduling/index.js';
import type { ApplicationStory, Choice, Step } from '../domain/story.js';
import { type About, type SampleWorld, must, named } from './sample-world.js';
import { submitCard } from './story-cards.js';

type Of<K extends Step['do']> = Extract<Step, { do: K }>;

const HOUR_MS = 3_600_000;
/** How long an interview that is over by now has been over at least, so that cards about it are in. */
const OVER_MS = 5 * HOUR_MS;
/** How many times a candidate looks at: most take one of the first, and not all the same one. */
const EARLY_TIMES = 12;
const COMING_TIMES = 60;
const DAY_MS = 24 * HOUR_MS;

interface Seat {
  readonly interviewSeatId: Id;
  readonly actor: StaffActor;
}

/** What happens to an application's interviews, one at a time. */
export class StoryInterviews {
  private interview: { readonly id: Id; readonly ends_ms: number; readonly seats: readonly Seat[] } | null = null;
  private choices = 0;

  constructor(
    private readonly world: SampleWorld,
    private readonly story: ApplicationStory,
  ) {}

  /** What a step's time counts from when it is not the step before: cards are written and absences noticed after the end. */
  reference_ms(step: Step): number | null {
    return (step.do === 'score' || step.do === 'miss-interview') && this.interview ? this.interview.ends_ms : null;
  }

  /** A time is found and booked; some hours later the interviewers accept. */
  async *choose(step: Of<'choose-time'>, about: About): AsyncGenerator<number, void, void> {
    const actor = step.by === null ? about.candidate('schedule') : named(this.world.people, step.by);
    const slot = await this.find(actor, step.choice, about);
    const meetingUrl = actor.kind === 'staff' ? 'https://meet.northlight.example/rooms/aurora' : null;
    const booked = await this.world.house.get(BookInterview).execute(actor, {
      applicationId: about.applicationId,
      startsAt: slot.startsAt,
      meetingUrl,
    });
    const { interviewId } = must(booked, `an interview of ${this.story.name}`);
    this.interview = { id: interviewId, ends_ms: slot.endsAt.getTime(), seats: [] };
    yield this.world.clock.now().getTime() + 2 * HOUR_MS;
    const seats = await this.seats(interviewId);
    this.interview = { ...this.interview, seats };
    const accepting = step.choice === 'coming' ? seats.slice(0, 1) : seats;
    for (const { actor, interviewSeatId } of accepting)
      must(await this.world.house.get(AnswerSeat).execute(actor, { interviewSeatId, answer: 'ACCEPTED' }), 'an answer');
  }

  async cancel({ by, reason }: Of<'cancel-interview'>, about: About): Promise<void> {
    const actor = by === null ? about.candidate('schedule') : named(this.world.people, by);
    const interviewId = this.interview!.id;
    must(await this.world.house.get(CancelInterview).execute(actor, { interviewId, reason }), 'a cancellation');
    this.interview = null;
  }

  async miss({ by }: Of<'miss-interview'>): Promise<void> {
    const interviewId = this.interview!.id;
    must(await this.world.house.get(SettleInterview).markNoShow(named(this.world.people, by), { interviewId }), 'a no-show');
    this.interview = null;
  }

  async score({ seat, card }: Of<'score'>, about: About): Promise<void> {
    await submitCard(this.world, this.interview!.seats[seat]!.actor, about, card);
  }

  private async find(actor: StaffActor | CandidateActor, choice: Choice, about: About): Promise<OfferedSlot> {
    const slots = await this.offered(actor, choice, about);
    return choice === 'just-over' ? slots.at(-1)! : slots[this.pick(slots.length)]!;
  }

  private async offered(actor: StaffActor | CandidateActor, choice: Choice, { applicationId }: About) {
    const { house, present_ms } = this.world;
    for (const window of windowsFor(choice, present_ms)) {
      const found = await house.get(FindSlots).execute(actor, { applicationId, ...window });
      const { slots } = must(found, `times for ${this.story.name}`);
      if (slots.length > 0) return slots;
    }
    throw new Error(`The sample cannot be loaded: no time suits everybody for ${this.story.name}.`);
  }

  private async seats(interviewId: Id): Promise<Seat[]> {
    const { people } = this.world;
    const [seen] = await this.world.house.get(Interviews).byIds(named(people, 'joana'), [interviewId]);
    const actors = new Map([...people.values()].map((actor) => [actor.personId, actor]));
    return seen!.seats.map(({ id, personId }) => ({ interviewSeatId: id, actor: actors.get(personId)! }));
  }

  /** One of `count` things, always the same for the same story: nothing here is left to chance. */
  private pick(count: number): number {
    const seed = `${this.story.email} ${this.story.applied_h} ${this.choices++}`;
    return createHash('sha256').update(seed).digest().readUInt32BE() % count;
  }
}

/** Where to look for a time, the best window first. */
function windowsFor(choice: Choice, present_ms: number): { from?: Date; to?: Date; limit: number }[] {
  switch (choice) {
    case 'soon':
      return [{ limit: EARLY_TIMES }];
    case 'coming':
      return [{ from: new Date(present_ms + HOUR_MS), limit: COMING_TIMES }];
    case 'just-over': {
      const to = new Date(present_ms - OVER_MS);
      return [1, 2, 4, 7].map((days) => ({ from: new Date(to.getTime() - days * DAY_MS), to, limit: COMING_TIMES }));
    }
  }
}
