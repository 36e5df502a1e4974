import { Injectable } from '@nestjs/common';
import type { Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import {
  BookInterview,
  CancelInterview,
  ProposeTime,
  RequestInterview,
  RescheduleInterview,
  SettleInterview,
} from '#libs/scheduling/index.js';
import { versionIn } from './staff-door.js';

type Fields = Readonly<Record<string, string>>;
type Form = (actor: StaffActor, applicationId: Id, fields: Fields) => Promise<Result<unknown, Refusal>>;

/** Said to everybody in an interview that is moved to where one of them proposed. */
const AS_PROPOSED = 'An interviewer asked for another time.';

/** What the forms of an application's page do about its interviews. */
@Injectable()
export class InterviewForms {
  constructor(
    private readonly cancelling: CancelInterview,
    private readonly settling: SettleInterview,
    private readonly asking: RequestInterview,
    private readonly booking: BookInterview,
    private readonly moving: RescheduleInterview,
    private readonly proposing: ProposeTime,
  ) {}

  readonly forms: Readonly<Record<string, Form>> = {
    'cancel-interview': (actor, _, { interview = '', version, reason }) =>
      this.cancelling.execute(actor, { interviewId: interview, expectedVersion: versionIn(version), reason }),
    'no-show': (actor, _, { interview = '', version }) =>
      this.settling.markNoShow(actor, { interviewId: interview, expectedVersion: versionIn(version) }),
    ask: (actor, applicationId, { version }) =>
      this.asking.execute(actor, { applicationId, expectedVersion: versionIn(version) }),
    book: (actor, applicationId, { version, stage, startsAt }) =>
      this.booking.execute(actor, {
        applicationId,
        stageId: stage ?? null,
        startsAt: new Date(startsAt ?? ''),
        expectedVersion: versionIn(version),
      }),
    'take-proposal': (actor, _, { interview = '', version, startsAt = '' }) =>
      this.moving.execute(actor, {
        interviewId: interview,
        startsAt: new Date(startsAt),
        expectedVersion: versionIn(version),
        reason: AS_PROPOSED,
      }),
    'leave-proposal': (actor, _, { seat = '' }) => this.proposing.settle(actor, seat),
  };
}
