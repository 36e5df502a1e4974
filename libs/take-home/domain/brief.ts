import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';

export const LONGEST_BRIEF = 20_000;

/** What a brief is made of when a candidate enters the stage. */
export interface BriefSource {
  readonly stageName: string;
  readonly postingTitle: string;
  /** The kit's purpose: in a take-home stage the team writes the assignment there. */
  readonly purpose: string;
  /** The purpose every new kit of this kind begins with; it speaks to interviewers and is no assignment. */
  readonly standardPurpose: string;
  readonly effortHours: number | null;
}

/** The team's own words, or what can be said without them: that work is asked for, how to hand it in, and that asking is welcome. */
export function briefFrom({ stageName, postingTitle, purpose, standardPurpose, effortHours }: BriefSource): string {
  const own = purpose.trim();
  if (own !== '' && own !== standardPurpose.trim()) return own;
  const lines = [`${stageName}: a piece of work for the position ${postingTitle}, done in your own time and setting.`];
  if (effortHours !== null)
    lines.push(`Plan about ${effortHours} ${effortHours === 1 ? 'hour' : 'hours'} for it; more is not expected.`);
  lines.push(
    'The team tells you what to work on. If you have not heard yet, or anything is unclear, ask: that is part of the work and never counts against you.',
    'Hand in a link to a repository or pull request, or a file, and say in a few sentences what you decided, why, and what you left out.',
  );
  return lines.join('\n\n');
}

export type BriefRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** A brief as somebody of the team writes it. */
export function readBrief(text: string): Result<string, BriefRefusal> {
  const brief = text.trim();
  if (brief !== '' && brief.length <= LONGEST_BRIEF && !brief.includes('\0')) return ok(brief);
  return refuse('INVALID_INPUT', `A brief has 1 to ${LONGEST_BRIEF} characters of text. Nothing was changed.`, {
    field: 'input.brief',
  });
}
