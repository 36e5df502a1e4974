import { Injectable } from '@nestjs/common';
import type { CandidateActor, Id, StaffActor, SystemActor } from '#libs/kernel/index.js';
import { formatInZone, ok } from '#libs/kernel/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import { AnswerSeat, ProposeTime, RescheduleInterview } from '#libs/scheduling/index.js';
import type { CalendarAnswer } from '../domain/incoming/calendar-answer.js';
import { type AnsweredMail, applicationOf, keepPartstat, newestSequence, seatHeldBy } from '../persistence/incoming-rows.js';

/** What the team is told of an answer, where it is told: `what` completes the sentence that begins with who answered. */
export interface TeamNews {
  readonly what: string;
  readonly text: string | null;
}

export interface CalendarOutcome {
  readonly outcome: string;
  readonly news: TeamNews | null;
  readonly write?: (tx: Tx) => void;
}

const WORDS = { ACCEPTED: 'accepts', DECLINED: 'declines', TENTATIVE: 'may not be able to come to' } as const;

/**
 * Carries out what an attendee's calendar answers. It counts when it comes from whom the invitation went to and names its UID; an answer to an older version
 * of the meeting is dropped (RFC 5546 §2.1.5).
 */
@Injectable()
export class TakeCalendarAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly seats: AnswerSeat,
    private readonly moves: RescheduleInterview,
    private readonly proposals: ProposeTime,
  ) {}

  async execute(
    actor: SystemActor,
    ours: AnsweredMail,
    sender: string,
    answer: CalendarAnswer,
    digest: Buffer,
  ): Promise<CalendarOutcome> {
    const { calendar, application_id: applicationId } = ours;
    if (calendar === null || applicationId === null || calendar.uid !== answer.uid)
      return dropped('it answers an invitation that this mail did not carry');
    if (sender.toLowerCase() !== ours.recipient.toLowerCase())
      return dropped('it does not come from the address that was invited');
    const newest = await this.uow.run(actor, async (tx) => ok(await newestSequence(tx, applicationId, answer.uid)));
    if (newest.ok && newest.value !== null && answer.sequence < newest.value)
      return dropped('it answers an older version of the invitation');
    const { interviewId, attendeeId } = calendar;
    // The use cases keep what they have done by this key: a mail that is handed in twice at once is carried out once.
    const idempotencyKey = `mail-${digest.toString('hex').slice(0, 40)}`;
    return ours.audience === 'team'
      ? this.ofInterviewer(actor, interviewId, attendeeId, answer, idempotencyKey)
      : this.ofCandidate(actor, applicationId, interviewId, answer, idempotencyKey);
  }

  private async ofInterviewer(
    actor: SystemActor,
    interviewId: Id,
    personId: Id,
    answer: CalendarAnswer,
    idempotencyKey: string,
  ): Promise<CalendarOutcome> {
    const seat = await this.uow.run(actor, async (tx) => ok(await seatHeldBy(tx, interviewId, personId)));
    if (!seat.ok || !seat.value) return dropped('whoever answers holds no seat in it any more');
    const person: StaffActor = { kind: 'staff', organizationId: actor.organizationId, personId, role: seat.value.role };
    if (answer.method === 'COUNTER' && answer.startsAt !== null) {
      const proposal = { interviewSeatId: seat.value.id, startsAt: answer.startsAt, note: answer.comment?.slice(0, 500) ?? null };
      const proposed = await this.proposals.execute(person, { ...proposal, idempotencyKey });
      // Whoever leads the hiring is told by the proposal itself.
      if (proposed.ok) return { outcome: `the interviewer proposes another time: ${inUtc(answer.startsAt)}`, news: null };
    }
    // A proposal of another time says that this one does not suit.
    const said = answer.method === 'COUNTER' ? 'TENTATIVE' : answer.partstat;
    if (said === null) return dropped('it says neither yes nor no');
    const answered = await this.seats.execute(person, { interviewSeatId: seat.value.id, answer: said, idempotencyKey });
    if (!answered.ok) return dropped(answered.refusal.message);
    const news =
      answer.method === 'COUNTER'
        ? proposed(answer)
        : said === 'ACCEPTED'
          ? null
          : { what: `${WORDS[said]} the interview`, text: answer.comment };
    return {
      outcome: `the interviewer ${answer.method === 'COUNTER' ? proposed(answer).what : `${WORDS[said]} the interview`}`,
      news,
    };
  }

  private async ofCandidate(
    actor: SystemActor,
    applicationId: Id,
    interviewId: Id,
    answer: CalendarAnswer,
    idempotencyKey: string,
  ): Promise<CalendarOutcome> {
    if (answer.method === 'COUNTER') return this.counter(actor, applicationId, interviewId, answer, idempotencyKey);
    const { partstat } = answer;
    if (partstat === null) return dropped('it says neither yes nor no');
    return {
      outcome: `the candidate ${WORDS[partstat]} the interview`,
      news: partstat === 'ACCEPTED' ? null : { what: `${WORDS[partstat]} the interview`, text: answer.comment },
      write: (tx) => keepPartstat(tx, applicationId, answer.uid, partstat),
    };
  }

  /** A time that the candidate could have chosen is taken at their word; any other is for a person to decide. */
  private async counter(
    actor: SystemActor,
    applicationId: Id,
    interviewId: Id,
    answer: CalendarAnswer,
    idempotencyKey: string,
  ): Promise<CalendarOutcome> {
    const application = await this.uow.run(actor, async (tx) => ok(await applicationOf(tx, applicationId)));
    if (answer.startsAt !== null && application.ok && application.value) {
      const { organizationId } = actor;
      const candidate: CandidateActor = {
        kind: 'candidate',
        organizationId,
        applicationId,
        candidateId: application.value.candidate_id,
      };
      const moved = await this.moves.execute(candidate, { interviewId, startsAt: answer.startsAt, idempotencyKey });
      if (moved.ok)
        return { outcome: `the interview was moved as the candidate proposed, to ${inUtc(answer.startsAt)}`, news: null };
    }
    return { outcome: `the candidate ${proposed(answer).what}`, news: proposed(answer) };
  }
}

function proposed({ startsAt, comment }: CalendarAnswer): TeamNews {
  return { what: startsAt === null ? 'proposes another time' : `proposes another time: ${inUtc(startsAt)}`, text: comment };
}

function inUtc(at: Date): string {
  return formatInZone(at, 'UTC');
}

function dropped(why: string): CalendarOutcome {
  return { outcome: `nothing was changed: ${why}`, news: null };
}
