import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, Conflict, InvalidInput, PageInfo, Refused, UserError, resultUnion } from '#libs/platform/index.js';
import {
  CANCELLED_BY,
  INTERVIEW_STATES,
  SEAT_ANSWERS,
  SEAT_PARTS,
  type CancelledBy,
  type InterviewState,
  type SeatAnswer,
  type SeatPart,
} from '../domain/meeting.js';
import { Slot } from './slots.types.js';

export const InterviewStateEnum = Object.fromEntries(INTERVIEW_STATES.map((s) => [s, s])) as { [S in InterviewState]: S };
registerEnumType(InterviewStateEnum, { name: 'InterviewState', description: 'Where an interview stands' });
export const SeatAnswerEnum = Object.fromEntries(SEAT_ANSWERS.map((s) => [s, s])) as { [S in SeatAnswer]: S };
registerEnumType(SeatAnswerEnum, { name: 'SeatAnswer', description: 'Whether an interviewer comes' });
export const SeatPartEnum = Object.fromEntries(SEAT_PARTS.map((s) => [s, s])) as { [S in SeatPart]: S };
registerEnumType(SeatPartEnum, {
  name: 'SeatPart',
  description: 'INTERVIEWS fills the seat; SHADOWS learns beside whoever does; REVERSE_SHADOWS interviews while they sit beside',
});
export const CancelledByEnum = Object.fromEntries(CANCELLED_BY.map((s) => [s, s])) as { [S in CancelledBy]: S };
registerEnumType(CancelledByEnum, {
  name: 'CancelledBy',
  description: 'Who cancelled an interview; SYSTEM: it fell with its stage or application',
});

@ObjectType({ description: "One interviewer's place in an interview" })
export class InterviewSeat {
  @Field(() => ID)
  id: Id;
  @Field(() => ID, { description: "The stage's seat that this one fills" })
  seatId: Id;
  @Field(() => String, { description: 'As the posting says it' })
  role: string;
  @Field(() => ID)
  personId: Id;
  @Field(() => SeatPartEnum)
  part: SeatPart;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'Job title' })
  title: string;
  @Field(() => SeatAnswerEnum)
  answer: SeatAnswer;
  @Field(() => DateTime, { nullable: true })
  answeredAt: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Another time that they propose' })
  proposedAt: string | null;
  @Field(() => String, { description: 'What they say to it' })
  proposalNote: string;
  @Field(() => Boolean, { description: 'Did not come, though the interview took place' })
  absent: boolean;
}

@ObjectType({ description: 'Somebody whose clocks show another time than was told, since the rules of their zone have changed' })
export class ShiftedClock {
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
  @Field(() => String, { description: 'What was told: "14:00"' })
  told: string;
  @Field(() => String, { description: 'What clocks show now: "15:00"' })
  shown: string;
}

@ObjectType({ description: 'One scheduled meeting, as the team sees it' })
export class Interview {
  @Field(() => ID)
  id: Id;
  @Field(() => Int, { description: 'Give it as expectedVersion' })
  version: number;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => InterviewStateEnum)
  state: InterviewState;
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String, { description: "The posting's wall clock" })
  zone: string;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => String, { description: "The candidate's wall clock when it was booked" })
  candidateZone: string;
  @Field(() => String, { nullable: true })
  meetingUrl: string | null;
  @Field(() => Int, { description: 'Revision of the calendar invitation' })
  sequence: number;
  @Field(() => String, { description: 'Why it was last moved, cancelled or booked outside the rules' })
  reason: string;
  @Field(() => CancelledByEnum, { nullable: true })
  cancelledBy: CancelledBy | null;
  @Field(() => Boolean, { description: 'Cancelled with less than a day to go' })
  cancelledLate: boolean;
  @Field(() => [ShiftedClock], {
    description:
      'Zones whose rules have changed since it was booked: the moment stands, clocks there show another time than was told',
  })
  shiftedClocks: ShiftedClock[];
  @Field(() => [InterviewSeat])
  seats: InterviewSeat[];
}

@ObjectType({ description: "An interview for its interviewer: one's own seat and the link to one's kit" })
export class MyInterview {
  @Field(() => Interview)
  interview: Interview;
  @Field(() => ID)
  interviewSeatId: Id;
  @Field(() => SeatAnswerEnum)
  answer: SeatAnswer;
  @Field(() => String, { description: 'Opens the kit without signing in; for oneself only' })
  kitUrl: string;
}

@ObjectType()
export class MyInterviewPage {
  @Field(() => [MyInterview])
  nodes: MyInterview[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ObjectType({ description: 'Somebody whom the candidate will meet' })
export class CandidateInterviewer {
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'Job title' })
  title: string;
}

