import type { MailDeclaration } from '../declaration.js';
import type { Variable, ValuesOf } from '../variables.js';
import { accountInvitation, accountPasswordReset } from './account-mails.js';
import { applicationReceived, hired, pageLink, rejected, stageMoved, withdrawn } from './application-mails.js';
import { clocksShifted, interviewReminder, teamClocksShifted, teamInterviewReminder } from './coming-interview-mails.js';
import { interviewCancelled, interviewChanged, interviewInvitation, scheduleNow } from './interview-mails.js';
import { answerLate, teamAnswerDue } from './promise-mails.js';
import { takeHomeBrief, takeHomeExtended, takeHomeReceived, takeHomeReminder } from './take-home-mails.js';
import {
  teamAnswer,
  teamCandidateWithdrew,
  teamInterviewAssigned,
  teamInterviewCancelled,
  teamInterviewChanged,
  teamNewApplication,
  teamNewApplications,
  teamScorecardDue,
  teamSeatVacant,
  teamTakeHomeHandedIn,
} from './team-mails.js';

/** Every mail Rounds can send. A mail that is not here does not exist. */
export const MAILS = {
  'application-received': applicationReceived,
  'stage-moved': stageMoved,
  'schedule-now': scheduleNow,
  'interview-invitation': interviewInvitation,
  'interview-changed': interviewChanged,
  'interview-cancelled': interviewCancelled,
  'interview-reminder': interviewReminder,
  'interview-clocks-shifted': clocksShifted,
  'take-home-brief': takeHomeBrief,
  'take-home-extended': takeHomeExtended,
  'take-home-reminder': takeHomeReminder,
  'take-home-received': takeHomeReceived,
  'answer-late': answerLate,
  rejected,
  hired,
  withdrawn,
  'page-link': pageLink,
  'team-new-application': teamNewApplication,
  'team-new-applications': teamNewApplications,
  'team-interview-assigned': teamInterviewAssigned,
  'team-interview-changed': teamInterviewChanged,
  'team-interview-cancelled': teamInterviewCancelled,
  'team-seat-vacant': teamSeatVacant,
  'team-interview-reminder': teamInterviewReminder,
  'team-clocks-shifted': teamClocksShifted,
  'team-scorecard-due': teamScorecardDue,
  'team-take-home-handed-in': teamTakeHomeHandedIn,
  'team-candidate-withdrew': teamCandidateWithdrew,
  'team-answer': teamAnswer,
  'team-answer-due': teamAnswerDue,
  'account-invitation': accountInvitation,
  'account-password-reset': accountPasswordReset,
} as const;

export type MailKey = keyof typeof MAILS;
/** What a caller gives to render each mail. */
export type MailVariables = { readonly [K in MailKey]: ValuesOf<(typeof MAILS)[K]['variables']> };

export const MAIL_KEYS = Object.keys(MAILS) as readonly MailKey[];

/** Whether the text names a mail. */
export function isMailKey(text: string): text is MailKey {
  return Object.hasOwn(MAILS, text);
}

/** The declaration of a mail, in the general type that rendering works with. */
export function declarationOf(key: MailKey): MailDeclaration {
  return MAILS[key];
}

/** What a template of this mail may use, for the person who edits it: `interview.when`, what it is, whether it may be missing. */
export function templateVariables(key: MailKey): { name: string; meaning: string; optional: boolean; kind: Variable['kind'] }[] {
  return Object.entries(declarationOf(key).variables).flatMap(([group, names]) =>
    Object.entries(names).map(([name, { meaning, optional, kind }]) => ({ name: `${group}.${name}`, meaning, optional, kind })),
  );
}
