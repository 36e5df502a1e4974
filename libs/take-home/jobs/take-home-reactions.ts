import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApplicationMoved, CandidateErased } from '#libs/applications/index.js';
import { Reactions } from '#libs/platform/index.js';
import { forgetSubmissions } from '../use-cases/forget-submissions.js';
import { FollowMove } from '../use-cases/follow-move.js';
import { RemindOfTakeHome } from '../use-cases/remind-of-take-home.js';

/** This folder's rank (docs/conventions.md): before the mails about what it does. */
const RANK = 7;

/** What take-homes do when something else happens. */
@Injectable()
export class TakeHomeReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly followMove: FollowMove,
    private readonly remind: RemindOfTakeHome,
  ) {}

  onModuleInit(): void {
    this.reactions.on('ApplicationMoved', RANK, (tx, event) => this.followMove.execute(tx, event.payload as ApplicationMoved));
    this.reactions.on('CandidateErased', RANK, async (tx, { payload }) =>
      forgetSubmissions(tx, (payload as CandidateErased).applicationIds),
    );
    this.reactions.handle('TakeHomeDueSoon', 'take-home-reminder', (timer) => this.remind.execute(timer));
  }
}
