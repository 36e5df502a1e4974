// Written by `npm run web-types`; a test fails when it is behind the schema or the operations.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A member, a candidate by their link, somebody not known yet, or Rounds itself */
export type ActorKind = 'CANDIDATE' | 'STAFF' | 'SYSTEM' | 'VISITOR';

export type AddBusyBlockInput = {
  /** ISO 8601 with an offset, at most 60 days later */
  endsAt: string;
  idempotencyKey?: string | null | undefined;
  /** Oneself if left out; another's for administrators and recruiters */
  personId?: string | number | null | undefined;
  reason?: string | null | undefined;
  /** ISO 8601 with an offset: 2030-03-05T14:00:00Z */
  startsAt: string;
};

export type AddCandidateApplicationInput = {
  answers?: Array<AnswerToQuestionInput> | null | undefined;
  /** The person has agreed that their data are kept for this application */
  consent: boolean;
  contact: ContactDetailsInput;
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
  /** The name of one of the organisation's sources */
  source?: string | null | undefined;
};

export type AddHoursExceptionInput = {
  ends?: string | null | undefined;
  /** For the whole organisation; for administrators and recruiters */
  everybody?: boolean;
  /** YYYY-MM-DD */
  from: string;
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  /** Oneself if left out; another's for administrators and recruiters */
  personId?: string | number | null | undefined;
  /** HH:MM: other hours on these days; away all day if left out */
  starts?: string | null | undefined;
  /** YYYY-MM-DD, included */
  to: string;
};

export type AddNoteInput = {
  applicationId: string | number;
  idempotencyKey?: string | null | undefined;
  text: string;
};

export type AddOpeningsInput = {
  /** 1 to 50 */
  count?: number;
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

export type AddPasskeyInput = {
  /** What you know the device by */
  name: string;
  /** The credential’s `toJSON()` as JSON */
  response: string;
};

export type AddPoolMemberInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  personId: string | number;
  poolId: string | number;
  standing?: PoolStanding;
  /** How many interviews a week they mean to hold, 0 to 50 */
  targetPerWeek?: number;
};

export type AddRejectionReasonInput = {
  label: string;
  side: ReasonSide;
};

export type AddSourceInput = {
  name: string;
};

export type AddWebhookInput = {
  events: Array<string>;
  idempotencyKey?: string | null | undefined;
  kind: WebhookKind;
  /** https://…, in the open internet */
  url: string;
};

export type AnswerPrivacyRequestInput = {
  /** Read by whoever asked; needed to decline */
  answer: string;
  outcome: PrivacyRequestOutcome;
  requestId: string | number;
};

export type AnswerSeatInput = {
  /** ACCEPTED, DECLINED or TENTATIVE */
  answer: SeatAnswer;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  interviewSeatId: string | number;
};

export type AnswerToQuestionInput = {
  questionId: string | number;
  text: string;
};

/** What a person asked of an application; CHANGE_PLAN stands in histories only */
export type ApplicationCommand =
  'ADVANCE' | 'CHANGE_PLAN' | 'HIRE' | 'MOVE_TO_STAGE' | 'REJECT' | 'REOPEN' | 'SEND_BACK' | 'SKIP_STAGE' | 'WITHDRAW';

/** Where an application stands as a whole */
export type ApplicationStatus = 'ACTIVE' | 'HIRED' | 'REJECTED' | 'WITHDRAWN';

/** What a file is for */
export type AttachmentKind = 'CV' | 'OTHER' | 'TAKE_HOME';

export type BeginPasskeyInput = {
  /** Your own, again */
  password: string;
};

export type BookInterviewInput = {
  /** For the team; a candidate's link says it */
  applicationId?: string | number | null | undefined;
  /** The application's version that you saw */
  expectedVersion?: number | null | undefined;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  /** For the team: the address of the video room */
  meetingUrl?: string | null | undefined;
  /** For the team: sets hours, notice and busy times aside, never other interviews; needs a reason */
  override?: boolean | null | undefined;
  reason?: string | null | undefined;
  /** The stage that you saw; refused when the candidate has moved on */
  stageId?: string | number | null | undefined;
  /** ISO 8601 with an offset: 2030-03-05T14:00:00Z */
  startsAt: string;
};

export type BookLoopInput = {
  /** For the team; a candidate's link says it */
  applicationId?: string | number | null | undefined;
  /** The application's version that you saw */
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** ISO 8601 with an offset: one time for each round that is left, in order; a round that has its time already is named with it */
  startsAt: Array<string>;
};

export type CalendarInput = {
  calendarId: string | number;
};

/** ICS is the address of a file; CALDAV that of a calendar on a server, opened with user and password */
export type CalendarKind = 'CALDAV' | 'ICS';

export type CancelInterviewInput = {
  /** The interview's version that you saw; another one is answered with Conflict */
  expectedVersion?: number | null | undefined;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  interviewId: string | number;
  /** The team says why */
  reason?: string | null | undefined;
};

export type CancelOpeningInput = {
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  openingId: string | number;
  postingId: string | number;
};

export type ChangePasswordInput = {
  currentPassword: string;
  /** At least 12 characters */
  newPassword: string;
};

export type ChangeRoleInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  personId: string | number;
  role: Role;
};

export type ChangeWebhookInput = {
  /** Left out: as it is */
  active?: boolean | null | undefined;
  /** Left out: as they are */
  events?: Array<string> | null | undefined;
  expectedVersion: number;
  id: string | number;
  idempotencyKey?: string | null | undefined;
  /** Another secret signs from now on; for a day the one before does too */
  rotateSecret?: boolean;
};

export type CloseCalendarFeedInput = {
  feedId: string | number;
};

export type ConnectCalendarInput = {
  /** https:// or webcal:// */
  address: string;
  kind: CalendarKind;
  /** What to call it */
  name?: string | null | undefined;
  /** Best one made for this program alone */
  password?: string | null | undefined;
  username?: string | null | undefined;
};

/** What a person says of themselves */
export type ContactDetailsInput = {
  /** ISO 3166-1 alpha-2; compared with the posting and shown, never used to reject */
  country?: string | null | undefined;
  email: string;
  /** en or de: in which they want to be written to; left out: as the posting says */
  language?: string | null | undefined;
  /** http or https */
  links?: Array<string> | null | undefined;
  /** Place, in words */
  location?: string | null | undefined;
  name: string;
  phone?: string | null | undefined;
  /** IANA time zone; UTC when not given */
  zone?: string | null | undefined;
};

export type CoreHoursInput = {
  /** MON, TUE, WED, THU, FRI, SAT, SUN; none means Monday to Friday */
  days?: Array<string> | null | undefined;
  /** HH:MM, later than `start`; 24:00 is midnight at the end of the day */
  end: string;
  /** HH:MM */
  start: string;
  /** IANA time zone such as Europe/Athens */
  zone: string;
};

export type CorrectPostingInput = {
  corrections: CorrectionsInput;
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

/** It is right, it is this instead, it is not so */
export type CorrectionAction = 'CHANGE' | 'CONFIRM' | 'DROP';

/** A value corrects a field, null says that the posting has none, what is left out stays as it was read */
export type CorrectionsInput = {
  candidateTime?: string | null | undefined;
  category?: string | null | undefined;
  company?: string | null | undefined;
  /** Fields that were read right */
  confirm?: Array<PostingField> | null | undefined;
  coreHours?: CoreHoursInput | null | undefined;
  employmentTypes?: Array<string> | null | undefined;
  equity?: string | null | undefined;
  levels?: Array<LevelInput> | null | undefined;
  locations?: Array<string> | null | undefined;
  onCall?: string | null | undefined;
  otherHours?: Array<string> | null | undefined;
  overlap?: Array<OverlapRuleInput> | null | undefined;
  processDuration?: string | null | undefined;
  remote?: boolean | null | undefined;
  /** ISO 3166 codes or names of countries and regions */
  residence?: Array<string> | null | undefined;
  /** ISO 3166 codes or names of countries and regions */
  residencePreferred?: Array<string> | null | undefined;
  /** Single rounds, instead of the whole list */
  roundCorrections?: Array<RoundCorrectionInput> | null | undefined;
  rounds?: Array<RoundInput> | null | undefined;
  salary?: SalaryInput | null | undefined;
  salaryRanges?: Array<SalaryRangeInput> | null | undefined;
  title?: string | null | undefined;
};

export type CreatePoolInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  name: string;
};

export type DeleteSharedSectionInput = {
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  sectionId: string | number;
};

/** How much a finding matters */
export type DiagnosticSeverity = 'ERROR' | 'INFO' | 'WARNING';

export type EditKitInput = {
  attributes: Array<KitAttributeInput>;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  purpose: string;
  questions: Array<string>;
  stageId: string | number;
};

export type EditPlanInput = {
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
  /** All stages of the next version, in order */
  stages: Array<StageInput>;
};

export type EraseCandidateInput = {
  candidateId: string | number;
  /** The version you saw */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
};

export type ExportCandidateInput = {
  candidateId: string | number;
};

/** Either dueAt or days */
export type ExtendTakeHomeInput = {
  /** Whole days after the day it is due, or after today when that is past; due at 23:59 in the candidate’s zone */
  days?: number | null | undefined;
  /** Later than the present due date */
  dueAt?: string | null | undefined;
  /** The version you saw; another one is answered with Conflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  takeHomeId: string | number;
};

export type HireApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  openingId: string | number;
};

export type ImportPostingInput = {
  /** Only its hiring team knows of it, from the beginning */
  confidential?: boolean | null | undefined;
  corrections?: CorrectionsInput | null | undefined;
  /** Markdown, at most 1 MiB */
  document: string;
  fileName?: string | null | undefined;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
};

/** Somebody’s REPLY, a machine’s AUTO_REPLY, a report that a mail came back (BOUNCE) or is late (DELAY), an answer of a CALENDAR */
export type IncomingMailKind = 'AUTO_REPLY' | 'BOUNCE' | 'CALENDAR' | 'DELAY' | 'REPLY';

/** Where an interview stands */
export type InterviewState = 'CANCELLED' | 'COMPLETED' | 'CONFIRMED' | 'HELD' | 'NO_SHOW';

export type InvitePersonInput = {
  email: string;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  name: string;
  role: Role;
};

export type KitAttributeInput = {
  description?: string | null | undefined;
  /** Leave it out for a new one */
  id?: string | number | null | undefined;
  name: string;
};

export type LevelInput = {
  extends?: string | null | undefined;
  name: string;
};

export type LiftMailSuppressionInput = {
  address: string;
  idempotencyKey?: string | null | undefined;
  /** The mail that the address does without; null: what ended all mails to it */
  template?: string | null | undefined;
};

/** CANDIDATE, the hiring TEAM, or a PERSON about their account */
export type MailAudience = 'CANDIDATE' | 'PERSON' | 'TEAM';

export type MailFilterInput = {
  postingId?: string | number | null | undefined;
  /** In any state if left out */
  states?: Array<MailState> | null | undefined;
};

export type MailIdInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

/** DECIDED, RELAYED and SENDING are on their way; IN_DOUBT may have arrived; BOUNCED came back; SKIPPED was decided against, SUPERSEDED taken back in time */
export type MailState = 'BOUNCED' | 'DECIDED' | 'FAILED' | 'IN_DOUBT' | 'RELAYED' | 'SENDING' | 'SENT' | 'SKIPPED' | 'SUPERSEDED';

export type MailUndoInput = {
  /** A key of mailTemplates */
  key: string;
  /** 0 to 86400 */
  seconds: number;
};

/** What a person found out about a mail in doubt */
export type MailVerdict = 'ARRIVED' | 'SEND_AGAIN';

export type MakeApiTokenInput = {
  /** 1 to 366 */
  expiresInDays: number;
  /** What it is for */
  name: string;
  /** Your own, again */
  password: string;
  scopes: Array<TokenScope>;
};

export type MergeCandidatesInput = {
  /** The record that stays */
  keepId: string | number;
  /** The record whose applications and files go to the other */
  mergeId: string | number;
};

export type MoveApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  /** Any later stage; without it the next one */
  stageId?: string | number | null | undefined;
};

export type MoveToPresentPlanInput = {
  /** The version of the plan you decided on */
  expectedPlanVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  /** Who stands in any other stage stays */
  mapping: Array<StageMappingInput>;
  postingId: string | number;
};

export type OnCallTurnInput = {
  days: Array<string>;
  /** BUSY or AVOID */
  effect?: string;
  ends: string;
  everyWeeks?: number;
  /** Any day of a week in which it is their turn, YYYY-MM-DD */
  firstWeek: string;
  starts: string;
  zone: string;
};

export type OpenCalendarFeedInput = {
  /** A posting's interviews; one's own if left out */
  postingId?: string | number | null | undefined;
};

/** Whether somebody can be hired into it */
export type OpeningStatus = 'CANCELLED' | 'FILLED' | 'OPEN';

export type OverlapRuleInput = {
  /** Such as UTC-3 */
  from?: string | null | undefined;
  hours?: number | null | undefined;
  text: string;
  to?: string | null | undefined;
  /** IANA time zone */
  zone?: string | null | undefined;
};

/** One person, for a command that needs nothing more */
export type PersonInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  personId: string | number;
};

/** INVITED has not chosen a password yet; DISABLED may not sign in and stays on record */
export type PersonStatus = 'ACTIVE' | 'DISABLED' | 'INVITED';

export type PlaceLegalHoldInput = {
  candidateId: string | number;
  /** Such as the number of the case; at most 500 characters */
  reason: string;
};

/** MOVES: stands in the new stage and goes on from there. BEGINS: enters it, its work begins. STAYS: on the plan they entered */
export type PlanMoveOutcome = 'BEGINS' | 'MOVES' | 'STAYS';

/** DOCUMENT: the posting tells it; DEFAULT: the posting tells none, so it is the organisation's own; EDITED: a person made it */
export type PlanSource = 'DEFAULT' | 'DOCUMENT' | 'EDITED';

/** NOT_MAPPED: nobody said where their stage leads. OPEN_WORK: an invitation, interview or take-home is not over */
export type PlanStayReason = 'NOT_MAPPED' | 'OPEN_WORK';

export type PoolMemberInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  personId: string | number;
  poolId: string | number;
};

/** TRAINED members fill seats. SHADOW sits beside the interviewer, REVERSE_SHADOW interviews with the interviewer beside; neither keeps a time from being offered */
export type PoolStanding = 'REVERSE_SHADOW' | 'SHADOW' | 'TRAINED';

/** A change of one posting */
export type PostingChangeInput = {
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

/** What is read from a document */
export type PostingField =
  | 'candidateTime'
  | 'category'
  | 'company'
  | 'coreHours'
  | 'employmentTypes'
  | 'equity'
  | 'levels'
  | 'locations'
  | 'onCall'
  | 'otherHours'
  | 'overlap'
  | 'processDuration'
  | 'remote'
  | 'residence'
  | 'residencePreferred'
  | 'rounds'
  | 'salary'
  | 'salaryRanges'
  | 'status'
  | 'title';

export type PostingQuestionInput = {
  /** Letters, digits, hyphens and underscores; keep it while the question means the same */
  id: string;
  kind: QuestionKind;
  label: string;
  required: boolean;
};

/** DRAFT waits for a person, OPEN takes applications, CLOSED takes none and goes on with those it has, ARCHIVED is out of the way */
export type PostingStatus = 'ARCHIVED' | 'CLOSED' | 'DRAFT' | 'OPEN';

/** Parts that are left out are taken as they are in use */
export type PreviewMailInput = {
  key: string;
  /** en or de; en if left out */
  language?: string | null | undefined;
  /** A mail of this kind that was decided: shown as it would read to its reader */
  likeMailId?: string | number | null | undefined;
  mjml?: string | null | undefined;
  /** For mails about this posting alone */
  postingId?: string | number | null | undefined;
  /** For mails about this stage of the posting alone: its name */
  stage?: string | null | undefined;
  subject?: string | null | undefined;
  text?: string | null | undefined;
};

/** A copy of everything that is known of the person, or that it be erased */
export type PrivacyRequestKind = 'ACCESS' | 'ERASURE';

export type PrivacyRequestOutcome = 'DECLINED' | 'DONE';

export type PublishPostingInput = {
  /** Open it in spite of warnings */
  confirm?: boolean | null | undefined;
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

/** REFUSES must be corrected; WARNS may be confirmed */
export type PublishProblemSeverity = 'REFUSES' | 'WARNS';

/** How a question is answered */
export type QuestionKind = 'LINK' | 'LONG_TEXT' | 'TEXT' | 'YES_NO';

export type RatingInput = {
  /** An attribute of the stage’s kit */
  attributeId: string | number;
  /** At most 2,000 characters */
  note?: string | null | undefined;
  /** 1 to 4 */
  rating: number;
};

/** Who ended it */
export type ReasonSide = 'THEY_WITHDREW' | 'WE_REJECTED';

/** What the author would do; NO_DECISION says that they cannot tell */
export type Recommendation = 'NO' | 'NO_DECISION' | 'STRONG_NO' | 'STRONG_YES' | 'YES';

export type RejectApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  /** For the team; the candidate does not see it */
  note?: string | null | undefined;
  /** From rejectionReasons, side WE_REJECTED */
  reasonId: string | number;
};

export type ReleaseLegalHoldInput = {
  candidateId: string | number;
};

export type RemoveBusyBlockInput = {
  busyBlockId: string | number;
};

export type RemoveHoursExceptionInput = {
  exceptionId: string | number;
};

export type RemovePasskeyInput = {
  id: string | number;
};

export type RemoveRetentionRuleInput = {
  expectedVersion: number;
  ruleId: string | number;
};

export type ReopenApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  reason: string;
};

export type ReplaceSeatInput = {
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  interviewSeatId: string | number;
  /** For the team: sets hours and busy times aside, never other interviews; needs a reason */
  override?: boolean | null | undefined;
  /** A member of the seat's pool; the least loaded who is free if left out */
  personId?: string | number | null | undefined;
  reason?: string | null | undefined;
};

export type RequestInterviewInput = {
  applicationId: string | number;
  /** The application's version that you saw */
  expectedVersion?: number | null | undefined;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
};

export type RequestLoopInput = {
  applicationId: string | number;
  /** The application's version that you saw */
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** 1 to 28: the whole loop within so many days */
  longestDays?: number | null | undefined;
  /** ANY, SAME_DAY or SPREAD (each on a day of its own) */
  pace?: string | null | undefined;
};

export type RescheduleInterviewInput = {
  /** The interview's version that you saw; another one is answered with Conflict */
  expectedVersion?: number | null | undefined;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  interviewId: string | number;
  /** As for bookInterview */
  override?: boolean | null | undefined;
  /** The team says why */
  reason?: string | null | undefined;
  /** ISO 8601 with an offset: 2030-03-05T14:00:00Z */
  startsAt: string;
};

export type ResetMailTemplateInput = {
  /** The version in use */
  expectedVersion: number;
  idempotencyKey?: string | null | undefined;
  key: string;
  /** en or de; en if left out */
  language?: string | null | undefined;
  /** For mails about this posting alone */
  postingId?: string | number | null | undefined;
  /** For mails about this stage of the posting alone: its name */
  stage?: string | null | undefined;
};

/** Whether the country stated by the candidate is within the posting's residence; shown, never used to reject */
export type ResidenceCheck = 'INSIDE' | 'OUTSIDE' | 'UNKNOWN';

/** Decides corrections that the document contradicts; name each field once */
export type ResolveCorrectionsInput = {
  /** The document is right */
  accept?: Array<PostingField>;
  /** Of single rounds, by `OvertakenCorrection.number` */
  acceptRounds?: Array<number>;
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  /** What was corrected holds on, against the document */
  keep?: Array<PostingField>;
  /** Of single rounds, by `OvertakenCorrection.number` */
  keepRounds?: Array<number>;
  postingId: string | number;
};

export type RetryMailInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type ReviewerInput = {
  idempotencyKey?: string | null | undefined;
  personId: string | number;
  takeHomeId: string | number;
};

