import { BusyBlockEntity } from './busy-block.entity.js';
import { InterviewEntity } from './interview.entity.js';
import { InterviewSeatEntity } from './interview-seat.entity.js';
import { ScheduleRequestEntity } from './schedule-request.entity.js';
import { WeeklyHoursEntity } from './weekly-hours.entity.js';

/** Every table of this folder, for the one DataSource. */
export const schedulingEntities = [
  WeeklyHoursEntity,
  BusyBlockEntity,
  ScheduleRequestEntity,
  InterviewEntity,
  InterviewSeatEntity,
];
