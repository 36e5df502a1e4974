/** "1 card", "2 cards" */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : many}`;
}

export const everywhere = {
  appName: 'Rounds',
  skip: 'Skip to the content',
  menu: 'Menu',
  messages: 'Messages',
  main: 'Main',
  signOut: 'Sign out',
  account: (name: string) => `Account of ${name}`,
  theme: { light: 'Light colours', dark: 'Dark colours' },
  plainDesk: 'Plain desk without scripts',
  nav: {
    home: 'Home',
    postings: 'Postings',
    candidates: 'Candidates',
    schedule: 'Schedule',
    mail: 'Mail',
    settings: 'Settings',
  },
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  look: 'Look',
  again: 'Try again',
  loading: 'Loading …',
  optional: 'optional',
  languages: { en: 'English', de: 'German' } as Readonly<Record<string, string>>,
  shownOnce: { title: 'Shown this once', copy: 'Copy', copied: 'Copied', kept: 'I have kept it' },
  chooseOne: 'Choose one',
  states: {
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
  },
  shortcuts: {
    title: 'Keyboard',
    help: 'Show this list',
    palette: 'Find anything',
    goHome: 'Go to your home page',
    goPostings: 'Go to postings',
    goCandidates: 'Go to candidates',
    goSchedule: 'Go to your schedule',
    then: 'then',
    open: 'Keyboard shortcuts',
  },
  palette: {
    open: 'Find anything',
    placeholder: 'A screen, a posting, somebody’s name …',
    nothing: 'Nothing is called that.',
    screens: 'Screens',
    postings: 'Boards',
    ofPostings: 'Postings',
    candidates: 'Candidates',
    board: 'Board',
    actions: 'Actions',
    newPosting: 'Import a posting',
    settings: (place: string) => `Settings: ${place}`,
    mail: (place: string) => `Mail: ${place}`,
  },
  status: { ACTIVE: 'Active', HIRED: 'Hired', REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn' },
  postingStatus: { DRAFT: 'Draft', OPEN: 'Open', CLOSED: 'Closed', ARCHIVED: 'Archived' },
  stageKind: {
    SCREEN: 'Screen',
    TAKE_HOME: 'Take-home',
    TECHNICAL: 'Technical',
    PANEL: 'Panel',
    INTERVIEW: 'Interview',
    OFFER: 'Offer',
  } as Readonly<Record<string, string>>,
  received: 'Received',
  recommendation: {
    STRONG_NO: 'Strong no',
    NO: 'No',
    NO_DECISION: 'Cannot tell',
    YES: 'Yes',
    STRONG_YES: 'Strong yes',
  },
  days: (days: number) => (days === 0 ? 'today' : plural(days, 'day')),
  residence: {
    INSIDE: 'lives where the posting asks',
    OUTSIDE: 'lives outside the posting’s residence',
    UNKNOWN: 'has not said where they live',
  },
  /** Who is waited for, and for what. `when` is said with it where there is a time. */
  waiting: (what: string, when: string | null, late: boolean): string | null => {
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
  },
  turn: { TEAM: 'Your turn', CANDIDATE: 'Their turn', BOTH: 'Both', NOBODY: 'Nobody' },
};
