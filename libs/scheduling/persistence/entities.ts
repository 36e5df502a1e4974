import { BusyBlockEntity } from './busy-block.entity.js';
import { InterviewEntity } from './interview.entity.js';
import { InterviewSeatEntity } from './interview-seat.entity.js';
import { HoursExceptionEntity, InterviewerLimitsEntity, OnCallTurnEntity } from './person-rules.entities.js';
import { LoopRequestEntity } from './loop-request.entity.js';
import { ScheduleRequestEntity } from './schedule-request.entity.js';
import { SchedulingRulesEntity } from './scheduling-rules.entity.js';
import { TimeWishEntity } from './time-wish.entity.js';
import { WeeklyHoursEntity } from './weekly-hours.entity.js';

/** Every table of this folder, for the one DataSource. */
export const schedulingEntities = [
  WeeklyHoursEntity,
  HoursExceptionEntity,
  OnCallTurnEntity,
  InterviewerLimitsEntity,
  BusyBlockEntity,
  SchedulingRulesEntity,
  ScheduleRequestEntity,
  LoopRequestEntity,
  TimeWishEntity,
  InterviewEntity,
  InterviewSeatEntity,
];
