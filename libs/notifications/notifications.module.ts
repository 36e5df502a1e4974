import { Module, type OnModuleInit } from '@nestjs/common';
import { ApplicationsModule } from '#libs/applications/index.js';
import type { Id } from '#libs/kernel/index.js';
import { type Reaction, Reactions, type StoredEvent, type Tx } from '#libs/platform/index.js';
import { SchedulingModule } from '#libs/scheduling/index.js';
import { AllMailsResolver } from './api/all-mails.resolver.js';
import { IncomingResolver } from './api/incoming.resolver.js';
import { LedgerResolver } from './api/ledger.resolver.js';
import { MailSettingsResolver } from './api/mail-settings.resolver.js';
import { MailListsResolver } from './api/mail-lists.resolver.js';
import { PromisedAnswersResolver } from './api/promised-answers.resolver.js';
import { TemplateResolver } from './api/template.resolver.js';
import { StageFactsStore } from './persistence/application-facts.js';
import { HELD_MAILS } from './persistence/decided-mails.js';
import { eraseMails } from './persistence/erase-mails.js';
import { HouseFactsStore } from './persistence/house-facts.js';
import { TemplateStore } from './persistence/template-store.js';
import { AllMails } from './queries/all-mails.js';
import { IncomingMails } from './queries/incoming.js';
import { MailLedger } from './queries/ledger.js';
import { MailLists } from './queries/mail-lists.js';
import { PromisedAnswers } from './queries/promised-answers.js';
import { Suppressions } from './queries/suppressions.js';
import { DecideAccountMails } from './use-cases/decide-account-mails.js';
import { DecideApplicationMails } from './use-cases/decide-application-mails.js';
import { DecideInterviewMails } from './use-cases/decide-interview-mails.js';
import { DecideMails } from './use-cases/decide-mails.js';
import { DecideTakeHomeMails } from './use-cases/decide-take-home-mails.js';
import { LiftSuppression } from './use-cases/lift-suppression.js';
import { GatherNews } from './use-cases/gather-news.js';
import { ManageHeldMail } from './use-cases/manage-held-mail.js';
import { KeepPromises } from './use-cases/keep-promises.js';
import { PreviewTemplate } from './use-cases/preview-template.js';
import { ReceiveMail } from './use-cases/receive-mail.js';
import { ReadMailSource } from './use-cases/read-mail-source.js';
import { RequestPageLink } from './use-cases/request-page-link.js';
import { RetryMail } from './use-cases/retry-mail.js';
import { SaveMailSettings } from './use-cases/save-mail-settings.js';
import { SavePostingMailSettings } from './use-cases/save-posting-mail-settings.js';
import { SaveMailTemplate } from './use-cases/save-mail-template.js';
import { SettleMail } from './use-cases/settle-mail.js';
import { StopMails } from './use-cases/stop-mails.js';
import { TakeCalendarAnswer } from './use-cases/take-calendar-answer.js';

const RANK = 8;

/** Decides mails in the transactions of the events they tell of. Who delivers them is the worker. */
@Module({
  imports: [ApplicationsModule, SchedulingModule],
  providers: [
    HouseFactsStore,
    StageFactsStore,
    TemplateStore,
    DecideMails,
    DecideApplicationMails,
    DecideInterviewMails,
    DecideTakeHomeMails,
    DecideAccountMails,
    RequestPageLink,
    SaveMailTemplate,
    PreviewTemplate,
    RetryMail,
    ManageHeldMail,
    SettleMail,
    ReadMailSource,
    TakeCalendarAnswer,
    ReceiveMail,
    StopMails,
    GatherNews,
    SaveMailSettings,
    SavePostingMailSettings,
    MailLedger,
    MailLists,
    AllMails,
    IncomingMails,
    Suppressions,
    LiftSuppression,
    IncomingResolver,
    LedgerResolver,
    MailListsResolver,
    AllMailsResolver,
    TemplateResolver,
    MailSettingsResolver,
    KeepPromises,
    PromisedAnswers,
    PromisedAnswersResolver,
  ],
  exports: [TemplateStore, RequestPageLink, MailLedger, ReceiveMail, StopMails, GatherNews],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly applications: DecideApplicationMails,
    private readonly interviews: DecideInterviewMails,
    private readonly takeHomes: DecideTakeHomeMails,
    private readonly accounts: DecideAccountMails,
    private readonly promises: KeepPromises,
    private readonly houses: HouseFactsStore,
  ) {}

  onModuleInit(): void {
    const { applications, interviews, takeHomes, accounts } = this;
    const decides: Readonly<Record<string, Reaction>> = {
      ApplicationReceived: async (tx, event) => {
        await applications.received(tx, event);
        await this.promiseAnswer(tx, event);
      },
      ApplicationMoved: async (tx, event) => {
        await applications.moved(tx, event);
        await interviews.endTakenBack(tx, event);
      },
      MailAnswered: (tx, event) => applications.answered(tx, event),
      CandidateLinkRequested: (tx, event) => applications.linkRequested(tx, event),
      InterviewRequested: (tx, event) => interviews.requested(tx, event),
      InterviewBooked: (tx, event) => interviews.booked(tx, event),
      InterviewRescheduled: (tx, event) => interviews.rescheduled(tx, event),
      InterviewCancelled: (tx, event) => interviews.cancelled(tx, event),
      SeatVacant: (tx, event) => interviews.seatVacant(tx, event),
      InterviewReminderDue: (tx, event) => interviews.reminderDue(tx, event),
      ClocksShifted: (tx, event) => interviews.clocksShifted(tx, event),
      TimeProposed: (tx, event) => interviews.timeProposed(tx, event),
      ScorecardDue: (tx, event) => interviews.scorecardDue(tx, event),
      TakeHomeSent: (tx, event) => takeHomes.sent(tx, event),
      TakeHomeBriefChanged: (tx, event) => takeHomes.sent(tx, event),
      TakeHomeReminderDue: (tx, event) => takeHomes.reminderDue(tx, event),
      TakeHomeReviewerAssigned: (tx, event) => takeHomes.reviewerAssigned(tx, event),
      TakeHomeExtended: (tx, event) => takeHomes.extended(tx, event),
      TakeHomeSubmitted: async (tx, event) => {
        await takeHomes.submitted(tx, event);
        await this.promiseAnswer(tx, event);
      },
      CandidateErased: eraseMails,
      PersonInvited: (tx, event) => accounts.invited(tx, event),
      PasswordResetRequested: (tx, event) => accounts.resetRequested(tx, event),
    };
    for (const [name, reaction] of Object.entries(decides)) this.reactions.on(name, RANK, reaction);
    for (const [key, sql] of Object.entries(HELD_MAILS)) this.reactions.foresee('ApplicationMoved', key, sql);
    this.reactions.handle('InterviewEnded', 'promise-answer', (timer) => this.promises.afterInterview(timer));
    this.reactions.handle('AnswerDueSoon', 'remind-of-answer', (timer) => this.promises.dueSoon(timer));
    this.reactions.handle('AnswerLate', 'tell-that-late', (timer) => this.promises.late(timer));
  }

  private async promiseAnswer(tx: Tx, { payload }: StoredEvent): Promise<void> {
    const { applicationId, postingId } = payload as { applicationId: Id; postingId: Id };
    this.promises.begin(tx, await this.houses.get(tx, postingId), applicationId, postingId);
  }
}
