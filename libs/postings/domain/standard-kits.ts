import type { StageKind } from '#libs/pipeline/index.js';

/** What interviewers assess in a stage: why it is held, what may be asked, what is rated. */
export interface KitDraft {
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly description: string }[];
}

export const KIT_LIMITS = {
  purposeLength: 2000,
  questions: 30,
  questionLength: 500,
  attributes: 20,
  nameLength: 120,
  descriptionLength: 1000,
} as const;

/**
 * The kits a new plan starts with; the team edits them. Attributes are what can be observed in such a stage and described in a sentence, so that
 * two interviewers mean the same by a rating.
 */
const KITS: Readonly<Record<StageKind, KitDraft>> = {
  SCREEN: {
    purpose: 'Find out whether the role and the person fit well enough for both sides to spend more time.',
    questions: [
      'What made you apply, and what would you like to do more of?',
      'Which of your recent work is closest to this role?',
      'Are the working hours, the location and the conditions in the posting right for you?',
      'What would you like to know about us?',
    ],
    attributes: [
      { name: 'Motivation', description: 'Knows what the role is and can say why it is wanted.' },
      {
        name: 'Relevant experience',
        description: 'Has done work of the kind the posting asks for, and can tell their own part in it.',
      },
      { name: 'Communication', description: 'Explains clearly, listens, answers what was asked.' },
    ],
  },
  TAKE_HOME: {
    purpose: 'See the work itself, done in the candidate’s own time and setting.',
    questions: [
      'What works, what does not, and does the candidate know which?',
      'How easily could a colleague continue from here?',
    ],
    attributes: [
      { name: 'Correctness', description: 'Does what the assignment asks, including the cases that are not the happy one.' },
      { name: 'Clarity', description: 'Can be read and changed by somebody else.' },
      { name: 'Verification', description: 'Shows that it works: tests, or a described check.' },
      { name: 'Explanation', description: 'Says what was decided, why, and what was left out.' },
    ],
  },
  TECHNICAL: {
    purpose: 'Find out how the candidate thinks through the problems of this role.',
    questions: [
      'Tell me about a hard problem you solved: what did you try, what did you give up, and why?',
      'Let us work on a problem like those of this role together.',
      'What would you measure or test before trusting this solution?',
    ],
    attributes: [
      { name: 'Problem solving', description: 'Takes the problem apart, asks for what is missing, tries the risky part first.' },
      { name: 'Technical depth', description: 'Knows the tools of the role and what lies under them.' },
      { name: 'Judgement', description: 'Weighs alternatives and names their costs.' },
      { name: 'Communication', description: 'Makes the thinking visible and takes a hint well.' },
    ],
  },
  PANEL: {
    purpose: 'See how the candidate works with people of different crafts.',
    questions: [
      'Tell us about work that needed people of other crafts: who decided what, and what was hard?',
      'Describe a disagreement about a decision and how it ended.',
      'How do you find out whether what you made serves the people it is for?',
    ],
    attributes: [
      { name: 'Collaboration', description: 'Understands what others need and makes their work better.' },
      { name: 'Craft', description: 'Does their own part well and knows where it ends.' },
      { name: 'Communication', description: 'Is understood by everybody in the room.' },
      { name: 'Openness', description: 'Takes other views up and changes their mind for a reason.' },
    ],
  },
  INTERVIEW: {
    purpose: 'Find out how the candidate has worked so far and would work here.',
    questions: [
      'Which project are you proudest of, and what was your part?',
      'Tell me about something that went wrong, and what you do differently since.',
      'What do you need from a team and a manager to do your best work?',
    ],
    attributes: [
      { name: 'Ownership', description: 'Carries things through, and says so early when they will not hold.' },
      { name: 'Collaboration', description: 'Works well with others, also when they disagree.' },
      { name: 'Learning', description: 'Draws conclusions from what went wrong and acts on them.' },
    ],
  },
  OFFER: { purpose: 'Agree on the conditions.', questions: [], attributes: [] },
};

/** The kit for a stage of this kind. */
export function standardKit(kind: StageKind): KitDraft {
  return KITS[kind];
}
