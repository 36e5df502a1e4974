import { Module } from '@nestjs/common';
import { ApplicationsModule } from '#libs/applications/index.js';
import { IdentityModule } from '#libs/identity/index.js';
import { NotificationsModule } from '#libs/notifications/index.js';
import { SchedulingModule } from '#libs/scheduling/index.js';
import { ScorecardsModule } from '#libs/scorecards/index.js';
import { TakeHomeModule } from '#libs/take-home/index.js';
import { AccountController } from './api/account.controller.js';
import { AssetsController } from './api/assets.controller.js';
import { CandidateController } from './api/candidate.controller.js';
import { CareersController } from './api/careers.controller.js';
import { HomeController } from './api/home.controller.js';
import { InterviewerController } from './api/interviewer.controller.js';

/** Every server-rendered page: careers, the candidate's own, the interviewer's kit, accounts. */
@Module({
  imports: [IdentityModule, ApplicationsModule, SchedulingModule, TakeHomeModule, ScorecardsModule, NotificationsModule],
  controllers: [
    HomeController,
    AssetsController,
    CareersController,
    CandidateController,
    InterviewerController,
    AccountController,
  ],
})
export class PagesModule {}
