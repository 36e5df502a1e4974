import { Inject, Injectable } from '@nestjs/common';
import { allOrganizationIds } from '#libs/identity/index.js';
import { ok, tzdataVersion, type Clock, type Id, type Result, type SystemActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type Tx } from '#libs/platform/index.js';
import { isOlder, isVersion, shiftsSince, type Clocks } from '../domain/clocks.js';
import { isOffered } from '../domain/find-times.js';
import { durationOf } from '../domain/meeting.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockInterview, type InterviewSeen } from '../persistence/lock.js';
import { refOf } from './change-interview.js';
import type { InterviewRef } from './interview-events.js';

/** Interviews that one look goes through in one organisation; the next look goes on. */
const BATCH = 200;

/**
 * Governments change the rules of zones, and the time zone database follows. A booking is an instant and stays one; what clocks show then may be another time than
 * the one people were told. Whatever was booked by an older version of the database than this process has is looked at once.
 */
@Injectable()
export class FollowClocks {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many were looked at. A process with an older database than that of the booking leaves it alone. */
  async execute(version = tzdataVersion()): Promise<number> {
    if (!isVersion(version)) return 0;
    let seen = 0;
    for (const organizationId of await allOrganizationIds(this.uow)) {
      const actor: SystemActor = { kind: 'system', organizationId, part: 'worker' };
      const older = await this.uow.read<{ id: Id }>(
        organizationId,
        'interviews-of-older-zones',
        `SELECT id FROM interviews
          WHERE organization_id = $1 AND state = 'CONFIRMED' AND lower(during) > $2 AND tzdata_version ~ '^[0-9]{4}[a-z]$' AND tzdata_version < $3 COLLATE "C"
          ORDER BY lower(during), id LIMIT $4`,
        [organizationId, this.clock.now(), version, BATCH],
      );
      for (const { id } of older) {
        const followed = await this.uow.run(actor, (tx) => follow(tx, id, version));
        if (followed.ok && followed.value) seen += 1;
      }
    }
    return seen;
  }
}

/** `ClocksShifted`: `allowed` says whether posting, organisation, candidate and people would offer this time today, were everybody free. */
export interface ClocksShifted extends InterviewRef {
  readonly allowed: boolean;
}

/** Flags what shifts and tells it (`ClocksShifted`), once for each version; what was flagged and is as it was told again is flagged no more. */
async function follow(tx: Tx, interviewId: Id, version: string): Promise<Result<boolean>> {
  const interview = await lockInterview(tx, interviewId, null);
  const [booked] = await tx.query<{ clocks: Clocks; version: string }>(
    'clocks-of-interview',
    'SELECT clocks, tzdata_version AS version FROM interviews WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, interviewId],
  );
  if (!interview || !booked || interview.state !== 'CONFIRMED' || !isOlder(booked.version, version)) return ok(false);
  const shifts = shiftsSince(booked.clocks, interview.startsAt.getTime());
  tx.write(
    'follow-clocks',
    `UPDATE interviews SET tzdata_version = $3, clock_shift = $4, version = version + CASE WHEN clock_shift IS DISTINCT FROM $4::jsonb THEN 1 ELSE 0 END
      WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interviewId, version, shifts.length > 0 ? JSON.stringify(shifts) : null],
  );
  if (shifts.length === 0) return ok(true);
  const payload: ClocksShifted = { ...refOf(interview, interview.sequence), allowed: await isAllowed(tx, interview) };
  tx.emit({ name: 'ClocksShifted', subjectId: interview.applicationId, payload });
  tx.audit('interview.clocks-shifted', 'interview', interviewId, { applicationId: interview.applicationId, version });
  return ok(true);
}

async function isAllowed(tx: Tx, { applicationId, stageId, startsAt, endsAt }: InterviewSeen): Promise<boolean> {
  const window = { start_ms: startsAt.getTime(), end_ms: endsAt.getTime() };
  const seen = await loadMeeting(tx, applicationId, window, null, stageId);
  return seen !== null && durationOf(seen.meeting) !== null && isOffered(seen.meeting, window.start_ms);
}
