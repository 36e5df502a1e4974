import type { Refusal, Result } from '#libs/kernel/index.js';
import { answer, instance } from '#libs/platform/index.js';
import { facesOf } from '../domain/clocks.js';
import type { CandidateInterviewSeen, InterviewSeen, OwnInterview } from '../queries/interviews.js';
import type { Booked } from '../use-cases/book-interview.js';
import type { TimeRefusal } from '../use-cases/taken-times.js';
import {
  CandidateInterview,
  CandidateInterviewer,
  Interview,
  InterviewPayload,
  InterviewSeat,
  MyInterview,
  ShiftedClock,
  SlotUnavailable,
} from './interview.types.js';
import { toSlot } from './show-slots.js';

export function toInterview(row: InterviewSeen): Interview {
  return instance(Interview, {
    id: row.id,
    version: row.version,
    applicationId: row.application_id,
    postingId: row.posting_id,
    postingTitle: row.posting_title,
    stageId: row.stage_id,
    stageName: row.stage_name,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.zone,
    candidateId: row.candidate_id,
    candidateName: row.candidate_name,
    candidateZone: row.candidate_zone,
    meetingUrl: row.meeting_url,
    sequence: row.sequence,
    reason: row.reason,
    cancelledBy: row.cancelled_by,
    cancelledLate: row.cancelled_late,
    shiftedClocks: (row.clock_shift ?? []).map((shift) =>
      instance(ShiftedClock, { zone: shift.zone, ...facesOf(shift, row.starts_at.getTime()) }),
    ),
    seats: row.seats.map(({ answer: said, ...seat }) => instance(InterviewSeat, { ...seat, answer: said })),
  });
}

export function toMyInterview({ interview, interviewSeatId, answer: said, kitUrl }: OwnInterview): MyInterview {
  return instance(MyInterview, { interview: toInterview(interview), interviewSeatId, answer: said, kitUrl });
}

export function toCandidateInterview(seen: CandidateInterviewSeen): CandidateInterview {
  const interviewers = seen.interviewers.map(({ name, title }) => instance(CandidateInterviewer, { name, title }));
  return instance(CandidateInterview, { ...seen, interviewers });
}

/** The answer to a booking: the interview, free times instead, or another refusal. */
export function answerBooking<R extends Refusal>(result: Result<Booked, R | TimeRefusal>) {
  return slotUnavailable(result) ?? answer(result, ({ interviewId }) => instance(InterviewPayload, { interviewId }));
}

/** A refusal of a time with free ones instead; null for any other answer. */
export function slotUnavailable(result: Result<unknown, Refusal>): SlotUnavailable | null {
  if (result.ok || !('alternatives' in result.refusal)) return null;
  const { code, message, alternatives } = result.refusal as TimeRefusal;
  return instance(SlotUnavailable, { code, message, alternatives: alternatives.map(toSlot) });
}
