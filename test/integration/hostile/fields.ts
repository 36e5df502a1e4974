import { type Action, POLICY, type Relation, may } from '#libs/identity/index.js';
import { type Actor, type Role, newId } from '#libs/kernel/index.js';
import { CALLERS, type Caller } from './organisation.js';

/** What each caller is: an actor of the policy and how they stand to the thing, as the organisation is built. */
const organizationId = newId();
const member = (role: Role): Actor => ({ kind: 'staff', organizationId, personId: newId(), role });
const holder = (): Actor => ({ kind: 'candidate', organizationId, applicationId: newId(), candidateId: newId() });
const STANDS: Record<Caller, readonly [Actor, Relation]> = {
  admin: [member('ADMIN'), {}],
  recruiter: [member('RECRUITER'), {}],
  lead: [member('HIRING_MANAGER'), { teamRoles: ['HIRING_MANAGER'] }],
  coordinator: [member('INTERVIEWER'), { teamRoles: ['COORDINATOR'] }],
  outsider: [member('HIRING_MANAGER'), {}],
  seated: [member('INTERVIEWER'), { hasSeat: true }],
  interviewer: [member('INTERVIEWER'), {}],
  candidate: [holder(), { isOwn: true }],
  stranger: [holder(), { isOwn: false }],
  nobody: [{ kind: 'visitor', organizationId }, {}],
};

/** What is somebody's own, for which there is no action: their calendar and seats, their page by their link, their roles in the team that they are in. */
const OWN: Record<string, readonly Caller[]> = {
  'own-seat': ['seated'],
  'own-link': ['candidate', 'stranger'],
  'own-team': ['admin', 'lead', 'coordinator'],
};

/** Who may see what stands behind the first column: those whom the policy gives one of its actions, and those whose own it is. */
export function seenBy(column: string): Caller[] {
  const parts = column.split('+');
  const unknown = parts.filter((part) => !(part in POLICY) && !(part in OWN));
  if (unknown.length > 0) throw new Error(`The policy has no ${unknown.join(', ')}.`);
  return CALLERS.filter((caller) =>
    parts.some((part) => (part in OWN ? OWN[part]!.includes(caller) : may(STANDS[caller][0], part as Action, STANDS[caller][1]))),
  );
}

/**
 * Every field of every type that the API can answer, behind the action of the policy that opens it: so that a role, a relation and a field meet in one table, `POLICY`. Several joined by "+" open it
 * each; `own-…` is what is somebody's own; `deed` is what only a mutation answers, to whoever may do it (`operations.ts`). A field with ~ has nothing to show in that organisation, or not to all, so that
 * only who must not see it is proved. A new field fails until somebody has decided.
 */
