import { Module, type OnModuleInit } from '@nestjs/common';
import { AvailabilityPayloadResolver, AvailabilityResolver } from './api/availability.resolver.js';
import { ChoosingResolver } from './api/choosing.resolver.js';
import { BookingResolver } from './api/booking.resolver.js';
import { ApplicationInterviewsResolver, InterviewPayloadResolver, InterviewResolver } from './api/interview.resolver.js';
import { RulesPayloadResolver, RulesResolver } from './api/rules.resolver.js';
import { LoopsResolver } from './api/loops.resolver.js';
import { ProposalsResolver } from './api/proposals.resolver.js';
import { PlanningResolver } from './api/planning.resolver.js';
import { SlotsResolver } from './api/slots.resolver.js';
import { LoadResolver } from './api/load.resolver.js';
import { SlotSeatResolver, WeekResolver } from './api/week.resolver.js';
import { SchedulingEvents } from './jobs/scheduling-events.js';
import { Calendars } from './queries/calendars.js';
import { Coverage } from './queries/coverage.js';
import { FindLoops } from './queries/find-loops.js';
import { PlanBatches } from './queries/plan-batches.js';
import { FindSlots } from './queries/find-slots.js';
import { InterviewerLoads } from './queries/interviewer-load.js';
import { ShowWeek } from './queries/show-week.js';
import { ExplainTime } from './queries/why-not.js';
import { Interviews } from './queries/interviews.js';
import { AnswerSeat } from './use-cases/answer-seat.js';
import { KeepAvailability } from './use-cases/availability.js';
import { KeepPersonRules } from './use-cases/keep-person-rules.js';
import { KeepRules } from './use-cases/keep-rules.js';
import { HoldTime } from './use-cases/hold-time.js';
import { NameTimes } from './use-cases/name-times.js';
import { TimeProposals } from './queries/time-proposals.js';
import { TimeWishes } from './queries/time-wishes.js';
import { BookInterview } from './use-cases/book-interview.js';
import { BookLoop } from './use-cases/book-loop.js';
import { CancelInterview } from './use-cases/cancel-interview.js';
import { ReplaceSeat } from './use-cases/replace-seat.js';
import { ProposeTime } from './use-cases/propose-time.js';
import { FollowClocks } from './use-cases/follow-clocks.js';
import { RemindOfInterview } from './use-cases/remind-of-interview.js';
import { RequestLoop } from './use-cases/request-loop.js';
import { RequestInterview } from './use-cases/request-interview.js';
import { RescheduleInterview } from './use-cases/reschedule-interview.js';
import { SetMyZone } from './use-cases/set-my-zone.js';
import { SettleInterview } from './use-cases/settle-interview.js';

const doors = [
  FindSlots,
  RequestInterview,
  RequestLoop,
  BookLoop,
  HoldTime,
  NameTimes,
  TimeWishes,
  ProposeTime,
  TimeProposals,
  FollowClocks,
  BookInterview,
  RescheduleInterview,
  CancelInterview,
  AnswerSeat,
  ReplaceSeat,
  SettleInterview,
  SetMyZone,
  KeepAvailability,
  KeepPersonRules,
  KeepRules,
  ExplainTime,
  FindLoops,
  Coverage,
  PlanBatches,
  ShowWeek,
  InterviewerLoads,
  Calendars,
  Interviews,
];
const resolvers = [
  AvailabilityResolver,
  AvailabilityPayloadResolver,
  SlotsResolver,
  LoopsResolver,
  PlanningResolver,
  WeekResolver,
  LoadResolver,
  SlotSeatResolver,
  RulesResolver,
  RulesPayloadResolver,
  BookingResolver,
  ChoosingResolver,
  ProposalsResolver,
  InterviewResolver,
  InterviewPayloadResolver,
  ApplicationInterviewsResolver,
];

/** Times that suit everybody, and interviews at them. */
@Module({ providers: [...doors, RemindOfInterview, SchedulingEvents, ...resolvers], exports: doors })
export class SchedulingModule implements OnModuleInit {
  constructor(private readonly events: SchedulingEvents) {}

  onModuleInit(): void {
    this.events.register();
  }
}
