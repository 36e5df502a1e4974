import { Module } from '@nestjs/common';
import { ApplicationsModule } from '#libs/applications/index.js';
import { ComplianceModule } from '#libs/compliance/index.js';
import { IdentityModule } from '#libs/identity/index.js';
import { NotificationsModule } from '#libs/notifications/index.js';
import { PostingsModule } from '#libs/postings/index.js';
import { SchedulingModule } from '#libs/scheduling/index.js';
import { ScorecardsModule } from '#libs/scorecards/index.js';
import { SelfIdentificationModule } from '#libs/self-identification/index.js';
import { TakeHomeModule } from '#libs/take-home/index.js';
import { AccountController } from './api/account.controller.js';
import { ApplicationController } from './api/application.controller.js';
import { ApplicationForms } from './api/application-forms.js';
import { AssetsController } from './api/assets.controller.js';
import { CandidateController } from './api/candidate.controller.js';
import { CareersController } from './api/careers.controller.js';
import { DeskController } from './api/desk.controller.js';
import { FeedsController } from './api/feeds.controller.js';
import { HomeController } from './api/home.controller.js';
import { InterviewForms } from './api/interview-forms.js';
import { InterviewerController } from './api/interviewer.controller.js';
import { KitController } from './api/kit.controller.js';
import { KitForms } from './api/kit-forms.js';
import { MailStopController } from './api/mail-stop.controller.js';
import { MyData } from './api/my-data.js';
import { PersonArchiveController } from './api/person-archive.controller.js';
import { PrivacyController } from './api/privacy.controller.js';
import { PostingsController } from './api/postings.controller.js';
import { SelfIdentificationController } from './api/self-identification.controller.js';
import { SelfIdentificationReportController } from './api/self-identification-report.controller.js';
import { SentMailsController } from './api/sent-mails.controller.js';
import { SignInController } from './api/sign-in.controller.js';
import { SingleSignOnController } from './api/single-sign-on.controller.js';
import { StaffDoor } from './api/staff-door.js';

/** Every server-rendered page: careers, the candidate's own, the interviewer's kit, accounts, and the team's desk. */
@Module({
  imports: [
    IdentityModule,
    PostingsModule,
    ApplicationsModule,
    SchedulingModule,
    TakeHomeModule,
    ScorecardsModule,
    NotificationsModule,
    ComplianceModule,
    SelfIdentificationModule,
  ],
  controllers: [
    HomeController,
    AssetsController,
    CareersController,
    FeedsController,
    CandidateController,
    InterviewerController,
    AccountController,
    SignInController,
    SingleSignOnController,
    DeskController,
    PostingsController,
    ApplicationController,
    KitController,
    PersonArchiveController,
    PrivacyController,
    SelfIdentificationController,
    SentMailsController,
    SelfIdentificationReportController,
    MailStopController,
  ],
  providers: [StaffDoor, KitForms, ApplicationForms, InterviewForms, MyData],
})
export class PagesModule {}
