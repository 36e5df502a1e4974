import { capabilities } from '#apps/api/src/capabilities.js';
import { schemaOf } from '#apps/api/src/graphql/printed-schema.js';
import { type Kind, rootFields } from './documents.js';
import { CALLERS, type Caller, type Things } from './organisation.js';

/** One thing the API can be asked: who may, and arguments that are acceptable as the organisation stands. */
export interface Operation {
  /** Everybody else is refused. */
  readonly may: readonly Caller[];
  readonly variables: (things: Things, caller: Caller) => Record<string, unknown>;
  /** Refused callers get an answer without content instead of an error, since it tells nothing. */
  readonly empty?: true;
  /** The database stays as it is although the answer is no refusal. */
  readonly changesNothing?: true;
  /** What is changed belongs to the caller alone and is no deed to be told in the audit log. */
  readonly notAudited?: true;
  /** Cannot be done with what stands in the organisation; says where it is tried. */
  readonly triedIn?: string;
}

const STAFF: Caller[] = ['admin', 'recruiter', 'lead', 'coordinator', 'outsider', 'seated', 'interviewer'];
const CANDIDATES: Caller[] = ['candidate', 'stranger'];
const EVERYBODY: readonly Caller[] = CALLERS;
const ADMIN: Caller[] = ['admin'];
const OFFICE: Caller[] = ['admin', 'recruiter'];
const LEADS: Caller[] = [...OFFICE, 'lead'];
const COORDINATES: Caller[] = [...LEADS, 'coordinator'];
const WRITERS_OF_POSTINGS: Caller[] = [...LEADS, 'outsider'];
const READERS: Caller[] = [...COORDINATES, 'seated'];

const nothing = () => ({});
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const input = (fields: (things: Things, caller: Caller) => Record<string, unknown>) => (things: Things, caller: Caller) => ({
  input: fields(things, caller),
});
const contact = { name: 'Somebody New', email: 'somebody.new@mail.example', country: 'GR', zone: 'Europe/Athens', links: [] };
const stage = { name: 'Talk', kind: 'SCREEN', durationMin: 30, selfSchedule: false, seats: [{ role: 'engineer' }] };

