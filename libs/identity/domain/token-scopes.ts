/** What a program's token opens, within what its person may: READ questions, the others deeds about what they name. */
export const TOKEN_SCOPES = ['READ', 'HIRING', 'POSTINGS', 'MAIL'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Questions that no token asks: about accounts, about who did what, about what people asked of their data. */
const NEVER_ASKED = new Set([
  ...['apiTokens', 'auditEvents', 'legalHolds', 'passkeys', 'privacyRequests', 'sessions', 'viewer'],
  ...['selfIdentification', 'selfIdentificationReport'],
]);

/**
 * The deeds that a token does, by scope. What is not here no token does: accounts, roles, the organisation, tokens, erasing and exporting people,
 * how long they are kept, bringing somebody's own notes and answers for them. A mutation that is added is closed to tokens until it is named here.
 */
const DEEDS: Readonly<Record<Exclude<TokenScope, 'READ'>, readonly string[]>> = {
  HIRING: [
    ...['moveApplication', 'skipStage', 'sendBackApplication', 'rejectApplication', 'withdrawApplication', 'reopenApplication'],
    ...['hireApplication', 'rejectRemaining', 'addCandidateApplication', 'updateCandidate', 'mergeCandidates', 'addNote'],
    ...[
      'requestInterview',
      'bookInterview',
      'rescheduleInterview',
      'cancelInterview',
      'completeInterview',
      'markNoShow',
      'replaceSeat',
    ],
    ...['extendTakeHome', 'cancelTakeHome', 'assignReviewer', 'removeReviewer', 'settleTimeWish'],
  ],
  POSTINGS: [
    ...[
      'importPosting',
      'revisePosting',
      'correctPosting',
      'resolveCorrections',
      'publishPosting',
      'closePosting',
      'reopenPosting',
    ],
    ...['archivePosting', 'addOpenings', 'cancelOpening', 'editPlan', 'editKit', 'setPostingQuestions', 'setTakeHomeBrief'],
    ...[
      'saveSharedSection',
      'deleteSharedSection',
      'addTeamMember',
      'removeTeamMember',
      'createPool',
      'renamePool',
      'addPoolMember',
    ],
    ...['removePoolMember', 'assignSeatPool', 'addSource', 'addRejectionReason', 'setRejectionReasonActive'],
  ],
  MAIL: [
    'withholdMail',
    'scheduleMail',
    'retryMail',
    'settleMail',
    'attendMail',
    'saveMailTemplate',
    'resetMailTemplate',
    'saveMailSettings',
  ],
};

const SCOPE_OF = new Map(
  Object.entries(DEEDS).flatMap(([scope, names]) => names.map((name) => [name, scope as TokenScope] as const)),
);

/** The scope that a token needs for a root field of the API; null: no token does it. Introspection needs none and is not asked here. */
export function scopeFor(kind: 'query' | 'mutation' | 'subscription', field: string): TokenScope | null {
  if (kind === 'query') return NEVER_ASKED.has(field) ? null : 'READ';
  return kind === 'mutation' ? (SCOPE_OF.get(field) ?? null) : null;
}

/** Every mutation that some token does. */
export function deedsOfTokens(): string[] {
  return [...SCOPE_OF.keys()];
}
