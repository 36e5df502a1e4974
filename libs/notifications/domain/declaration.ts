import type { Shape } from './variables.js';

/** Who reads a mail: the candidate, the hiring team of a posting, or a member of staff about their account. */
export type Audience = 'candidate' | 'team' | 'person';

/**
 * What to do when it is unknown whether a mail arrived. A reminder is sent again with the same bytes, since reading it twice does no
 * harm; a promise (a rejection, an offer) must go, and go once, so it waits for a person when in doubt.
 */
export type Weight = 'PROMISE' | 'REMINDER';

/** What happened that a mail tells of; the names of the capabilities' events. */
export type MailEvent =
  | 'ApplicationReceived'
  | 'ApplicationNewsGathered'
  | 'ApplicationMoved'
  | 'ApplicationRejected'
  | 'ApplicationHired'
  | 'ApplicationWithdrawn'
  | 'CandidateLinkRequested'
  | 'MailAnswered'
  | 'AnswerDueSoon'
  | 'AnswerLate'
  | 'InterviewRequested'
  | 'InterviewBooked'
  | 'InterviewChanged'
  | 'InterviewCancelled'
  | 'SeatVacant'
  | 'InterviewReminderDue'
  | 'ClocksShifted'
  | 'ScorecardDue'
  | 'TakeHomeSent'
  | 'TakeHomeExtended'
  | 'TakeHomeDueSoon'
  | 'TakeHomeHandedIn'
  | 'PersonInvited'
  | 'PasswordResetRequested';

/** A mail as people write and edit it: Liquid in all three, MJML for the HTML part. */
export interface MailTemplate {
  readonly subject: string;
  /** The text part, written by hand. The footer (why, and whom to ask) is added. */
  readonly text: string;
  /** What goes into the house's layout (`<mj-text>`, `<mj-button>` …), or a whole `<mjml>` document instead of the layout. */
  readonly mjml: string;
}

/** One mail of the product, as one sentence: to this audience, on this event, with these variables, in these words. */
export interface MailDeclaration<K extends string = string, S extends Shape = Shape> extends MailTemplate {
  readonly key: K;
  readonly audience: Audience;
  readonly on: MailEvent;
  readonly weight: Weight;
  /** The reader may do without it: what it is, in words that follow “no more”. Never a booked interview, a decision or an answer. */
  readonly optional?: string;
  /** Several to one reader, where they come within minutes, come as one (`use-cases/gather-news.ts`). */
  readonly gathered?: true;
  /** Who does without it does without the mail of this key. */
  readonly stopsAs?: string;
  /** The iTIP method of the calendar message that travels with it. */
  readonly calendar?: 'REQUEST' | 'CANCEL';
  readonly variables: S;
  /** Without these the mail does not do its work; a template that leaves one out is refused. */
  readonly essential: readonly string[];
  /** The footer's first sentence (Liquid): why the reader gets this. */
  readonly why: string;
}

/** The words of a mail in another language than its declaration's. */
export type MailWords = MailTemplate & Pick<MailDeclaration, 'why' | 'optional'>;

/** Types a declaration, so that its variables are known to the compiler by name and kind. */
export function declareMail<const K extends string, const S extends Shape>(
  declaration: MailDeclaration<K, S>,
): MailDeclaration<K, S> {
  return declaration;
}