export const FIELDS = `
  deed                              AccountPayload               message
  deed                              AddNotePayload               noteId
  deed                              AddPasskeyPayload            passkey
  deed                              AddedApplication             alreadyThere applicationId candidateId
  application.read                  AnswerToQuestion             kind label questionId text
  people.read                       ApiToken                     createdAt expiresAt id ~lastUsedAt name personId scopes
  application.read                  Application                  answers appliedAt attachments candidate consentedAt country
  application.read                  Application                  ~endedAt enteredStageAt id interviews ~openingId postingId
  application.read                  Application                  postingTitle ~reason ~residence residenceCheck source stageId
  application.read                  Application                  stageName stages statedContact status ~takeHomes transitions
  application.read                  Application                  version waiting
  mail.read                         Application                  ~incomingMails ~mails
  application.notes                 Application                  notes
  application.move                  Application                  possibleCommands
  scorecard.summary                 Application                  scorecardSummary scorecards
  board.read                        ApplicationConnection        nodes pageInfo
  application.notes                 ApplicationNote              authorId authorName createdAt id text
  application.read                  ApplicationStage             id kind name position skippableIf ~targetDays
  deed                              ApplicationStanding          candidateId enteredStageAt id postingId stageId stageName
  deed                              ApplicationStanding          status version
  board.read                        ApplicationSummary           appliedAt candidateId candidateName endedAt enteredStageAt id
  board.read                        ApplicationSummary           residenceCheck stageId stageName status version
  application.read                  ApplicationTransition        actorKind ~actorName at command ~evidence ~fromStageId
  application.read                  ApplicationTransition        ~fromStageName fromStatus ~passedOver ~reason ~reasonId
  application.read                  ApplicationTransition        toStageId toStageName toStatus version
  deed                              ApplyPayload                 message
  deed                              AskAboutMyDataPayload        answerBy kind
  scorecard.summary+scorecard.write AssessedAttribute            ~description id name
  application.read                  Attachment                   contentType createdAt fileName id kind sizeBytes
  scorecard.summary                 AttributeRatings             attributeId name ratings
  organization.administer           AuditEvent                   action actor actorId actorKind at detail id ~openedFrom
  organization.administer           AuditEvent                   subjectId subjectKind
  organization.administer           AuditEventConnection         nodes pageInfo
  pools.manage+own-seat             Availability                 exceptions hours
  people.read                       Availability                 limits personId ~turns zone
  deed                              AvailabilityPayload          availability personId
  board.read                        Batch                        bound interviews ~without zone
  board.read                        BatchInterview               applicationId endsAt said seats startsAt
  board.read                        Board                        cards columns ended postingId slug status title
  board.read                        BoardCard                    appliedAt candidateId candidateName enteredStageAt id
  board.read                        BoardCard                    residenceCheck stageId status version waitingFor waitingOn
  board.read                        BoardCard                    waitingUntil
  board.read                        BoardChange                  ~at ~postingId
  board.read                        BoardColumn                  count kind name planVersion stageId ~targetDays
  pools.manage+own-seat             BusyBlock                    endsAt id ~reason startsAt
  deed                              BusyBlockPayload             busyBlockId personId
  pools.manage+own-seat             BusyBlocks                   blocks
  people.read                       CalendarFeed                 ~createdAt ~id ~postingId
  deed                              CalendarFeedPayload          address feedId
  deed                              CalendarPayload              calendarId
  pools.manage+own-seat             CalendarSource               ~busyTimes ~createdAt ~failures ~fetchedAt ~host ~id ~kind
  pools.manage+own-seat             CalendarSource               ~name ~nextAt ~problem ~triedAt
  application.read                  CandidateApplication         appliedAt id postingId postingTitle stageName status
  application.read                  CandidateContact             country email id ~language links location name phone version
  application.read                  CandidateContact             zone
  candidates.search                 CandidateHit                 applications email id location name
  own-link                          CandidateInterview           ~endsAt ~id ~interviewers ~mayCancel ~mayMove ~meetingUrl ~said
  own-link                          CandidateInterview           ~stageName ~startsAt ~state ~version ~zone
  own-link                          CandidateInterviewer         ~name ~title
  board.read                        CandidateLane                hasNamed hours ~taken zone
  application.read                  CandidateProfile             applications attachments country createdAt email id ~language
  application.read                  CandidateProfile             links location ~mergedIntoId name phone version zone
  deed                              ChangedMailPayload           mail
  deed                              ChoicePayload                applicationId
  deed                              CompliancePayload            message
  board.read                        CoreHours                    days end start zone
  deed                              DeleteSharedSectionPayload   sectionId
  sections.manage                   Diagnostic                   code field line message severity
  deed                              EditKitPayload               kept kit
  application.read                  EndReason                    ~id ~label
  board.read                        EndedCounts                  hired rejected withdrawn
  deed                              EraseCandidatePayload        applications candidateId files
  deed                              ExportCandidatePayload       json
  sections.manage                   Fact                         column confidence endColumn ~endLine field line rule
  sections.manage                   Fact                         ~sharedSection text value
  posting.manage                    FactChange                   before field now
  deed                              HeldTime                     heldUntil interviewId
  board.read                        HiringTeamMember             person personId teamRole
  pools.manage+own-seat             HoursException               ~ends everybody from id ~name ~starts to
  deed                              HoursExceptionPayload        exceptionId personId
  privacy.manage                    ImpactCategory               ~decided ~key ~label ~rate ~ratio ~wentOn
  privacy.manage                    ImpactOfQuestion             ~formId ~key ~label ~steps
  privacy.manage                    ImpactStep                   ~categories ~decided ~stages ~wentOn
  mail.read                         IncomingMail                 answersMailId applicationId ~attachmentIds id kind outcome
  mail.read                         IncomingMail                 receivedAt sender subject text
  mail.read                         IncomingMailConnection       nodes
  people.read                       IncomingMailConnection       pageInfo
  application.read                  Interview                    applicationId ~cancelledBy cancelledLate candidateId
  application.read                  Interview                    candidateName candidateZone endsAt id ~meetingUrl postingId
  application.read                  Interview                    postingTitle ~reason seats sequence ~shiftedClocks stageId
  application.read                  Interview                    stageName startsAt state version zone
  board.read                        InterviewKit                 attributes id purpose questions
  people.read                       InterviewLimits              bufferAfterMin bufferBeforeMin ~meetingUrl ~perDay ~perWeek
  people.read                       InterviewLimits              restMin
  deed                              InterviewPayload             interview interviewId
  board.read                        InterviewPlan                createdAt id source stages version
  application.read                  InterviewSeat                absent answer ~answeredAt id name part personId proposalNote
  application.read                  InterviewSeat                proposedAt role seatId ~title
  scorecard.summary+scorecard.write InterviewerKit               applicationId attributes candidateName cvAttachmentId
  scorecard.summary+scorecard.write InterviewerKit               cvFileName interview mayWrite ~myScorecard postingTitle
  scorecard.summary+scorecard.write InterviewerKit               purpose ~questions stageId stageName ~takeHome
  scorecard.summary+scorecard.write InterviewerKitInterview      endsAt id ~meetingUrl seats startsAt state zone
  scorecard.summary+scorecard.write InterviewerKitSeat           interviewSeatId mine personId personName role
  scorecard.summary+scorecard.write InterviewerKitTakeHome       ~brief ~dueAt ~dueZone ~id ~late ~status
  scorecard.summary+scorecard.write InterviewerKitTakeHome       ~submissionAttachmentId ~submissionFileName ~submissionNote
  scorecard.summary+scorecard.write InterviewerKitTakeHome       ~submissionUrl ~submittedAt
  board.read                        InterviewerLoad              coming comingHere held heldHere name personId targetPerWeek
  people.read                       InterviewerPool              id members name
  board.read                        KitAttribute                 ~description id name
  board.read                        LeftOutOfBatch               ~applicationId ~message
  privacy.manage                    LegalHold                    candidateId candidateName placedAt reason
  deed                              LiftMailSuppressionPayload   address
  board.read                        Loop                         rounds spanMin
  board.read                        LoopList                     applicationId loops ~without zone
  deed                              LoopPayload                  applicationId heldUntil interviewIds
  board.read                        LoopRound                    endsAt said seats stageId stageName startsAt
  mail.read                         Mail                         applicationId attempts audience ~bouncedAt ~calendar decidedAt
  mail.read                         Mail                         doubts error heldUntil id needsAPerson notBefore recipient
  mail.read                         Mail                         ~sentAt ~skippedBecause state subject template templateVersion
  mail.read                         MailConnection               nodes
  people.read                       MailConnection               pageInfo
  templates.manage                  MailPreview                  html subject text
  templates.manage                  MailSettings                 ~answerDays ~language ~quietFrom ~quietUntil ~undoByMail
  templates.manage                  MailSettings                 ~undoSeconds ~version
  deed                              MailSettingsPayload          settings
  deed                              MailSourcePayload            base64
  mail.retry                        MailSuppression              address because mailId since ~template
  mail.retry                        MailSuppressionConnection    nodes pageInfo
  deed                              MailTemplatePayload          template
  templates.manage                  MailTemplateView             audience defaultWords event key languages ~ownWords ~places
  templates.manage                  MailTemplateView             variables
  templates.manage                  MailUndo                     ~key ~seconds
  templates.manage                  MailVariable                 essential kind meaning name optional
  mail.read                         MailWithWords                ~html mail ~text
  templates.manage                  MailWords                    mjml subject text
  deed                              MakeApiTokenPayload          apiToken token
  board.read                        MemberLane                   hours load name personId roles taken zone
  board.read                        MemberObstacles              name personId ~rules
  deed                              MergeCandidatesPayload       applications attachments keptId mergedId
  deed                              MovePayload                  application postingClosed transition
  deed                              MoveRecord                   at command fromStageId fromStatus passedOver toStageId toStatus
  deed                              MoveRecord                   version
  deed                              MoveToPresentPlanPayload     more moves planVersion
  scorecard.write                   MyInterview                  answer interview interviewSeatId kitUrl
  scorecard.write                   MyInterviewPage              nodes
  people.read                       MyInterviewPage              pageInfo
  own-link                          MyTakeHome                   ~brief ~canSubmit ~dueAt ~dueZone ~effortHours ~id ~late
  own-link                          MyTakeHome                   ~postingTitle ~sentAt ~stageName ~status ~submissionFileName
  own-link                          MyTakeHome                   ~submissionNote ~submissionUrl ~submittedAt ~version
  interview.schedule                NoSlots                      ~blocks ~message ~relaxations ~waysOut
  people.read                       OnCallTurn                   ~days ~effect ~ends ~everyWeeks ~firstWeek ~id ~starts ~zone
  board.read                        Opening                      ~filledAt id number status
  people.read+own-link              Organization                 ~about contactEmail id name slug ~website zone
  deed                              OrganizationPayload          organization
  sections.manage                   OtherPosting                 ~line ~title
  sections.manage                   OverlapRule                  ~from ~hours ~text ~to ~zone
  posting.manage                    OvertakenCorrection          action field ~number textBefore textNow value valueBefore
  posting.manage                    OvertakenCorrection          valueNow
  own-link                          OwnApplication               appliedAt candidateName enteredStageAt ~expectedBy organization
  own-link                          OwnApplication               postingSlug postingTitle ~stageKind ~stageName stages status
  own-link                          OwnApplication               waiting zone
  templates.manage                  OwnMailWords                 ~mjml ~savedAt ~subject ~text ~version
  own-link                          OwnStage                     kind name state
  templates.manage                  OwnWordsPlace                ~language ~postingId ~postingTitle ~stage ~version
  people.read                       PageInfo                     endCursor hasNextPage
  people.read                       Passkey                      ~createdAt ~id ~lastUsedAt ~name
  deed                              PasskeyOptions               options
  people.read                       Person                       email id name role status ~title zone
  people.read                       PersonConnection             nodes pageInfo
  deed                              PersonPayload                person
  application.move                  PlanMove                     ~applicationId ~candidateName ~fromStageId ~fromStageName
  application.move                  PlanMove                     ~outcome ~stays ~toStageId ~toStageName
  application.move                  PlanMovesPreview             mapping more ~moves planVersion
  board.read                        PlanStage                    durationMin id kind kit name position seats selfSchedule
  board.read                        PlanStage                    skippableIf takeHome ~targetDays
  sections.manage                   PlanStageDraft               ~durationMin kind name ~seats ~skippableIf ~takeHome
  sections.manage                   PlanStageDraft               ~targetDays
  sections.manage                   PoolDraft                    ~members ~poolId ~role
  people.read                       PoolMember                   person personId standing targetPerWeek
  deed                              PoolPayload                  pool
  board.read                        Posting                      category ~closedAt company confidential coreHours createdAt
  board.read                        Posting                      ~employmentTypes id ~includes ~locations ~onCall openedAt
  board.read                        Posting                      openings plan plans ~processDuration publishProblems ~questions
  board.read                        Posting                      ~remote ~residence revision slug ~sourcePath status team title
  board.read                        Posting                      version
  posting.manage                    Posting                      document exported overtaken reading revisions
  own-team                          Posting                      myTeamRoles
  posting.salary                    Posting                      salary
  board.read                        PostingConnection            nodes
  people.read                       PostingConnection            pageInfo
  posting.manage                    PostingExport                ~lost text
  sections.manage                   PostingLevel                 ~extends ~name
  templates.manage                  PostingMailSettings          ~answerDays ~language version
  deed                              PostingMailSettingsPayload   settings
  deed                              PostingPayload               posting
  sections.manage                   PostingPreview               ~pools reading stages
  board.read                        PostingQuestion              ~id ~kind ~label ~required
  sections.manage                   PostingReading               ~candidateTime ~category ~company ~coreHours diagnostics
  sections.manage                   PostingReading               documentKind ~employmentTypes ~equity facts ~levels ~locations
  sections.manage                   PostingReading               ~onCall ~otherHours ~otherPostings ~overlap planSource
  sections.manage                   PostingReading               ~processDuration ~remote ~residence ~residencePreferred ~rounds
  sections.manage                   PostingReading               ~salary ~salaryRanges ~sections ~status title
  deed                              PostingReadingPayload        changes overtaken planChanged posting
  posting.manage                    PostingRevision              createdAt createdById ~fileName number
  people.read                       PostingRules                 salaryRequired
  deed                              PostingRulesPayload          rules
  sections.manage                   PostingSection               ~heading ~kind ~line
  board.read                        PostingTurn                  active postingId status title waiting
  privacy.manage                    PrivacyRequest               ~answer answerBy applicationId askedAt candidateId
  privacy.manage                    PrivacyRequest               candidateName candidateVersion id kind ~outcome
  privacy.manage                    PrivacyRequestConnection     nodes pageInfo
  board.read                        PromisedAnswer               ~applicationId ~broken ~candidateName ~dueAt ~lateToldAt
  board.read                        PromisedAnswer               ~postingId ~postingTitle ~since ~stageName
  deed                              PublishPostingPayload        posting warnings
  board.read                        PublishProblem               code field ~line message severity stageId
  scorecard.summary                 RatingOfAuthor               author note rating
  deed                              ReadAnewPosting              changes overtaken planChanged postingId status title
  scorecard.summary                 RecommendationCount          count recommendation
  deed                              RejectRemainingPayload       left rejected
  people.read                       RejectionReason              active id label side
  deed                              RequestInterviewPayload      applicationId expiresAt requestId
  deed                              RequestPageLinkPayload       message
  privacy.manage                    RetentionDue                 candidateId candidateName ~country dueAt endedAt held
  privacy.manage                    RetentionRule                atLeastDays atMostDays ~country id version
  deed                              RetryMailPayload             mail
  posting.manage                    RevisionDocument             createdAt document ~fileName number
  posting.manage                    RevisionPreview              changes overtaken planChanged postingId status title
  posting.manage                    RevisionPreview              ~unresolved
  posting.manage                    RevisionsCompared            after before ~changes
  sections.manage                   Round                        ~async ~durationMax ~durationMin ~kind ~name ~optional ~order
  sections.manage                   Round                        ~seats ~skippableIf
  sections.manage                   RoundSeat                    ~pool ~role
  interview.schedule                RoundWithoutTimes            ~stageId ~stageName
  board.read                        RuleHours                    ~days ~ends ~starts ~zone
  posting.salary                    Salary                       currency max min period
  sections.manage                   SalaryRange                  ~currency ~label ~max ~min ~period
  deed                              SaveSharedSectionPayload     sectionId shownIn version
  board.read                        SchedulingRules              ~documentOverlaps ~earliestOn ~familiarity ~hours ~latestOn
  board.read                        SchedulingRules              ~meetingUrlTemplate ~noticeHours ~overlaps postingId
  board.read                        SchedulingRules              ~reasonableFrom ~reasonableTo version
  deed                              SchedulingRulesPayload       postingId rules
  board.read                        SchedulingWeek               applicationId candidate durationMin ~law members noticeUntil
  board.read                        SchedulingWeek               stageId stageName version zone
  scorecard.summary                 Scorecard                    applicationId author id ~interviewId notes ratings
  scorecard.summary                 Scorecard                    recommendation stageId stageName state submittedAt ~takeHomeId
  scorecard.summary                 Scorecard                    updatedAt version
  scorecard.write                   ScorecardOwed                applicationId candidateName draftVersion interviewId
  scorecard.write                   ScorecardOwed                interviewSeatId postingTitle since stageId stageName
  scorecard.write                   ScorecardOwed                ~takeHomeId
  deed                              ScorecardPayload             scorecard
  scorecard.summary                 ScorecardRating              attributeId name note rating
  board.read                        SeatObstacles                members role seatId
  sections.manage                   SectionUse                   ~postingId ~status ~title
  privacy.manage                    SelfIdentificationForm       country id on questions title version
  privacy.manage                    SelfIdentificationReport     asOf ~questions
  privacy.manage                    SelfIdentificationSettings   forms version
  people.read                       Session                      createdAt current expiresAt id ~network ~userAgent
  deed                              SetMyZonePayload             zone
  deed                              SetSelfIdentificationPayload version
  board.read                        SharedHours                  ~days ~ends ~leastMin ~starts ~zone
  sections.manage                   SharedSection                id name ~shownIn text updatedAt version
  application.read                  ShiftedClock                 ~shown ~told ~zone
  deed                              SignInPayload                expiresAt person token
  interview.schedule                Slot                         endsAt said startsAt
  board.read                        Slot                         seats
  interview.schedule                SlotBlock                    ~code ~message ~seatId
  interview.schedule                SlotList                     applicationId count durationMin ~moves ~none slots stageId
  interview.schedule                SlotList                     stageName zone
  interview.schedule                SlotRelaxation               ~change ~count ~message ~seatId
  board.read                        SlotRule                     ~code ~endsAt ~message ~personId ~startsAt
  board.read                        SlotSeat                     person personId role seatId
  people.read                       Source                       id name
  board.read                        StageFlow                    kind medianDays name present reached rejected wentOn withdrew
  application.move                  StageMapping                 begins fromStageId toStageId
  scorecard.summary                 StageScorecards              attributes cardsExpected cardsIn recommendations stageId
  scorecard.summary                 StageScorecards              stageName withheld
  board.read                        StageSeat                    id pool poolId role
  application.read                  StatedContact                country ~links location name phone zone
  deed                              SubmitTakeHomePayload        resubmitted takeHome
  application.read                  TakeHome                     applicationId brief dueAt dueZone ~effortHours extensions id
  application.read                  TakeHome                     late reviewers sentAt stageId stageName status
  application.read                  TakeHome                     ~submissionAttachmentId ~submissionFileName ~submissionNote
  application.read                  TakeHome                     ~submissionUrl ~submittedAt version
  deed                              TakeHomePayload              takeHome
  board.read                        TakeHomeTerms                dueDays effortHours
  board.read                        TakenSpan                    by endsAt startsAt
  board.read                        TeamTurn                     applications postings
  people.read                       TeamTurn                     count
  board.read                        TimeProposal                 applicationId candidateName interviewId interviewSeatId
  board.read                        TimeProposal                 note personName postingId postingTitle proposedAt said
  board.read                        TimeProposal                 stageName startsAt version
  board.read                        TimeSpan                     endsAt startsAt
  board.read                        TimeWindow                   endsAt said startsAt
  board.read                        TimeWish                     applicationId candidateName note postingId postingTitle
  board.read                        TimeWish                     saidAt stageName windows zone
  deed                              UpdateCandidatePayload       candidateId version
  application.read+own-link         Waiting                      for on ~until
  board.read                        WaitingApplication           applicationId candidateName ~lateDays postingId postingTitle
  board.read                        WaitingApplication           since stageName waitingFor
  board.read                        WayOut                       ~count ~firstAt ~message ~rules
  organization.administer           WebhookDelivery              attempts ~deliveredAt happenedAt id ~lastProblem ~lastStatus
  organization.administer           WebhookDelivery              ~nextAt state type
  organization.administer           WebhookDeliveryConnection    nodes pageInfo
  organization.administer           WebhookEndpoint              active createdAt events id kind url version
  organization.administer           WebhookEvent                 fields type
  deed                              WebhookKeyPayload            signingKey
  deed                              WebhookPayload               id
  pools.manage+own-seat             WeeklyHours                  days ends id starts zone
  interview.schedule                WhyNotTime                   alternatives message possible ~rules said startsAt
  board.read                        WhyNotTime                   seats
  deed                              WithdrawMyApplicationPayload status
  board.read                        ZoneCoverage                 changesAt hours hoursAfter zone
`;
