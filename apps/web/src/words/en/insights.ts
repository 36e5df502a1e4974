import { plural, titles } from './everywhere';

export const insights = {
  title: titles.insights,
  board: 'Board',
  empty: 'Nobody has applied yet, so there is nothing to count.',
  flow: 'How far they come',
  flowNote:
    'Reached: applications that ever stood in the stage, each once. What an application did last in a stage counts, so who was reopened or sent back is not counted twice.',
  stage: 'Stage',
  reached: 'Reached',
  wentOn: 'Went on',
  rejected: 'Rejected',
  withdrew: 'Withdrew',
  present: 'There now',
  median: 'Middle stay',
  days: (days: number | null) => (days === null ? '–' : plural(days, 'day')),
  medianNote:
    'Middle stay: half of the stays that are over took less, half took more. Stages of the same name in earlier versions of the plan count with it.',
  bar: (reached: number, first: number) => `${reached} of ${first}`,
  waiting: 'Who waits for whom now',
  waitingNote: 'Active applications by whose turn it is, and the longest that one of them has been in its stage.',
  on: { TEAM: 'the team', CANDIDATE: 'the candidate', BOTH: 'both meet', NOBODY: 'nobody' },
  longest: (days: string) => `longest ${days}`,
  load: {
    title: 'How interviews are spread',
    note: 'Everybody in the pools of the present plan, and who sat in its interviews lately. A week is one for all postings, so all count; those of this posting are named. Cancelled ones do not count.',
    who: 'Interviewer',
    held: 'Last four weeks',
    coming: 'Next four weeks',
    target: 'Means to hold a week',
    count: (all: number, here: number) => (here === all ? String(all) : `${all}, ${here} here`),
    bar: (all: number, here: number) => `${plural(all, 'interview')}, ${here} for this posting`,
  },
};
