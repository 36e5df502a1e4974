import { ReceiveApplication, AddNote, MoveApplication } from '#libs/applications/index.js';
import type { CandidateActor, Id, StaffActor } from '#libs/kernel/index.js';
import type { Command } from '#libs/pipeline/index.js';
import { FileStore } from '#libs/platform/index.js';
import { CVS } from '../content/cvs.js';
import { lastOfficeTime, nextOfficeTime } from '../domain/office-hours.js';
import type { ApplicationStory, Step } from '../domain/story.js';
import { ownText } from './own-text.js';
import { type SamplePosting, type SampleWorld, must, named } from './sample-world.js';
import { StoryInterviews } from './story-interviews.js';
import { StoryTakeHome } from './story-take-home.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Who brings a step about: candidates write at any hour, the team in office hours. */
function byTeam(step: Step): boolean {
  switch (step.do) {
    case 'hand-in':
    case 'withdraw':
    case 'score':
    case 'miss-interview':
      return false;
    case 'choose-time':
    case 'cancel-interview':
      return step.by !== null;
    default:
      return true;
  }
}

const SCHEDULING: readonly Step['do'][] = ['choose-time', 'cancel-interview', 'miss-interview'];

/** One application from the day it came to the present. Each call of the generator does what is due and yields when to call again. */
export class Storyteller {
  private readonly interviews: StoryInterviews;
  private readonly takeHome: StoryTakeHome;
  private next: Step['do'] | null = null;
  private applicationId: Id | undefined;
  private candidateId!: Id;
  private version = 0;
  private stageId: Id | null = null;

  constructor(
    private readonly world: SampleWorld,
    private readonly posting: SamplePosting,
    private readonly story: ApplicationStory,
  ) {
    this.interviews = new StoryInterviews(world, story);
    this.takeHome = new StoryTakeHome(world);
  }

  /** The application, once there is one. */
  get about(): string {
    return this.applicationId ?? `${this.story.email} for ${this.posting.id}`;
  }

  /** Whether what is told next looks into calendars, where everybody's interviews meet. */
  get schedulesNext(): boolean {
    return this.next !== null && SCHEDULING.includes(this.next);
  }

  get startsAt_ms(): number {
    return this.world.present_ms - this.story.applied_h * HOUR_MS;
  }

  async *tell(): AsyncGenerator<number, void, void> {
    await this.apply();
    let before_ms = this.world.clock.now().getTime();
    for (const step of this.story.steps) {
      const base_ms = this.interviews.reference_ms(step) ?? before_ms;
      this.next = step.do;
      yield this.timeOf(step, base_ms, before_ms);
      this.next = null;
      before_ms = this.world.clock.now().getTime();
      yield* this.take(step);
    }
  }

  /** When a step happens: never before the one before it. */
  private timeOf(step: Step, base_ms: number, before_ms: number): number {
    const { present_ms } = this.world;
    if (step.ago_h !== undefined) {
      const at_ms = present_ms - step.ago_h * HOUR_MS;
      return Math.max(byTeam(step) ? lastOfficeTime(at_ms) : at_ms, before_ms + MINUTE_MS);
    }
    const at_ms = Math.max(base_ms + (step.after_h ?? 0) * HOUR_MS, before_ms + MINUTE_MS);
    return byTeam(step) ? nextOfficeTime(at_ms) : at_ms;
  }

  private async apply(): Promise<void> {
    const { house, organizationId } = this.world;
    const { name, email, location, country, zone, phone, links, source, answers, cv, enteredBy } = this.story;
    const actor = enteredBy ? this.person(enteredBy) : ({ kind: 'visitor', organizationId } as const);
    const text = cv === undefined ? null : CVS[cv];
    const received = await house.get(ReceiveApplication).execute(actor, {
      posting: { id: this.posting.id },
      contact: { name, email, location, country, zone, phone, links },
      answers: Object.entries(answers ?? {}).map(([questionId, text]) => ({ questionId, text })),
      consent: true,
      source,
      cv: text ? await ownText(house.get(FileStore), organizationId, `${cv}-cv.txt`, text) : null,
    });
    ({ applicationId: this.applicationId, candidateId: this.candidateId } = must(received, `the application of ${name}`));
  }

  private async *take(step: Step): AsyncGenerator<number, void, void> {
    const { stageId, story } = this;
    const applicationId = this.applicationId!;
    const about = {
      applicationId,
      stageId: stageId!,
      candidate: (purpose: CandidateActor['purpose']) => this.candidate(purpose),
    };
    switch (step.do) {
      case 'advance':
        return this.move(this.person(step.by), { kind: 'ADVANCE' });
      case 'skip':
        return this.move(this.person(step.by), { kind: 'SKIP_STAGE', reason: step.reason, evidence: step.evidence });
      case 'reject': {
        const reasonId = named(this.world.reasons, step.reason);
        return this.move(this.person(step.by), { kind: 'REJECT', reasonId, note: step.note });
      }
      case 'withdraw': {
        const reasonId = named(this.world.reasons, step.reason);
        return this.move(this.candidate('application'), { kind: 'WITHDRAW', reasonId, reason: step.words });
      }
      case 'hire':
        return this.move(this.person(step.by), { kind: 'HIRE', openingId: this.posting.openings.shift()! });
      case 'note':
        must(
          await this.world.house.get(AddNote).execute(this.person(step.by), applicationId, step.text),
          `a note on ${story.name}`,
        );
        return;
      case 'choose-time':
        return yield* this.interviews.choose(step, about);
      case 'cancel-interview':
        return this.interviews.cancel(step, about);
      case 'miss-interview':
        return this.interviews.miss(step);
      case 'score':
        return this.interviews.score(step, about);
      case 'hand-in':
        return this.takeHome.handIn(step, about);
      case 'extend':
        return this.takeHome.extend(step, about);
      case 'review':
        return this.takeHome.review(step, about);
    }
  }

  private async move(actor: StaffActor | CandidateActor, command: Command): Promise<void> {
    const input = { applicationId: this.applicationId!, expectedVersion: this.version, command };
    const moved = await this.world.house.get(MoveApplication).execute(actor, input);
    const { application } = must(moved, `${command.kind} of ${this.story.name}`);
    this.version = application.version;
    this.stageId = application.stageId;
  }

  private person(key: string): StaffActor {
    return named(this.world.people, key);
  }

  private candidate(purpose: CandidateActor['purpose']): CandidateActor {
    const { candidateId, world } = this;
    return { kind: 'candidate', organizationId: world.organizationId, applicationId: this.applicationId!, candidateId, purpose };
  }
}
