import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CandidateErased } from '#libs/applications/index.js';
import { Reactions } from '#libs/platform/index.js';
import { AskForScorecards } from '../use-cases/ask-for-scorecards.js';
import { forgetWords } from '../use-cases/forget-words.js';

/** This folder's rank (docs/conventions.md). */
const RANK = 7;

/** What scorecards do when something else happens. */
@Injectable()
export class ScorecardReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly asking: AskForScorecards,
  ) {}

  onModuleInit(): void {
    this.reactions.on('TakeHomeSubmitted', RANK, (tx, event) => this.asking.onTakeHomeSubmitted(tx, event));
    this.reactions.on('CandidateErased', RANK, async (tx, { payload }) =>
      forgetWords(tx, (payload as CandidateErased).applicationIds),
    );
    this.reactions.handle('InterviewEnded', 'ask-for-scorecards', (timer) => this.asking.afterInterview(timer));
    this.reactions.handle('TakeHomeReviewDue', 'ask-for-scorecards', (timer) => this.asking.afterSubmission(timer));
    this.reactions.handle('ScorecardReminder', 'remind-of-scorecard', (timer) => this.asking.remind(timer));
  }
}
