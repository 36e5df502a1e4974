import type { CandidateWords } from './candidate-words.js';

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
export function nextStep(
  { status, stage, mayChooseTime, openTakeHome, comingInterview }: StandingFacts,
  words: CandidateWords['step'],
): NextStep {
  if (status === 'HIRED') return { text: words.hired, leads: null };
  if (status === 'REJECTED') return { text: words.rejected, leads: null };
  if (status === 'WITHDRAWN') return { text: words.withdrawn, leads: null };
  if (stage === null) return { text: words.reading, leads: null };
  if (comingInterview) return { text: words.coming(stage.name, comingInterview), leads: 'schedule' };
  if (openTakeHome) return { text: words.assignment(stage.name), leads: 'take-home' };
  if (mayChooseTime) return { text: words.choose(stage.name), leads: 'schedule' };
  if (stage.kind === 'TAKE_HOME') return { text: words.reviewing(stage.name), leads: null };
  if (stage.kind === 'OFFER') return { text: words.offer, leads: null };
  return { text: words.waiting(stage.name), leads: null };
}