export type RevisePostingInput = {
  /** Markdown, at most 1 MiB; the same again is read anew */
  document: string;
  /** The version you decided on */
  expectedVersion: number;
  fileName?: string | null | undefined;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

export type RevokeApiTokenInput = {
  id: string | number;
};

export type RevokeSessionInput = {
  sessionId: string | number;
};

/** What a member may do in all of the organisation */
export type Role = 'ADMIN' | 'HIRING_MANAGER' | 'INTERVIEWER' | 'RECRUITER';

/** It is right, it is different, it is none, it is missing */
export type RoundCorrectionAction = 'ADD' | 'CHANGE' | 'CONFIRM' | 'DROP';

/** One round of those that the reading shows: it was read right, some of it is different, it is none; or one that the document does not tell. It holds in the next document as long as that tells the round alike */
export type RoundCorrectionInput = {
  action: RoundCorrectionAction;
  /** `order` of the round behind which one is added; 0 is before all */
  after?: number | null | undefined;
  /** `order` of the round, to confirm, change or drop it */
  round?: number | null | undefined;
  /** To change a round, or to add one with a name and a kind */
  value?: RoundPartsInput | null | undefined;
};

export type RoundInput = {
  async?: boolean | null | undefined;
  durationMax?: number | null | undefined;
  durationMin?: number | null | undefined;
  kind: StageKind;
  name: string;
  optional?: boolean | null | undefined;
  seats?: Array<RoundSeatInput> | null | undefined;
  skippableIf?: string | null | undefined;
};

/** What of a round is different; what is left out stays as it is */
export type RoundPartsInput = {
  async?: boolean | null | undefined;
  durationMax?: number | null | undefined;
  /** Minutes; null for none */
  durationMin?: number | null | undefined;
  kind?: StageKind | null | undefined;
  name?: string | null | undefined;
  optional?: boolean | null | undefined;
  seats?: Array<RoundSeatInput> | null | undefined;
  /** When it may be skipped; null for never */
  skippableIf?: string | null | undefined;
};

export type RoundSeatInput = {
  /** The roles of which any one can take it; none means its own */
  pool?: Array<string> | null | undefined;
  role: string;
};

export type SalaryInput = {
  /** ISO 4217 */
  currency?: string | null | undefined;
  max?: number | null | undefined;
  min?: number | null | undefined;
  period?: SalaryPeriod | null | undefined;
};

/** For how much work the amounts are paid */
export type SalaryPeriod = 'DAY' | 'HOUR' | 'MONTH' | 'WEEK' | 'YEAR';

export type SalaryRangeInput = {
  /** ISO 4217 */
  currency?: string | null | undefined;
  /** What it is for */
  label?: string | null | undefined;
  max?: number | null | undefined;
  min?: number | null | undefined;
  period?: SalaryPeriod | null | undefined;
};

export type SaveMailSettingsInput = {
  /** 1 to 60 working days; null: nothing is promised; left out: as it was */
  answerDays?: number | null | undefined;
  /** 0 where the organisation had no settings of its own */
  expectedVersion: number;
  idempotencyKey?: string | null | undefined;
  /** en or de; null is en; left out: as it was */
  language?: string | null | undefined;
  /** HH:MM; both or neither */
  quietFrom?: string | null | undefined;
  quietUntil?: string | null | undefined;
  undoByMail?: Array<MailUndoInput> | null | undefined;
  /** 0 to 86400; 0: nothing can be taken back */
  undoSeconds: number;
};

export type SaveMailTemplateInput = {
  /** The version in use in this place; 0 where there is none */
  expectedVersion: number;
  idempotencyKey?: string | null | undefined;
  key: string;
  /** en or de; en if left out */
  language?: string | null | undefined;
  /** MJML with Liquid: what goes into the layout, or a whole <mjml> document */
  mjml: string;
  /** For mails about this posting alone */
  postingId?: string | number | null | undefined;
  /** For mails about this stage of the posting alone: its name */
  stage?: string | null | undefined;
  /** Liquid, one line, at most 300 characters */
  subject: string;
  /** Liquid; the footer is added */
  text: string;
};

export type SavePostingMailSettingsInput = {
  /** 0 to 60 working days; null: the organisation’s; 0: nothing is promised */
  answerDays?: number | null | undefined;
  /** 0 where the posting said nothing */
  expectedVersion: number;
  idempotencyKey?: string | null | undefined;
  /** en or de; null: the organisation’s */
  language?: string | null | undefined;
  postingId: string | number;
};

export type SaveSharedSectionInput = {
  /** The version you decided on; leave it out for a new section */
  expectedVersion?: number | null | undefined;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  name: string;
  /** Markdown, at most 256 KiB */
  text: string;
};

export type ScheduleMailInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
  /** ISO instant within 30 days; left out: now */
  sendAt?: string | null | undefined;
};

/** The whole card: what is left out is empty */
export type ScorecardInput = {
  applicationId: string | number;
  /** The version you saw, 0 when none was saved yet; another one is answered with Conflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  /** At most 20,000 characters */
  notes?: string | null | undefined;
  ratings?: Array<RatingInput> | null | undefined;
  /** Needed to submit */
  recommendation?: Recommendation | null | undefined;
  stageId: string | number;
};

/** A DRAFT is seen by its author alone */
export type ScorecardState = 'DRAFT' | 'SUBMITTED';

/** Whether an interviewer comes */
export type SeatAnswer = 'ACCEPTED' | 'DECLINED' | 'PENDING' | 'TENTATIVE';

export type SeatInput = {
  poolId?: string | number | null | undefined;
  /** Who sits here */
  role: string;
};

export type SendBackApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  reason: string;
  /** An earlier stage; without it back to received */
  stageId?: string | number | null | undefined;
};

export type SetInterviewLimitsInput = {
  bufferAfterMin?: number | null | undefined;
  /** 0 to 120 minutes; everybody's if left out */
  bufferBeforeMin?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  meetingUrl?: string | null | undefined;
  /** 0 to 20; no limit if left out */
  perDay?: number | null | undefined;
  /** 0 to 60; no limit if left out */
  perWeek?: number | null | undefined;
  /** Oneself if left out; another's for administrators and recruiters */
  personId?: string | number | null | undefined;
  /** 0 to 480 minutes */
  restMin?: number;
};

export type SetOnCallTurnsInput = {
  idempotencyKey?: string | null | undefined;
  /** Oneself if left out; another's for administrators and recruiters */
  personId?: string | number | null | undefined;
  /** All of them, at most 20; what was there before is replaced */
  turns: Array<OnCallTurnInput>;
};

export type SetPostingConfidentialInput = {
  confidential: boolean;
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
};

export type SetPostingQuestionsInput = {
  /** The version you decided on */
  expectedVersion: number;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  postingId: string | number;
  /** At most 20, in order */
  questions: Array<PostingQuestionInput>;
};

export type SetRejectionReasonActiveInput = {
  active: boolean;
  reasonId: string | number;
};

export type SetRetentionRuleInput = {
  atLeastDays: number;
  /** Without it nobody is erased */
  atMostDays?: number | null | undefined;
  /** ISO 3166-1; without it the rule for every other country */
  country?: string | null | undefined;
  /** The version you saw; 0 where there was no rule */
  expectedVersion: number;
};

export type SetSelfIdentificationInput = {
  /** The version you saw; 0 where nothing was ever set */
  expectedVersion: number;
  /** Ids of the forms that are asked; none asks nobody */
  forms: Array<string>;
};

export type SetWeeklyHoursInput = {
  /** All of them, at most 50; what was there before is replaced */
  hours: Array<WeeklyHoursInput>;
  idempotencyKey?: string | null | undefined;
  /** Oneself if left out; another's for administrators and recruiters */
  personId?: string | number | null | undefined;
};

export type SettleInterviewInput = {
  /** The interview's version that you saw; another one is answered with Conflict */
  expectedVersion?: number | null | undefined;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  interviewId: string | number;
};

export type SettleMailInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
  verdict: MailVerdict;
};

export type SettleTimeProposalInput = {
  interviewSeatId: string | number;
};

export type SettleTimeWishInput = {
  applicationId: string | number;
};

export type SkipStageInput = {
  applicationId: string | number;
  /** A link or text that shows why the stage may be skipped */
  evidence: string;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  reason: string;
};

export type StageInput = {
  durationMin?: number | null | undefined;
  /** Whose kit it takes over; without it, that of the stage of its kind and name */
  fromStageId?: string | number | null | undefined;
  kind: StageKind;
  name: string;
  seats: Array<SeatInput>;
  /** The candidate picks the time alone */
  selfSchedule: boolean;
  skippableIf?: string | null | undefined;
  takeHome?: TakeHomeTermsInput | null | undefined;
  targetDays?: number | null | undefined;
};

/** What happens in a stage */
export type StageKind = 'INTERVIEW' | 'OFFER' | 'PANEL' | 'SCREEN' | 'TAKE_HOME' | 'TECHNICAL';

/** Where those who stand in a stage of an older plan shall stand */
export type StageMappingInput = {
  /** Begin the new stage: what is open is cancelled, its work begins, and the candidate is told. Otherwise who has open work stays */
  begins?: boolean;
  /** Null is received, before the first stage */
  fromStageId?: string | number | null | undefined;
  /** A stage of the present plan; null is received */
  toStageId?: string | number | null | undefined;
};

/** SENT is with the candidate; SUBMITTED was handed in and stays; CANCELLED is not wanted any more */
export type TakeHomeStatus = 'CANCELLED' | 'SENT' | 'SUBMITTED';

export type TakeHomeTermsInput = {
  dueDays?: number | null | undefined;
  effortHours?: number | null | undefined;
};

export type TeamMemberInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  personId: string | number;
  postingId: string | number;
  teamRole: TeamRole;
};

/** What a person is in one posting's hiring team */
export type TeamRole = 'COORDINATOR' | 'HIRING_MANAGER' | 'INTERVIEWER' | 'RECRUITER';

/** What a token opens within what its person may: READ questions, the others deeds about what they name */
export type TokenScope = 'HIRING' | 'MAIL' | 'POSTINGS' | 'READ';

export type UpdateCandidateInput = {
  candidateId: string | number;
  contact: ContactDetailsInput;
  expectedVersion: number;
};

/** What is left out stays as it is */
export type UpdateMyProfileInput = {
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  /** Job title; empty removes it */
  title?: string | null | undefined;
  /** IANA time zone such as Europe/Athens */
  zone?: string | null | undefined;
};

/** What is left out stays as it is */
export type UpdateOrganizationInput = {
  about?: string | null | undefined;
  contactEmail?: string | null | undefined;
  /** Send the same key again to be sure that it happens once */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  /** A whole web address; empty removes it */
  website?: string | null | undefined;
  /** IANA time zone such as Europe/Athens */
  zone?: string | null | undefined;
};

/** What they are waited for to do */
export type WaitingFor = 'FEEDBACK' | 'INTERVIEW' | 'NOTHING' | 'OFFER' | 'REVIEW' | 'SCHEDULING' | 'TAKE_HOME' | 'TIME_CHOICE';

/** Whose turn it is */
export type WaitingOn = 'BOTH' | 'CANDIDATE' | 'NOBODY' | 'TEAM';

export type WebhookDeliveryState = 'DELIVERED' | 'FAILED' | 'PENDING';

export type WebhookIdInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

/** SIGNED as the Standard Webhooks specification has it; CHAT as a line for Slack and those that take the same */
export type WebhookKind = 'CHAT' | 'SIGNED';

export type WeeklyHoursInput = {
  /** MON, TUE, WED, THU, FRI, SAT, SUN */
  days: Array<string>;
  ends: string;
  starts: string;
  zone: string;
};

export type WithdrawApplicationInput = {
  applicationId: string | number;
  /** The version you saw; another one is answered with ApplicationConflict */
  expectedVersion: number;
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  reason?: string | null | undefined;
  /** From rejectionReasons, side THEY_WITHDREW */
  reasonId?: string | number | null | undefined;
};

export type BoardChangedSubscriptionVariables = Exact<{
  postingId: string | number;
}>;

export type BoardChangedSubscription = { boardChanged: { at: string } };

export type FrameQueryVariables = Exact<{ [key: string]: never }>;

export type FrameQuery = {
  viewer: { id: string; name: string; email: string; role: Role; zone: string; title: string } | null;
  organization: { id: string; name: string; slug: string; zone: string };
};

export type PaletteCandidatesQueryVariables = Exact<{
  query: string;
}>;

export type PaletteCandidatesQuery = {
  searchCandidates: Array<{
    id: string;
    name: string;
    applications: Array<{ id: string; postingTitle: string; stageName: string | null; status: ApplicationStatus }>;
  }>;
};

export type PostingNamesQueryVariables = Exact<{ [key: string]: never }>;

export type PostingNamesQuery = {
  postings: { nodes: Array<{ id: string; title: string | null; status: PostingStatus; myTeamRoles: Array<TeamRole> }> };
};

export type ApplicationQueryVariables = Exact<{
  id: string | number;
}>;

export type ApplicationQuery = {
  application: {
    id: string;
    version: number;
    status: ApplicationStatus;
    stageId: string | null;
    stageName: string | null;
    appliedAt: string;
    enteredStageAt: string;
    endedAt: string | null;
    consentedAt: string;
    country: string | null;
    source: string | null;
    postingId: string;
    postingTitle: string;
    openingId: string | null;
    possibleCommands: Array<ApplicationCommand>;
    residence: Array<string>;
    residenceCheck: ResidenceCheck;
    reason: { id: string; label: string } | null;
    waiting: { on: WaitingOn; for: WaitingFor; until: string | null };
    stages: Array<{
      id: string;
      name: string;
      kind: string;
      position: number;
      skippableIf: string | null;
      targetDays: number | null;
    }>;
    candidate: {
      id: string;
      name: string;
      email: string;
      phone: string;
      location: string;
      country: string | null;
      zone: string;
      links: Array<string>;
      version: number;
    };
    answers: Array<{ questionId: string; label: string; kind: string; text: string }>;
    attachments: Array<{
      id: string;
      fileName: string;
      contentType: string;
      kind: AttachmentKind;
      sizeBytes: number;
      createdAt: string;
    }>;
    notes: Array<{ id: string; authorName: string; createdAt: string; text: string }>;
    transitions: Array<{
      version: number;
      at: string;
      command: ApplicationCommand;
      actorKind: string;
      actorName: string | null;
      fromStageId: string | null;
      fromStageName: string | null;
      toStageId: string | null;
      toStageName: string | null;
      fromStatus: ApplicationStatus;
      toStatus: ApplicationStatus;
      reason: string | null;
      reasonId: string | null;
      evidence: string | null;
      passedOver: Array<string>;
    }>;
    interviews: Array<{
      id: string;
      version: number;
      applicationId: string;
      stageId: string;
      stageName: string;
      state: InterviewState;
      startsAt: string;
      endsAt: string;
      zone: string;
      candidateZone: string;
      meetingUrl: string | null;
      reason: string;
      seats: Array<{ id: string; personId: string; name: string; role: string; title: string; answer: SeatAnswer }>;
    }>;
    takeHomes: Array<{
      id: string;
      version: number;
      status: TakeHomeStatus;
      stageId: string;
      stageName: string;
      brief: string;
      sentAt: string;
      dueAt: string;
      dueZone: string;
      late: boolean;
      submittedAt: string | null;
      submissionUrl: string | null;
      submissionNote: string;
      submissionFileName: string | null;
      submissionAttachmentId: string | null;
      extensions: number;
      reviewers: Array<{ id: string; name: string }>;
    }>;
    scorecards: Array<{
      id: string;
      stageId: string;
      stageName: string;
      state: ScorecardState;
      recommendation: Recommendation | null;
      notes: string;
      submittedAt: string | null;
      author: { id: string; name: string };
      ratings: Array<{ attributeId: string; name: string; rating: number; note: string }>;
    }>;
    scorecardSummary: Array<{
      stageId: string;
      stageName: string;
      cardsIn: number;
      cardsExpected: number;
      withheld: number;
      recommendations: Array<{ recommendation: Recommendation; count: number }>;
      attributes: Array<{
        attributeId: string;
        name: string;
        ratings: Array<{ rating: number; note: string; author: { id: string; name: string } }>;
      }>;
    }> | null;
    mails: Array<{
      id: string;
      applicationId: string;
      template: string;
      subject: string;
      audience: MailAudience;
      recipient: string;
      state: MailState;
      decidedAt: string;
      sentAt: string | null;
      notBefore: string;
      heldUntil: string | null;
      skippedBecause: string | null;
      error: string | null;
      needsAPerson: boolean;
    }> | null;
  };
};

export type InterviewSeenFragment = {
  id: string;
  version: number;
  applicationId: string;
  stageId: string;
  stageName: string;
  state: InterviewState;
  startsAt: string;
  endsAt: string;
  zone: string;
  candidateZone: string;
  meetingUrl: string | null;
  reason: string;
  seats: Array<{ id: string; personId: string; name: string; role: string; title: string; answer: SeatAnswer }>;
};

export type OpenOpeningsQueryVariables = Exact<{
  postingId: string | number;
}>;

export type OpenOpeningsQuery = {
  posting: { id: string; openings: Array<{ id: string; number: number; status: OpeningStatus }> };
};

export type TeamSlotsQueryVariables = Exact<{
  applicationId: string | number;
  zone?: string | null | undefined;
}>;

export type TeamSlotsQuery = {
  slots:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'SlotList';
        stageId: string;
        stageName: string;
        durationMin: number;
        count: number;
        moves: string | null;
        slots: Array<{ startsAt: string; endsAt: string; seats: Array<{ seatId: string; personId: string; role: string }> }>;
        none: {
          message: string;
          blocks: Array<{ code: string; message: string }>;
          relaxations: Array<{ change: string; count: number; message: string }>;
          waysOut: Array<{ count: number; message: string }>;
        } | null;
      };
};

type SlotsFound_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type SlotsFound_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type SlotsFound_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

type SlotsFound_SlotList_Fragment = {
  __typename: 'SlotList';
  stageId: string;
  stageName: string;
  durationMin: number;
  count: number;
  moves: string | null;
  slots: Array<{ startsAt: string; endsAt: string; seats: Array<{ seatId: string; personId: string; role: string }> }>;
  none: {
    message: string;
    blocks: Array<{ code: string; message: string }>;
    relaxations: Array<{ change: string; count: number; message: string }>;
    waysOut: Array<{ count: number; message: string }>;
  } | null;
};

export type SlotsFoundFragment =
  SlotsFound_Conflict_Fragment | SlotsFound_InvalidInput_Fragment | SlotsFound_Refused_Fragment | SlotsFound_SlotList_Fragment;

type BookingOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type BookingOutcome_InterviewPayload_Fragment = { __typename: 'InterviewPayload'; interviewId: string };

type BookingOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type BookingOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

type BookingOutcome_SlotUnavailable_Fragment = { __typename: 'SlotUnavailable'; code: string; message: string };

export type BookingOutcomeFragment =
  | BookingOutcome_Conflict_Fragment
  | BookingOutcome_InterviewPayload_Fragment
  | BookingOutcome_InvalidInput_Fragment
  | BookingOutcome_Refused_Fragment
  | BookingOutcome_SlotUnavailable_Fragment;

export type BookInterviewMutationVariables = Exact<{
  input: BookInterviewInput;
}>;

export type BookInterviewMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SlotUnavailable'; code: string; message: string };
};

export type RescheduleInterviewMutationVariables = Exact<{
  input: RescheduleInterviewInput;
}>;

export type RescheduleInterviewMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SlotUnavailable'; code: string; message: string };
};

type InterviewOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type InterviewOutcome_InterviewPayload_Fragment = { __typename: 'InterviewPayload'; interviewId: string };

type InterviewOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type InterviewOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type InterviewOutcomeFragment =
  | InterviewOutcome_Conflict_Fragment
  | InterviewOutcome_InterviewPayload_Fragment
  | InterviewOutcome_InvalidInput_Fragment
  | InterviewOutcome_Refused_Fragment;

export type CancelInterviewMutationVariables = Exact<{
  input: CancelInterviewInput;
}>;

export type CancelInterviewMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type MarkNoShowMutationVariables = Exact<{
  input: SettleInterviewInput;
}>;

export type MarkNoShowMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RequestInterviewMutationVariables = Exact<{
  input: RequestInterviewInput;
}>;

export type RequestInterviewMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'RequestInterviewPayload'; expiresAt: string };
};

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;

export type AddNoteMutation = {
  result:
    | { __typename: 'AddNotePayload'; noteId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ExtendTakeHomeMutationVariables = Exact<{
  input: ExtendTakeHomeInput;
}>;

export type ExtendTakeHomeMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'TakeHomePayload'; takeHome: { id: string; dueAt: string } };
};

export type MailWithWordsQueryVariables = Exact<{
  id: string | number;
}>;

export type MailWithWordsQuery = {
  mail: { text: string | null; mail: { id: string; subject: string; recipient: string; state: MailState } };
};

export type PreviewMailQueryVariables = Exact<{
  input: PreviewMailInput;
}>;

export type PreviewMailQuery = {
  previewMail:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MailPreview'; subject: string; text: string; html: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type WhyNotThisTimeQueryVariables = Exact<{
  applicationId: string | number;
  startsAt: string;
  zone?: string | null | undefined;
}>;

export type WhyNotThisTimeQuery = {
  whyNotThisTime:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'WhyNotTime';
        possible: boolean;
        message: string;
        said: string;
        seats: Array<{
          seatId: string;
          role: string;
          members: Array<{ personId: string; name: string; rules: Array<{ code: string; message: string }> }>;
        }>;
        alternatives: Array<{ startsAt: string; said: string }>;
      };
};

