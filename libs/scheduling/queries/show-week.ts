import { Inject, Injectable } from '@nestjs/common';
import { isId, ok, type Clock, type Id, type Result, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { invalid, NO_INSTANT } from '../domain/availability.js';
import { durationOf, whyNoMeeting } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { weekLanes, type WeekLanes } from '../domain/week-lanes.js';
import { readMeeting } from '../persistence/load-meeting.js';
import { mayScheduleAs, NO_SUCH_APPLICATION, type SlotsRefusal } from './find-slots.js';

/** The days of a meeting before the eyes of whoever looks for a time. */
export interface WeekShown extends WeekLanes {
  readonly applicationId: Id;
  /** The application's. */
  readonly version: number;
  readonly stageId: Id;
  readonly stageName: string;
  readonly durationMin: number;
  readonly zone: string;
  readonly candidateZone: string;
  /** Whether the candidate has named times; otherwise reasonable hours stand in for them. */
  readonly candidateHasNamed: boolean;
  readonly noticeUntil: Date;
}

const WEEK_MS = 7 * 86_400_000;
/** A week in which the clocks change is an hour longer. */
const LONGEST_MS = 8 * 86_400_000;

/** Shows why times are what they are: the law, the candidate and everybody who could sit in the present stage, in one statement. */
@Injectable()
export class ShowWeek {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: StaffActor, applicationId: Id, from: Date, to: Date): Promise<Result<WeekShown, SlotsRefusal>> {
    if (!isId(applicationId)) return NO_SUCH_APPLICATION;
    const now = this.clock.now();
    const [start_ms, end_ms] = [from.getTime(), to.getTime()];
    if (Number.isNaN(start_ms)) return invalid('from', NO_INSTANT);
    if (Number.isNaN(end_ms)) return invalid('to', NO_INSTANT);
    if (start_ms >= end_ms) return invalid('to', 'The window ends before it begins. Exchange or correct the two times.');
    if (end_ms - start_ms > LONGEST_MS) return invalid('to', 'Ask for at most eight days at once.');
    if (start_ms < now.getTime() - WEEK_MS || start_ms > now.getTime() + SCHEDULING.longestHorizon_ms)
      return invalid('from', 'Times are offered for the next four weeks. Ask from one of their days.');
    const window = { start_ms, end_ms };
    const seen = await readMeeting(this.uow, actor.organizationId, applicationId, window, actor.personId);
    if (!seen || !mayScheduleAs(actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
    const { meeting } = seen;
    const why = whyNoMeeting(meeting);
    if (why) return why;
    return ok({
      applicationId,
      version: meeting.version,
      stageId: meeting.stage!.id,
      stageName: meeting.stage!.name,
      durationMin: durationOf(meeting)!,
      zone: meeting.zone,
      candidateZone: meeting.candidateZone,
      candidateHasNamed: meeting.candidateWindows !== null,
      noticeUntil: new Date(now.getTime() + meeting.law.notice_ms),
      ...weekLanes(meeting, window),
    });
  }
}
