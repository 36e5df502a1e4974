import type { PostingWords } from '../domain/story.js';

/** What people added to the four documents under samples/postings. */
export const POSTINGS: readonly PostingWords[] = [
  {
    key: 'backend',
    fileName: 'senior-backend-engineer.md',
    corrections: { confirm: ['rounds'] },
    openings: 2,
    importedBy: 'kwame',
    team: [
      { person: 'kwame', role: 'HIRING_MANAGER' },
      { person: 'joana', role: 'RECRUITER' },
      { person: 'tomas', role: 'INTERVIEWER' },
      { person: 'amina', role: 'INTERVIEWER' },
      { person: 'jonas', role: 'INTERVIEWER' },
      { person: 'sara', role: 'INTERVIEWER' },
    ],
    questions: [
      {
        id: 'proud-of',
        label: 'Which system are you proud of, and what was your part in it?',
        required: true,
        kind: 'LONG_TEXT',
      },
      { id: 'core-hours', label: 'Can you be available from 1 to 5 PM UTC, Monday to Thursday?', required: true, kind: 'YES_NO' },
      { id: 'work', label: 'A link to something you have written or built', required: false, kind: 'LINK' },
    ],
    pools: [],
    addedSeats: [],
  },
  {
    key: 'platform',
    fileName: 'platform-engineer.md',
    corrections: {},
    openings: 2,
    importedBy: 'marcus',
    team: [
      { person: 'marcus', role: 'HIRING_MANAGER' },
      { person: 'joana', role: 'RECRUITER' },
      { person: 'amina', role: 'INTERVIEWER' },
      { person: 'daniel', role: 'INTERVIEWER' },
    ],
    questions: [],
    pools: [{ stage: 3, seat: 0, pool: 'infrastructure lead' }],
    addedSeats: [],
  },
  {
    key: 'designer',
    fileName: 'product-designer.md',
    corrections: {},
    openings: 1,
    importedBy: 'hana',
    team: [
      { person: 'hana', role: 'HIRING_MANAGER' },
      { person: 'joana', role: 'RECRUITER' },
      { person: 'sara', role: 'INTERVIEWER' },
      { person: 'jonas', role: 'INTERVIEWER' },
    ],
    questions: [{ id: 'portfolio', label: 'Where can we see your work?', required: true, kind: 'LINK' }],
    pools: [
      { stage: 2, seat: 0, pool: 'designer' },
      { stage: 3, seat: 0, pool: 'design lead' },
    ],
    addedSeats: [],
  },
  {
    key: 'sre',
    fileName: 'site-reliability-engineer-us.md',
    corrections: { confirm: ['rounds'], salary: { min: 90_000, max: 120_000, currency: 'USD', period: 'YEAR' } },
    openings: 2,
    importedBy: 'marcus',
    team: [
      { person: 'marcus', role: 'HIRING_MANAGER' },
      { person: 'joana', role: 'RECRUITER' },
      { person: 'daniel', role: 'INTERVIEWER' },
      { person: 'rosa', role: 'INTERVIEWER' },
    ],
    questions: [
      { id: 'incident', label: 'Tell us about an incident you learned from.', required: true, kind: 'LONG_TEXT' },
      { id: 'authorized', label: 'Do you live in the USA or Canada?', required: true, kind: 'YES_NO' },
    ],
    pools: [],
    addedSeats: [{ stage: 1, role: 'recruiter', pool: 'recruiter' }],
  },
];

/** Assignments and questions that the team wrote itself; the other stages keep the standard kits. */
export const KITS: readonly { posting: string; stage: number; purpose: string; questions: readonly string[] }[] = [
  {
    posting: 'backend',
    stage: 2,
    purpose: `Choose one of the issues that are labelled "first feature" in Almanac's repository, or bring one of your own that takes about four hours.

Work as you usually do, with whatever helps you. Hand in a link to a pull request or a repository, and tell us in a few sentences what you decided, why, and what you left out. A smaller thing that is finished tells us more than a larger one that is not.

The four hours are paid whatever becomes of it. Ask as many questions as you like: that is part of the work.`,
    questions: [
      'Does it do what the issue asks, also when readings come late or twice?',
      'Could a colleague go on from here tomorrow?',
      'Does the description say what was left out?',
    ],
  },
  {
    posting: 'sre',
    stage: 2,
    purpose: `You get access to a copy of our staging cluster in which three things are broken. Spend ninety minutes with it, not more.

We do not expect you to repair all three. Write down what you saw, what you believed at each point and why, and what you would do next. Hand in a link to your notes and whatever you changed.`,
    questions: ['Are observations and guesses kept apart?', 'Would the notes help somebody at three in the morning?'],
  },
];
