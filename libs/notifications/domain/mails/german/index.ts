import type { MailWords } from '../../declaration.js';
import * as applications from './application-mails.js';
import * as interviews from './interview-mails.js';
import * as takeHomes from './take-home-mails.js';

/** The mails to candidates in German; “Sie”, since we do not know them yet. */
export const german = {
  'application-received': applications.applicationReceived,
  'stage-moved': applications.stageMoved,
  'schedule-now': interviews.scheduleNow,
  'interview-invitation': interviews.interviewInvitation,
  'interview-changed': interviews.interviewChanged,
  'interview-cancelled': interviews.interviewCancelled,
  'interview-reminder': interviews.interviewReminder,
  'interview-clocks-shifted': interviews.clocksShifted,
  'take-home-brief': takeHomes.takeHomeBrief,
  'take-home-extended': takeHomes.takeHomeExtended,
  'take-home-reminder': takeHomes.takeHomeReminder,
  'take-home-received': takeHomes.takeHomeReceived,
  'answer-late': applications.answerLate,
  rejected: applications.rejected,
  hired: applications.hired,
  withdrawn: applications.withdrawn,
  'page-link': applications.pageLink,
} satisfies Readonly<Record<string, MailWords>>;