export const QUERIES: Record<string, Operation> = {
  apiTokens: { may: STAFF, variables: nothing },
  application: { may: READERS, variables: (t) => ({ id: t.booked }) },
  applications: { may: COORDINATES, variables: (t) => ({ postingId: t.posting, filter: { stageId: t.stages.screen } }) },
  auditEvents: { may: ADMIN, variables: (t) => ({ subjectId: t.draft }) },
  availability: { may: [...OFFICE, 'seated'], variables: (t) => ({ personId: t.people.seated }) },
  batch: { may: COORDINATES, variables: (t) => ({ applicationIds: [t.waiting] }) },
  board: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  busyBlocks: { may: [...OFFICE, 'seated'], variables: (t) => ({ personId: t.people.seated }) },
  calendarFeeds: { may: STAFF, variables: nothing },
  calendarSources: { may: [...OFFICE, 'seated'], variables: (t) => ({ personId: t.people.seated }) },
  candidate: { may: READERS, variables: (t) => ({ id: t.otherCandidate }) },
  candidateInterviews: { may: CANDIDATES, variables: nothing },
  incomingMails: { may: COORDINATES, variables: () => ({ kinds: ['REPLY'] }), empty: true },
  incomingMailsOf: { may: COORDINATES, variables: (t) => ({ applicationId: t.waiting }) },
  compareRevisions: { may: LEADS, variables: (t) => ({ postingId: t.draft, before: 1, after: 1 }) },
  interview: { may: READERS, variables: (t) => ({ id: t.interview }) },
  interviewKit: { may: [...LEADS, 'seated'], variables: (t) => ({ applicationId: t.booked, stageId: t.stages.screen }) },
  interviewerLoad: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  interviewerPools: { may: STAFF, variables: nothing },
  interviewsOf: { may: READERS, variables: (t) => ({ applicationId: t.booked }), empty: true },
  legalHolds: { may: ADMIN, variables: nothing },
  loops: {
    may: [...COORDINATES, 'candidate'],
    variables: (t) => ({ applicationId: t.waiting }),
    triedIn: 'scheduling/book-loops.spec.ts',
  },
  mail: { may: COORDINATES, variables: (t) => ({ id: t.mail }) },
  mailSettings: { may: OFFICE, variables: nothing },
  webhookDeliveries: { may: ADMIN, variables: (t) => ({ endpointId: t.webhook }) },
  webhookEndpoints: { may: ADMIN, variables: nothing },
  webhookEvents: { may: ADMIN, variables: nothing },
  mailSuppressions: { may: OFFICE, variables: nothing },
  mailTasks: { may: STAFF, variables: nothing },
  mailTemplates: { may: OFFICE, variables: (t) => ({ language: 'de', postingId: t.posting }) },
  mails: { may: COORDINATES, variables: (t) => ({ filter: { postingId: t.posting, states: ['SENT'] } }) },
  mailsOf: { may: COORDINATES, variables: (t) => ({ applicationId: t.waiting }) },
  myApplication: { may: CANDIDATES, variables: nothing },
  myAvailability: { may: STAFF, variables: nothing },
  myInterviews: { may: STAFF, variables: nothing },
  myScorecardsDue: { may: STAFF, variables: nothing },
  myTakeHome: { may: CANDIDATES, variables: nothing },
  organization: { may: [...STAFF, ...CANDIDATES], variables: nothing },
  passkeys: { may: STAFF, variables: nothing },
  pendingMails: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  people: { may: STAFF, variables: nothing },
  person: { may: STAFF, variables: (t) => ({ id: t.people.seated }) },
  posting: { may: COORDINATES, variables: (t) => ({ id: t.posting }) },
  planMoves: {
    may: LEADS,
    variables: (t) => ({ postingId: t.posting, mapping: [{ fromStageId: t.stages.screen, toStageId: t.stages.screen }] }),
  },
  postingCoverage: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  postings: { may: STAFF, variables: nothing },
  privacyRequests: { may: ADMIN, variables: nothing },
  previewMail: { may: OFFICE, variables: input((t) => ({ key: 'stage-moved', postingId: t.posting, likeMailId: t.heldMail })) },
  postingMailSettings: { may: OFFICE, variables: (t) => ({ postingId: t.posting }) },
  postingRules: { may: STAFF, variables: nothing },
  previewPosting: { may: WRITERS_OF_POSTINGS, variables: () => ({ document: '# Gardener' }) },
  previewRevision: { may: LEADS, variables: (t) => ({ postingId: t.draft, document: '# Gardener' }) },
  previewSharedSection: { may: WRITERS_OF_POSTINGS, variables: () => ({ name: 'team', text: 'We are two.' }) },
  retentionPreview: { may: ADMIN, variables: nothing },
  retentionRules: { may: ADMIN, variables: nothing },
  rejectionReasons: { may: STAFF, variables: nothing },
  scorecards: { may: READERS, variables: (t) => ({ applicationId: t.booked }) },
  schedulingWeek: { may: COORDINATES, variables: (t) => ({ applicationId: t.waiting, from: inDays(0), to: inDays(7) }) },
  schedulingRules: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  searchCandidates: { may: OFFICE, variables: () => ({ query: 'other' }) },
  selfIdentification: { may: ADMIN, variables: nothing },
  selfIdentificationReport: { may: ADMIN, variables: (t) => ({ postingId: t.posting }) },
  sessions: { may: STAFF, variables: nothing },
  sharedSections: { may: WRITERS_OF_POSTINGS, variables: nothing },
  slots: { may: [...COORDINATES, 'candidate'], variables: (t) => ({ applicationId: t.waiting }) },
  stageFlow: { may: COORDINATES, variables: (t) => ({ postingId: t.posting }) },
  sources: { may: STAFF, variables: nothing },
  takeHome: { may: READERS, variables: (t) => ({ id: t.takeHome }) },
  promisedAnswers: { may: STAFF, variables: () => ({ first: 5 }), empty: true },
  teamTurn: { may: STAFF, variables: () => ({ first: 5 }) },
  timeProposals: { may: STAFF, variables: nothing },
  timeWishes: { may: STAFF, variables: nothing },
  viewer: { may: STAFF, variables: nothing, empty: true },
  whyNotThisTime: {
    may: [...COORDINATES, 'candidate'],
    variables: (t) => ({ applicationId: t.waiting, startsAt: t.freeAt }),
  },
};

