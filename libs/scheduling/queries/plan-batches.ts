import { Inject, Injectable } from '@nestjs/common';
import { formatInZone, isId, ok, type Clock, type Id, type Result, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { invalid } from '../domain/availability.js';
import { batchCandidate, batchPeople } from '../domain/batch-options.js';
import { askedWindow, searchedWindow, shownZone } from '../domain/choosing.js';
import { bookedInterview, durationOf, whyNoMeeting, type Meeting } from '../domain/meeting.js';
import { planBatch } from '../domain/plan-batch.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { readMeetings } from '../persistence/load-meeting.js';
import { mayScheduleAs, NO_SUCH_APPLICATION, type OfferedSlot, type SlotsRefusal } from './find-slots.js';

/** Times for many candidates at once; nothing is booked. */
export interface PlannedBatch {
  readonly zone: string;
  /** Earliest first. */
  readonly interviews: readonly (OfferedSlot & { readonly applicationId: Id })[];
  readonly without: readonly { readonly applicationId: Id; readonly message: string }[];
  /** No plan gives more of them an interview. */
  readonly bound: number;
}

const MOST = 100;

/** Plans the interviews of many candidates with few interviewers together, so that as many as possible get one within two weeks. */
@Injectable()
export class PlanBatches {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    actor: StaffActor,
    wanted: { readonly applicationIds: readonly Id[]; readonly zone?: string | null },
  ): Promise<Result<PlannedBatch, SlotsRefusal>> {
    const ids = [...new Set(wanted.applicationIds)];
    if (ids.length === 0 || ids.length > MOST) return invalid('applicationIds', `Name 1 to ${MOST} applications.`);
    if (!ids.every(isId)) return NO_SUCH_APPLICATION;
    const now = this.clock.now();
    const asked = askedWindow(null, null, now);
    if (!asked.ok) return asked;
    const { organizationId, personId } = actor;
    const present = ids.map((applicationId) => ({ applicationId, stageId: null }));
    const seen = await readMeetings(this.uow, organizationId, present, asked.value, personId);
    const meetings: Meeting[] = [];
    for (const [at, one] of seen.entries()) {
      if (!one || !mayScheduleAs(actor, ids[at]!, one.teamRoles)) return NO_SUCH_APPLICATION;
      meetings.push(one.meeting);
    }
    const zone = shownZone(wanted.zone ?? null, meetings[0]!.zone);
    if (!zone.ok) return zone;
    const without: { applicationId: Id; message: string }[] = [];
    const open = meetings.filter((meeting) => {
      const why =
        bookedInterview(meeting) === null ? whyNoMeeting(meeting)?.refusal.message : 'This interview has its time already.';
      if (why !== undefined) without.push({ applicationId: meeting.applicationId, message: why });
      return why === undefined;
    });
    const candidates = open.map((meeting) => {
      const window = searchedWindow(asked.value, null, meeting.law, now);
      return window.ok
        ? batchCandidate(meeting, window.value)
        : { id: meeting.applicationId, duration_min: durationOf(meeting)!, options: [] };
    });
    const plan = planBatch(candidates, batchPeople(open));
    for (const applicationId of plan.without) without.push({ applicationId, message: NO_TIME });
    const byId = new Map(open.map((meeting) => [meeting.applicationId, meeting]));
    const interviews = plan.interviews.map(({ candidateId, start_ms, personIds }) => {
      const meeting = byId.get(candidateId)!;
      return {
        applicationId: candidateId,
        startsAt: new Date(start_ms),
        endsAt: new Date(start_ms + durationOf(meeting)! * MINUTE_MS),
        said: formatInZone(start_ms, zone.value),
        seats: meeting.seats.map(({ seatId, role }, seat) => ({ seatId, role, personId: personIds[seat]! })),
      };
    });
    return ok({ zone: zone.value, interviews, without, bound: plan.bound });
  }
}

const NO_TIME = 'No time is left for this candidate within two weeks. Look further ahead, or add interviewers.';
