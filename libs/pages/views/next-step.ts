/** What decides which next step a candidate's page names. */
export interface StandingFacts {
  readonly status: 'ACTIVE' | 'HIRED' | 'REJECTED' | 'WITHDRAWN';
  readonly stage: { readonly name: string; readonly kind: string } | null;
  readonly mayChooseTime: boolean;
  readonly openTakeHome: boolean;
  /** The coming interview of the present stage, in words ("Tuesday 5 March 2030, 14:00 EET"). */
  readonly comingInterview: string | null;
}

export interface NextStep {
  readonly text: string;
  /** The page behind the one button, if there is something to do. */
  readonly leads: 'schedule' | 'take-home' | null;
}

/** The one thing that comes next, said to the candidate. What is theirs to do comes before what they wait for. */
export function nextStep({ status, stage, mayChooseTime, openTakeHome, comingInterview }: StandingFacts): NextStep {
  if (status === 'HIRED')
    return { text: 'You are our choice. Someone from the team is in touch with you about the start.', leads: null };
  if (status === 'REJECTED')
    return { text: 'We decided not to go on with this application. Thank you for the time you gave it.', leads: null };
  if (status === 'WITHDRAWN') return { text: 'You withdrew this application. Thank you for the time you gave it.', leads: null };
  if (stage === null) return { text: 'We are reading your application. You get a mail as soon as there is news.', leads: null };
  if (comingInterview) return { text: `${stage.name}: ${comingInterview}. The invitation is in your mail.`, leads: 'schedule' };
  if (openTakeHome) return { text: `${stage.name}: the assignment is with you.`, leads: 'take-home' };
  if (mayChooseTime) return { text: `${stage.name}: choose a time that suits you.`, leads: 'schedule' };
  if (stage.kind === 'TAKE_HOME') return { text: `${stage.name}: your work is with our reviewers.`, leads: null };
  if (stage.kind === 'OFFER') return { text: 'We are preparing an offer for you.', leads: null };
  return { text: `${stage.name}: the team is working on the next step and will write to you.`, leads: null };
}