const move = (more: (things: Things) => Record<string, unknown>): Operation => ({
  may: LEADS,
  variables: input((t) => ({ applicationId: t.waiting, expectedVersion: 1, ...more(t) })),
});
const ofPosting = (more: (things: Things) => Record<string, unknown> = nothing): Operation => ({
  may: LEADS,
  variables: input((t) => ({ postingId: t.posting, expectedVersion: 1, ...more(t) })),
});
const account = (variables: Operation['variables'], triedIn?: string): Operation => ({
  may: EVERYBODY,
  variables,
  ...(triedIn !== undefined && { triedIn }),
});

export const MUTATIONS: Record<string, Operation> = {
  acceptInvitation: account(
    input(() => ({ token: 'x'.repeat(64), password: 'lamp river sixteen anvil' })),
    'identity/invitations.spec.ts',
  ),
  addBusyBlock: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({ personId: t.people.seated, startsAt: t.freeAt, endsAt: t.laterAt })),
  },
  addCandidateApplication: {
    may: COORDINATES,
    variables: input((t) => ({ postingId: t.posting, consent: true, source: 'Careers page', contact })),
  },
  addHoursException: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({ personId: t.people.seated, from: '2030-03-04', to: '2030-03-05', name: 'Leave' })),
  },
  addNote: { may: READERS, variables: input((t) => ({ applicationId: t.booked, text: 'A note' })) },
  addOpenings: ofPosting(() => ({ count: 2 })),
  addPoolMember: { may: OFFICE, variables: input((t) => ({ poolId: t.otherPool, personId: t.people.spare })) },
  addPasskey: { may: STAFF, variables: input(() => ({ name: 'A key', response: '{}' })), triedIn: 'e2e/passkeys.spec.ts' },
  beginPasskey: { may: STAFF, variables: input(() => ({ password: 'wrong wrong wrong' })), triedIn: 'e2e/passkeys.spec.ts' },
  beginPasskeySignIn: account(nothing, 'e2e/passkeys.spec.ts'),
  removePasskey: { may: STAFF, variables: input((t) => ({ id: t.people.seated })), triedIn: 'e2e/passkeys.spec.ts' },
  signInWithPasskey: account(
    input(() => ({ response: '{}' })),
    'e2e/passkeys.spec.ts',
  ),
  addRejectionReason: { may: OFFICE, variables: input(() => ({ label: 'Lives too far', side: 'WE_REJECTED' })) },
  addSource: { may: OFFICE, variables: input(() => ({ name: 'A fair' })) },
  addTeamMember: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.posting, personId: t.people.spare, teamRole: 'INTERVIEWER' })),
  },
  answerPrivacyRequest: {
    may: ADMIN,
    variables: input((t) => ({ requestId: t.privacyRequest, outcome: 'DONE', answer: 'It is in your mail.' })),
  },
  answerSeat: { may: ['seated'], variables: input((t) => ({ interviewSeatId: t.interviewSeat, answer: 'ACCEPTED' })) },
  applyToPosting: account(() => ({}), 'ids-and-roles.spec.ts'),
  attendMail: { may: LEADS, variables: input((t) => ({ id: t.mail })) },
  archivePosting: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.draft, expectedVersion: t.draftVersion })),
  },
  askAboutMyData: { may: CANDIDATES, variables: input(() => ({ kind: 'ERASURE' })) },
  assignReviewer: { may: COORDINATES, variables: input((t) => ({ takeHomeId: t.takeHome, personId: t.people.spare })) },
  assignSeatPool: { may: LEADS, variables: input((t) => ({ seatId: t.seat, poolId: t.otherPool })) },
  bookInterview: {
    may: [...COORDINATES, 'candidate'],
    variables: input((t) => ({ applicationId: t.waiting, stageId: t.stages.screen, expectedVersion: 1, startsAt: t.freeAt })),
  },
  bookLoop: {
    may: [...COORDINATES, 'candidate'],
    variables: input((t) => ({ applicationId: t.waiting, startsAt: [t.freeAt] })),
    triedIn: 'scheduling/book-loops.spec.ts',
  },
  cancelInterview: {
    may: COORDINATES,
    variables: input((t) => ({ interviewId: t.interview, expectedVersion: 1, reason: 'The room burns' })),
  },
  cancelOpening: ofPosting((t) => ({ openingId: t.openings[2] })),
  cancelTakeHome: { may: COORDINATES, variables: input((t) => ({ takeHomeId: t.takeHome, expectedVersion: 1 })) },
  changePassword: {
    may: STAFF,
    variables: input(() => ({ currentPassword: 'wrong wrong wrong', newPassword: 'lamp river sixteen anvil' })),
    triedIn: 'identity/sign-in.spec.ts',
  },
  changeRole: { may: ADMIN, variables: input((t) => ({ personId: t.people.spare, role: 'RECRUITER' })) },
  closeCalendarFeed: {
    may: STAFF,
    variables: input((t) => ({ feedId: t.people.seated })),
    triedIn: 'calendars/calendars.spec.ts',
  },
  closePosting: ofPosting(),
  connectCalendar: {
    may: STAFF,
    variables: input(() => ({ kind: 'ICS', address: 'https://calendar.example/a.ics' })),
    triedIn: 'calendars/calendars.spec.ts',
  },
  completeInterview: { may: COORDINATES, variables: input((t) => ({ interviewId: t.pastInterview, expectedVersion: 1 })) },
  correctPosting: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.draft, expectedVersion: t.draftVersion, corrections: { title: 'Gardener' } })),
  },
  createPool: { may: OFFICE, variables: input(() => ({ name: 'Writers' })) },
  deleteSharedSection: { may: WRITERS_OF_POSTINGS, variables: input((t) => ({ sectionId: t.section, expectedVersion: 1 })) },
  disablePerson: { may: ADMIN, variables: input((t) => ({ personId: t.people.spare })) },
  editKit: {
    may: LEADS,
    variables: input((t) => ({
      stageId: t.stages.screen,
      purpose: 'To see',
      questions: ['Why?'],
      attributes: [{ id: t.attribute, name: 'Clear' }],
    })),
  },
  editPlan: ofPosting((t) => ({
    stages: [{ ...stage, fromStageId: t.stages.screen, seats: [{ role: 'engineer', poolId: t.pool }] }],
  })),
  enablePerson: { may: ADMIN, variables: input((t) => ({ personId: t.people.disabled })) },
  exportCandidate: { may: ADMIN, variables: input((t) => ({ candidateId: t.otherCandidate })) },
  eraseCandidate: { may: ADMIN, variables: input((t) => ({ candidateId: t.pastCandidate, expectedVersion: 1 })) },
  disconnectCalendar: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({ calendarId: t.people.seated })),
    triedIn: 'calendars/calendars.spec.ts',
  },
  extendTakeHome: { may: COORDINATES, variables: input((t) => ({ takeHomeId: t.takeHome, expectedVersion: 1, days: 3 })) },
  hireApplication: move((t) => ({ openingId: t.openings[0] })),
  holdLoop: {
    may: CANDIDATES,
    variables: input((t) => ({ startsAt: [t.freeAt] })),
    triedIn: 'scheduling/book-loops.spec.ts',
  },
  holdTime: {
    may: CANDIDATES,
    variables: input((t) => ({ startsAt: t.freeAt })),
    triedIn: 'scheduling/choosing.spec.ts',
  },
  importPosting: { may: WRITERS_OF_POSTINGS, variables: input(() => ({ document: '# Gardener\n\nWater the servers.\n' })) },
  invitePerson: {
    may: ADMIN,
    variables: input(() => ({ email: 'new.member@org.example', name: 'New Member', role: 'INTERVIEWER' })),
  },
  addWebhook: {
    may: ADMIN,
    variables: input(() => ({ kind: 'SIGNED', url: 'https://hooks.example.org/rounds', events: ['application.moved'] })),
  },
  changeWebhook: { may: ADMIN, variables: input((t) => ({ id: t.webhook, expectedVersion: 1, active: false })) },
  removeWebhook: { may: ADMIN, variables: input((t) => ({ id: t.webhook })) },
  revealWebhookKey: { may: ADMIN, variables: input((t) => ({ id: t.webhook })) },
  replayWebhookDelivery: { may: ADMIN, variables: input((t) => ({ id: t.webhookDelivery })) },
  liftMailSuppression: { may: OFFICE, variables: input(() => ({ address: 'gone@canary.example' })) },
  makeApiToken: {
    may: STAFF,
    variables: input(() => ({ name: 'A program', scopes: ['READ'], expiresInDays: 30, password: 'wrong wrong wrong' })),
    triedIn: 'identity/api-tokens.spec.ts',
  },
  markInterviewerAbsent: {
    may: COORDINATES,
    variables: input((t) => ({ interviewSeatId: t.interviewSeat })),
    triedIn: 'scheduling/seats.spec.ts',
  },
  markNoShow: { may: COORDINATES, variables: input((t) => ({ interviewId: t.pastInterview, expectedVersion: 1 })) },
  mergeCandidates: { may: OFFICE, variables: input((t) => ({ keepId: t.candidate, mergeId: t.pastCandidate })) },
  moveApplication: move((t) => ({ stageId: t.stages.panel })),
  nameTimes: {
    may: CANDIDATES,
    triedIn: 'scheduling/choosing.spec.ts',
    variables: input((t) => ({
      zone: 'Asia/Tokyo',
      windows: [{ startsAt: t.freeAt, endsAt: t.laterAt }],
    })),
  },
  proposeTime: { may: ['seated'], variables: input((t) => ({ interviewSeatId: t.interviewSeat, startsAt: t.freeAt })) },
  publishPosting: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.draft, expectedVersion: t.draftVersion, confirm: true })),
  },
  readMailSource: { may: ADMIN, variables: input((t) => ({ id: t.mail })) },
  rejectApplication: move((t) => ({ reasonId: t.rejectReason })),
  rejectRemaining: { may: LEADS, variables: input((t) => ({ postingId: t.closed, reasonId: t.rejectReason })) },
  placeLegalHold: { may: ADMIN, variables: input((t) => ({ candidateId: t.candidate, reason: 'Case 7' })) },
  releaseLegalHold: { may: ADMIN, variables: input((t) => ({ candidateId: t.otherCandidate })) },
  removeRetentionRule: { may: ADMIN, variables: input((t) => ({ ruleId: t.retentionRule, expectedVersion: 1 })) },
  setRetentionRule: {
    may: ADMIN,
    variables: input(() => ({ atLeastDays: 30, atMostDays: 180, expectedVersion: 1 })),
  },
  releaseHold: { may: CANDIDATES, variables: input(() => ({})), triedIn: 'scheduling/choosing.spec.ts' },
  removeBusyBlock: { may: [...OFFICE, 'seated'], variables: input((t) => ({ busyBlockId: t.busyBlock })) },
  removeHoursException: { may: [...OFFICE, 'seated'], variables: input((t) => ({ exceptionId: t.hoursException })) },
  removePoolMember: { may: OFFICE, variables: input((t) => ({ poolId: t.pool, personId: t.people.spare })) },
  removeReviewer: { may: COORDINATES, variables: input((t) => ({ takeHomeId: t.takeHome, personId: t.people.seated })) },
  removeTeamMember: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.posting, personId: t.people.coordinator, teamRole: 'COORDINATOR' })),
  },
  renamePool: { may: OFFICE, variables: input((t) => ({ poolId: t.pool, name: 'Renamed' })) },
  reopenApplication: {
    may: LEADS,
    variables: input((t) => ({ applicationId: t.rejected, expectedVersion: 2, reason: 'We were wrong' })),
  },
  reopenPosting: { may: LEADS, variables: input((t) => ({ postingId: t.closed, expectedVersion: 1, confirm: true })) },
  replaceSeat: {
    may: [...COORDINATES, 'seated'],
    variables: input((t) => ({ interviewSeatId: t.interviewSeat, personId: t.people.spare })),
  },
  openCalendarFeed: { may: COORDINATES, variables: input((t) => ({ postingId: t.posting })) },
  refreshCalendar: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({ calendarId: t.people.seated })),
    triedIn: 'calendars/calendars.spec.ts',
  },
  requestLoop: {
    may: COORDINATES,
    variables: input((t) => ({ applicationId: t.waiting })),
    triedIn: 'scheduling/book-loops.spec.ts',
  },
  requestInterview: { may: COORDINATES, variables: input((t) => ({ applicationId: t.met, expectedVersion: 1 })) },
  requestPageLink: account(() => ({ input: { organization: 'nowhere', email: 'nobody@mail.example' } }), 'notifications'),
  requestPasswordReset: account(
    () => ({ input: { organization: 'nowhere', email: 'nobody@mail.example' } }),
    'identity/sign-in.spec.ts',
  ),
  rescheduleInterview: {
    may: COORDINATES,
    variables: input((t) => ({ interviewId: t.interview, expectedVersion: 1, startsAt: t.laterAt, reason: 'A holiday' })),
  },
  resendInvitation: { may: ADMIN, variables: input((t) => ({ personId: t.people.invited })) },
  resetMailTemplate: {
    may: OFFICE,
    variables: input((t) => ({ key: 'application-received', postingId: t.posting, expectedVersion: 1 })),
    triedIn: 'notifications',
  },
  resetPassword: account(
    input(() => ({ token: 'x'.repeat(64), password: 'lamp river sixteen anvil' })),
    'identity/sign-in.spec.ts',
  ),
  retryMail: { may: OFFICE, variables: input((t) => ({ id: t.mail })) },
  moveToPresentPlan: {
    may: LEADS,
    variables: input((t) => ({
      postingId: t.posting,
      expectedPlanVersion: 1,
      mapping: [{ fromStageId: t.stages.screen, toStageId: t.stages.screen }],
    })),
  },
  resolveCorrections: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.draft, expectedVersion: t.draftVersion, accept: ['company'] })),
  },
  revisePosting: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.draft, expectedVersion: t.draftVersion, document: '# Gardener\n\nAnother text.\n' })),
  },
  revokeApiToken: { may: STAFF, variables: input((t, caller) => ({ id: t.apiTokens[caller as 'admin'] ?? t.apiTokens.admin })) },
  revokeSession: {
    may: STAFF,
    variables: input((t, caller) => ({ sessionId: t.sessions[caller as 'admin'] ?? t.sessions.admin })),
  },
  saveMailSettings: {
    may: OFFICE,
    variables: input(() => ({
      expectedVersion: 0,
      undoSeconds: 60,
      undoByMail: [{ key: 'rejected', seconds: 900 }],
      quietFrom: '20:00',
      quietUntil: '07:00',
    })),
  },
  savePostingMailSettings: {
    may: OFFICE,
    variables: input((t) => ({ postingId: t.posting, expectedVersion: 0, language: 'de', answerDays: 5 })),
  },
  saveMailTemplate: {
    may: OFFICE,
    variables: input((t) => ({
      key: 'application-received',
      postingId: t.posting,
      expectedVersion: 0,
      subject: 'Received',
      text: 'We have it: {{ page.link }}',
      mjml: '<mj-text>We have it: {{ page.link }}</mj-text>',
    })),
  },
  saveScorecardDraft: {
    may: ['seated'],
    variables: input((t) => ({
      applicationId: t.booked,
      stageId: t.stages.screen,
      expectedVersion: 0,
      notes: 'Good',
      ratings: [{ attributeId: t.attribute, rating: 3 }],
    })),
    notAudited: true,
  },
  saveSharedSection: {
    may: WRITERS_OF_POSTINGS,
    variables: input(() => ({ name: 'team', text: 'We are two.', expectedVersion: 1 })),
  },
  sendBackApplication: {
    may: LEADS,
    variables: input((t) => ({ applicationId: t.met, expectedVersion: 1, stageId: t.stages.screen, reason: 'Again' })),
  },
  setInterviewLimits: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({ personId: t.people.seated, perDay: 2, restMin: 30 })),
  },
  scheduleMail: { may: LEADS, variables: input((t) => ({ id: t.heldMail, sendAt: t.freeAt })) },
  settleMail: { may: LEADS, variables: input((t) => ({ id: t.doubtfulMail, verdict: 'ARRIVED' })) },
  setMyZone: { may: CANDIDATES, variables: input(() => ({ zone: 'Asia/Tokyo' })), notAudited: true },
  setOnCallTurns: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({
      personId: t.people.seated,
      turns: [{ zone: 'America/New_York', days: ['MON'], starts: '12:00', ends: '24:00', firstWeek: '2030-03-04' }],
    })),
  },
  setPostingConfidential: ofPosting(() => ({ confidential: false })),
  setPostingRules: { may: ADMIN, variables: input(() => ({ salaryRequired: false })) },
  setPostingQuestions: ofPosting(() => ({ questions: [{ id: 'why', label: 'Why?', kind: 'TEXT', required: false }] })),
  setSelfIdentification: { may: ADMIN, variables: input(() => ({ forms: ['plain'], expectedVersion: 0 })) },
  setRejectionReasonActive: { may: OFFICE, variables: input((t) => ({ reasonId: t.rejectReason, active: false })) },
  setSchedulingRules: {
    may: LEADS,
    variables: input((t) => ({ postingId: t.posting, expectedVersion: 0, noticeHours: 48 })),
  },
  setTakeHomeBrief: {
    may: COORDINATES,
    variables: input((t) => ({ takeHomeId: t.takeHome, expectedVersion: 1, brief: 'Write two.' })),
  },
  setWeeklyHours: {
    may: [...OFFICE, 'seated'],
    variables: input((t) => ({
      personId: t.people.seated,
      hours: [{ zone: 'UTC', days: ['MON'], starts: '08:00', ends: '12:00' }],
    })),
  },
  settleTimeProposal: { may: COORDINATES, variables: input((t) => ({ interviewSeatId: t.interviewSeat })) },
  settleTimeWish: { may: COORDINATES, variables: input((t) => ({ applicationId: t.waiting })) },
  signIn: account(
    () => ({ input: { organization: 'nowhere', email: 'nobody@mail.example', password: 'x' } }),
    'identity/sign-in.spec.ts',
  ),
  signOut: { may: EVERYBODY, variables: nothing, triedIn: 'identity/sign-in.spec.ts' },
  skipStage: move(() => ({ reason: 'Shown', evidence: 'https://code.example/x' })),
  submitScorecard: {
    may: ['seated'],
    variables: input((t) => ({
      applicationId: t.met,
      stageId: t.stages.screen,
      expectedVersion: 0,
      recommendation: 'YES',
      notes: 'Good',
      ratings: [{ attributeId: t.attribute, rating: 3 }],
    })),
  },
  submitTakeHome: {
    may: CANDIDATES,
    variables: input(() => ({ url: 'https://code.example/work' })),
    triedIn: 'take-home/take-home.spec.ts',
  },
  updateCandidate: {
    may: OFFICE,
    variables: input((t) => ({ candidateId: t.candidate, expectedVersion: 1, contact })),
  },
  updateMyProfile: { may: STAFF, variables: input(() => ({ name: 'Another Name', zone: 'Europe/Athens' })) },
  updateOrganization: { may: ADMIN, variables: input(() => ({ name: 'Renamed', contactEmail: 'hello@org.example' })) },
  withdrawApplication: move((t) => ({ reasonId: t.withdrawReason })),
  withholdMail: { may: LEADS, variables: input((t) => ({ id: t.heldMail })) },
  withdrawMyApplication: { may: CANDIDATES, variables: input(() => ({ reason: 'I moved' })) },
};

/** The schema as the resolvers make it. */
export const schema = await schemaOf(capabilities);

/** Those of both tables that the schema has; a test says so when it has others. */
export const operations: (readonly [name: string, kind: Kind, operation: Operation])[] = [
  ...Object.entries(QUERIES).map(([name, operation]) => [name, 'query', operation] as const),
  ...Object.entries(MUTATIONS).map(([name, operation]) => [name, 'mutation', operation] as const),
].filter(([name, kind]) => rootFields(schema, kind).includes(name));
