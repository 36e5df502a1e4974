/**
 * Who may see which field, as callers of `organisation.ts` in their order: admin, recruiter, lead (a hiring manager of the posting's team), coordinator of it,
 * outsider (a hiring manager of no team), seated (an interviewer with a seat and a review), interviewer (with neither), the candidate of an application by their
 * link, another one's, nobody. "x" sees it where it is theirs; a field with ~ has nothing to show in that organisation, so that only who must not see it is proved.
 *
 * Every field that a question reaches stands here. A new one fails until somebody has decided who may see it.
 */
export const FIELDS = `
  xxxx.x.... AnswerToQuestion           kind label questionId text
  xxxxxxx... ApiToken                   createdAt expiresAt id ~lastUsedAt name personId scopes
  xxxx.x.... Application                answers appliedAt ~attachments candidate consentedAt country ~endedAt enteredStageAt id
  xxxx.x.... Application                interviews ~openingId postingId postingTitle ~reason ~residence residenceCheck
  xxxx.x.... Application                source stageId stageName stages ~statedContact status ~takeHomes transitions version
  xxxx.x.... Application                waiting
  xxxx...... Application                ~incomingMails ~mails
  xxxx...... Application                notes
  xxx....... Application                possibleCommands scorecardSummary scorecards
  xxxx...... ApplicationConnection      nodes pageInfo
  xxxx...... ApplicationNote            authorId authorName createdAt id text
  xxxx.x.... ApplicationStage           id kind name position skippableIf ~targetDays
  xxxx...... ApplicationSummary         appliedAt candidateId candidateName endedAt enteredStageAt id residenceCheck stageId
  xxxx...... ApplicationSummary         stageName status version
  xxxx.x.... ApplicationTransition      actorKind ~actorName at command ~evidence ~fromStageId ~fromStageName fromStatus
  xxxx.x.... ApplicationTransition      ~passedOver ~reason ~reasonId toStageId toStageName toStatus version
  xxx..x.... AssessedAttribute          ~description id name
  xxx....... AttributeRatings           attributeId name ~ratings
  x......... AuditEvent                 action actor actorId actorKind at detail id subjectId subjectKind
  x......... AuditEventConnection       nodes pageInfo
  xxxxxxx... Availability               limits personId ~turns zone
  xx...x.... Availability               exceptions hours
  xxxx...... Batch                      bound interviews ~without zone
  xxxx...... BatchInterview             applicationId endsAt said seats startsAt
  xxxx...... Board                      cards columns ended postingId slug status title
  xxxx...... BoardCard                  appliedAt candidateId candidateName enteredStageAt id residenceCheck stageId status
  xxxx...... BoardCard                  version waitingFor waitingOn waitingUntil
  xxxx...... BoardColumn                count kind name planVersion stageId ~targetDays
  xx...x.... BusyBlock                  endsAt id ~reason startsAt
  xx...x.... BusyBlocks                 blocks
  xxxx.x.... CandidateApplication       appliedAt id postingId postingTitle stageName status
  xxxx.x.... CandidateContact           country email id ~language links location name phone version zone
  xx........ CandidateHit               applications email id location name
  xxxx...... CandidateLane              hasNamed hours ~taken zone
  xxxx.x.... CandidateProfile           applications ~attachments country createdAt email id links location ~mergedIntoId name
  xxxx.x.... CandidateProfile           ~language phone version zone
  xxxx...... CoreHours                  days end start zone
  xxx.x..... Diagnostic                 code field line message severity
  xxxx...... EndedCounts                hired rejected withdrawn
  xxx.x..... Fact                       column confidence endColumn ~endLine field line rule ~sharedSection text value
  xxx....... FactChange                 before field now
  xxxx...... HiringTeamMember           person personId teamRole
  xx...x.... HoursException             ~ends everybody from id ~name ~starts to
  xxxx...... IncomingMail               answersMailId applicationId ~attachmentIds id kind outcome receivedAt sender
  xxxx...... IncomingMail               subject text
  xxxxxxx... IncomingMailConnection     pageInfo
  xxxx...... IncomingMailConnection     nodes
  xxxx.x.... Interview                  applicationId ~cancelledBy cancelledLate candidateId candidateName candidateZone endsAt
  xxxx.x.... Interview                  id ~meetingUrl postingId postingTitle ~reason seats sequence stageId stageName startsAt
  xxxx.x.... Interview                  ~shiftedClocks state version zone
  xxxxxxx... InterviewLimits            bufferAfterMin bufferBeforeMin ~meetingUrl ~perDay ~perWeek restMin
  xxxx...... InterviewPlan              createdAt id source stages version
  xxxx.x.... InterviewSeat              absent answer ~answeredAt id name part personId ~proposalNote ~proposedAt role seatId ~title
  xxx..x.... InterviewerKit             applicationId attributes candidateName ~cvAttachmentId ~cvFileName interview mayWrite
  xxx..x.... InterviewerKit             ~myScorecard postingTitle purpose ~questions stageId stageName ~takeHome
  xxx..x.... InterviewerKitInterview    endsAt id ~meetingUrl seats startsAt state zone
  xxx..x.... InterviewerKitSeat         interviewSeatId mine personId personName role
  xxxx...... InterviewerLoad            coming comingHere held heldHere name personId targetPerWeek
  xxxxxxx... InterviewerPool            id members name
  x......... LegalHold                  candidateId candidateName placedAt reason
  xxxx...... Loop                       rounds spanMin
  xxxx...... LoopList                   applicationId loops ~without zone
  xxxx...... LoopRound                  endsAt said ~seats stageId stageName startsAt
  xxxx...... Mail                       applicationId attempts audience ~bouncedAt ~calendar decidedAt doubts error heldUntil
  xxxx...... Mail                       id needsAPerson notBefore recipient ~sentAt ~skippedBecause state subject template
  xxxx...... Mail                       templateVersion
  xxxxxxx... MailConnection             pageInfo
  xxxx...... MailConnection             nodes
  xx........ MailPreview                html subject text
  xx........ MailSuppression            address because mailId since ~template
  xx........ MailSuppressionConnection  nodes pageInfo
  xx........ MailTemplateView           audience defaultWords event key languages ~ownWords ~places variables
  xx........ MailVariable               essential kind meaning name optional
  xxxx...... MailWithWords              ~html mail ~text
  xx........ MailWords                  mjml subject text
  xxxx...... MemberLane                 hours load name personId roles taken zone
  xxxx...... MemberObstacles            name personId ~rules
  .....x.... MyInterview                answer interview interviewSeatId kitUrl
  xxxxxxx... MyInterviewPage            pageInfo
  .....x.... MyInterviewPage            nodes
  xxxx...... Opening                    ~filledAt id number status
  xxxxxxxxx. Organization               ~about contactEmail id name slug ~website zone
  xxx....... OvertakenCorrection        action field ~number textBefore textNow value valueBefore valueNow
  .......xx. OwnApplication             appliedAt candidateName enteredStageAt ~expectedBy organization postingSlug
  .......xx. OwnApplication             postingTitle stages status waiting zone
  .......x.. OwnApplication             stageKind stageName
  .......xx. OwnStage                   kind name state
  xxxxxxx... PageInfo                   endCursor hasNextPage
  xxxxxxx... Passkey                    ~createdAt ~id ~lastUsedAt ~name
  xxxxxxx... Person                     email id name role status ~title zone
  xxxxxxx... PersonConnection           nodes pageInfo
  xxx....... PlanMovesPreview           ~mapping more ~moves planVersion
  xxxx...... PlanStage                  durationMin id kind ~kit name position ~seats selfSchedule skippableIf ~takeHome
  xxxx...... PlanStage                  ~targetDays
  xxx.x..... PlanStageDraft             ~durationMin kind name ~seats ~skippableIf ~takeHome ~targetDays
  xxxxxxx... PoolMember                 person personId standing targetPerWeek
  xxxx...... Posting                    category ~closedAt company confidential coreHours createdAt ~employmentTypes id ~includes ~locations
  xxxx...... Posting                    ~onCall openedAt openings ~overtaken plan plans ~processDuration publishProblems
  xxxx...... Posting                    ~questions ~remote ~residence revision slug ~sourcePath status team title version
  xxx....... Posting                    document exported reading revisions salary
  x.xx...... Posting                    myTeamRoles
  xxxxxxx... PostingConnection          pageInfo
  xxxx...... PostingConnection          nodes
  xxx....... PostingExport              ~lost text
  xx........ PostingMailSettings        ~answerDays ~language version
  xxx.x..... PostingPreview             ~pools reading stages
  xxx.x..... PostingReading             ~candidateTime ~category ~company ~coreHours diagnostics documentKind ~employmentTypes
  xxx.x..... PostingReading             ~equity facts ~levels ~locations ~onCall ~otherHours ~otherPostings ~overlap planSource
  xxx.x..... PostingReading             ~processDuration ~remote ~residence ~residencePreferred ~rounds ~salary ~salaryRanges
  xxx.x..... PostingReading             ~sections ~status title
  xxx....... PostingRevision            createdAt createdById ~fileName number
  xxxxxxx... PostingRules               salaryRequired
  xxxx...... PostingTurn                active postingId status title waiting
  x......... PrivacyRequest             ~answer answerBy applicationId askedAt candidateId candidateName candidateVersion id kind ~outcome
  x......... PrivacyRequestConnection   nodes pageInfo
  xxxx...... PromisedAnswer             ~applicationId ~broken ~candidateName ~dueAt ~lateToldAt ~postingId
  xxxx...... PromisedAnswer             ~postingTitle ~since ~stageName
  xxxx...... PublishProblem             code ~field ~line message severity stageId
  xxx....... RecommendationCount        count recommendation
  xxxxxxx... RejectionReason            active id label side
  x......... RetentionDue               candidateId candidateName ~country dueAt endedAt held
  x......... RetentionRule              atLeastDays atMostDays ~country id version
  xxx....... RevisionDocument           createdAt document ~fileName number
  xxx....... RevisionPreview            changes overtaken planChanged postingId status title ~unresolved
  xxx....... RevisionsCompared          after before ~changes
  xxx....... Salary                     currency max min period
  xxxx...... SchedulingRules            ~documentOverlaps ~earliestOn ~familiarity ~hours ~latestOn ~meetingUrlTemplate
  xxxx...... SchedulingRules            ~noticeHours ~overlaps postingId ~reasonableFrom ~reasonableTo version
  xxxx...... SchedulingWeek             applicationId candidate durationMin ~law members noticeUntil stageId stageName version
  xxxx...... SchedulingWeek             zone
  xxx....... Scorecard                  applicationId author id ~interviewId notes ratings recommendation stageId stageName
  xxx....... Scorecard                  state submittedAt ~takeHomeId updatedAt version
  .....x.... ScorecardOwed              applicationId candidateName draftVersion interviewId interviewSeatId postingTitle since
  .....x.... ScorecardOwed              stageId stageName ~takeHomeId
  xxx....... ScorecardRating            attributeId name note rating
  xxxx...... SeatObstacles              members role seatId
  x......... SelfIdentificationForm     ~country id on questions title version
  x......... SelfIdentificationReport   asOf ~questions
  x......... SelfIdentificationSettings forms version
  xxxxxxx... Session                    createdAt current expiresAt id ~userAgent
  xxx.x..... SharedSection              id name ~shownIn text updatedAt version
  xxxx...x.. Slot                       endsAt said startsAt
  xxxx...... Slot                       seats
  xxxx...x.. SlotList                   applicationId count durationMin ~moves ~none slots stageId stageName zone
  xxxx...... SlotSeat                   ~person personId role seatId
  xxxxxxx... Source                     id name
  xxxx...... StageFlow                  kind medianDays name present reached rejected wentOn withdrew
  xxx....... StageMapping               begins fromStageId toStageId
  xxx....... StageScorecards            attributes cardsExpected cardsIn recommendations stageId stageName withheld
  xxxx.x.... TakeHome                   applicationId brief dueAt dueZone ~effortHours extensions id late reviewers sentAt
  xxxx.x.... TakeHome                   stageId stageName status ~submissionAttachmentId ~submissionFileName ~submissionNote
  xxxx.x.... TakeHome                   ~submissionUrl ~submittedAt version
  xxxx...... TakenSpan                  by endsAt startsAt
  xxxxxxx... TeamTurn                   count
  xxxx...... TeamTurn                   applications postings
  xxxx...... TimeSpan                   endsAt startsAt
  xxxx.x.xx. Waiting                    for on
  xxxx.x.x.. Waiting                    until
  xxxx...... WaitingApplication         applicationId candidateName ~lateDays postingId postingTitle since stageName waitingFor
  x......... WebhookDelivery            attempts ~deliveredAt happenedAt id ~lastProblem ~lastStatus ~nextAt state type
  x......... WebhookDeliveryConnection  nodes pageInfo
  x......... WebhookEndpoint            active createdAt events id kind url version
  x......... WebhookEvent               fields type
  xx...x.... WeeklyHours                days ends id starts zone
  xxxx...x.. WhyNotTime                 alternatives message possible ~rules said startsAt
  xxxx...... WhyNotTime                 seats
  xxxx...... ZoneCoverage               changesAt hours hoursAfter zone
`;
