import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { Clocks } from '../domain/clocks.js';
import type { Buffers, SeatPart } from '../domain/meeting.js';

/** A seat of an interview that is given to somebody, with what they need around it. */
export interface NewSeat extends Buffers {
  readonly id: Id;
  readonly seatId: Id;
  readonly personId: Id;
  readonly part: SeatPart;
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
  readonly clocks: Clocks;
  readonly meetingUrl: string | null;
  readonly reason: string;
  readonly seats: readonly NewSeat[];
  /** Until when the time is only kept for the candidate; null: it is booked. */
  readonly heldUntil: Date | null;
}

/** Writes an interview, confirmed or held, with its seats by one statement and waits for the answer. @throws 23P01 when somebody is in another interview then. */
export async function insertInterview(tx: Tx, interview: NewInterview): Promise<void> {
  await tx.query(
    'insert-interview',
    `WITH interview AS (
       INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, request_id, state, during, zone, candidate_zone,
                               tzdata_version, meeting_url, reason, created_at, held_until, clocks)
       VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $16::timestamptz IS NULL THEN 'CONFIRMED' ELSE 'HELD' END, tstzrange($7, $8), $9, $10, $11, $12, $13, $14, $16, $17)
     )
     INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, part, state, during)
     SELECT $1, s.id, $2, s."seatId", s."personId", s.part, CASE WHEN $16::timestamptz IS NULL THEN 'CONFIRMED' ELSE 'HELD' END,
            tstzrange($7::timestamptz - make_interval(mins => s.before_min), $8::timestamptz + make_interval(mins => s.after_min))
       FROM jsonb_to_recordset($15::jsonb) AS s (id uuid, "seatId" uuid, "personId" uuid, part text, before_min integer, after_min integer) ORDER BY s."personId"`,
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
      interview.heldUntil,
      JSON.stringify(interview.clocks),
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
    `INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, part, state, during)
     SELECT $1, s.id, $2, s."seatId", s."personId", s.part, 'CONFIRMED',
            tstzrange($4::timestamptz - make_interval(mins => s.before_min), $5::timestamptz + make_interval(mins => s.after_min))
       FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, "seatId" uuid, "personId" uuid, part text, before_min integer, after_min integer) ORDER BY s."personId"`,
    [tx.organizationId, interviewId, JSON.stringify(seats), startsAt, endsAt],
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
export async function moveSeats(
  tx: Tx,
  seats: readonly (Buffers & { readonly id: Id })[],
  startsAt: Date,
  endsAt: Date,
): Promise<void> {
  if (seats.length === 0) return;
  await tx.query(
    'move-interview-seats',
    `UPDATE interview_seats AS i SET answer = 'PENDING', answered_at = NULL, proposed_at = NULL, proposal_note = '',
            during = tstzrange($3::timestamptz - make_interval(mins => s.before_min), $4::timestamptz + make_interval(mins => s.after_min))
       FROM jsonb_to_recordset($2::jsonb) AS s (id uuid, before_min integer, after_min integer)
      WHERE i.organization_id = $1 AND i.id = s.id`,
    [tx.organizationId, JSON.stringify(seats), startsAt, endsAt],
  );
}

/** Gives up a time that was only held: nobody was told of it, so nothing is left of it. */
export function releaseHold(tx: Tx, interviewId: Id): void {
  tx.write('release-hold', `DELETE FROM interviews WHERE organization_id = $1 AND id = $2 AND state = 'HELD'`, [
    tx.organizationId,
    interviewId,
  ]);
}