export type AssignReviewerMutationVariables = Exact<{
  input: ReviewerInput;
}>;

export type AssignReviewerMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'TakeHomePayload'; takeHome: { id: string } };
};

export type RemoveReviewerMutationVariables = Exact<{
  input: ReviewerInput;
}>;

export type RemoveReviewerMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'TakeHomePayload'; takeHome: { id: string } };
};

type TakeHomeOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type TakeHomeOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type TakeHomeOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

type TakeHomeOutcome_TakeHomePayload_Fragment = { __typename: 'TakeHomePayload'; takeHome: { id: string } };

export type TakeHomeOutcomeFragment =
  | TakeHomeOutcome_Conflict_Fragment
  | TakeHomeOutcome_InvalidInput_Fragment
  | TakeHomeOutcome_Refused_Fragment
  | TakeHomeOutcome_TakeHomePayload_Fragment;

export type ReplaceSeatMutationVariables = Exact<{
  input: ReplaceSeatInput;
}>;

export type ReplaceSeatMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SlotUnavailable'; code: string; message: string };
};

export type BoardQueryVariables = Exact<{
  postingId: string | number;
}>;

export type BoardQuery = {
  board: {
    postingId: string;
    title: string;
    status: string;
    columns: Array<{
      stageId: string | null;
      name: string;
      kind: string | null;
      count: number;
      planVersion: number;
      targetDays: number | null;
    }>;
    cards: Array<{
      id: string;
      candidateId: string;
      candidateName: string;
      appliedAt: string;
      enteredStageAt: string;
      stageId: string | null;
      status: ApplicationStatus;
      version: number;
      waitingFor: WaitingFor;
      waitingOn: WaitingOn;
      waitingUntil: string | null;
      residenceCheck: ResidenceCheck;
    }>;
    ended: { hired: number; rejected: number; withdrawn: number };
  };
};

export type BoardMailsQueryVariables = Exact<{
  postingId: string | number;
}>;

export type BoardMailsQuery = {
  pendingMails: {
    nodes: Array<{ id: string; applicationId: string; subject: string; recipient: string; notBefore: string }>;
    pageInfo: { hasNextPage: boolean };
  };
};

export type StandingFragment = {
  id: string;
  status: ApplicationStatus;
  stageId: string | null;
  stageName: string | null;
  enteredStageAt: string;
  version: number;
};

type MoveOutcome_ApplicationConflict_Fragment = {
  __typename: 'ApplicationConflict';
  message: string;
  presentVersion: number;
  code: string;
  application: {
    id: string;
    status: ApplicationStatus;
    stageId: string | null;
    stageName: string | null;
    enteredStageAt: string;
    version: number;
  };
};

type MoveOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type MoveOutcome_MovePayload_Fragment = {
  __typename: 'MovePayload';
  postingClosed: boolean;
  application: {
    id: string;
    status: ApplicationStatus;
    stageId: string | null;
    stageName: string | null;
    enteredStageAt: string;
    version: number;
  };
  transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
};

type MoveOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type MoveOutcomeFragment =
  | MoveOutcome_ApplicationConflict_Fragment
  | MoveOutcome_InvalidInput_Fragment
  | MoveOutcome_MovePayload_Fragment
  | MoveOutcome_Refused_Fragment;

export type RejectionReasonsQueryVariables = Exact<{ [key: string]: never }>;

export type RejectionReasonsQuery = { rejectionReasons: Array<{ id: string; label: string; side: ReasonSide; active: boolean }> };

export type MoveApplicationMutationVariables = Exact<{
  input: MoveApplicationInput;
}>;

export type MoveApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SendBackApplicationMutationVariables = Exact<{
  input: SendBackApplicationInput;
}>;

export type SendBackApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RejectApplicationMutationVariables = Exact<{
  input: RejectApplicationInput;
}>;

export type RejectApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SkipStageMutationVariables = Exact<{
  input: SkipStageInput;
}>;

export type SkipStageMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type HireApplicationMutationVariables = Exact<{
  input: HireApplicationInput;
}>;

export type HireApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type WithdrawApplicationMutationVariables = Exact<{
  input: WithdrawApplicationInput;
}>;

export type WithdrawApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ReopenApplicationMutationVariables = Exact<{
  input: ReopenApplicationInput;
}>;

export type ReopenApplicationMutation = {
  result:
    | {
        __typename: 'ApplicationConflict';
        message: string;
        presentVersion: number;
        code: string;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
      }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'MovePayload';
        postingClosed: boolean;
        application: {
          id: string;
          status: ApplicationStatus;
          stageId: string | null;
          stageName: string | null;
          enteredStageAt: string;
          version: number;
        };
        transition: { version: number; command: ApplicationCommand; fromStageId: string | null; toStageId: string | null };
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AddingToQueryVariables = Exact<{
  postingId: string | number;
}>;

export type AddingToQuery = {
  posting: { id: string; questions: Array<{ id: string; label: string; kind: QuestionKind; required: boolean }> };
  sources: Array<{ id: string; name: string }>;
};

export type AddCandidateApplicationMutationVariables = Exact<{
  input: AddCandidateApplicationInput;
}>;

export type AddCandidateApplicationMutation = {
  result:
    | { __typename: 'AddedApplication'; applicationId: string; alreadyThere: boolean }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SearchCandidatesQueryVariables = Exact<{
  query: string;
}>;

export type SearchCandidatesQuery = {
  searchCandidates: Array<{
    id: string;
    name: string;
    email: string;
    location: string;
    applications: Array<{
      id: string;
      postingTitle: string;
      stageName: string | null;
      status: ApplicationStatus;
      appliedAt: string;
    }>;
  }>;
};

export type CandidateProfileQueryVariables = Exact<{
  id: string | number;
}>;

export type CandidateProfileQuery = {
  candidate: {
    id: string;
    name: string;
    email: string;
    phone: string;
    location: string;
    country: string | null;
    zone: string;
    language: string | null;
    links: Array<string>;
    createdAt: string;
    mergedIntoId: string | null;
    version: number;
    applications: Array<{
      id: string;
      postingId: string;
      postingTitle: string;
      stageName: string | null;
      status: ApplicationStatus;
      appliedAt: string;
    }>;
    attachments: Array<{ id: string; fileName: string; kind: AttachmentKind; sizeBytes: number; createdAt: string }>;
  };
};

export type MergeCandidatesMutationVariables = Exact<{
  input: MergeCandidatesInput;
}>;

export type MergeCandidatesMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MergeCandidatesPayload'; keptId: string; applications: number; attachments: number }
    | { __typename: 'Refused'; code: string; message: string };
};

export type UpdateCandidateMutationVariables = Exact<{
  input: UpdateCandidateInput;
}>;

export type UpdateCandidateMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'UpdateCandidatePayload'; candidateId: string };
};

export type EraseCandidateMutationVariables = Exact<{
  input: EraseCandidateInput;
}>;

export type EraseCandidateMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'EraseCandidatePayload'; candidateId: string; applications: number; files: number }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type BatchQueryVariables = Exact<{
  applicationIds: Array<string | number> | string | number;
  zone: string;
}>;

export type BatchQuery = {
  batch:
    | {
        __typename: 'Batch';
        bound: number;
        zone: string;
        interviews: Array<{
          applicationId: string;
          startsAt: string;
          endsAt: string;
          said: string;
          seats: Array<{ seatId: string; role: string; personId: string; person: { id: string; name: string } }>;
        }>;
        without: Array<{ applicationId: string; message: string }>;
      }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type FindTimeQueryVariables = Exact<{
  applicationId: string | number;
  from: string;
  to: string;
  searchFrom: string;
  searchTo: string;
  zone: string;
}>;

export type FindTimeQuery = {
  application: {
    id: string;
    version: number;
    stageId: string | null;
    stageName: string | null;
    postingId: string;
    postingTitle: string;
    possibleCommands: Array<ApplicationCommand>;
    candidate: { id: string; name: string; zone: string };
    interviews: Array<{ id: string; version: number; state: InterviewState; startsAt: string }>;
  };
  schedulingWeek:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'SchedulingWeek';
        stageId: string;
        stageName: string;
        durationMin: number;
        zone: string;
        noticeUntil: string;
        law: Array<{ startsAt: string; endsAt: string }> | null;
        candidate: {
          zone: string;
          hasNamed: boolean;
          hours: Array<{ startsAt: string; endsAt: string }> | null;
          taken: Array<{ startsAt: string; endsAt: string; by: string }>;
        };
        members: Array<{
          personId: string;
          name: string;
          zone: string;
          roles: Array<string>;
          load: number;
          hours: Array<{ startsAt: string; endsAt: string }> | null;
          taken: Array<{ startsAt: string; endsAt: string; by: string }>;
        }>;
      };
  slots:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'SlotList';
        stageId: string;
        stageName: string;
        durationMin: number;
        count: number;
        moves: string | null;
        slots: Array<{ startsAt: string; endsAt: string; seats: Array<{ seatId: string; personId: string; role: string }> }>;
        none: {
          message: string;
          blocks: Array<{ code: string; message: string }>;
          relaxations: Array<{ change: string; count: number; message: string }>;
          waysOut: Array<{ count: number; message: string }>;
        } | null;
      };
  timeWishes: Array<{
    applicationId: string;
    zone: string;
    note: string;
    windows: Array<{ startsAt: string; endsAt: string; said: string }>;
  }>;
};

export type LoopsQueryVariables = Exact<{
  applicationId: string | number;
  pace?: string | null | undefined;
  zone?: string | null | undefined;
}>;

export type LoopsQuery = {
  loops:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'LoopList';
        loops: Array<{
          spanMin: number;
          rounds: Array<{
            stageId: string;
            stageName: string;
            startsAt: string;
            endsAt: string;
            seats: Array<{ seatId: string; role: string; person: { id: string; name: string } }>;
          }>;
        }>;
        without: Array<{ stageId: string; stageName: string }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SettleTimeWishMutationVariables = Exact<{
  input: SettleTimeWishInput;
}>;

export type SettleTimeWishMutation = {
  result:
    | { __typename: 'ChoicePayload'; applicationId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type BookLoopMutationVariables = Exact<{
  input: BookLoopInput;
}>;

export type BookLoopMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'LoopPayload'; applicationId: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SlotUnavailable'; code: string; message: string };
};

export type RequestLoopMutationVariables = Exact<{
  input: RequestLoopInput;
}>;

export type RequestLoopMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'RequestInterviewPayload'; expiresAt: string };
};

export type HomeQueryVariables = Exact<{ [key: string]: never }>;

export type HomeQuery = {
  myScorecardsDue: Array<{
    applicationId: string;
    stageId: string;
    stageName: string;
    candidateName: string;
    postingTitle: string;
    since: string;
    draftVersion: number;
    interviewSeatId: string | null;
  }>;
  myInterviews: {
    nodes: Array<{
      answer: SeatAnswer;
      interviewSeatId: string;
      interview: {
        candidateName: string;
        postingTitle: string;
        id: string;
        version: number;
        applicationId: string;
        stageId: string;
        stageName: string;
        state: InterviewState;
        startsAt: string;
        endsAt: string;
        zone: string;
        candidateZone: string;
        meetingUrl: string | null;
        reason: string;
        seats: Array<{ id: string; personId: string; name: string; role: string; title: string; answer: SeatAnswer }>;
      };
    }>;
  };
};

export type HomePostingsQueryVariables = Exact<{ [key: string]: never }>;

export type HomePostingsQuery = {
  teamTurn: {
    count: number;
    applications: Array<{
      applicationId: string;
      candidateName: string;
      stageName: string | null;
      postingTitle: string;
      waitingFor: WaitingFor;
      since: string;
      lateDays: number | null;
    }>;
    postings: Array<{ postingId: string; active: number; waiting: number }>;
  };
  postings: { nodes: Array<{ id: string; title: string | null; status: PostingStatus }> };
  promisedAnswers: Array<{
    applicationId: string;
    candidateName: string;
    stageName: string | null;
    postingTitle: string;
    dueAt: string;
    broken: boolean;
    lateToldAt: string | null;
  }>;
  timeProposals: Array<{
    applicationId: string;
    candidateName: string;
    interviewId: string;
    interviewSeatId: string;
    note: string;
    personName: string;
    postingTitle: string;
    proposedAt: string;
    stageName: string;
    startsAt: string;
    version: number;
  }>;
  timeWishes: Array<{ applicationId: string; candidateName: string; stageName: string; postingTitle: string; saidAt: string }>;
  mailTasks: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
};

export type HomePrivacyQueryVariables = Exact<{ [key: string]: never }>;

export type HomePrivacyQuery = { privacyRequests: { nodes: Array<{ id: string; answerBy: string }> } };

export type SettleTimeProposalMutationVariables = Exact<{
  input: SettleTimeProposalInput;
}>;

export type SettleTimeProposalMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AnswerSeatMutationVariables = Exact<{
  input: AnswerSeatInput;
}>;

export type AnswerSeatMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type StageFlowQueryVariables = Exact<{
  postingId: string | number;
}>;

export type StageFlowQuery = {
  stageFlow: Array<{
    name: string | null;
    kind: string | null;
    reached: number;
    wentOn: number;
    rejected: number;
    withdrew: number;
    present: number;
    medianDays: number | null;
  }>;
  interviewerLoad: Array<{
    personId: string;
    name: string;
    held: number;
    heldHere: number;
    coming: number;
    comingHere: number;
    targetPerWeek: number | null;
  }>;
  board: { postingId: string; title: string; cards: Array<{ id: string; enteredStageAt: string; waitingOn: WaitingOn }> };
};

export type KitQueryVariables = Exact<{
  applicationId: string | number;
  stageId: string | number;
}>;

export type KitQuery = {
  interviewKit: {
    applicationId: string;
    stageId: string;
    stageName: string;
    candidateName: string;
    postingTitle: string;
    purpose: string;
    questions: Array<string>;
    mayWrite: boolean;
    cvAttachmentId: string | null;
    cvFileName: string | null;
    attributes: Array<{ id: string; name: string; description: string }>;
    interview: {
      id: string;
      startsAt: string;
      endsAt: string;
      zone: string;
      state: string;
      meetingUrl: string | null;
      seats: Array<{ interviewSeatId: string; mine: boolean; personId: string; personName: string; role: string }>;
    } | null;
    takeHome: {
      id: string;
      brief: string;
      status: string;
      dueAt: string;
      late: boolean;
      submissionUrl: string | null;
      submissionNote: string;
      submissionFileName: string | null;
      submissionAttachmentId: string | null;
      submittedAt: string | null;
    } | null;
    myScorecard: {
      id: string;
      version: number;
      state: ScorecardState;
      recommendation: Recommendation | null;
      notes: string;
      submittedAt: string | null;
      updatedAt: string;
      ratings: Array<{ attributeId: string; rating: number; note: string }>;
    } | null;
  };
};

export type CardFragment = {
  id: string;
  version: number;
  state: ScorecardState;
  recommendation: Recommendation | null;
  notes: string;
  submittedAt: string | null;
  updatedAt: string;
  ratings: Array<{ attributeId: string; rating: number; note: string }>;
};

type CardOutcome_Conflict_Fragment = { __typename: 'Conflict'; presentVersion: number; code: string; message: string };

type CardOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type CardOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

type CardOutcome_ScorecardPayload_Fragment = {
  __typename: 'ScorecardPayload';
  scorecard: {
    id: string;
    version: number;
    state: ScorecardState;
    recommendation: Recommendation | null;
    notes: string;
    submittedAt: string | null;
    updatedAt: string;
    ratings: Array<{ attributeId: string; rating: number; note: string }>;
  };
};

export type CardOutcomeFragment =
  | CardOutcome_Conflict_Fragment
  | CardOutcome_InvalidInput_Fragment
  | CardOutcome_Refused_Fragment
  | CardOutcome_ScorecardPayload_Fragment;

export type SaveScorecardDraftMutationVariables = Exact<{
  input: ScorecardInput;
}>;

export type SaveScorecardDraftMutation = {
  result:
    | { __typename: 'Conflict'; presentVersion: number; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'ScorecardPayload';
        scorecard: {
          id: string;
          version: number;
          state: ScorecardState;
          recommendation: Recommendation | null;
          notes: string;
          submittedAt: string | null;
          updatedAt: string;
          ratings: Array<{ attributeId: string; rating: number; note: string }>;
        };
      };
};

export type SubmitScorecardMutationVariables = Exact<{
  input: ScorecardInput;
}>;

