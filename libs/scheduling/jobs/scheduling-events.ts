import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import { Reactions } from '#libs/platform/index.js';
import { OPEN_WORK, followMerge, followMove } from '../use-cases/follow-application.js';
import { SettleInterview } from '../use-cases/settle-interview.js';

/** Of this capability; lower ranks react first (docs/conventions.md). */
const RANK = 7;

/** What this folder does when something happens elsewhere, or a timer rings. */
@Injectable()
export class SchedulingEvents {
  constructor(
    private readonly reactions: Reactions,
    private readonly settleInterview: SettleInterview,
  ) {}

  register(): void {
    this.reactions.on('ApplicationMoved', RANK, followMove);
    for (const [key, sql] of Object.entries(OPEN_WORK)) this.reactions.foresee('ApplicationMoved', key, sql);
    this.reactions.on('CandidatesMerged', RANK, followMerge);
    this.reactions.handle('InterviewEnded', 'complete-interview', async ({ organizationId, payload }) => {
      await this.settleInterview.ended(organizationId, (payload as { interviewId: Id }).interviewId);
    });
  }
}
