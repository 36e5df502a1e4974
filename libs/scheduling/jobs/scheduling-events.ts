import { Injectable } from '@nestjs/common';
import type { CandidateErased } from '#libs/applications/index.js';
import type { Id } from '#libs/kernel/index.js';
import { Reactions } from '#libs/platform/index.js';
import type { SeatAnswer } from '../domain/meeting.js';
import { OPEN_WORK, followMerge, followMove } from '../use-cases/follow-application.js';
import { HoldTime } from '../use-cases/hold-time.js';
import { forgetCandidate } from '../use-cases/forget-candidate.js';
import { RemindOfInterview } from '../use-cases/remind-of-interview.js';
import { ReplaceSeat } from '../use-cases/replace-seat.js';
import { SettleInterview } from '../use-cases/settle-interview.js';

/** Of this capability; lower ranks react first (docs/conventions.md). */
const RANK = 7;

/** What this folder does when something happens elsewhere, or a timer rings. */
@Injectable()
export class SchedulingEvents {
  constructor(
    private readonly reactions: Reactions,
    private readonly settleInterview: SettleInterview,
    private readonly holds: HoldTime,
    private readonly seats: ReplaceSeat,
    private readonly reminders: RemindOfInterview,
  ) {}

  register(): void {
    this.reactions.on('ApplicationMoved', RANK, followMove);
    for (const [key, sql] of Object.entries(OPEN_WORK)) this.reactions.foresee('ApplicationMoved', key, sql);
    this.reactions.on('CandidatesMerged', RANK, followMerge);
    this.reactions.on('CandidateErased', RANK, async (tx, { payload }) =>
      forgetCandidate(tx, (payload as CandidateErased).applicationIds),
    );
    this.reactions.handle('InterviewSoon', 'remind-of-interview', (timer) => this.reminders.execute(timer));
    this.reactions.handle('InterviewEnded', 'complete-interview', async ({ organizationId, payload }) => {
      await this.settleInterview.ended(organizationId, (payload as { interviewId: Id }).interviewId);
    });
    this.reactions.handle('SeatAnswered', 'replace-who-declined', async ({ organizationId, payload }) => {
      const { answer, interviewSeatId } = payload as { answer: SeatAnswer; interviewSeatId: Id };
      if (answer === 'DECLINED') await this.seats.vacated(organizationId, interviewSeatId);
    });
    this.reactions.handle('PersonDisabled', 'replace-who-left', async ({ organizationId, payload }) => {
      await this.seats.personLeft(organizationId, (payload as { personId: Id }).personId);
    });
    this.reactions.handle('HoldEnded', 'end-hold', async ({ organizationId, payload }) => {
      await this.holds.ended(organizationId, (payload as { interviewId: Id }).interviewId);
    });
  }
}
