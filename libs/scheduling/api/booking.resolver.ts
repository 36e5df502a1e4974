import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, type CandidateActor, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Candidate, Context, Staff, answer, instance, unauthenticated, type RequestContext } from '#libs/platform/index.js';
import { AnswerSeat } from '../use-cases/answer-seat.js';
import { BookInterview } from '../use-cases/book-interview.js';
import { CancelInterview } from '../use-cases/cancel-interview.js';
import { ReplaceSeat } from '../use-cases/replace-seat.js';
import { RequestInterview } from '../use-cases/request-interview.js';
import { RescheduleInterview } from '../use-cases/reschedule-interview.js';
import { SetMyZone } from '../use-cases/set-my-zone.js';
import { SettleInterview } from '../use-cases/settle-interview.js';
import {
  AbsentInput,
  AnswerSeatInput,
  BookInterviewInput,
  BookingResult,
  CancelInterviewInput,
  InterviewPayload,
  InterviewResult,
  ReplaceSeatInput,
  RequestInterviewInput,
  RequestInterviewPayload,
  RequestInterviewResult,
  RescheduleInterviewInput,
  SetMyZoneInput,
  SetMyZonePayload,
  SetMyZoneResult,
  SettleInterviewInput,
} from './interview.types.js';
import { answerBooking } from './show-interview.js';

@Resolver()
export class BookingResolver {
  constructor(
    private readonly book: BookInterview,
    private readonly reschedule: RescheduleInterview,
    private readonly cancel: CancelInterview,
    private readonly settle: SettleInterview,
    private readonly answerOwn: AnswerSeat,
    private readonly replace: ReplaceSeat,
    private readonly request: RequestInterview,
    private readonly zone: SetMyZone,
  ) {}

  @Mutation(() => RequestInterviewResult, {
    description:
      'Asks the candidate (again) to choose a time in the present stage: after a request has expired, or somebody did not come',
  })
  async requestInterview(@Staff() actor: StaffActor, @Args('input') input: RequestInterviewInput) {
    return answer(await this.request.execute(actor, input), (value) => instance(RequestInterviewPayload, value));
  }

  @Mutation(() => BookingResult, {
    description: "Books the interview of the present stage, for the team or by the candidate's link",
  })
  async bookInterview(@Context() context: RequestContext, @Args('input') input: BookInterviewInput) {
    const booking = { ...input, startsAt: parseInstant(input.startsAt) };
    return answerBooking(await this.book.execute(somebody(context), booking));
  }

  @Mutation(() => BookingResult, {
    description: 'Moves an interview that has not begun; the old time is given up only if the new one is got',
  })
  async rescheduleInterview(@Context() context: RequestContext, @Args('input') input: RescheduleInterviewInput) {
    const wanted = { ...input, startsAt: parseInstant(input.startsAt) };
    return answerBooking(await this.reschedule.execute(somebody(context), wanted));
  }

  @Mutation(() => InterviewResult, { description: 'Cancels an interview that has not begun; another time may then be chosen' })
  async cancelInterview(@Context() context: RequestContext, @Args('input') input: CancelInterviewInput) {
    return answer(await this.cancel.execute(somebody(context), input), (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => InterviewResult, { description: 'It took place; an interview that ended is completed by itself' })
  async completeInterview(@Staff() actor: StaffActor, @Args('input') input: SettleInterviewInput) {
    return answer(await this.settle.complete(actor, input), (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => InterviewResult, { description: 'The candidate did not come' })
  async markNoShow(@Staff() actor: StaffActor, @Args('input') input: SettleInterviewInput) {
    return answer(await this.settle.markNoShow(actor, input), (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => InterviewResult, { description: 'An interviewer did not come to an interview that took place' })
  async markInterviewerAbsent(@Staff() actor: StaffActor, @Args('input') input: AbsentInput) {
    return answer(await this.settle.markAbsent(actor, input), (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => InterviewResult, { description: "Says whether one comes to one's own interview; a decline cancels nothing" })
  async answerSeat(@Staff() actor: StaffActor, @Args('input') { answer: said, ...input }: AnswerSeatInput) {
    const result = await this.answerOwn.execute(actor, { ...input, answer: said as never });
    return answer(result, (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => BookingResult, { description: 'Gives a seat to another member of its pool, at the same time' })
  async replaceSeat(@Staff() actor: StaffActor, @Args('input') input: ReplaceSeatInput) {
    return answerBooking(await this.replace.execute(actor, input));
  }

  @Mutation(() => SetMyZoneResult, { description: 'In which zone the candidate reads times' })
  async setMyZone(@Candidate() actor: CandidateActor, @Args('input') input: SetMyZoneInput) {
    return answer(await this.zone.execute(actor, input.zone), (value) => instance(SetMyZonePayload, value));
  }
}

function somebody({ actor }: RequestContext): Actor {
  if (!actor) throw unauthenticated();
  return actor;
}
