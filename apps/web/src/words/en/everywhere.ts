/** "1 card", "2 cards" */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : many}`;
}

export const appName = 'Rounds';
/** Of each screen, as the browser's tab shows it before the screen's own words are there. */
export const titles = {
  home: 'Home',
  postings: 'Postings',
  import: 'Import a posting',
  sections: 'Shared sections',
  posting: 'Document and plan',
  board: 'Board',
  planMoves: 'Onto the present plan',
  batch: 'Times for many',
  kit: 'Interview kit',
  schedule: 'Schedule',
  settings: 'Settings',
  mail: 'Mail',
  candidates: 'Candidates',
  person: 'Person',
  merge: 'Are these the same person?',
  insights: 'Insights',
  findTime: 'Find a time',
  application: 'Application',
};
export const skip = 'Skip to the content';
export const menu = 'Menu';
export const messages = 'Messages';
export const main = 'Main';
export const signOut = 'Sign out';
export const account = (name: string) => `Account of ${name}`;
export const theme = { light: 'Light colours', dark: 'Dark colours' };
export const plainDesk = 'Plain desk without scripts';
export const nav = {
  home: 'Home',
  postings: 'Postings',
  candidates: 'Candidates',
  schedule: 'Schedule',
  mail: 'Mail',
  settings: 'Settings',
};
export const close = 'Close';
export const cancel = 'Cancel';
export const save = 'Save';
export const undo = 'Undo';
export const look = 'Look';
export const again = 'Try again';
export const loading = 'Loading …';
export const optional = 'optional';
export const languages = { en: 'English', de: 'German' } as Readonly<Record<string, string>>;
export const shownOnce = { title: 'Shown this once', copy: 'Copy', copied: 'Copied', kept: 'I have kept it' };
export const chooseOne = 'Choose one';
export const states = {
  offline: 'You are offline. What you see may be old; nothing you type is lost, and nothing is sent until you are back.',
  noAnswerTitle: 'Rounds could not be reached',
  noAnswer: 'Nothing you did is lost. Check the connection and try again.',
  unsure: 'No answer came, so it is not known whether it happened. Try again: it happens only once.',
  faultTitle: 'That did not work',
  notFoundTitle: 'There is no such page',
  notFound: 'It may have been removed, it may not be yours to see, or the address has a slip in it.',
  brokenTitle: 'This screen broke',
  broken: 'That is a fault of ours. Your data are safe; load the page again.',
  reload: 'Load again',
  toHome: 'To your home page',
};
export const shortcuts = {
  title: 'Keyboard',
  help: 'Show this list',
  palette: 'Find anything',
  goHome: 'Go to your home page',
  goPostings: 'Go to postings',
  goCandidates: 'Go to candidates',
  goSchedule: 'Go to your schedule',
  goMail: 'Go to mail',
  then: 'then',
  open: 'Keyboard shortcuts',
};
export const palette = {
  open: 'Find anything',
  placeholder: 'A screen, a posting, somebody’s name …',
  nothing: 'Nothing is called that.',
  screens: 'Screens',
  postings: 'Boards',
  ofPostings: 'Postings',
  candidates: 'Candidates',
  board: 'Board',
  here: 'On this screen',
  everywhere: 'Everywhere',
  newPosting: 'Import a posting',
  settings: (place: string) => `Settings: ${place}`,
  mail: (place: string) => `Mail: ${place}`,
};
export const status = { ACTIVE: 'Active', HIRED: 'Hired', REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn' };
export const postingStatus = { DRAFT: 'Draft', OPEN: 'Open', CLOSED: 'Closed', ARCHIVED: 'Archived' };
export const stageKind = {
  SCREEN: 'Screen',
  TAKE_HOME: 'Take-home',
  TECHNICAL: 'Technical',
  PANEL: 'Panel',
  INTERVIEW: 'Interview',
  OFFER: 'Offer',
} as Readonly<Record<string, string>>;
export const received = 'Received';
export const recommendation = {
  STRONG_NO: 'Strong no',
  NO: 'No',
  NO_DECISION: 'Cannot tell',
  YES: 'Yes',
  STRONG_YES: 'Strong yes',
};
export const days = (days: number) => (days === 0 ? 'today' : plural(days, 'day'));
export const residence = {
  INSIDE: 'lives where the posting asks',
  OUTSIDE: 'lives outside the posting’s residence',
  UNKNOWN: 'has not said where they live',
};
/** Who is waited for, and for what. `when` is said with it where there is a time. */
export const waiting = (what: string, when: string | null, late: boolean): string | null => {
  const until = when ? ` until ${when}` : '';
  switch (what) {
    case 'REVIEW':
      return 'to be read by the team';
    case 'SCHEDULING':
      return 'the team finds a time';
    case 'TIME_CHOICE':
      return late ? 'the time to choose ran out' : `the candidate chooses a time${until}`;
    case 'INTERVIEW':
      return late ? 'the interview is under way' : `interview ${when ?? 'is booked'}`;
    case 'FEEDBACK':
      return 'the team gives feedback';
    case 'TAKE_HOME':
      return late ? `the work was due ${when ?? ''}` : `the candidate works${until}`;
    case 'OFFER':
      return 'the team prepares the offer';
    default:
      return null;
  }
};
export const turn = { TEAM: 'Your turn', CANDIDATE: 'Their turn', BOTH: 'Both', NOBODY: 'Nobody' };