@ObjectType({ description: 'An interview as its candidate sees it' })
export class CandidateInterview {
  @Field(() => ID)
  id: Id;
  @Field(() => Int, { description: 'Give it as expectedVersion' })
  version: number;
  @Field(() => String)
  stageName: string;
  @Field(() => InterviewStateEnum)
  state: InterviewState;
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String)
  zone: string;
  @Field(() => String, { description: 'When it begins, in words, in `zone`' })
  said: string;
  @Field(() => String, { nullable: true })
  meetingUrl: string | null;
  @Field(() => [CandidateInterviewer])
  interviewers: CandidateInterviewer[];
  @Field(() => Boolean, { description: 'Another time may be chosen' })
  mayMove: boolean;
  @Field(() => Boolean)
  mayCancel: boolean;
}

@InputType({ isAbstract: true })
abstract class KeyedInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class InterviewInput extends KeyedInput {
  @Field(() => ID)
  interviewId: Id;
  @Field(() => Int, {
    nullable: true,
    description: "The interview's version that you saw; another one is answered with Conflict",
  })
  expectedVersion?: number | null;
}

@InputType()
export class BookInterviewInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: "For the team; a candidate's link says it" })
  applicationId?: Id | null;
  @Field(() => ID, { nullable: true, description: 'The stage that you saw; refused when the candidate has moved on' })
  stageId?: Id | null;
  @Field(() => String, { description: 'ISO 8601 with an offset: 2030-03-05T14:00:00Z' })
  startsAt: string;
  @Field(() => Int, { nullable: true, description: "The application's version that you saw" })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'For the team: the address of the video room' })
  meetingUrl?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For the team: sets hours, notice and busy times aside, never other interviews; needs a reason',
  })
  override?: boolean | null;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class RequestInterviewInput extends KeyedInput {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => Int, { nullable: true, description: "The application's version that you saw" })
  expectedVersion?: number | null;
}

@ObjectType()
export class RequestInterviewPayload {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  requestId: Id;
  @Field(() => DateTime, { description: 'Until when the candidate may choose' })
  expiresAt: string;
}

@InputType()
export class RescheduleInterviewInput extends InterviewInput {
  @Field(() => String, { description: 'ISO 8601 with an offset: 2030-03-05T14:00:00Z' })
  startsAt: string;
  @Field(() => String, { nullable: true, description: 'The team says why' })
  reason?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'As for bookInterview' })
  override?: boolean | null;
}

@InputType()
export class CancelInterviewInput extends InterviewInput {
  @Field(() => String, { nullable: true, description: 'The team says why' })
  reason?: string | null;
}

@InputType()
export class SettleInterviewInput extends InterviewInput {}

@InputType()
export class AbsentInput extends KeyedInput {
  @Field(() => ID)
  interviewSeatId: Id;
}

@InputType()
export class AnswerSeatInput extends KeyedInput {
  @Field(() => ID)
  interviewSeatId: Id;
  @Field(() => SeatAnswerEnum, { description: 'ACCEPTED, DECLINED or TENTATIVE' })
  answer: SeatAnswer;
}

@InputType()
export class ReplaceSeatInput extends KeyedInput {
  @Field(() => ID)
  interviewSeatId: Id;
  @Field(() => ID, { nullable: true, description: "A member of the seat's pool; the least loaded who is free if left out" })
  personId?: Id | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For the team: sets hours and busy times aside, never other interviews; needs a reason',
  })
  override?: boolean | null;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class SetMyZoneInput {
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
}

@ObjectType()
export class SetMyZonePayload {
  @Field(() => String)
  zone: string;
}

@ObjectType()
export class InterviewPayload {
  @Field(() => ID)
  interviewId: Id;
}

@ObjectType({ implements: () => [UserError], description: 'The time cannot be had. Nothing was changed; these are free.' })
export class SlotUnavailable extends UserError {
  @Field(() => [Slot])
  alternatives: Slot[];
}

export const BookingResult = createUnionType({
  name: 'BookingResult',
  types: () => [InterviewPayload, SlotUnavailable, Refused, InvalidInput, Conflict] as const,
  resolveType: (value: object) => value.constructor as never,
});
export const InterviewResult = resultUnion('InterviewResult', () => InterviewPayload);
export const RequestInterviewResult = resultUnion('RequestInterviewResult', () => RequestInterviewPayload);
export const SetMyZoneResult = resultUnion('SetMyZoneResult', () => SetMyZonePayload);
