export {
  defaultCandidateHours,
  SLOT_LIMITS,
  type Seat,
  type SeatFilled,
  type SeatMember,
  type Slot,
  type SlotQuery,
  type SlotsFound,
} from './domain/slot-query.js';
export type { HoursException, OnCallTurn, OverlapRule } from './domain/hours.js';
export { compile, withBusy, type Compiled } from './domain/compile.js';
export { search, searchSlots } from './domain/search-slots.js';
export { explainNoSlots, type Block, type BlockCode, type NoSlots, type Relaxation } from './domain/explain-no-slots.js';
export { schedulingEntities } from './persistence/entities.js';
export { SCHEDULING } from './domain/scheduling-rules.js';
export { INTERVIEW_STATES, SEAT_ANSWERS, type InterviewState, type SeatAnswer } from './domain/meeting.js';
export {
  FindSlots,
  type NoTimes,
  type OfferedSlot,
  type OfferedSlots,
  type SlotsRefusal,
  type SlotsWanted,
} from './queries/find-slots.js';
export { type InterviewerLoad, InterviewerLoads } from './queries/interviewer-load.js';
export { ShowWeek, type WeekShown } from './queries/show-week.js';
export { Coverage, type OpenCoverage } from './queries/coverage.js';
export { PlanBatches, type PlannedBatch } from './queries/plan-batches.js';
export { planBatch } from './domain/plan-batch.js';
export type { BatchCandidate, BatchPerson, BatchPlan } from './domain/batch.js';
export type { ZoneCoverage } from './domain/coverage.js';
export { FindLoops, type OfferedLoop, type OfferedLoops } from './queries/find-loops.js';
export { ExplainTime, type WhyNotTime } from './queries/why-not.js';
export { Interviews, type CandidateInterviewSeen, type InterviewSeen, type OwnInterview } from './queries/interviews.js';
export { Calendars, type AvailabilitySeen, type BusyRow } from './queries/calendars.js';
export { BookInterview, type Booked, type Booking, type BookingRefusal } from './use-cases/book-interview.js';
export { RescheduleInterview, type Rescheduling, type ReschedulingRefusal } from './use-cases/reschedule-interview.js';
export { BookLoop, type BookedLoop, type BookingLoop, type BookingLoopRefusal } from './use-cases/book-loop.js';
export { RequestLoop, type RequestingLoop } from './use-cases/request-loop.js';
export { CancelInterview, type Cancelling } from './use-cases/cancel-interview.js';
export { AnswerSeat, type Answering } from './use-cases/answer-seat.js';
export { ReplaceSeat, type Replacing, type ReplacingRefusal } from './use-cases/replace-seat.js';
export { SettleInterview, type Settling, type SettlingRefusal } from './use-cases/settle-interview.js';
export { SetMyZone } from './use-cases/set-my-zone.js';
export { HoldTime, type Held } from './use-cases/hold-time.js';
export { NameTimes, type NamingTimes } from './use-cases/name-times.js';
export { ProposeTime, type Proposing, type ProposingRefusal } from './use-cases/propose-time.js';
export { TimeProposals, type TimeProposalSeen } from './queries/time-proposals.js';
export { FollowClocks, type ClocksShifted } from './use-cases/follow-clocks.js';
export { facesOf, type ClockShift } from './domain/clocks.js';
export { TimeWishes, type OwnChoice, type TimeWishSeen } from './queries/time-wishes.js';
export { KeepRules, type KeepingRules, type RulesSeen } from './use-cases/keep-rules.js';
export { KeepPersonRules } from './use-cases/keep-person-rules.js';
export { KeepAvailability, type AvailabilityRefusal, type BusyWanted, type HoursWanted } from './use-cases/availability.js';
export { Interview, InterviewSeat, InterviewStateEnum, SeatAnswerEnum } from './api/interview.types.js';
export { SchedulingModule } from './scheduling.module.js';
export { RequestInterview, type Requested, type Requesting, type RequestingRefusal } from './use-cases/request-interview.js';
