import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { MINUTE_MS } from '../domain/slot-query.js';

/** A seat of an interview that is given to somebody. */
export interface NewSeat {
  readonly id: Id;
  readonly seatId: Id;
  readonly personId: Id;
}

export interface NewInterview {
  readonly id: Id;
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly stageId: Id;
  readonly requestId: Id | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly candidateZone: string;
  readonly tzdataVersion: string;
  readonly meetingUrl: string | null;
  readonly reason: string;
  readonly seats: readonly NewSeat[];
}

/** Writes a confirmed interview with its seats by one statement and waits for the answer. @throws 23P01 when somebody is in another interview then. */
export async function insertInterview(tx: Tx, interview: NewInterview): Promise<void> {
  await tx.query(
    'insert-interview',
    `WITH interview AS (
       INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, request_id, state, during, zone, candidate_zone,
                               tzdata_version, meeting_url, reason, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'CONFIRMED', tstzrange($7, $8), $9, $10, $11, $12, $13, $14)
     )
     INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during)
     SELECT $1, s.id, $2, s."seatId", s."personId", 'CONFIRMED', tstzrange($16, $17)
       FROM jsonb_to_recordset($15::jsonb) AS s (id uuid, "seatId" uuid, "personId" uuid) ORDER BY s."personId"`,
    [
      tx.organizationId,
      interview.id,
      interview.applicationId,
      interview.candidateId,
      interview.stageId,
      interview.requestId,
      interview.startsAt,
      interview.endsAt,
      interview.zone,
      interview.candidateZone,
      interview.tzdataVersion,
      interview.meetingUrl,
      interview.reason,
      tx.now,
      JSON.stringify(interview.seats),
      ...withBuffers(interview.startsAt, interview.endsAt),
    ],
  );
}

/** Gives seats of an interview that exists to people, for its present time. @throws 23P01 as `insertInterview`. */
export async function insertSeats(
  tx: Tx,
  interviewId: Id,
  startsAt: Date,
  endsAt: Date,
  seats: readonly NewSeat[],
): Promise<void> {
  if (seats.length === 0) return;
  await tx.query(
    'insert-interview-seats',
    `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during)
     SELECT $1, s.id, $2, s."seatId", s."personId", 'CONFIRMED', tstzrange($4, $5)
       FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, "seatId" uuid, "personId" uuid) ORDER BY s."personId"`,
    [tx.organizationId, interviewId, JSON.stringify(seats), ...withBuffers(startsAt, endsAt)],
  );
}

/** Takes seats away from their holders; the rows stay as the record of it. */
export function cancelSeats(tx: Tx, seatIds: readonly Id[]): void {
  if (seatIds.length === 0) return;
  tx.write(
    'cancel-interview-seats',
    `UPDATE interview_seats SET state = 'CANCELLED' WHERE organization_id = $1 AND id = ANY ($2)`,
    [tx.organizationId, seatIds],
  );
}

/** Moves seats to another time; who holds them has to answer anew. @throws 23P01 as `insertInterview`. */
export async function moveSeats(tx: Tx, seatIds: readonly Id[], startsAt: Date, endsAt: Date): Promise<void> {
  if (seatIds.length === 0) return;
  await tx.query(
    'move-interview-seats',
    `UPDATE interview_seats SET during = tstzrange($3, $4), answer = 'PENDING', answered_at = NULL WHERE organization_id = $1 AND id = ANY ($2)`,
    [tx.organizationId, seatIds, ...withBuffers(startsAt, endsAt)],
  );
}

/** What is blocked for interviewers: the meeting and the buffers around it. */
function withBuffers(startsAt: Date, endsAt: Date): [Date, Date] {
  const buffer_ms = SCHEDULING.buffer_min * MINUTE_MS;
  return [new Date(startsAt.getTime() - buffer_ms), new Date(endsAt.getTime() + buffer_ms)];
}
