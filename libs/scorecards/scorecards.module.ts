import { Module } from '@nestjs/common';
import { ApplicationScorecardsResolver } from './api/application-scorecards.resolver.js';
import { RatingOfAuthorResolver, ScorecardResolver } from './api/scorecard.resolver.js';
import { ScorecardReactions } from './jobs/scorecard-reactions.js';
import { LoadKit } from './queries/load-kit.js';
import { ScorecardSummaries } from './queries/scorecard-summaries.js';
import { ScorecardsDue } from './queries/scorecards-due.js';
import { Scorecards } from './queries/scorecards.js';
import { AskForScorecards } from './use-cases/ask-for-scorecards.js';
import { SaveScorecardDraft } from './use-cases/save-scorecard-draft.js';
import { SubmitScorecard } from './use-cases/submit-scorecard.js';

const doors = [LoadKit, SaveScorecardDraft, SubmitScorecard, Scorecards, ScorecardSummaries, ScorecardsDue];

/** Kits, cards, and the reminders to write them. */
@Module({
  providers: [
    ...doors,
    AskForScorecards,
    ScorecardReactions,
    ScorecardResolver,
    RatingOfAuthorResolver,
    ApplicationScorecardsResolver,
  ],
  exports: doors,
})
export class ScorecardsModule {}