export type SubmitScorecardMutation = {
  result:
    | { __typename: 'Conflict'; presentVersion: number; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | {
        __typename: 'ScorecardPayload';
        scorecard: {
          id: string;
          version: number;
          state: ScorecardState;
          recommendation: Recommendation | null;
          notes: string;
          submittedAt: string | null;
          updatedAt: string;
          ratings: Array<{ attributeId: string; rating: number; note: string }>;
        };
      };
};

export type IncomingSeenFragment = {
  id: string;
  kind: IncomingMailKind;
  answersMailId: string;
  applicationId: string | null;
  sender: string;
  subject: string;
  text: string;
  outcome: string;
  attachmentIds: Array<string>;
  receivedAt: string;
};

export type IncomingMailsQueryVariables = Exact<{
  kinds?: Array<IncomingMailKind> | IncomingMailKind | null | undefined;
  after?: string | null | undefined;
}>;

export type IncomingMailsQuery = {
  incomingMails: {
    nodes: Array<{
      id: string;
      kind: IncomingMailKind;
      answersMailId: string;
      applicationId: string | null;
      sender: string;
      subject: string;
      text: string;
      outcome: string;
      attachmentIds: Array<string>;
      receivedAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type IncomingMailsOfQueryVariables = Exact<{
  applicationId: string | number;
  after?: string | null | undefined;
}>;

export type IncomingMailsOfQuery = {
  incomingMailsOf: {
    nodes: Array<{
      id: string;
      kind: IncomingMailKind;
      answersMailId: string;
      applicationId: string | null;
      sender: string;
      subject: string;
      text: string;
      outcome: string;
      attachmentIds: Array<string>;
      receivedAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type MailTemplatesQueryVariables = Exact<{
  language?: string | null | undefined;
  postingId?: string | number | null | undefined;
  stage?: string | null | undefined;
}>;

export type MailTemplatesQuery = {
  mailTemplates: Array<{
    key: string;
    event: string;
    audience: MailAudience;
    languages: Array<string>;
    places: Array<{
      language: string;
      postingId: string | null;
      postingTitle: string | null;
      stage: string | null;
      version: number;
    }>;
    defaultWords: { subject: string; text: string; mjml: string };
    ownWords: { subject: string; text: string; mjml: string; version: number; savedAt: string } | null;
    variables: Array<{ name: string; kind: string; meaning: string; essential: boolean; optional: boolean }>;
  }>;
};

export type MailTasksQueryVariables = Exact<{ [key: string]: never }>;

export type MailTasksQuery = {
  mailTasks: {
    nodes: Array<{
      id: string;
      applicationId: string;
      template: string;
      subject: string;
      audience: MailAudience;
      recipient: string;
      state: MailState;
      decidedAt: string;
      sentAt: string | null;
      notBefore: string;
      heldUntil: string | null;
      skippedBecause: string | null;
      error: string | null;
      needsAPerson: boolean;
    }>;
  };
};

export type MailSeenFragment = {
  id: string;
  applicationId: string;
  template: string;
  subject: string;
  audience: MailAudience;
  recipient: string;
  state: MailState;
  decidedAt: string;
  sentAt: string | null;
  notBefore: string;
  heldUntil: string | null;
  skippedBecause: string | null;
  error: string | null;
  needsAPerson: boolean;
};

export type RetryMailMutationVariables = Exact<{
  input: RetryMailInput;
}>;

export type RetryMailMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'RetryMailPayload'; mail: { id: string } };
};

type MailChanged_ChangedMailPayload_Fragment = { __typename: 'ChangedMailPayload'; mail: { id: string } };

type MailChanged_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type MailChanged_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type MailChanged_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type MailChangedFragment =
  | MailChanged_ChangedMailPayload_Fragment
  | MailChanged_Conflict_Fragment
  | MailChanged_InvalidInput_Fragment
  | MailChanged_Refused_Fragment;

export type SettleMailMutationVariables = Exact<{
  input: SettleMailInput;
}>;

export type SettleMailMutation = {
  result:
    | { __typename: 'ChangedMailPayload'; mail: { id: string } }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AttendMailMutationVariables = Exact<{
  input: MailIdInput;
}>;

export type AttendMailMutation = {
  result:
    | { __typename: 'ChangedMailPayload'; mail: { id: string } }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type WithholdMailMutationVariables = Exact<{
  input: MailIdInput;
}>;

export type WithholdMailMutation = {
  result:
    | { __typename: 'ChangedMailPayload'; mail: { id: string } }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ScheduleMailMutationVariables = Exact<{
  input: ScheduleMailInput;
}>;

export type ScheduleMailMutation = {
  result:
    | { __typename: 'ChangedMailPayload'; mail: { id: string } }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SaveMailTemplateMutationVariables = Exact<{
  input: SaveMailTemplateInput;
}>;

export type SaveMailTemplateMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MailTemplatePayload'; template: { key: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ResetMailTemplateMutationVariables = Exact<{
  input: ResetMailTemplateInput;
}>;

export type ResetMailTemplateMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MailTemplatePayload'; template: { key: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

type TemplateOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type TemplateOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type TemplateOutcome_MailTemplatePayload_Fragment = { __typename: 'MailTemplatePayload'; template: { key: string } };

type TemplateOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type TemplateOutcomeFragment =
  | TemplateOutcome_Conflict_Fragment
  | TemplateOutcome_InvalidInput_Fragment
  | TemplateOutcome_MailTemplatePayload_Fragment
  | TemplateOutcome_Refused_Fragment;

export type MailSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type MailSettingsQuery = {
  mailSettings: {
    language: string | null;
    answerDays: number | null;
    undoSeconds: number;
    quietFrom: string | null;
    quietUntil: string | null;
    version: number;
    undoByMail: Array<{ key: string; seconds: number }>;
  } | null;
};

export type SaveMailSettingsMutationVariables = Exact<{
  input: SaveMailSettingsInput;
}>;

export type SaveMailSettingsMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MailSettingsPayload'; settings: { version: number } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PostingMailSettingsQueryVariables = Exact<{
  postingId: string | number;
}>;

export type PostingMailSettingsQuery = {
  postingMailSettings: { version: number; language: string | null; answerDays: number | null };
};

export type SavePostingMailSettingsMutationVariables = Exact<{
  input: SavePostingMailSettingsInput;
}>;

export type SavePostingMailSettingsMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'PostingMailSettingsPayload'; settings: { version: number } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PostingStagesQueryVariables = Exact<{
  postingId: string | number;
}>;

export type PostingStagesQuery = { posting: { id: string; plan: { stages: Array<{ name: string }> } } };

export type AllMailsQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: MailFilterInput | null | undefined;
}>;

export type AllMailsQuery = {
  mails: {
    nodes: Array<{
      id: string;
      applicationId: string;
      template: string;
      subject: string;
      audience: MailAudience;
      recipient: string;
      state: MailState;
      decidedAt: string;
      sentAt: string | null;
      notBefore: string;
      heldUntil: string | null;
      skippedBecause: string | null;
      error: string | null;
      needsAPerson: boolean;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type MailSuppressionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type MailSuppressionsQuery = {
  mailSuppressions: {
    nodes: Array<{ address: string; template: string | null; because: string; since: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type LiftMailSuppressionMutationVariables = Exact<{
  input: LiftMailSuppressionInput;
}>;

export type LiftMailSuppressionMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'LiftMailSuppressionPayload'; address: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SetPostingConfidentialMutationVariables = Exact<{
  input: SetPostingConfidentialInput;
}>;

export type SetPostingConfidentialMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PlanMovesQueryVariables = Exact<{
  postingId: string | number;
  mapping?: Array<StageMappingInput> | StageMappingInput | null | undefined;
}>;

export type PlanMovesQuery = {
  planMoves: {
    planVersion: number;
    more: boolean;
    mapping: Array<{ fromStageId: string | null; toStageId: string | null; begins: boolean }>;
    moves: Array<{
      applicationId: string;
      candidateName: string;
      fromStageId: string | null;
      fromStageName: string | null;
      toStageId: string | null;
      toStageName: string | null;
      outcome: PlanMoveOutcome;
      stays: PlanStayReason | null;
    }>;
  };
};

export type PresentPlanQueryVariables = Exact<{
  postingId: string | number;
}>;

export type PresentPlanQuery = {
  posting: {
    id: string;
    title: string | null;
    plan: { id: string; version: number; stages: Array<{ id: string; name: string }> };
  };
};

export type MoveToPresentPlanMutationVariables = Exact<{
  input: MoveToPresentPlanInput;
}>;

export type MoveToPresentPlanMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'MoveToPresentPlanPayload'; more: boolean; moves: Array<{ applicationId: string; outcome: PlanMoveOutcome }> }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PostingCoverageQueryVariables = Exact<{
  postingId: string | number;
}>;

export type PostingCoverageQuery = {
  postingCoverage: Array<{ zone: string; hours: number; hoursAfter: number; changesAt: string | null }>;
};

export type PostingsQueryVariables = Exact<{ [key: string]: never }>;

export type PostingsQuery = {
  postings: {
    nodes: Array<{
      id: string;
      title: string | null;
      slug: string;
      status: PostingStatus;
      category: string | null;
      openedAt: string | null;
      createdAt: string;
      myTeamRoles: Array<TeamRole>;
      openings: Array<{ id: string; status: OpeningStatus }>;
    }>;
  };
};

export type ReadingFragment = {
  title: string | null;
  company: string | null;
  category: string | null;
  status: string | null;
  locations: Array<string>;
  remote: boolean | null;
  residence: Array<string>;
  employmentTypes: Array<string>;
  onCall: string | null;
  processDuration: string | null;
  candidateTime: string | null;
  equity: string | null;
  residencePreferred: Array<string>;
  otherHours: Array<string>;
  planSource: PlanSource;
  salaryRanges: Array<{
    label: string | null;
    min: number | null;
    max: number | null;
    currency: string | null;
    period: SalaryPeriod | null;
  }>;
  overlap: Array<{ text: string }>;
  salary: { min: number | null; max: number | null; currency: string | null; period: SalaryPeriod | null } | null;
  coreHours: { start: string; end: string; zone: string; days: Array<string> } | null;
  levels: Array<{ name: string; extends: string | null }>;
  rounds: Array<{
    order: number;
    name: string;
    kind: StageKind;
    durationMin: number | null;
    durationMax: number | null;
    async: boolean;
    skippableIf: string | null;
    seats: Array<{ role: string; pool: Array<string> }>;
  }>;
  facts: Array<{
    field: PostingField;
    line: number;
    endLine: number | null;
    column: number | null;
    text: string;
    value: string;
    confidence: number;
    rule: string;
    sharedSection: string | null;
  }>;
  diagnostics: Array<{ code: string; severity: DiagnosticSeverity; message: string; line: number; field: PostingField | null }>;
};

export type PreviewPostingQueryVariables = Exact<{
  document: string;
  fileName?: string | null | undefined;
}>;

export type PreviewPostingQuery = {
  previewPosting: {
    reading: {
      title: string | null;
      company: string | null;
      category: string | null;
      status: string | null;
      locations: Array<string>;
      remote: boolean | null;
      residence: Array<string>;
      employmentTypes: Array<string>;
      onCall: string | null;
      processDuration: string | null;
      candidateTime: string | null;
      equity: string | null;
      residencePreferred: Array<string>;
      otherHours: Array<string>;
      planSource: PlanSource;
      salaryRanges: Array<{
        label: string | null;
        min: number | null;
        max: number | null;
        currency: string | null;
        period: SalaryPeriod | null;
      }>;
      overlap: Array<{ text: string }>;
      salary: { min: number | null; max: number | null; currency: string | null; period: SalaryPeriod | null } | null;
      coreHours: { start: string; end: string; zone: string; days: Array<string> } | null;
      levels: Array<{ name: string; extends: string | null }>;
      rounds: Array<{
        order: number;
        name: string;
        kind: StageKind;
        durationMin: number | null;
        durationMax: number | null;
        async: boolean;
        skippableIf: string | null;
        seats: Array<{ role: string; pool: Array<string> }>;
      }>;
      facts: Array<{
        field: PostingField;
        line: number;
        endLine: number | null;
        column: number | null;
        text: string;
        value: string;
        confidence: number;
        rule: string;
        sharedSection: string | null;
      }>;
      diagnostics: Array<{
        code: string;
        severity: DiagnosticSeverity;
        message: string;
        line: number;
        field: PostingField | null;
      }>;
    };
    stages: Array<{
      name: string;
      kind: StageKind;
      durationMin: number | null;
      skippableIf: string | null;
      targetDays: number | null;
      seats: Array<{ role: string; pool: Array<string> }>;
    }>;
    pools: Array<{ role: string; poolId: string | null; members: number }>;
  };
};

export type PostingEditorQueryVariables = Exact<{
  id: string | number;
}>;

export type PostingEditorQuery = {
  posting: {
    id: string;
    title: string | null;
    slug: string;
    status: PostingStatus;
    version: number;
    revision: number;
    document: string | null;
    includes: Array<string>;
    confidential: boolean;
    myTeamRoles: Array<TeamRole>;
    openings: Array<{ id: string; number: number; status: OpeningStatus }>;
    publishProblems: Array<{
      code: string;
      severity: PublishProblemSeverity;
      message: string;
      line: number | null;
      stageId: string | null;
    }>;
    reading: {
      title: string | null;
      company: string | null;
      category: string | null;
      status: string | null;
      locations: Array<string>;
      remote: boolean | null;
      residence: Array<string>;
      employmentTypes: Array<string>;
      onCall: string | null;
      processDuration: string | null;
      candidateTime: string | null;
      equity: string | null;
      residencePreferred: Array<string>;
      otherHours: Array<string>;
      planSource: PlanSource;
      salaryRanges: Array<{
        label: string | null;
        min: number | null;
        max: number | null;
        currency: string | null;
        period: SalaryPeriod | null;
      }>;
      overlap: Array<{ text: string }>;
      salary: { min: number | null; max: number | null; currency: string | null; period: SalaryPeriod | null } | null;
      coreHours: { start: string; end: string; zone: string; days: Array<string> } | null;
      levels: Array<{ name: string; extends: string | null }>;
      rounds: Array<{
        order: number;
        name: string;
        kind: StageKind;
        durationMin: number | null;
        durationMax: number | null;
        async: boolean;
        skippableIf: string | null;
        seats: Array<{ role: string; pool: Array<string> }>;
      }>;
      facts: Array<{
        field: PostingField;
        line: number;
        endLine: number | null;
        column: number | null;
        text: string;
        value: string;
        confidence: number;
        rule: string;
        sharedSection: string | null;
      }>;
      diagnostics: Array<{
        code: string;
        severity: DiagnosticSeverity;
        message: string;
        line: number;
        field: PostingField | null;
      }>;
    } | null;
    questions: Array<{ id: string; label: string; kind: QuestionKind; required: boolean }>;
    team: Array<{ personId: string; teamRole: TeamRole; person: { id: string; name: string; title: string } }>;
    revisions: Array<{ number: number; fileName: string; createdAt: string }>;
    plan: {
      id: string;
      version: number;
      source: PlanSource;
      stages: Array<{
        id: string;
        name: string;
        kind: StageKind;
        position: number;
        durationMin: number | null;
        selfSchedule: boolean;
        skippableIf: string | null;
        targetDays: number | null;
        takeHome: { dueDays: number | null; effortHours: number | null } | null;
        seats: Array<{ id: string; role: string; poolId: string | null }>;
        kit: {
          id: string;
          purpose: string;
          questions: Array<string>;
          attributes: Array<{ id: string; name: string; description: string }>;
        } | null;
      }>;
    };
  };
};

export type PoolsQueryVariables = Exact<{ [key: string]: never }>;

export type PoolsQuery = {
  interviewerPools: Array<{
    id: string;
    name: string;
    members: Array<{ personId: string; targetPerWeek: number; person: { id: string; name: string } }>;
  }>;
};

export type ImportPostingMutationVariables = Exact<{
  input: ImportPostingInput;
}>;

export type ImportPostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RevisePostingMutationVariables = Exact<{
  input: RevisePostingInput;
}>;

export type RevisePostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'PostingReadingPayload';
        planChanged: boolean;
        posting: { id: string; version: number } | null;
        overtaken: Array<{ field: PostingField; textBefore: string | null; textNow: string | null }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type CorrectPostingMutationVariables = Exact<{
  input: CorrectPostingInput;
}>;

export type CorrectPostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'PostingReadingPayload';
        planChanged: boolean;
        posting: { id: string; version: number } | null;
        overtaken: Array<{ field: PostingField; textBefore: string | null; textNow: string | null }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

type ReadAnew_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type ReadAnew_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type ReadAnew_PostingReadingPayload_Fragment = {
  __typename: 'PostingReadingPayload';
  planChanged: boolean;
  posting: { id: string; version: number } | null;
  overtaken: Array<{ field: PostingField; textBefore: string | null; textNow: string | null }>;
};

type ReadAnew_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type ReadAnewFragment =
  | ReadAnew_Conflict_Fragment
  | ReadAnew_InvalidInput_Fragment
  | ReadAnew_PostingReadingPayload_Fragment
  | ReadAnew_Refused_Fragment;

export type PublishPostingMutationVariables = Exact<{
  input: PublishPostingInput;
}>;

export type PublishPostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PublishPostingPayload'; posting: { id: string; status: PostingStatus } | null }
    | {
        __typename: 'PublishRefused';
        code: string;
        message: string;
        problems: Array<{ code: string; severity: PublishProblemSeverity; message: string; line: number | null }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ReopenPostingMutationVariables = Exact<{
  input: PublishPostingInput;
}>;

export type ReopenPostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PublishPostingPayload'; posting: { id: string; status: PostingStatus } | null }
    | {
        __typename: 'PublishRefused';
        code: string;
        message: string;
        problems: Array<{ code: string; severity: PublishProblemSeverity; message: string; line: number | null }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

type Published_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type Published_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type Published_PublishPostingPayload_Fragment = {
  __typename: 'PublishPostingPayload';
  posting: { id: string; status: PostingStatus } | null;
};

type Published_PublishRefused_Fragment = {
  __typename: 'PublishRefused';
  code: string;
  message: string;
  problems: Array<{ code: string; severity: PublishProblemSeverity; message: string; line: number | null }>;
};

type Published_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type PublishedFragment =
  | Published_Conflict_Fragment
  | Published_InvalidInput_Fragment
  | Published_PublishPostingPayload_Fragment
  | Published_PublishRefused_Fragment
  | Published_Refused_Fragment;

type PostingChanged_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type PostingChanged_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type PostingChanged_PostingPayload_Fragment = { __typename: 'PostingPayload'; posting: { id: string; version: number } | null };

type PostingChanged_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type PostingChangedFragment =
  | PostingChanged_Conflict_Fragment
  | PostingChanged_InvalidInput_Fragment
  | PostingChanged_PostingPayload_Fragment
  | PostingChanged_Refused_Fragment;

export type ClosePostingMutationVariables = Exact<{
  input: PostingChangeInput;
}>;

export type ClosePostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ArchivePostingMutationVariables = Exact<{
  input: PostingChangeInput;
}>;

export type ArchivePostingMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type EditPlanMutationVariables = Exact<{
  input: EditPlanInput;
}>;

export type EditPlanMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type TeamCandidatesQueryVariables = Exact<{ [key: string]: never }>;

export type TeamCandidatesQuery = { people: { nodes: Array<{ id: string; name: string; title: string; status: PersonStatus }> } };

export type AddTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;

export type AddTeamMemberMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemoveTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;

export type RemoveTeamMemberMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AddOpeningsMutationVariables = Exact<{
  input: AddOpeningsInput;
}>;

export type AddOpeningsMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type CancelOpeningMutationVariables = Exact<{
  input: CancelOpeningInput;
}>;

export type CancelOpeningMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SetPostingQuestionsMutationVariables = Exact<{
  input: SetPostingQuestionsInput;
}>;

export type SetPostingQuestionsMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PostingPayload'; posting: { id: string; version: number } | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type EditKitMutationVariables = Exact<{
  input: EditKitInput;
}>;

export type EditKitMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'EditKitPayload'; kept: Array<{ id: string; name: string }> }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SharedSectionsQueryVariables = Exact<{ [key: string]: never }>;

export type SharedSectionsQuery = {
  sharedSections: Array<{
    id: string;
    name: string;
    text: string;
    version: number;
    updatedAt: string;
    shownIn: Array<{ postingId: string; title: string | null; status: PostingStatus }>;
  }>;
};

export type SaveSharedSectionMutationVariables = Exact<{
  input: SaveSharedSectionInput;
}>;

export type SaveSharedSectionMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SaveSharedSectionPayload'; sectionId: string; shownIn: Array<{ postingId: string; planChanged: boolean }> };
};

export type DeleteSharedSectionMutationVariables = Exact<{
  input: DeleteSharedSectionInput;
}>;

export type DeleteSharedSectionMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'DeleteSharedSectionPayload'; sectionId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RevisionsQueryVariables = Exact<{
  id: string | number;
}>;

export type RevisionsQuery = {
  posting: { id: string; revisions: Array<{ number: number; fileName: string; createdAt: string; createdById: string | null }> };
  people: { nodes: Array<{ id: string; name: string }> };
};

export type CompareRevisionsQueryVariables = Exact<{
  postingId: string | number;
  before: number;
  after: number;
}>;

export type CompareRevisionsQuery = {
  compareRevisions: {
    before: { number: number; document: string };
    after: { number: number; document: string };
    changes: Array<{ field: PostingField; before: string; now: string }>;
  };
};

export type FactChangedFragment = { field: PostingField; before: string; now: string };

export type PreviewRevisionQueryVariables = Exact<{
  postingId: string | number;
  document: string;
}>;

export type PreviewRevisionQuery = {
  previewRevision: {
    planChanged: boolean;
    unresolved: Array<string>;
    changes: Array<{ field: PostingField; before: string; now: string }>;
    overtaken: Array<{ field: PostingField }>;
  };
};

export type OvertakenCorrectionsQueryVariables = Exact<{
  id: string | number;
}>;

export type OvertakenCorrectionsQuery = {
  posting: {
    id: string;
    version: number;
    overtaken: Array<{
      field: PostingField;
      number: number | null;
      action: CorrectionAction;
      value: string | null;
      valueBefore: string;
      valueNow: string;
      textNow: string | null;
    }>;
  };
};

export type ResolveCorrectionsMutationVariables = Exact<{
  input: ResolveCorrectionsInput;
}>;

export type ResolveCorrectionsMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | {
        __typename: 'PostingReadingPayload';
        planChanged: boolean;
        posting: { id: string; version: number } | null;
        overtaken: Array<{ field: PostingField; textBefore: string | null; textNow: string | null }>;
      }
    | { __typename: 'Refused'; code: string; message: string };
};

export type MyAvailabilityQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;

export type MyAvailabilityQuery = {
  myAvailability: {
    personId: string;
    zone: string;
    hours: Array<{ id: string; days: Array<string>; starts: string; ends: string; zone: string }>;
    exceptions: Array<{
      id: string;
      everybody: boolean;
      from: string;
      to: string;
      starts: string | null;
      ends: string | null;
      name: string;
    }>;
    turns: Array<{
      id: string;
      zone: string;
      days: Array<string>;
      starts: string;
      ends: string;
      everyWeeks: number;
      firstWeek: string;
      effect: string;
    }>;
    limits: {
      perDay: number | null;
      perWeek: number | null;
      restMin: number;
      bufferBeforeMin: number;
      bufferAfterMin: number;
      meetingUrl: string | null;
    };
  };
  busyBlocks:
    | { __typename: 'BusyBlocks'; blocks: Array<{ id: string; startsAt: string; endsAt: string; reason: string }> }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
  coming: {
    nodes: Array<{
      answer: SeatAnswer;
      interviewSeatId: string;
      interview: {
        id: string;
        applicationId: string;
        stageId: string;
        stageName: string;
        candidateName: string;
        postingTitle: string;
        startsAt: string;
        endsAt: string;
        state: InterviewState;
      };
    }>;
  };
  past: {
    nodes: Array<{
      answer: SeatAnswer;
      interviewSeatId: string;
      interview: {
        id: string;
        applicationId: string;
        stageId: string;
        stageName: string;
        candidateName: string;
        postingTitle: string;
        startsAt: string;
        endsAt: string;
        state: InterviewState;
      };
    }>;
  };
};

export type MeetingSeenFragment = {
  answer: SeatAnswer;
  interviewSeatId: string;
  interview: {
    id: string;
    applicationId: string;
    stageId: string;
    stageName: string;
    candidateName: string;
    postingTitle: string;
    startsAt: string;
    endsAt: string;
    state: InterviewState;
  };
};

export type SetWeeklyHoursMutationVariables = Exact<{
  input: SetWeeklyHoursInput;
}>;

export type SetWeeklyHoursMutation = {
  result:
    | { __typename: 'AvailabilityPayload'; personId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AddBusyBlockMutationVariables = Exact<{
  input: AddBusyBlockInput;
}>;

export type AddBusyBlockMutation = {
  result:
    | { __typename: 'BusyBlockPayload'; busyBlockId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemoveBusyBlockMutationVariables = Exact<{
  input: RemoveBusyBlockInput;
}>;

export type RemoveBusyBlockMutation = {
  result:
    | { __typename: 'BusyBlockPayload'; busyBlockId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

type BusyOutcome_BusyBlockPayload_Fragment = { __typename: 'BusyBlockPayload'; busyBlockId: string };

type BusyOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type BusyOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type BusyOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type BusyOutcomeFragment =
  | BusyOutcome_BusyBlockPayload_Fragment
  | BusyOutcome_Conflict_Fragment
  | BusyOutcome_InvalidInput_Fragment
  | BusyOutcome_Refused_Fragment;

export type SetInterviewLimitsMutationVariables = Exact<{
  input: SetInterviewLimitsInput;
}>;

export type SetInterviewLimitsMutation = {
  result:
    | { __typename: 'AvailabilityPayload'; personId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SetOnCallTurnsMutationVariables = Exact<{
  input: SetOnCallTurnsInput;
}>;

export type SetOnCallTurnsMutation = {
  result:
    | { __typename: 'AvailabilityPayload'; personId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

type ExceptionOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type ExceptionOutcome_HoursExceptionPayload_Fragment = { __typename: 'HoursExceptionPayload'; exceptionId: string };

type ExceptionOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type ExceptionOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type ExceptionOutcomeFragment =
  | ExceptionOutcome_Conflict_Fragment
  | ExceptionOutcome_HoursExceptionPayload_Fragment
  | ExceptionOutcome_InvalidInput_Fragment
  | ExceptionOutcome_Refused_Fragment;

export type AddHoursExceptionMutationVariables = Exact<{
  input: AddHoursExceptionInput;
}>;

export type AddHoursExceptionMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'HoursExceptionPayload'; exceptionId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemoveHoursExceptionMutationVariables = Exact<{
  input: RemoveHoursExceptionInput;
}>;

export type RemoveHoursExceptionMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'HoursExceptionPayload'; exceptionId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AuditLogQueryVariables = Exact<{
  subjectId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;

export type AuditLogQuery = {
  auditEvents: {
    nodes: Array<{
      id: string;
      at: string;
      action: string;
      actorKind: ActorKind;
      actorId: string | null;
      subjectKind: string;
      subjectId: string | null;
      detail: string;
      actor: { name: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CalendarsQueryVariables = Exact<{ [key: string]: never }>;

export type CalendarsQuery = {
  calendarSources: Array<{
    id: string;
    kind: CalendarKind;
    name: string;
    host: string;
    triedAt: string | null;
    fetchedAt: string | null;
    nextAt: string;
    failures: number;
    problem: string | null;
    busyTimes: number;
  }>;
};

export type CalendarFeedsQueryVariables = Exact<{ [key: string]: never }>;

export type CalendarFeedsQuery = { calendarFeeds: Array<{ id: string; postingId: string | null; createdAt: string }> };

type CalendarOutcome_CalendarPayload_Fragment = { __typename: 'CalendarPayload'; calendarId: string };

type CalendarOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type CalendarOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string; field: string | null };

type CalendarOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type CalendarOutcomeFragment =
  | CalendarOutcome_CalendarPayload_Fragment
  | CalendarOutcome_Conflict_Fragment
  | CalendarOutcome_InvalidInput_Fragment
  | CalendarOutcome_Refused_Fragment;

export type ConnectCalendarMutationVariables = Exact<{
  input: ConnectCalendarInput;
}>;

export type ConnectCalendarMutation = {
  result:
    | { __typename: 'CalendarPayload'; calendarId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RefreshCalendarMutationVariables = Exact<{
  input: CalendarInput;
}>;

export type RefreshCalendarMutation = {
  result:
    | { __typename: 'CalendarPayload'; calendarId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type DisconnectCalendarMutationVariables = Exact<{
  input: CalendarInput;
}>;

export type DisconnectCalendarMutation = {
  result:
    | { __typename: 'CalendarPayload'; calendarId: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

type FeedOutcome_CalendarFeedPayload_Fragment = { __typename: 'CalendarFeedPayload'; feedId: string; address: string | null };

type FeedOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type FeedOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type FeedOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type FeedOutcomeFragment =
  | FeedOutcome_CalendarFeedPayload_Fragment
  | FeedOutcome_Conflict_Fragment
  | FeedOutcome_InvalidInput_Fragment
  | FeedOutcome_Refused_Fragment;

export type OpenCalendarFeedMutationVariables = Exact<{
  input: OpenCalendarFeedInput;
}>;

export type OpenCalendarFeedMutation = {
  result:
    | { __typename: 'CalendarFeedPayload'; feedId: string; address: string | null }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type CloseCalendarFeedMutationVariables = Exact<{
  input: CloseCalendarFeedInput;
}>;

export type CloseCalendarFeedMutation = {
  result:
    | { __typename: 'CalendarFeedPayload'; feedId: string; address: string | null }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SelfIdentificationQueryVariables = Exact<{ [key: string]: never }>;

export type SelfIdentificationQuery = {
  selfIdentification: {
    version: number;
    forms: Array<{ id: string; title: string; country: string | null; version: number; on: boolean; questions: Array<string> }>;
  };
};

export type SetSelfIdentificationMutationVariables = Exact<{
  input: SetSelfIdentificationInput;
}>;

export type SetSelfIdentificationMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'SetSelfIdentificationPayload'; version: number };
};

export type SelfIdentificationReportQueryVariables = Exact<{
  postingId: string | number;
}>;

export type SelfIdentificationReportQuery = {
  selfIdentificationReport: {
    asOf: string;
    questions: Array<{
      formId: string;
      key: string;
      label: string;
      steps: Array<{
        stages: Array<string>;
        decided: number;
        wentOn: number;
        categories: Array<{
          key: string;
          label: string;
          decided: number | null;
          wentOn: number | null;
          rate: number | null;
          ratio: number | null;
        }>;
      }>;
    }>;
  };
};

export type PasskeysQueryVariables = Exact<{ [key: string]: never }>;

export type PasskeysQuery = { passkeys: Array<{ id: string; name: string; createdAt: string; lastUsedAt: string | null }> };

export type BeginPasskeyMutationVariables = Exact<{
  input: BeginPasskeyInput;
}>;

export type BeginPasskeyMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PasskeyOptions'; options: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;

export type AddPasskeyMutation = {
  result:
    | { __typename: 'AddPasskeyPayload'; passkey: { id: string } }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;

export type RemovePasskeyMutation = {
  result:
    | { __typename: 'AccountPayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PrivacyRequestsQueryVariables = Exact<{
  open: boolean;
}>;

export type PrivacyRequestsQuery = {
  privacyRequests: {
    nodes: Array<{
      id: string;
      candidateId: string;
      candidateName: string;
      kind: PrivacyRequestKind;
      askedAt: string;
      answerBy: string;
      outcome: PrivacyRequestOutcome | null;
      answer: string;
    }>;
  };
};

export type AnswerPrivacyRequestMutationVariables = Exact<{
  input: AnswerPrivacyRequestInput;
}>;

export type AnswerPrivacyRequestMutation = {
  result:
    | { __typename: 'CompliancePayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ExportCandidateMutationVariables = Exact<{
  input: ExportCandidateInput;
}>;

export type ExportCandidateMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'ExportCandidatePayload'; json: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RetentionQueryVariables = Exact<{ [key: string]: never }>;

export type RetentionQuery = {
  retentionRules: Array<{ id: string; country: string | null; version: number; atLeastDays: number; atMostDays: number | null }>;
  retentionPreview: Array<{
    candidateId: string;
    candidateName: string;
    country: string | null;
    endedAt: string;
    dueAt: string;
    held: boolean;
  }>;
};

export type LegalHoldsQueryVariables = Exact<{ [key: string]: never }>;

export type LegalHoldsQuery = {
  legalHolds: Array<{ candidateId: string; candidateName: string; reason: string; placedAt: string }>;
};

type ComplianceOutcome_CompliancePayload_Fragment = { __typename: 'CompliancePayload'; message: string };

type ComplianceOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type ComplianceOutcome_InvalidInput_Fragment = {
  __typename: 'InvalidInput';
  code: string;
  message: string;
  field: string | null;
};

type ComplianceOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type ComplianceOutcomeFragment =
  | ComplianceOutcome_CompliancePayload_Fragment
  | ComplianceOutcome_Conflict_Fragment
  | ComplianceOutcome_InvalidInput_Fragment
  | ComplianceOutcome_Refused_Fragment;

export type SetRetentionRuleMutationVariables = Exact<{
  input: SetRetentionRuleInput;
}>;

export type SetRetentionRuleMutation = {
  result:
    | { __typename: 'CompliancePayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemoveRetentionRuleMutationVariables = Exact<{
  input: RemoveRetentionRuleInput;
}>;

export type RemoveRetentionRuleMutation = {
  result:
    | { __typename: 'CompliancePayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PlaceLegalHoldMutationVariables = Exact<{
  input: PlaceLegalHoldInput;
}>;

export type PlaceLegalHoldMutation = {
  result:
    | { __typename: 'CompliancePayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ReleaseLegalHoldMutationVariables = Exact<{
  input: ReleaseLegalHoldInput;
}>;

export type ReleaseLegalHoldMutation = {
  result:
    | { __typename: 'CompliancePayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string };
};

export type PeopleQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type PeopleQuery = {
  people: {
    nodes: Array<{ id: string; name: string; email: string; role: Role; status: PersonStatus; title: string; zone: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

type PersonOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type PersonOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type PersonOutcome_PersonPayload_Fragment = { __typename: 'PersonPayload'; person: { id: string } };

type PersonOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type PersonOutcomeFragment =
  | PersonOutcome_Conflict_Fragment
  | PersonOutcome_InvalidInput_Fragment
  | PersonOutcome_PersonPayload_Fragment
  | PersonOutcome_Refused_Fragment;

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;

export type InvitePersonMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ChangeRoleMutationVariables = Exact<{
  input: ChangeRoleInput;
}>;

export type ChangeRoleMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type DisablePersonMutationVariables = Exact<{
  input: PersonInput;
}>;

export type DisablePersonMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type EnablePersonMutationVariables = Exact<{
  input: PersonInput;
}>;

export type EnablePersonMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ResendInvitationMutationVariables = Exact<{
  input: PersonInput;
}>;

export type ResendInvitationMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type UpdateMyProfileMutationVariables = Exact<{
  input: UpdateMyProfileInput;
}>;

export type UpdateMyProfileMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PersonPayload'; person: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

type PoolOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type PoolOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type PoolOutcome_PoolPayload_Fragment = { __typename: 'PoolPayload'; pool: { id: string } };

type PoolOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type PoolOutcomeFragment =
  | PoolOutcome_Conflict_Fragment
  | PoolOutcome_InvalidInput_Fragment
  | PoolOutcome_PoolPayload_Fragment
  | PoolOutcome_Refused_Fragment;

export type CreatePoolMutationVariables = Exact<{
  input: CreatePoolInput;
}>;

export type CreatePoolMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PoolPayload'; pool: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type AddPoolMemberMutationVariables = Exact<{
  input: AddPoolMemberInput;
}>;

export type AddPoolMemberMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PoolPayload'; pool: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RemovePoolMemberMutationVariables = Exact<{
  input: PoolMemberInput;
}>;

export type RemovePoolMemberMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'PoolPayload'; pool: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ListsQueryVariables = Exact<{ [key: string]: never }>;

export type ListsQuery = {
  rejectionReasons: Array<{ id: string; label: string; side: ReasonSide; active: boolean }>;
  sources: Array<{ id: string; name: string }>;
};

export type AddRejectionReasonMutationVariables = Exact<{
  input: AddRejectionReasonInput;
}>;

export type AddRejectionReasonMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'RejectionReason'; id: string };
};

export type SetRejectionReasonActiveMutationVariables = Exact<{
  input: SetRejectionReasonActiveInput;
}>;

export type SetRejectionReasonActiveMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'RejectionReason'; id: string };
};

export type AddSourceMutationVariables = Exact<{
  input: AddSourceInput;
}>;

export type AddSourceMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'Source'; id: string };
};

export type OrganizationSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type OrganizationSettingsQuery = {
  organization: { id: string; name: string; about: string; contactEmail: string; website: string | null; zone: string };
};

export type UpdateOrganizationMutationVariables = Exact<{
  input: UpdateOrganizationInput;
}>;

export type UpdateOrganizationMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'OrganizationPayload'; organization: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type SessionsQueryVariables = Exact<{ [key: string]: never }>;

export type SessionsQuery = {
  sessions: Array<{ id: string; createdAt: string; expiresAt: string; current: boolean; userAgent: string }>;
};

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;

export type RevokeSessionMutation = {
  result:
    | { __typename: 'AccountPayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;

export type ChangePasswordMutation = {
  result:
    | { __typename: 'AccountPayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

type AccountOutcome_AccountPayload_Fragment = { __typename: 'AccountPayload'; message: string };

type AccountOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type AccountOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string };

type AccountOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

export type AccountOutcomeFragment =
  | AccountOutcome_AccountPayload_Fragment
  | AccountOutcome_Conflict_Fragment
  | AccountOutcome_InvalidInput_Fragment
  | AccountOutcome_Refused_Fragment;

export type ApiTokensQueryVariables = Exact<{ [key: string]: never }>;

export type ApiTokensQuery = {
  apiTokens: Array<{
    id: string;
    personId: string;
    name: string;
    scopes: Array<TokenScope>;
    createdAt: string;
    expiresAt: string;
    lastUsedAt: string | null;
  }>;
};

export type MakeApiTokenMutationVariables = Exact<{
  input: MakeApiTokenInput;
}>;

export type MakeApiTokenMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'MakeApiTokenPayload'; token: string; apiToken: { id: string } }
    | { __typename: 'Refused'; code: string; message: string };
};

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;

export type RevokeApiTokenMutation = {
  result:
    | { __typename: 'AccountPayload'; message: string }
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
};

export type WebhooksQueryVariables = Exact<{ [key: string]: never }>;

export type WebhooksQuery = {
  webhookEvents: Array<{ type: string; fields: Array<string> }>;
  webhookEndpoints: Array<{
    id: string;
    version: number;
    kind: WebhookKind;
    url: string;
    events: Array<string>;
    active: boolean;
    createdAt: string;
  }>;
};

export type WebhookDeliveriesQueryVariables = Exact<{
  endpointId: string | number;
  after?: string | null | undefined;
}>;

export type WebhookDeliveriesQuery = {
  webhookDeliveries: {
    nodes: Array<{
      id: string;
      type: string;
      state: WebhookDeliveryState;
      attempts: number;
      happenedAt: string;
      nextAt: string | null;
      deliveredAt: string | null;
      lastStatus: number | null;
      lastProblem: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

type WebhookOutcome_Conflict_Fragment = { __typename: 'Conflict'; code: string; message: string };

type WebhookOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput'; code: string; message: string; field: string | null };

type WebhookOutcome_Refused_Fragment = { __typename: 'Refused'; code: string; message: string };

type WebhookOutcome_WebhookPayload_Fragment = { __typename: 'WebhookPayload'; id: string };

export type WebhookOutcomeFragment =
  | WebhookOutcome_Conflict_Fragment
  | WebhookOutcome_InvalidInput_Fragment
  | WebhookOutcome_Refused_Fragment
  | WebhookOutcome_WebhookPayload_Fragment;

export type AddWebhookMutationVariables = Exact<{
  input: AddWebhookInput;
}>;

export type AddWebhookMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'WebhookPayload'; id: string };
};

export type ChangeWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;

export type ChangeWebhookMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'WebhookPayload'; id: string };
};

export type RemoveWebhookMutationVariables = Exact<{
  input: WebhookIdInput;
}>;

export type RemoveWebhookMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'WebhookPayload'; id: string };
};

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  input: WebhookIdInput;
}>;

export type ReplayWebhookDeliveryMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string; field: string | null }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'WebhookPayload'; id: string };
};

export type RevealWebhookKeyMutationVariables = Exact<{
  input: WebhookIdInput;
}>;

export type RevealWebhookKeyMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string }
    | { __typename: 'WebhookKeyPayload'; signingKey: string };
};

export class TypedDocumentString<TResult, TVariables> extends String implements DocumentTypeDecoration<TResult, TVariables> {
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const InterviewSeenFragmentDoc = new TypedDocumentString(
  `
    fragment InterviewSeen on Interview {
  id
  version
  applicationId
  stageId
  stageName
  state
  startsAt
  endsAt
  zone
  candidateZone
  meetingUrl
  reason
  seats {
    id
    personId
    name
    role
    title
    answer
  }
}
    `,
  { fragmentName: 'InterviewSeen' },
) as unknown as TypedDocumentString<InterviewSeenFragment, unknown>;
export const SlotsFoundFragmentDoc = new TypedDocumentString(
  `
    fragment SlotsFound on SlotsResult {
  __typename
  ... on SlotList {
    stageId
    stageName
    durationMin
    count
    moves
    slots {
      startsAt
      endsAt
      seats {
        seatId
        personId
        role
      }
    }
    none {
      message
      blocks {
        code
        message
      }
      relaxations {
        change
        count
        message
      }
      waysOut {
        count
        message
      }
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'SlotsFound' },
) as unknown as TypedDocumentString<SlotsFoundFragment, unknown>;
export const BookingOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'BookingOutcome' },
) as unknown as TypedDocumentString<BookingOutcomeFragment, unknown>;
export const InterviewOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'InterviewOutcome' },
) as unknown as TypedDocumentString<InterviewOutcomeFragment, unknown>;
export const TakeHomeOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment TakeHomeOutcome on TakeHomeResult {
  __typename
  ... on TakeHomePayload {
    takeHome {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'TakeHomeOutcome' },
) as unknown as TypedDocumentString<TakeHomeOutcomeFragment, unknown>;
export const StandingFragmentDoc = new TypedDocumentString(
  `
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
    `,
  { fragmentName: 'Standing' },
) as unknown as TypedDocumentString<StandingFragment, unknown>;
export const MoveOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}`,
  { fragmentName: 'MoveOutcome' },
) as unknown as TypedDocumentString<MoveOutcomeFragment, unknown>;
export const CardFragmentDoc = new TypedDocumentString(
  `
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}
    `,
  { fragmentName: 'Card' },
) as unknown as TypedDocumentString<CardFragment, unknown>;
export const CardOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment CardOutcome on ScorecardResult {
  __typename
  ... on ScorecardPayload {
    scorecard {
      ...Card
    }
  }
  ... on Conflict {
    presentVersion
  }
  ... on UserError {
    code
    message
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}`,
  { fragmentName: 'CardOutcome' },
) as unknown as TypedDocumentString<CardOutcomeFragment, unknown>;
export const IncomingSeenFragmentDoc = new TypedDocumentString(
  `
    fragment IncomingSeen on IncomingMail {
  id
  kind
  answersMailId
  applicationId
  sender
  subject
  text
  outcome
  attachmentIds
  receivedAt
}
    `,
  { fragmentName: 'IncomingSeen' },
) as unknown as TypedDocumentString<IncomingSeenFragment, unknown>;
export const MailSeenFragmentDoc = new TypedDocumentString(
  `
    fragment MailSeen on Mail {
  id
  applicationId
  template
  subject
  audience
  recipient
  state
  decidedAt
  sentAt
  notBefore
  heldUntil
  skippedBecause
  error
  needsAPerson
}
    `,
  { fragmentName: 'MailSeen' },
) as unknown as TypedDocumentString<MailSeenFragment, unknown>;
export const MailChangedFragmentDoc = new TypedDocumentString(
  `
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'MailChanged' },
) as unknown as TypedDocumentString<MailChangedFragment, unknown>;
export const TemplateOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment TemplateOutcome on MailTemplateResult {
  __typename
  ... on MailTemplatePayload {
    template {
      key
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'TemplateOutcome' },
) as unknown as TypedDocumentString<TemplateOutcomeFragment, unknown>;
export const ReadingFragmentDoc = new TypedDocumentString(
  `
    fragment Reading on PostingReading {
  title
  company
  category
  status
  locations
  remote
  residence
  employmentTypes
  onCall
  processDuration
  candidateTime
  equity
  residencePreferred
  otherHours
  salaryRanges {
    label
    min
    max
    currency
    period
  }
  overlap {
    text
  }
  planSource
  salary {
    min
    max
    currency
    period
  }
  coreHours {
    start
    end
    zone
    days
  }
  levels {
    name
    extends
  }
  rounds {
    order
    name
    kind
    durationMin
    durationMax
    async
    skippableIf
    seats {
      role
      pool
    }
  }
  facts {
    field
    line
    endLine
    column
    text
    value
    confidence
    rule
    sharedSection
  }
  diagnostics {
    code
    severity
    message
    line
    field
  }
}
    `,
  { fragmentName: 'Reading' },
) as unknown as TypedDocumentString<ReadingFragment, unknown>;
export const ReadAnewFragmentDoc = new TypedDocumentString(
  `
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'ReadAnew' },
) as unknown as TypedDocumentString<ReadAnewFragment, unknown>;
export const PublishedFragmentDoc = new TypedDocumentString(
  `
    fragment Published on PublishPostingResult {
  __typename
  ... on PublishPostingPayload {
    posting {
      id
      status
    }
  }
  ... on PublishRefused {
    problems {
      code
      severity
      message
      line
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'Published' },
) as unknown as TypedDocumentString<PublishedFragment, unknown>;
export const PostingChangedFragmentDoc = new TypedDocumentString(
  `
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'PostingChanged' },
) as unknown as TypedDocumentString<PostingChangedFragment, unknown>;
export const FactChangedFragmentDoc = new TypedDocumentString(
  `
    fragment FactChanged on FactChange {
  field
  before
  now
}
    `,
  { fragmentName: 'FactChanged' },
) as unknown as TypedDocumentString<FactChangedFragment, unknown>;
export const MeetingSeenFragmentDoc = new TypedDocumentString(
  `
    fragment MeetingSeen on MyInterview {
  answer
  interviewSeatId
  interview {
    id
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    startsAt
    endsAt
    state
  }
}
    `,
  { fragmentName: 'MeetingSeen' },
) as unknown as TypedDocumentString<MeetingSeenFragment, unknown>;
export const BusyOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment BusyOutcome on BusyBlockResult {
  __typename
  ... on BusyBlockPayload {
    busyBlockId
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'BusyOutcome' },
) as unknown as TypedDocumentString<BusyOutcomeFragment, unknown>;
export const ExceptionOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment ExceptionOutcome on HoursExceptionResult {
  __typename
  ... on HoursExceptionPayload {
    exceptionId
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'ExceptionOutcome' },
) as unknown as TypedDocumentString<ExceptionOutcomeFragment, unknown>;
export const CalendarOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}
    `,
  { fragmentName: 'CalendarOutcome' },
) as unknown as TypedDocumentString<CalendarOutcomeFragment, unknown>;
export const FeedOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment FeedOutcome on CalendarFeedResult {
  __typename
  ... on CalendarFeedPayload {
    feedId
    address
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'FeedOutcome' },
) as unknown as TypedDocumentString<FeedOutcomeFragment, unknown>;
export const ComplianceOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}
    `,
  { fragmentName: 'ComplianceOutcome' },
) as unknown as TypedDocumentString<ComplianceOutcomeFragment, unknown>;
export const PersonOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'PersonOutcome' },
) as unknown as TypedDocumentString<PersonOutcomeFragment, unknown>;
export const PoolOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'PoolOutcome' },
) as unknown as TypedDocumentString<PoolOutcomeFragment, unknown>;
export const AccountOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}
    `,
  { fragmentName: 'AccountOutcome' },
) as unknown as TypedDocumentString<AccountOutcomeFragment, unknown>;
export const WebhookOutcomeFragmentDoc = new TypedDocumentString(
  `
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}
    `,
  { fragmentName: 'WebhookOutcome' },
) as unknown as TypedDocumentString<WebhookOutcomeFragment, unknown>;
export const BoardChangedDocument = new TypedDocumentString(`
    subscription BoardChanged($postingId: ID!) {
  boardChanged(postingId: $postingId) {
    at
  }
}
    `) as unknown as TypedDocumentString<BoardChangedSubscription, BoardChangedSubscriptionVariables>;
export const FrameDocument = new TypedDocumentString(`
    query Frame {
  viewer {
    id
    name
    email
    role
    zone
    title
  }
  organization {
    id
    name
    slug
    zone
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const PaletteCandidatesDocument = new TypedDocumentString(`
    query PaletteCandidates($query: String!) {
  searchCandidates(query: $query, first: 8) {
    id
    name
    applications {
      id
      postingTitle
      stageName
      status
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteCandidatesQuery, PaletteCandidatesQueryVariables>;
export const PostingNamesDocument = new TypedDocumentString(`
    query PostingNames {
  postings(first: 100) {
    nodes {
      id
      title
      status
      myTeamRoles
    }
  }
}
    `) as unknown as TypedDocumentString<PostingNamesQuery, PostingNamesQueryVariables>;
export const ApplicationDocument = new TypedDocumentString(`
    query Application($id: ID!) {
  application(id: $id) {
    id
    version
    status
    stageId
    stageName
    appliedAt
    enteredStageAt
    endedAt
    consentedAt
    country
    source
    postingId
    postingTitle
    openingId
    possibleCommands
    residence
    residenceCheck
    reason {
      id
      label
    }
    waiting {
      on
      for
      until
    }
    stages {
      id
      name
      kind
      position
      skippableIf
      targetDays
    }
    candidate {
      id
      name
      email
      phone
      location
      country
      zone
      links
      version
    }
    answers {
      questionId
      label
      kind
      text
    }
    attachments {
      id
      fileName
      contentType
      kind
      sizeBytes
      createdAt
    }
    notes {
      id
      authorName
      createdAt
      text
    }
    transitions {
      version
      at
      command
      actorKind
      actorName
      fromStageId
      fromStageName
      toStageId
      toStageName
      fromStatus
      toStatus
      reason
      reasonId
      evidence
      passedOver
    }
    interviews {
      ...InterviewSeen
    }
    takeHomes {
      id
      version
      status
      stageId
      stageName
      brief
      sentAt
      dueAt
      dueZone
      late
      submittedAt
      submissionUrl
      submissionNote
      submissionFileName
      submissionAttachmentId
      extensions
      reviewers {
        id
        name
      }
    }
    scorecards {
      id
      stageId
      stageName
      state
      recommendation
      notes
      submittedAt
      author {
        id
        name
      }
      ratings {
        attributeId
        name
        rating
        note
      }
    }
    scorecardSummary {
      stageId
      stageName
      cardsIn
      cardsExpected
      withheld
      recommendations {
        recommendation
        count
      }
      attributes {
        attributeId
        name
        ratings {
          author {
            id
            name
          }
          rating
          note
        }
      }
    }
    mails {
      ...MailSeen
    }
  }
}
    fragment InterviewSeen on Interview {
  id
  version
  applicationId
  stageId
  stageName
  state
  startsAt
  endsAt
  zone
  candidateZone
  meetingUrl
  reason
  seats {
    id
    personId
    name
    role
    title
    answer
  }
}
fragment MailSeen on Mail {
  id
  applicationId
  template
  subject
  audience
  recipient
  state
  decidedAt
  sentAt
  notBefore
  heldUntil
  skippedBecause
  error
  needsAPerson
}`) as unknown as TypedDocumentString<ApplicationQuery, ApplicationQueryVariables>;
export const OpenOpeningsDocument = new TypedDocumentString(`
    query OpenOpenings($postingId: ID!) {
  posting(id: $postingId) {
    id
    openings {
      id
      number
      status
    }
  }
}
    `) as unknown as TypedDocumentString<OpenOpeningsQuery, OpenOpeningsQueryVariables>;
export const TeamSlotsDocument = new TypedDocumentString(`
    query TeamSlots($applicationId: ID!, $zone: String) {
  slots(applicationId: $applicationId, zone: $zone, limit: 200) {
    ...SlotsFound
  }
}
    fragment SlotsFound on SlotsResult {
  __typename
  ... on SlotList {
    stageId
    stageName
    durationMin
    count
    moves
    slots {
      startsAt
      endsAt
      seats {
        seatId
        personId
        role
      }
    }
    none {
      message
      blocks {
        code
        message
      }
      relaxations {
        change
        count
        message
      }
      waysOut {
        count
        message
      }
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<TeamSlotsQuery, TeamSlotsQueryVariables>;
export const BookInterviewDocument = new TypedDocumentString(`
    mutation BookInterview($input: BookInterviewInput!) {
  result: bookInterview(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<BookInterviewMutation, BookInterviewMutationVariables>;
export const RescheduleInterviewDocument = new TypedDocumentString(`
    mutation RescheduleInterview($input: RescheduleInterviewInput!) {
  result: rescheduleInterview(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RescheduleInterviewMutation, RescheduleInterviewMutationVariables>;
export const CancelInterviewDocument = new TypedDocumentString(`
    mutation CancelInterview($input: CancelInterviewInput!) {
  result: cancelInterview(input: $input) {
    ...InterviewOutcome
  }
}
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CancelInterviewMutation, CancelInterviewMutationVariables>;
export const MarkNoShowDocument = new TypedDocumentString(`
    mutation MarkNoShow($input: SettleInterviewInput!) {
  result: markNoShow(input: $input) {
    ...InterviewOutcome
  }
}
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<MarkNoShowMutation, MarkNoShowMutationVariables>;
export const RequestInterviewDocument = new TypedDocumentString(`
    mutation RequestInterview($input: RequestInterviewInput!) {
  result: requestInterview(input: $input) {
    __typename
    ... on RequestInterviewPayload {
      expiresAt
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestInterviewMutation, RequestInterviewMutationVariables>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($input: AddNoteInput!) {
  result: addNote(input: $input) {
    __typename
    ... on AddNotePayload {
      noteId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const ExtendTakeHomeDocument = new TypedDocumentString(`
    mutation ExtendTakeHome($input: ExtendTakeHomeInput!) {
  result: extendTakeHome(input: $input) {
    __typename
    ... on TakeHomePayload {
      takeHome {
        id
        dueAt
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExtendTakeHomeMutation, ExtendTakeHomeMutationVariables>;
export const MailWithWordsDocument = new TypedDocumentString(`
    query MailWithWords($id: ID!) {
  mail(id: $id) {
    text
    mail {
      id
      subject
      recipient
      state
    }
  }
}
    `) as unknown as TypedDocumentString<MailWithWordsQuery, MailWithWordsQueryVariables>;
export const PreviewMailDocument = new TypedDocumentString(`
    query PreviewMail($input: PreviewMailInput!) {
  previewMail(input: $input) {
    __typename
    ... on MailPreview {
      subject
      text
      html
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewMailQuery, PreviewMailQueryVariables>;
export const WhyNotThisTimeDocument = new TypedDocumentString(`
    query WhyNotThisTime($applicationId: ID!, $startsAt: String!, $zone: String) {
  whyNotThisTime(applicationId: $applicationId, startsAt: $startsAt, zone: $zone) {
    __typename
    ... on WhyNotTime {
      possible
      message
      said
      seats {
        seatId
        role
        members {
          personId
          name
          rules {
            code
            message
          }
        }
      }
      alternatives {
        startsAt
        said
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WhyNotThisTimeQuery, WhyNotThisTimeQueryVariables>;
export const AssignReviewerDocument = new TypedDocumentString(`
    mutation AssignReviewer($input: ReviewerInput!) {
  result: assignReviewer(input: $input) {
    ...TakeHomeOutcome
  }
}
    fragment TakeHomeOutcome on TakeHomeResult {
  __typename
  ... on TakeHomePayload {
    takeHome {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AssignReviewerMutation, AssignReviewerMutationVariables>;
export const RemoveReviewerDocument = new TypedDocumentString(`
    mutation RemoveReviewer($input: ReviewerInput!) {
  result: removeReviewer(input: $input) {
    ...TakeHomeOutcome
  }
}
    fragment TakeHomeOutcome on TakeHomeResult {
  __typename
  ... on TakeHomePayload {
    takeHome {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveReviewerMutation, RemoveReviewerMutationVariables>;
export const ReplaceSeatDocument = new TypedDocumentString(`
    mutation ReplaceSeat($input: ReplaceSeatInput!) {
  result: replaceSeat(input: $input) {
    ...BookingOutcome
  }
}
    fragment BookingOutcome on BookingResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReplaceSeatMutation, ReplaceSeatMutationVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($postingId: ID!) {
  board(postingId: $postingId) {
    postingId
    title
    status
    columns {
      stageId
      name
      kind
      count
      planVersion
      targetDays
    }
    cards {
      id
      candidateId
      candidateName
      appliedAt
      enteredStageAt
      stageId
      status
      version
      waitingFor
      waitingOn
      waitingUntil
      residenceCheck
    }
    ended {
      hired
      rejected
      withdrawn
    }
  }
}
    `) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardMailsDocument = new TypedDocumentString(`
    query BoardMails($postingId: ID!) {
  pendingMails(postingId: $postingId, first: 100) {
    nodes {
      id
      applicationId
      subject
      recipient
      notBefore
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<BoardMailsQuery, BoardMailsQueryVariables>;
export const RejectionReasonsDocument = new TypedDocumentString(`
    query RejectionReasons {
  rejectionReasons {
    id
    label
    side
    active
  }
}
    `) as unknown as TypedDocumentString<RejectionReasonsQuery, RejectionReasonsQueryVariables>;
export const MoveApplicationDocument = new TypedDocumentString(`
    mutation MoveApplication($input: MoveApplicationInput!) {
  result: moveApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<MoveApplicationMutation, MoveApplicationMutationVariables>;
export const SendBackApplicationDocument = new TypedDocumentString(`
    mutation SendBackApplication($input: SendBackApplicationInput!) {
  result: sendBackApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SendBackApplicationMutation, SendBackApplicationMutationVariables>;
export const RejectApplicationDocument = new TypedDocumentString(`
    mutation RejectApplication($input: RejectApplicationInput!) {
  result: rejectApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RejectApplicationMutation, RejectApplicationMutationVariables>;
export const SkipStageDocument = new TypedDocumentString(`
    mutation SkipStage($input: SkipStageInput!) {
  result: skipStage(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SkipStageMutation, SkipStageMutationVariables>;
export const HireApplicationDocument = new TypedDocumentString(`
    mutation HireApplication($input: HireApplicationInput!) {
  result: hireApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<HireApplicationMutation, HireApplicationMutationVariables>;
export const WithdrawApplicationDocument = new TypedDocumentString(`
    mutation WithdrawApplication($input: WithdrawApplicationInput!) {
  result: withdrawApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const ReopenApplicationDocument = new TypedDocumentString(`
    mutation ReopenApplication($input: ReopenApplicationInput!) {
  result: reopenApplication(input: $input) {
    ...MoveOutcome
  }
}
    fragment Standing on ApplicationStanding {
  id
  status
  stageId
  stageName
  enteredStageAt
  version
}
fragment MoveOutcome on MoveResult {
  __typename
  ... on MovePayload {
    postingClosed
    application {
      ...Standing
    }
    transition {
      version
      command
      fromStageId
      toStageId
    }
  }
  ... on ApplicationConflict {
    message
    presentVersion
    application {
      ...Standing
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReopenApplicationMutation, ReopenApplicationMutationVariables>;
export const AddingToDocument = new TypedDocumentString(`
    query AddingTo($postingId: ID!) {
  posting(id: $postingId) {
    id
    questions {
      id
      label
      kind
      required
    }
  }
  sources {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AddingToQuery, AddingToQueryVariables>;
export const AddCandidateApplicationDocument = new TypedDocumentString(`
    mutation AddCandidateApplication($input: AddCandidateApplicationInput!) {
  result: addCandidateApplication(input: $input) {
    __typename
    ... on AddedApplication {
      applicationId
      alreadyThere
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddCandidateApplicationMutation, AddCandidateApplicationMutationVariables>;
export const SearchCandidatesDocument = new TypedDocumentString(`
    query SearchCandidates($query: String!) {
  searchCandidates(query: $query, first: 50) {
    id
    name
    email
    location
    applications {
      id
      postingTitle
      stageName
      status
      appliedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SearchCandidatesQuery, SearchCandidatesQueryVariables>;
export const CandidateProfileDocument = new TypedDocumentString(`
    query CandidateProfile($id: ID!) {
  candidate(id: $id) {
    id
    name
    email
    phone
    location
    country
    zone
    language
    links
    createdAt
    mergedIntoId
    version
    applications {
      id
      postingId
      postingTitle
      stageName
      status
      appliedAt
    }
    attachments {
      id
      fileName
      kind
      sizeBytes
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<CandidateProfileQuery, CandidateProfileQueryVariables>;
export const MergeCandidatesDocument = new TypedDocumentString(`
    mutation MergeCandidates($input: MergeCandidatesInput!) {
  result: mergeCandidates(input: $input) {
    __typename
    ... on MergeCandidatesPayload {
      keptId
      applications
      attachments
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeCandidatesMutation, MergeCandidatesMutationVariables>;
export const UpdateCandidateDocument = new TypedDocumentString(`
    mutation UpdateCandidate($input: UpdateCandidateInput!) {
  result: updateCandidate(input: $input) {
    __typename
    ... on UpdateCandidatePayload {
      candidateId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCandidateMutation, UpdateCandidateMutationVariables>;
export const EraseCandidateDocument = new TypedDocumentString(`
    mutation EraseCandidate($input: EraseCandidateInput!) {
  result: eraseCandidate(input: $input) {
    __typename
    ... on EraseCandidatePayload {
      candidateId
      applications
      files
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EraseCandidateMutation, EraseCandidateMutationVariables>;
export const BatchDocument = new TypedDocumentString(`
    query Batch($applicationIds: [ID!]!, $zone: String!) {
  batch(applicationIds: $applicationIds, zone: $zone) {
    __typename
    ... on Batch {
      bound
      zone
      interviews {
        applicationId
        startsAt
        endsAt
        said
        seats {
          seatId
          role
          personId
          person {
            id
            name
          }
        }
      }
      without {
        applicationId
        message
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BatchQuery, BatchQueryVariables>;
export const FindTimeDocument = new TypedDocumentString(`
    query FindTime($applicationId: ID!, $from: String!, $to: String!, $searchFrom: String!, $searchTo: String!, $zone: String!) {
  application(id: $applicationId) {
    id
    version
    stageId
    stageName
    postingId
    postingTitle
    possibleCommands
    candidate {
      id
      name
      zone
    }
    interviews {
      id
      version
      state
      startsAt
    }
  }
  schedulingWeek(applicationId: $applicationId, from: $from, to: $to) {
    __typename
    ... on SchedulingWeek {
      stageId
      stageName
      durationMin
      zone
      noticeUntil
      law {
        startsAt
        endsAt
      }
      candidate {
        zone
        hasNamed
        hours {
          startsAt
          endsAt
        }
        taken {
          startsAt
          endsAt
          by
        }
      }
      members {
        personId
        name
        zone
        roles
        load
        hours {
          startsAt
          endsAt
        }
        taken {
          startsAt
          endsAt
          by
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
  slots(
    applicationId: $applicationId
    from: $searchFrom
    to: $searchTo
    zone: $zone
    limit: 500
  ) {
    ...SlotsFound
  }
  timeWishes {
    applicationId
    zone
    note
    windows {
      startsAt
      endsAt
      said
    }
  }
}
    fragment SlotsFound on SlotsResult {
  __typename
  ... on SlotList {
    stageId
    stageName
    durationMin
    count
    moves
    slots {
      startsAt
      endsAt
      seats {
        seatId
        personId
        role
      }
    }
    none {
      message
      blocks {
        code
        message
      }
      relaxations {
        change
        count
        message
      }
      waysOut {
        count
        message
      }
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<FindTimeQuery, FindTimeQueryVariables>;
export const LoopsDocument = new TypedDocumentString(`
    query Loops($applicationId: ID!, $pace: String, $zone: String) {
  loops(applicationId: $applicationId, pace: $pace, zone: $zone) {
    __typename
    ... on LoopList {
      loops {
        spanMin
        rounds {
          stageId
          stageName
          startsAt
          endsAt
          seats {
            seatId
            role
            person {
              id
              name
            }
          }
        }
      }
      without {
        stageId
        stageName
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LoopsQuery, LoopsQueryVariables>;
export const SettleTimeWishDocument = new TypedDocumentString(`
    mutation SettleTimeWish($input: SettleTimeWishInput!) {
  result: settleTimeWish(input: $input) {
    __typename
    ... on ChoicePayload {
      applicationId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SettleTimeWishMutation, SettleTimeWishMutationVariables>;
export const BookLoopDocument = new TypedDocumentString(`
    mutation BookLoop($input: BookLoopInput!) {
  result: bookLoop(input: $input) {
    __typename
    ... on LoopPayload {
      applicationId
    }
    ... on SlotUnavailable {
      code
      message
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BookLoopMutation, BookLoopMutationVariables>;
export const RequestLoopDocument = new TypedDocumentString(`
    mutation RequestLoop($input: RequestLoopInput!) {
  result: requestLoop(input: $input) {
    __typename
    ... on RequestInterviewPayload {
      expiresAt
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestLoopMutation, RequestLoopMutationVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  myScorecardsDue {
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    since
    draftVersion
    interviewSeatId
  }
  myInterviews(first: 50) {
    nodes {
      answer
      interviewSeatId
      interview {
        ...InterviewSeen
        candidateName
        postingTitle
      }
    }
  }
}
    fragment InterviewSeen on Interview {
  id
  version
  applicationId
  stageId
  stageName
  state
  startsAt
  endsAt
  zone
  candidateZone
  meetingUrl
  reason
  seats {
    id
    personId
    name
    role
    title
    answer
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const HomePostingsDocument = new TypedDocumentString(`
    query HomePostings {
  teamTurn(first: 8) {
    count
    applications {
      applicationId
      candidateName
      stageName
      postingTitle
      waitingFor
      since
      lateDays
    }
    postings {
      postingId
      active
      waiting
    }
  }
  postings(first: 100) {
    nodes {
      id
      title
      status
    }
  }
  promisedAnswers(first: 8) {
    applicationId
    candidateName
    stageName
    postingTitle
    dueAt
    broken
    lateToldAt
  }
  timeProposals {
    applicationId
    candidateName
    interviewId
    interviewSeatId
    note
    personName
    postingTitle
    proposedAt
    stageName
    startsAt
    version
  }
  timeWishes {
    applicationId
    candidateName
    stageName
    postingTitle
    saidAt
  }
  mailTasks(first: 100) {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<HomePostingsQuery, HomePostingsQueryVariables>;
export const HomePrivacyDocument = new TypedDocumentString(`
    query HomePrivacy {
  privacyRequests(first: 100, open: true) {
    nodes {
      id
      answerBy
    }
  }
}
    `) as unknown as TypedDocumentString<HomePrivacyQuery, HomePrivacyQueryVariables>;
export const SettleTimeProposalDocument = new TypedDocumentString(`
    mutation SettleTimeProposal($input: SettleTimeProposalInput!) {
  result: settleTimeProposal(input: $input) {
    ...InterviewOutcome
  }
}
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SettleTimeProposalMutation, SettleTimeProposalMutationVariables>;
export const AnswerSeatDocument = new TypedDocumentString(`
    mutation AnswerSeat($input: AnswerSeatInput!) {
  result: answerSeat(input: $input) {
    ...InterviewOutcome
  }
}
    fragment InterviewOutcome on InterviewResult {
  __typename
  ... on InterviewPayload {
    interviewId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AnswerSeatMutation, AnswerSeatMutationVariables>;
export const StageFlowDocument = new TypedDocumentString(`
    query StageFlow($postingId: ID!) {
  stageFlow(postingId: $postingId) {
    name
    kind
    reached
    wentOn
    rejected
    withdrew
    present
    medianDays
  }
  interviewerLoad(postingId: $postingId) {
    personId
    name
    held
    heldHere
    coming
    comingHere
    targetPerWeek
  }
  board(postingId: $postingId) {
    postingId
    title
    cards {
      id
      enteredStageAt
      waitingOn
    }
  }
}
    `) as unknown as TypedDocumentString<StageFlowQuery, StageFlowQueryVariables>;
export const KitDocument = new TypedDocumentString(`
    query Kit($applicationId: ID!, $stageId: ID!) {
  interviewKit(applicationId: $applicationId, stageId: $stageId) {
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    purpose
    questions
    mayWrite
    cvAttachmentId
    cvFileName
    attributes {
      id
      name
      description
    }
    interview {
      id
      startsAt
      endsAt
      zone
      state
      meetingUrl
      seats {
        interviewSeatId
        mine
        personId
        personName
        role
      }
    }
    takeHome {
      id
      brief
      status
      dueAt
      late
      submissionUrl
      submissionNote
      submissionFileName
      submissionAttachmentId
      submittedAt
    }
    myScorecard {
      ...Card
    }
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}`) as unknown as TypedDocumentString<KitQuery, KitQueryVariables>;
export const SaveScorecardDraftDocument = new TypedDocumentString(`
    mutation SaveScorecardDraft($input: ScorecardInput!) {
  result: saveScorecardDraft(input: $input) {
    ...CardOutcome
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}
fragment CardOutcome on ScorecardResult {
  __typename
  ... on ScorecardPayload {
    scorecard {
      ...Card
    }
  }
  ... on Conflict {
    presentVersion
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SaveScorecardDraftMutation, SaveScorecardDraftMutationVariables>;
export const SubmitScorecardDocument = new TypedDocumentString(`
    mutation SubmitScorecard($input: ScorecardInput!) {
  result: submitScorecard(input: $input) {
    ...CardOutcome
  }
}
    fragment Card on Scorecard {
  id
  version
  state
  recommendation
  notes
  submittedAt
  updatedAt
  ratings {
    attributeId
    rating
    note
  }
}
fragment CardOutcome on ScorecardResult {
  __typename
  ... on ScorecardPayload {
    scorecard {
      ...Card
    }
  }
  ... on Conflict {
    presentVersion
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SubmitScorecardMutation, SubmitScorecardMutationVariables>;
export const IncomingMailsDocument = new TypedDocumentString(`
    query IncomingMails($kinds: [IncomingMailKind!], $after: String) {
  incomingMails(kinds: $kinds, first: 50, after: $after) {
    nodes {
      ...IncomingSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment IncomingSeen on IncomingMail {
  id
  kind
  answersMailId
  applicationId
  sender
  subject
  text
  outcome
  attachmentIds
  receivedAt
}`) as unknown as TypedDocumentString<IncomingMailsQuery, IncomingMailsQueryVariables>;
export const IncomingMailsOfDocument = new TypedDocumentString(`
    query IncomingMailsOf($applicationId: ID!, $after: String) {
  incomingMailsOf(applicationId: $applicationId, first: 100, after: $after) {
    nodes {
      ...IncomingSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment IncomingSeen on IncomingMail {
  id
  kind
  answersMailId
  applicationId
  sender
  subject
  text
  outcome
  attachmentIds
  receivedAt
}`) as unknown as TypedDocumentString<IncomingMailsOfQuery, IncomingMailsOfQueryVariables>;
export const MailTemplatesDocument = new TypedDocumentString(`
    query MailTemplates($language: String, $postingId: ID, $stage: String) {
  mailTemplates(language: $language, postingId: $postingId, stage: $stage) {
    key
    event
    audience
    languages
    places {
      language
      postingId
      postingTitle
      stage
      version
    }
    defaultWords {
      subject
      text
      mjml
    }
    ownWords {
      subject
      text
      mjml
      version
      savedAt
    }
    variables {
      name
      kind
      meaning
      essential
      optional
    }
  }
}
    `) as unknown as TypedDocumentString<MailTemplatesQuery, MailTemplatesQueryVariables>;
export const MailTasksDocument = new TypedDocumentString(`
    query MailTasks {
  mailTasks(first: 100) {
    nodes {
      ...MailSeen
    }
  }
}
    fragment MailSeen on Mail {
  id
  applicationId
  template
  subject
  audience
  recipient
  state
  decidedAt
  sentAt
  notBefore
  heldUntil
  skippedBecause
  error
  needsAPerson
}`) as unknown as TypedDocumentString<MailTasksQuery, MailTasksQueryVariables>;
export const RetryMailDocument = new TypedDocumentString(`
    mutation RetryMail($input: RetryMailInput!) {
  result: retryMail(input: $input) {
    __typename
    ... on RetryMailPayload {
      mail {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RetryMailMutation, RetryMailMutationVariables>;
export const SettleMailDocument = new TypedDocumentString(`
    mutation SettleMail($input: SettleMailInput!) {
  result: settleMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SettleMailMutation, SettleMailMutationVariables>;
export const AttendMailDocument = new TypedDocumentString(`
    mutation AttendMail($input: MailIdInput!) {
  result: attendMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AttendMailMutation, AttendMailMutationVariables>;
export const WithholdMailDocument = new TypedDocumentString(`
    mutation WithholdMail($input: MailIdInput!) {
  result: withholdMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<WithholdMailMutation, WithholdMailMutationVariables>;
export const ScheduleMailDocument = new TypedDocumentString(`
    mutation ScheduleMail($input: ScheduleMailInput!) {
  result: scheduleMail(input: $input) {
    ...MailChanged
  }
}
    fragment MailChanged on ChangedMailResult {
  __typename
  ... on ChangedMailPayload {
    mail {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ScheduleMailMutation, ScheduleMailMutationVariables>;
export const SaveMailTemplateDocument = new TypedDocumentString(`
    mutation SaveMailTemplate($input: SaveMailTemplateInput!) {
  result: saveMailTemplate(input: $input) {
    ...TemplateOutcome
  }
}
    fragment TemplateOutcome on MailTemplateResult {
  __typename
  ... on MailTemplatePayload {
    template {
      key
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SaveMailTemplateMutation, SaveMailTemplateMutationVariables>;
export const ResetMailTemplateDocument = new TypedDocumentString(`
    mutation ResetMailTemplate($input: ResetMailTemplateInput!) {
  result: resetMailTemplate(input: $input) {
    ...TemplateOutcome
  }
}
    fragment TemplateOutcome on MailTemplateResult {
  __typename
  ... on MailTemplatePayload {
    template {
      key
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResetMailTemplateMutation, ResetMailTemplateMutationVariables>;
export const MailSettingsDocument = new TypedDocumentString(`
    query MailSettings {
  mailSettings {
    language
    answerDays
    undoSeconds
    quietFrom
    quietUntil
    version
    undoByMail {
      key
      seconds
    }
  }
}
    `) as unknown as TypedDocumentString<MailSettingsQuery, MailSettingsQueryVariables>;
export const SaveMailSettingsDocument = new TypedDocumentString(`
    mutation SaveMailSettings($input: SaveMailSettingsInput!) {
  result: saveMailSettings(input: $input) {
    __typename
    ... on MailSettingsPayload {
      settings {
        version
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMailSettingsMutation, SaveMailSettingsMutationVariables>;
export const PostingMailSettingsDocument = new TypedDocumentString(`
    query PostingMailSettings($postingId: ID!) {
  postingMailSettings(postingId: $postingId) {
    version
    language
    answerDays
  }
}
    `) as unknown as TypedDocumentString<PostingMailSettingsQuery, PostingMailSettingsQueryVariables>;
export const SavePostingMailSettingsDocument = new TypedDocumentString(`
    mutation SavePostingMailSettings($input: SavePostingMailSettingsInput!) {
  result: savePostingMailSettings(input: $input) {
    __typename
    ... on PostingMailSettingsPayload {
      settings {
        version
      }
    }
    ... on UserError {
      code
      message
    }
    ... on InvalidInput {
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SavePostingMailSettingsMutation, SavePostingMailSettingsMutationVariables>;
export const PostingStagesDocument = new TypedDocumentString(`
    query PostingStages($postingId: ID!) {
  posting(id: $postingId) {
    id
    plan {
      stages {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostingStagesQuery, PostingStagesQueryVariables>;
export const AllMailsDocument = new TypedDocumentString(`
    query AllMails($after: String, $filter: MailFilterInput) {
  mails(first: 50, after: $after, filter: $filter) {
    nodes {
      ...MailSeen
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MailSeen on Mail {
  id
  applicationId
  template
  subject
  audience
  recipient
  state
  decidedAt
  sentAt
  notBefore
  heldUntil
  skippedBecause
  error
  needsAPerson
}`) as unknown as TypedDocumentString<AllMailsQuery, AllMailsQueryVariables>;
export const MailSuppressionsDocument = new TypedDocumentString(`
    query MailSuppressions($after: String) {
  mailSuppressions(first: 100, after: $after) {
    nodes {
      address
      template
      because
      since
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MailSuppressionsQuery, MailSuppressionsQueryVariables>;
export const LiftMailSuppressionDocument = new TypedDocumentString(`
    mutation LiftMailSuppression($input: LiftMailSuppressionInput!) {
  result: liftMailSuppression(input: $input) {
    __typename
    ... on LiftMailSuppressionPayload {
      address
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LiftMailSuppressionMutation, LiftMailSuppressionMutationVariables>;
export const SetPostingConfidentialDocument = new TypedDocumentString(`
    mutation SetPostingConfidential($input: SetPostingConfidentialInput!) {
  result: setPostingConfidential(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SetPostingConfidentialMutation, SetPostingConfidentialMutationVariables>;
export const PlanMovesDocument = new TypedDocumentString(`
    query PlanMoves($postingId: ID!, $mapping: [StageMappingInput!]) {
  planMoves(postingId: $postingId, mapping: $mapping) {
    planVersion
    more
    mapping {
      fromStageId
      toStageId
      begins
    }
    moves {
      applicationId
      candidateName
      fromStageId
      fromStageName
      toStageId
      toStageName
      outcome
      stays
    }
  }
}
    `) as unknown as TypedDocumentString<PlanMovesQuery, PlanMovesQueryVariables>;
export const PresentPlanDocument = new TypedDocumentString(`
    query PresentPlan($postingId: ID!) {
  posting(id: $postingId) {
    id
    title
    plan {
      id
      version
      stages {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PresentPlanQuery, PresentPlanQueryVariables>;
export const MoveToPresentPlanDocument = new TypedDocumentString(`
    mutation MoveToPresentPlan($input: MoveToPresentPlanInput!) {
  result: moveToPresentPlan(input: $input) {
    __typename
    ... on MoveToPresentPlanPayload {
      more
      moves {
        applicationId
        outcome
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MoveToPresentPlanMutation, MoveToPresentPlanMutationVariables>;
export const PostingCoverageDocument = new TypedDocumentString(`
    query PostingCoverage($postingId: ID!) {
  postingCoverage(postingId: $postingId) {
    zone
    hours
    hoursAfter
    changesAt
  }
}
    `) as unknown as TypedDocumentString<PostingCoverageQuery, PostingCoverageQueryVariables>;
export const PostingsDocument = new TypedDocumentString(`
    query Postings {
  postings(first: 100) {
    nodes {
      id
      title
      slug
      status
      category
      openedAt
      createdAt
      myTeamRoles
      openings {
        id
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostingsQuery, PostingsQueryVariables>;
export const PreviewPostingDocument = new TypedDocumentString(`
    query PreviewPosting($document: String!, $fileName: String) {
  previewPosting(document: $document, fileName: $fileName) {
    reading {
      ...Reading
    }
    stages {
      name
      kind
      durationMin
      skippableIf
      targetDays
      seats {
        role
        pool
      }
    }
    pools {
      role
      poolId
      members
    }
  }
}
    fragment Reading on PostingReading {
  title
  company
  category
  status
  locations
  remote
  residence
  employmentTypes
  onCall
  processDuration
  candidateTime
  equity
  residencePreferred
  otherHours
  salaryRanges {
    label
    min
    max
    currency
    period
  }
  overlap {
    text
  }
  planSource
  salary {
    min
    max
    currency
    period
  }
  coreHours {
    start
    end
    zone
    days
  }
  levels {
    name
    extends
  }
  rounds {
    order
    name
    kind
    durationMin
    durationMax
    async
    skippableIf
    seats {
      role
      pool
    }
  }
  facts {
    field
    line
    endLine
    column
    text
    value
    confidence
    rule
    sharedSection
  }
  diagnostics {
    code
    severity
    message
    line
    field
  }
}`) as unknown as TypedDocumentString<PreviewPostingQuery, PreviewPostingQueryVariables>;
export const PostingEditorDocument = new TypedDocumentString(`
    query PostingEditor($id: ID!) {
  posting(id: $id) {
    id
    title
    slug
    status
    version
    revision
    document
    includes
    confidential
    myTeamRoles
    openings {
      id
      number
      status
    }
    publishProblems {
      code
      severity
      message
      line
      stageId
    }
    reading {
      ...Reading
    }
    questions {
      id
      label
      kind
      required
    }
    team {
      personId
      teamRole
      person {
        id
        name
        title
      }
    }
    revisions {
      number
      fileName
      createdAt
    }
    plan {
      id
      version
      source
      stages {
        id
        name
        kind
        position
        durationMin
        selfSchedule
        skippableIf
        targetDays
        takeHome {
          dueDays
          effortHours
        }
        seats {
          id
          role
          poolId
        }
        kit {
          id
          purpose
          questions
          attributes {
            id
            name
            description
          }
        }
      }
    }
  }
}
    fragment Reading on PostingReading {
  title
  company
  category
  status
  locations
  remote
  residence
  employmentTypes
  onCall
  processDuration
  candidateTime
  equity
  residencePreferred
  otherHours
  salaryRanges {
    label
    min
    max
    currency
    period
  }
  overlap {
    text
  }
  planSource
  salary {
    min
    max
    currency
    period
  }
  coreHours {
    start
    end
    zone
    days
  }
  levels {
    name
    extends
  }
  rounds {
    order
    name
    kind
    durationMin
    durationMax
    async
    skippableIf
    seats {
      role
      pool
    }
  }
  facts {
    field
    line
    endLine
    column
    text
    value
    confidence
    rule
    sharedSection
  }
  diagnostics {
    code
    severity
    message
    line
    field
  }
}`) as unknown as TypedDocumentString<PostingEditorQuery, PostingEditorQueryVariables>;
export const PoolsDocument = new TypedDocumentString(`
    query Pools {
  interviewerPools {
    id
    name
    members {
      personId
      targetPerWeek
      person {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PoolsQuery, PoolsQueryVariables>;
export const ImportPostingDocument = new TypedDocumentString(`
    mutation ImportPosting($input: ImportPostingInput!) {
  result: importPosting(input: $input) {
    __typename
    ... on PostingPayload {
      posting {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPostingMutation, ImportPostingMutationVariables>;
export const RevisePostingDocument = new TypedDocumentString(`
    mutation RevisePosting($input: RevisePostingInput!) {
  result: revisePosting(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevisePostingMutation, RevisePostingMutationVariables>;
export const CorrectPostingDocument = new TypedDocumentString(`
    mutation CorrectPosting($input: CorrectPostingInput!) {
  result: correctPosting(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CorrectPostingMutation, CorrectPostingMutationVariables>;
export const PublishPostingDocument = new TypedDocumentString(`
    mutation PublishPosting($input: PublishPostingInput!) {
  result: publishPosting(input: $input) {
    ...Published
  }
}
    fragment Published on PublishPostingResult {
  __typename
  ... on PublishPostingPayload {
    posting {
      id
      status
    }
  }
  ... on PublishRefused {
    problems {
      code
      severity
      message
      line
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<PublishPostingMutation, PublishPostingMutationVariables>;
export const ReopenPostingDocument = new TypedDocumentString(`
    mutation ReopenPosting($input: PublishPostingInput!) {
  result: reopenPosting(input: $input) {
    ...Published
  }
}
    fragment Published on PublishPostingResult {
  __typename
  ... on PublishPostingPayload {
    posting {
      id
      status
    }
  }
  ... on PublishRefused {
    problems {
      code
      severity
      message
      line
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ReopenPostingMutation, ReopenPostingMutationVariables>;
export const ClosePostingDocument = new TypedDocumentString(`
    mutation ClosePosting($input: PostingChangeInput!) {
  result: closePosting(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ClosePostingMutation, ClosePostingMutationVariables>;
export const ArchivePostingDocument = new TypedDocumentString(`
    mutation ArchivePosting($input: PostingChangeInput!) {
  result: archivePosting(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ArchivePostingMutation, ArchivePostingMutationVariables>;
export const EditPlanDocument = new TypedDocumentString(`
    mutation EditPlan($input: EditPlanInput!) {
  result: editPlan(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<EditPlanMutation, EditPlanMutationVariables>;
export const TeamCandidatesDocument = new TypedDocumentString(`
    query TeamCandidates {
  people(first: 100) {
    nodes {
      id
      name
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<TeamCandidatesQuery, TeamCandidatesQueryVariables>;
export const AddTeamMemberDocument = new TypedDocumentString(`
    mutation AddTeamMember($input: TeamMemberInput!) {
  result: addTeamMember(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddTeamMemberMutation, AddTeamMemberMutationVariables>;
export const RemoveTeamMemberDocument = new TypedDocumentString(`
    mutation RemoveTeamMember($input: TeamMemberInput!) {
  result: removeTeamMember(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveTeamMemberMutation, RemoveTeamMemberMutationVariables>;
export const AddOpeningsDocument = new TypedDocumentString(`
    mutation AddOpenings($input: AddOpeningsInput!) {
  result: addOpenings(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddOpeningsMutation, AddOpeningsMutationVariables>;
export const CancelOpeningDocument = new TypedDocumentString(`
    mutation CancelOpening($input: CancelOpeningInput!) {
  result: cancelOpening(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CancelOpeningMutation, CancelOpeningMutationVariables>;
export const SetPostingQuestionsDocument = new TypedDocumentString(`
    mutation SetPostingQuestions($input: SetPostingQuestionsInput!) {
  result: setPostingQuestions(input: $input) {
    ...PostingChanged
  }
}
    fragment PostingChanged on ChangePostingResult {
  __typename
  ... on PostingPayload {
    posting {
      id
      version
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SetPostingQuestionsMutation, SetPostingQuestionsMutationVariables>;
export const EditKitDocument = new TypedDocumentString(`
    mutation EditKit($input: EditKitInput!) {
  result: editKit(input: $input) {
    __typename
    ... on EditKitPayload {
      kept {
        id
        name
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EditKitMutation, EditKitMutationVariables>;
export const SharedSectionsDocument = new TypedDocumentString(`
    query SharedSections {
  sharedSections {
    id
    name
    text
    version
    updatedAt
    shownIn {
      postingId
      title
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SharedSectionsQuery, SharedSectionsQueryVariables>;
export const SaveSharedSectionDocument = new TypedDocumentString(`
    mutation SaveSharedSection($input: SaveSharedSectionInput!) {
  result: saveSharedSection(input: $input) {
    __typename
    ... on SaveSharedSectionPayload {
      sectionId
      shownIn {
        postingId
        planChanged
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveSharedSectionMutation, SaveSharedSectionMutationVariables>;
export const DeleteSharedSectionDocument = new TypedDocumentString(`
    mutation DeleteSharedSection($input: DeleteSharedSectionInput!) {
  result: deleteSharedSection(input: $input) {
    __typename
    ... on DeleteSharedSectionPayload {
      sectionId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteSharedSectionMutation, DeleteSharedSectionMutationVariables>;
export const RevisionsDocument = new TypedDocumentString(`
    query Revisions($id: ID!) {
  posting(id: $id) {
    id
    revisions {
      number
      fileName
      createdAt
      createdById
    }
  }
  people(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RevisionsQuery, RevisionsQueryVariables>;
export const CompareRevisionsDocument = new TypedDocumentString(`
    query CompareRevisions($postingId: ID!, $before: Int!, $after: Int!) {
  compareRevisions(postingId: $postingId, before: $before, after: $after) {
    before {
      number
      document
    }
    after {
      number
      document
    }
    changes {
      ...FactChanged
    }
  }
}
    fragment FactChanged on FactChange {
  field
  before
  now
}`) as unknown as TypedDocumentString<CompareRevisionsQuery, CompareRevisionsQueryVariables>;
export const PreviewRevisionDocument = new TypedDocumentString(`
    query PreviewRevision($postingId: ID!, $document: String!) {
  previewRevision(postingId: $postingId, document: $document) {
    planChanged
    unresolved
    changes {
      ...FactChanged
    }
    overtaken {
      field
    }
  }
}
    fragment FactChanged on FactChange {
  field
  before
  now
}`) as unknown as TypedDocumentString<PreviewRevisionQuery, PreviewRevisionQueryVariables>;
export const OvertakenCorrectionsDocument = new TypedDocumentString(`
    query OvertakenCorrections($id: ID!) {
  posting(id: $id) {
    id
    version
    overtaken {
      field
      number
      action
      value
      valueBefore
      valueNow
      textNow
    }
  }
}
    `) as unknown as TypedDocumentString<OvertakenCorrectionsQuery, OvertakenCorrectionsQueryVariables>;
export const ResolveCorrectionsDocument = new TypedDocumentString(`
    mutation ResolveCorrections($input: ResolveCorrectionsInput!) {
  result: resolveCorrections(input: $input) {
    ...ReadAnew
  }
}
    fragment ReadAnew on ReadPostingAnewResult {
  __typename
  ... on PostingReadingPayload {
    planChanged
    posting {
      id
      version
    }
    overtaken {
      field
      textBefore
      textNow
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResolveCorrectionsMutation, ResolveCorrectionsMutationVariables>;
export const MyAvailabilityDocument = new TypedDocumentString(`
    query MyAvailability($from: String, $to: String) {
  myAvailability {
    personId
    zone
    hours {
      id
      days
      starts
      ends
      zone
    }
    exceptions {
      id
      everybody
      from
      to
      starts
      ends
      name
    }
    turns {
      id
      zone
      days
      starts
      ends
      everyWeeks
      firstWeek
      effect
    }
    limits {
      perDay
      perWeek
      restMin
      bufferBeforeMin
      bufferAfterMin
      meetingUrl
    }
  }
  busyBlocks(from: $from, to: $to) {
    __typename
    ... on BusyBlocks {
      blocks {
        id
        startsAt
        endsAt
        reason
      }
    }
    ... on UserError {
      code
      message
    }
  }
  coming: myInterviews(first: 100) {
    nodes {
      ...MeetingSeen
    }
  }
  past: myInterviews(first: 50, past: true) {
    nodes {
      ...MeetingSeen
    }
  }
}
    fragment MeetingSeen on MyInterview {
  answer
  interviewSeatId
  interview {
    id
    applicationId
    stageId
    stageName
    candidateName
    postingTitle
    startsAt
    endsAt
    state
  }
}`) as unknown as TypedDocumentString<MyAvailabilityQuery, MyAvailabilityQueryVariables>;
export const SetWeeklyHoursDocument = new TypedDocumentString(`
    mutation SetWeeklyHours($input: SetWeeklyHoursInput!) {
  result: setWeeklyHours(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetWeeklyHoursMutation, SetWeeklyHoursMutationVariables>;
export const AddBusyBlockDocument = new TypedDocumentString(`
    mutation AddBusyBlock($input: AddBusyBlockInput!) {
  result: addBusyBlock(input: $input) {
    ...BusyOutcome
  }
}
    fragment BusyOutcome on BusyBlockResult {
  __typename
  ... on BusyBlockPayload {
    busyBlockId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddBusyBlockMutation, AddBusyBlockMutationVariables>;
export const RemoveBusyBlockDocument = new TypedDocumentString(`
    mutation RemoveBusyBlock($input: RemoveBusyBlockInput!) {
  result: removeBusyBlock(input: $input) {
    ...BusyOutcome
  }
}
    fragment BusyOutcome on BusyBlockResult {
  __typename
  ... on BusyBlockPayload {
    busyBlockId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveBusyBlockMutation, RemoveBusyBlockMutationVariables>;
export const SetInterviewLimitsDocument = new TypedDocumentString(`
    mutation SetInterviewLimits($input: SetInterviewLimitsInput!) {
  result: setInterviewLimits(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetInterviewLimitsMutation, SetInterviewLimitsMutationVariables>;
export const SetOnCallTurnsDocument = new TypedDocumentString(`
    mutation SetOnCallTurns($input: SetOnCallTurnsInput!) {
  result: setOnCallTurns(input: $input) {
    __typename
    ... on AvailabilityPayload {
      personId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetOnCallTurnsMutation, SetOnCallTurnsMutationVariables>;
export const AddHoursExceptionDocument = new TypedDocumentString(`
    mutation AddHoursException($input: AddHoursExceptionInput!) {
  result: addHoursException(input: $input) {
    ...ExceptionOutcome
  }
}
    fragment ExceptionOutcome on HoursExceptionResult {
  __typename
  ... on HoursExceptionPayload {
    exceptionId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddHoursExceptionMutation, AddHoursExceptionMutationVariables>;
export const RemoveHoursExceptionDocument = new TypedDocumentString(`
    mutation RemoveHoursException($input: RemoveHoursExceptionInput!) {
  result: removeHoursException(input: $input) {
    ...ExceptionOutcome
  }
}
    fragment ExceptionOutcome on HoursExceptionResult {
  __typename
  ... on HoursExceptionPayload {
    exceptionId
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemoveHoursExceptionMutation, RemoveHoursExceptionMutationVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($subjectId: ID, $after: String) {
  auditEvents(subjectId: $subjectId, first: 50, after: $after) {
    nodes {
      id
      at
      action
      actorKind
      actorId
      actor {
        name
      }
      subjectKind
      subjectId
      detail
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const CalendarsDocument = new TypedDocumentString(`
    query Calendars {
  calendarSources {
    id
    kind
    name
    host
    triedAt
    fetchedAt
    nextAt
    failures
    problem
    busyTimes
  }
}
    `) as unknown as TypedDocumentString<CalendarsQuery, CalendarsQueryVariables>;
export const CalendarFeedsDocument = new TypedDocumentString(`
    query CalendarFeeds {
  calendarFeeds {
    id
    postingId
    createdAt
  }
}
    `) as unknown as TypedDocumentString<CalendarFeedsQuery, CalendarFeedsQueryVariables>;
export const ConnectCalendarDocument = new TypedDocumentString(`
    mutation ConnectCalendar($input: ConnectCalendarInput!) {
  result: connectCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ConnectCalendarMutation, ConnectCalendarMutationVariables>;
export const RefreshCalendarDocument = new TypedDocumentString(`
    mutation RefreshCalendar($input: CalendarInput!) {
  result: refreshCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RefreshCalendarMutation, RefreshCalendarMutationVariables>;
export const DisconnectCalendarDocument = new TypedDocumentString(`
    mutation DisconnectCalendar($input: CalendarInput!) {
  result: disconnectCalendar(input: $input) {
    ...CalendarOutcome
  }
}
    fragment CalendarOutcome on CalendarResult {
  __typename
  ... on CalendarPayload {
    calendarId
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<DisconnectCalendarMutation, DisconnectCalendarMutationVariables>;
export const OpenCalendarFeedDocument = new TypedDocumentString(`
    mutation OpenCalendarFeed($input: OpenCalendarFeedInput!) {
  result: openCalendarFeed(input: $input) {
    ...FeedOutcome
  }
}
    fragment FeedOutcome on CalendarFeedResult {
  __typename
  ... on CalendarFeedPayload {
    feedId
    address
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<OpenCalendarFeedMutation, OpenCalendarFeedMutationVariables>;
export const CloseCalendarFeedDocument = new TypedDocumentString(`
    mutation CloseCalendarFeed($input: CloseCalendarFeedInput!) {
  result: closeCalendarFeed(input: $input) {
    ...FeedOutcome
  }
}
    fragment FeedOutcome on CalendarFeedResult {
  __typename
  ... on CalendarFeedPayload {
    feedId
    address
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CloseCalendarFeedMutation, CloseCalendarFeedMutationVariables>;
export const SelfIdentificationDocument = new TypedDocumentString(`
    query SelfIdentification {
  selfIdentification {
    version
    forms {
      id
      title
      country
      version
      on
      questions
    }
  }
}
    `) as unknown as TypedDocumentString<SelfIdentificationQuery, SelfIdentificationQueryVariables>;
export const SetSelfIdentificationDocument = new TypedDocumentString(`
    mutation SetSelfIdentification($input: SetSelfIdentificationInput!) {
  result: setSelfIdentification(input: $input) {
    __typename
    ... on SetSelfIdentificationPayload {
      version
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetSelfIdentificationMutation, SetSelfIdentificationMutationVariables>;
export const SelfIdentificationReportDocument = new TypedDocumentString(`
    query SelfIdentificationReport($postingId: ID!) {
  selfIdentificationReport(postingId: $postingId) {
    asOf
    questions {
      formId
      key
      label
      steps {
        stages
        decided
        wentOn
        categories {
          key
          label
          decided
          wentOn
          rate
          ratio
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SelfIdentificationReportQuery, SelfIdentificationReportQueryVariables>;
export const PasskeysDocument = new TypedDocumentString(`
    query Passkeys {
  passkeys {
    id
    name
    createdAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<PasskeysQuery, PasskeysQueryVariables>;
export const BeginPasskeyDocument = new TypedDocumentString(`
    mutation BeginPasskey($input: BeginPasskeyInput!) {
  result: beginPasskey(input: $input) {
    __typename
    ... on PasskeyOptions {
      options
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyMutation, BeginPasskeyMutationVariables>;
export const AddPasskeyDocument = new TypedDocumentString(`
    mutation AddPasskey($input: AddPasskeyInput!) {
  result: addPasskey(input: $input) {
    __typename
    ... on AddPasskeyPayload {
      passkey {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const RemovePasskeyDocument = new TypedDocumentString(`
    mutation RemovePasskey($input: RemovePasskeyInput!) {
  result: removePasskey(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const PrivacyRequestsDocument = new TypedDocumentString(`
    query PrivacyRequests($open: Boolean!) {
  privacyRequests(first: 100, open: $open) {
    nodes {
      id
      candidateId
      candidateName
      kind
      askedAt
      answerBy
      outcome
      answer
    }
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestsQuery, PrivacyRequestsQueryVariables>;
export const AnswerPrivacyRequestDocument = new TypedDocumentString(`
    mutation AnswerPrivacyRequest($input: AnswerPrivacyRequestInput!) {
  result: answerPrivacyRequest(input: $input) {
    __typename
    ... on CompliancePayload {
      message
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerPrivacyRequestMutation, AnswerPrivacyRequestMutationVariables>;
export const ExportCandidateDocument = new TypedDocumentString(`
    mutation ExportCandidate($input: ExportCandidateInput!) {
  result: exportCandidate(input: $input) {
    __typename
    ... on ExportCandidatePayload {
      json
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportCandidateMutation, ExportCandidateMutationVariables>;
export const RetentionDocument = new TypedDocumentString(`
    query Retention {
  retentionRules {
    id
    country
    version
    atLeastDays
    atMostDays
  }
  retentionPreview(first: 50) {
    candidateId
    candidateName
    country
    endedAt
    dueAt
    held
  }
}
    `) as unknown as TypedDocumentString<RetentionQuery, RetentionQueryVariables>;
export const LegalHoldsDocument = new TypedDocumentString(`
    query LegalHolds {
  legalHolds {
    candidateId
    candidateName
    reason
    placedAt
  }
}
    `) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
export const SetRetentionRuleDocument = new TypedDocumentString(`
    mutation SetRetentionRule($input: SetRetentionRuleInput!) {
  result: setRetentionRule(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<SetRetentionRuleMutation, SetRetentionRuleMutationVariables>;
export const RemoveRetentionRuleDocument = new TypedDocumentString(`
    mutation RemoveRetentionRule($input: RemoveRetentionRuleInput!) {
  result: removeRetentionRule(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RemoveRetentionRuleMutation, RemoveRetentionRuleMutationVariables>;
export const PlaceLegalHoldDocument = new TypedDocumentString(`
    mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
  result: placeLegalHold(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<PlaceLegalHoldMutation, PlaceLegalHoldMutationVariables>;
export const ReleaseLegalHoldDocument = new TypedDocumentString(`
    mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {
  result: releaseLegalHold(input: $input) {
    ...ComplianceOutcome
  }
}
    fragment ComplianceOutcome on ComplianceResult {
  __typename
  ... on CompliancePayload {
    message
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ReleaseLegalHoldMutation, ReleaseLegalHoldMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($after: String) {
  people(first: 100, after: $after) {
    nodes {
      id
      name
      email
      role
      status
      title
      zone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  result: invitePerson(input: $input) {
    __typename
    ... on PersonPayload {
      person {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const ChangeRoleDocument = new TypedDocumentString(`
    mutation ChangeRole($input: ChangeRoleInput!) {
  result: changeRole(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ChangeRoleMutation, ChangeRoleMutationVariables>;
export const DisablePersonDocument = new TypedDocumentString(`
    mutation DisablePerson($input: PersonInput!) {
  result: disablePerson(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<DisablePersonMutation, DisablePersonMutationVariables>;
export const EnablePersonDocument = new TypedDocumentString(`
    mutation EnablePerson($input: PersonInput!) {
  result: enablePerson(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<EnablePersonMutation, EnablePersonMutationVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($input: PersonInput!) {
  result: resendInvitation(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const UpdateMyProfileDocument = new TypedDocumentString(`
    mutation UpdateMyProfile($input: UpdateMyProfileInput!) {
  result: updateMyProfile(input: $input) {
    ...PersonOutcome
  }
}
    fragment PersonOutcome on PersonResult {
  __typename
  ... on PersonPayload {
    person {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<UpdateMyProfileMutation, UpdateMyProfileMutationVariables>;
export const CreatePoolDocument = new TypedDocumentString(`
    mutation CreatePool($input: CreatePoolInput!) {
  result: createPool(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<CreatePoolMutation, CreatePoolMutationVariables>;
export const AddPoolMemberDocument = new TypedDocumentString(`
    mutation AddPoolMember($input: AddPoolMemberInput!) {
  result: addPoolMember(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<AddPoolMemberMutation, AddPoolMemberMutationVariables>;
export const RemovePoolMemberDocument = new TypedDocumentString(`
    mutation RemovePoolMember($input: PoolMemberInput!) {
  result: removePoolMember(input: $input) {
    ...PoolOutcome
  }
}
    fragment PoolOutcome on PoolResult {
  __typename
  ... on PoolPayload {
    pool {
      id
    }
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RemovePoolMemberMutation, RemovePoolMemberMutationVariables>;
export const ListsDocument = new TypedDocumentString(`
    query Lists {
  rejectionReasons {
    id
    label
    side
    active
  }
  sources {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ListsQuery, ListsQueryVariables>;
export const AddRejectionReasonDocument = new TypedDocumentString(`
    mutation AddRejectionReason($input: AddRejectionReasonInput!) {
  result: addRejectionReason(input: $input) {
    __typename
    ... on RejectionReason {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddRejectionReasonMutation, AddRejectionReasonMutationVariables>;
export const SetRejectionReasonActiveDocument = new TypedDocumentString(`
    mutation SetRejectionReasonActive($input: SetRejectionReasonActiveInput!) {
  result: setRejectionReasonActive(input: $input) {
    __typename
    ... on RejectionReason {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetRejectionReasonActiveMutation, SetRejectionReasonActiveMutationVariables>;
export const AddSourceDocument = new TypedDocumentString(`
    mutation AddSource($input: AddSourceInput!) {
  result: addSource(input: $input) {
    __typename
    ... on Source {
      id
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddSourceMutation, AddSourceMutationVariables>;
export const OrganizationSettingsDocument = new TypedDocumentString(`
    query OrganizationSettings {
  organization {
    id
    name
    about
    contactEmail
    website
    zone
  }
}
    `) as unknown as TypedDocumentString<OrganizationSettingsQuery, OrganizationSettingsQueryVariables>;
export const UpdateOrganizationDocument = new TypedDocumentString(`
    mutation UpdateOrganization($input: UpdateOrganizationInput!) {
  result: updateOrganization(input: $input) {
    __typename
    ... on OrganizationPayload {
      organization {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions {
  sessions {
    id
    createdAt
    expiresAt
    current
    userAgent
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($input: RevokeSessionInput!) {
  result: revokeSession(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  result: changePassword(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens {
  apiTokens {
    id
    personId
    name
    scopes
    createdAt
    expiresAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const MakeApiTokenDocument = new TypedDocumentString(`
    mutation MakeApiToken($input: MakeApiTokenInput!) {
  result: makeApiToken(input: $input) {
    __typename
    ... on MakeApiTokenPayload {
      token
      apiToken {
        id
      }
    }
    ... on UserError {
      code
      message
    }
    ... on InvalidInput {
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MakeApiTokenMutation, MakeApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!) {
  result: revokeApiToken(input: $input) {
    ...AccountOutcome
  }
}
    fragment AccountOutcome on AccountResult {
  __typename
  ... on AccountPayload {
    message
  }
  ... on UserError {
    code
    message
  }
}`) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks {
  webhookEvents {
    type
    fields
  }
  webhookEndpoints {
    id
    version
    kind
    url
    events
    active
    createdAt
  }
}
    `) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($endpointId: ID!, $after: String) {
  webhookDeliveries(endpointId: $endpointId, first: 50, after: $after) {
    nodes {
      id
      type
      state
      attempts
      happenedAt
      nextAt
      deliveredAt
      lastStatus
      lastProblem
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const AddWebhookDocument = new TypedDocumentString(`
    mutation AddWebhook($input: AddWebhookInput!) {
  result: addWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<AddWebhookMutation, AddWebhookMutationVariables>;
export const ChangeWebhookDocument = new TypedDocumentString(`
    mutation ChangeWebhook($input: ChangeWebhookInput!) {
  result: changeWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ChangeWebhookMutation, ChangeWebhookMutationVariables>;
export const RemoveWebhookDocument = new TypedDocumentString(`
    mutation RemoveWebhook($input: WebhookIdInput!) {
  result: removeWebhook(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const ReplayWebhookDeliveryDocument = new TypedDocumentString(`
    mutation ReplayWebhookDelivery($input: WebhookIdInput!) {
  result: replayWebhookDelivery(input: $input) {
    ...WebhookOutcome
  }
}
    fragment WebhookOutcome on WebhookResult {
  __typename
  ... on WebhookPayload {
    id
  }
  ... on UserError {
    code
    message
  }
  ... on InvalidInput {
    field
  }
}`) as unknown as TypedDocumentString<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>;
export const RevealWebhookKeyDocument = new TypedDocumentString(`
    mutation RevealWebhookKey($input: WebhookIdInput!) {
  result: revealWebhookKey(input: $input) {
    __typename
    ... on WebhookKeyPayload {
      signingKey
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevealWebhookKeyMutation, RevealWebhookKeyMutationVariables>;
