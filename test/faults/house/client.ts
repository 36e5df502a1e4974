import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '#libs/kernel/index.js';
import { pdf } from '../../support/files.js';
import type { Answer, Asking } from './asking.js';

/** What clients were told; the house must agree when it is quiet again. */
export interface Told {
  readonly moves: {
    readonly applicationId: Id;
    readonly version: number;
    readonly stageId: Id | null;
    readonly status: string;
  }[];
  readonly hires: { readonly applicationId: Id; readonly openingId: Id }[];
  readonly bookings: Id[];
  /** Files that were kept. */
  readonly files: { readonly id: Id; readonly size_bytes: number }[];
  /** Addresses that applied. */
  readonly applied: string[];
  /** Refusals that cannot be when every command happens once, with what was asked. */
  readonly strange: string[];
}

export interface Posting {
  readonly organization: string;
  readonly slug: string;
  readonly stageIds: readonly Id[];
  readonly openingIds: readonly Id[];
  /** Where an interview is booked. */
  readonly interviewStageIds: readonly Id[];
}

interface Standing {
  readonly id: Id;
  version: number;
  /** Where in the posting's stages; -1 is received. */
  at: number;
  hired: boolean;
  files: number;
}

/** The machine has to start what was killed, too. */
const BREATH_MS = 60;
/** Below what an application may have. */
const FILES_EACH = 20;

const STANDING = `{ __typename ... on MovePayload { application { id status stageId version } } ... on UserError { code message } }`;
export const MOVE = `mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) ${STANDING} }`;
const BACK = `mutation ($input: SendBackApplicationInput!) { result: sendBackApplication(input: $input) ${STANDING} }`;
const HIRE = `mutation ($input: HireApplicationInput!) { result: hireApplication(input: $input) ${STANDING} }`;
export const SLOTS = `query ($id: ID!) { slots(applicationId: $id, limit: 3) { __typename ... on SlotList { slots { startsAt } } } }`;
export const BOOK = `mutation ($input: BookInterviewInput!) { result: bookInterview(input: $input) { __typename ... on InterviewPayload { interview { id } } ... on UserError { code message } } }`;
export const APPLY = `mutation ($input: ApplyToPostingInput!) { result: applyToPosting(input: $input) { __typename ... on UserError { code message } } }`;

/** Somebody who works through applications that are nobody else's, so that each answer can be foretold, and meets the others at openings and in calendars. */
export class Client {
  private readonly standings: Standing[];
  private applicants = 0;

  constructor(
    private readonly name: string,
    private readonly asking: Asking,
    private readonly posting: Posting,
    applicationIds: readonly Id[],
    private readonly told: Told,
    private readonly random: () => number,
  ) {
    this.standings = applicationIds.map((id) => ({ id, version: 0, at: -1, hired: false, files: 0 }));
  }

  async work(over: () => boolean): Promise<void> {
    while (!over()) {
      const standing = this.standings[Math.floor(this.random() * this.standings.length)]!;
      const chance = this.random();
      if (chance > 0.9 && standing.files < FILES_EACH) await this.attach(standing);
      else if (standing.hired || chance < 0.1) await this.apply();
      else if (chance < 0.35 && this.posting.interviewStageIds.includes(this.posting.stageIds[standing.at]!))
        await this.book(standing);
      else if (standing.at < this.posting.stageIds.length - 1) await this.move(standing);
      else if (chance < 0.5) await this.hire(standing);
      else await this.sendBack(standing);
      await pause(BREATH_MS * this.random());
    }
  }

  private async move(standing: Standing): Promise<void> {
    const answer = await this.asking.command(MOVE, { applicationId: standing.id, expectedVersion: standing.version });
    this.note(standing, answer, standing.at + 1, 'move');
  }

  private async sendBack(standing: Standing): Promise<void> {
    const input = { applicationId: standing.id, expectedVersion: standing.version, reason: 'once more' };
    this.note(standing, await this.asking.command(BACK, input), -1, 'send back');
  }

  private async hire(standing: Standing): Promise<void> {
    const { openingIds } = this.posting;
    const openingId = openingIds[Math.floor(this.random() * openingIds.length)]!;
    const answer = await this.asking.command(HIRE, { applicationId: standing.id, expectedVersion: standing.version, openingId });
    // Others want the same opening.
    if (answer?.code === 'OPENING_FILLED') return;
    standing.hired = this.note(standing, answer, standing.at, 'hire');
    if (standing.hired) this.told.hires.push({ applicationId: standing.id, openingId });
  }

  private async book(standing: Standing): Promise<void> {
    const found = await this.asking.ask(SLOTS, { id: standing.id });
    const slots = (found?.slots as { slots?: { startsAt: string }[] } | undefined)?.slots ?? [];
    if (slots.length === 0) return;
    // All want the first: that is where double bookings come from.
    const answer = await this.asking.command(BOOK, { applicationId: standing.id, startsAt: slots[0]!.startsAt });
    if (answer?.__typename === 'InterviewPayload') this.told.bookings.push((answer.interview as { id: Id }).id);
  }

  private async apply(): Promise<void> {
    this.applicants += 1;
    const email = `${this.name}-${this.applicants}@mail.example`;
    const contact = { name: `Applicant ${this.name} ${this.applicants}`, email };
    const { organization, slug } = this.posting;
    const answer = await this.asking.command(APPLY, { organization, posting: slug, contact, consent: true });
    if (answer?.__typename === 'ApplyPayload') this.told.applied.push(email);
    else if (answer && answer.code !== 'TOO_MANY_ATTEMPTS') this.told.strange.push(`apply: ${JSON.stringify(answer)}`);
  }

  private async attach(standing: Standing): Promise<void> {
    standing.files += 1;
    // Some are too large for the last corner of a disk.
    const bytes = pdf(`${this.name} ${standing.files} ${'work '.repeat(40_000 * this.random())}`);
    const kept = await this.asking.upload({ applicationId: standing.id, kind: 'OTHER' }, 'work.pdf', bytes);
    if (typeof kept === 'string') this.told.strange.push(`a file: ${kept}`);
    else if (kept) this.told.files.push({ id: kept.id, size_bytes: bytes.length });
  }

  /** Whether it happened. Nobody else moves these applications: a conflict would mean that a command happened twice. */
  private note(standing: Standing, answer: Answer | null, at: number, what: string): boolean {
    if (answer === null) return false;
    const { application } = answer as { application?: { status: string; stageId: Id | null; version: number } };
    if (answer.__typename !== 'MovePayload' || application!.version !== standing.version + 1) {
      this.told.strange.push(`${what} of ${standing.id} at version ${standing.version}: ${JSON.stringify(answer)}`);
      return false;
    }
    const { version, stageId, status } = application!;
    this.told.moves.push({ applicationId: standing.id, version, stageId, status });
    standing.version = version;
    standing.at = at;
    return true;
  }
}
