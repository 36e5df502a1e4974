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

export type ProposeTimeInput = {
  /** The same key and input give the same answer and one effect */
  idempotencyKey?: string | null | undefined;
  /** One's own seat in an interview to come */
  interviewSeatId: string | number;
  /** At most 500 characters */
  note?: string | null | undefined;
  /** ISO 8601 with an offset: 2030-03-05T14:00:00Z */
  startsAt: string;
};

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

export type ProposeTimeMutationVariables = Exact<{
  input: ProposeTimeInput;
}>;

export type ProposeTimeMutation = {
  result:
    | { __typename: 'Conflict'; code: string; message: string }
    | { __typename: 'InterviewPayload'; interviewId: string }
    | { __typename: 'InvalidInput'; code: string; message: string }
    | { __typename: 'Refused'; code: string; message: string };
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
      openedFrom: string | null;
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
  sessions: Array<{ id: string; createdAt: string; expiresAt: string; current: boolean; network: string; userAgent: string }>;
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

export * from './typed-document.ts';
export * from './documents/application.ts';
export * from './documents/board.ts';
export * from './documents/candidates.ts';
export * from './documents/find-time.ts';
export * from './documents/graphql.ts';
export * from './documents/home.ts';
export * from './documents/insights.ts';
export * from './documents/kit.ts';
export * from './documents/mail.ts';
export * from './documents/postings.ts';
export * from './documents/schedule.ts';
export * from './documents/settings.ts';
