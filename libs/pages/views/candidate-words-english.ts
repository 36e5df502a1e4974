import { type Refusal, formatInZone, momentInZone } from '#libs/kernel/index.js';
import { type Html, html } from '#libs/platform/index.js';

/** What a candidate's own pages say. What a posting, a plan or a person says is theirs, in whatever language they wrote it. */
export const english = {
  /** "Tuesday 5 March 2030, 14:00 CET (UTC+1)" */
  when: (at: Date, zone: string): string => formatInZone(at, zone),
  day: (at: Date, zone: string): string => {
    const { weekday, date } = momentInZone(at, zone);
    return `${weekday} ${date}`;
  },
  clock: (at: Date, zone: string): string => momentInZone(at, zone).time,
  span: (startsAt: Date, endsAt: Date, zone: string): string =>
    `${formatInZone(startsAt, zone)} until ${formatInZone(endsAt, zone)}`,
  /** What was not done and why. */
  refused: ({ message }: Refusal): string => message,
  interview: 'Interview',
  join: 'Join the meeting',

  standing: {
    title: 'Your application',
    applied: (name: string, on: string): string => `${name}, applied on ${on}.`,
    next: 'What comes next',
    ended: 'How it ended',
    broken: (by: string): string =>
      `We promised you an answer by ${by} and have not kept that. We are sorry; the team knows that it is your turn.`,
    promised: (by: string): Html => html`You hear from us by <strong>${by}</strong>, whatever we decide.`,
    meant: (by: string): string => `We mean to answer by ${by}.`,
    stages: 'Where you stand',
    received: 'Application received',
    done: ' (done)',
    interviews: 'Your interviews',
    states: { CONFIRMED: '', HELD: 'held for you', COMPLETED: 'took place', NO_SHOW: 'did not take place' } as Record<
      string,
      string
    >,
    openAssignment: 'Open the assignment',
    changeTime: 'See or change the time',
    chooseTime: 'Choose a time',
    more: 'Anything else?',
    write: (to: Html): Html => html`Write to ${to}; a person reads it.`,
    language: 'Language of our mails and of these pages',
    useLanguage: 'Use this language',
    withdraw: 'Withdraw my application',
    why: 'Why? (optional)',
    whyHint: 'It helps the team; leave it empty if you like.',
    withdrawNow: 'Withdraw',
  },

  /** The one thing that comes next. */
  step: {
    hired: 'You are our choice. Someone from the team is in touch with you about the start.',
    rejected: 'We decided not to go on with this application. Thank you for the time you gave it.',
    withdrawn: 'You withdrew this application. Thank you for the time you gave it.',
    reading: 'We are reading your application. You get a mail as soon as there is news.',
    coming: (stage: string, when: string): string => `${stage}: ${when}. The invitation is in your mail.`,
    assignment: (stage: string): string => `${stage}: the assignment is with you.`,
    choose: (stage: string): string => `${stage}: choose a time that suits you.`,
    reviewing: (stage: string): string => `${stage}: your work is with our reviewers.`,
    offer: 'We are preparing an offer for you.',
    waiting: (stage: string): string => `${stage}: the team is working on the next step and will write to you.`,
  },

  mails: {
    title: 'What we wrote to you',
    links: 'Links that open your own pages are left out here; your page has them all.',
    none: 'Nothing was sent to you yet.',
    gone: 'The words of this mail cannot be shown any more. It is in your mailbox.',
    back: 'Back to your application',
  },

  voluntary: {
    heading: 'Voluntary questions',
    about:
      'A few questions about equal opportunity. Nobody who decides on your application sees your answers, and none are needed.',
    see: 'See the questions',
  },

  data: {
    heading: 'Your data',
    consented: (on: string, organization: string): string => `You agreed on ${on} that ${organization} keeps what you send.`,
    kept: (days: number): string =>
      `${days} days after the last of your applications here has ended, everything is erased by itself, unless you are hired or a law asks for it to be kept.`,
    download: 'Download what you sent and were sent',
    access: 'A copy of everything',
    erasure: 'Erasing',
    asked: (on: string, answeredBy: string): string => `You asked on ${on}; you are answered by ${answeredBy}.`,
    settled: (done: boolean, answer: string): string => `${done ? 'Done' : 'Declined'}: ${answer || 'see your mail.'}`,
    askAccess: 'Ask for a copy of everything',
    askAccessWhy: 'What was written about you too. A person looks through it first, because others have rights in it as well.',
    askErasure: 'Ask for your data to be erased',
    askErasureWhy:
      'Everything you sent and everything that was written about you. An application that is still active ends with it.',
  },

  takeHome: {
    title: 'Your take-home',
    due: 'Due',
    effort: 'Effort',
    hours: (hours: number): string => `about ${hours} hours`,
    cancelled: 'This assignment is not open any more. Your own page shows what comes next.',
    handedIn: 'Handed in',
    late: 'after it was due; that is all right',
    replace: 'Replace what you handed in',
    handIn: 'Hand in',
    link: 'Link to your work',
    linkHint: 'A repository or a pull request.',
    file: 'Or a file (optional)',
    fileHint: 'PDF, DOCX or plain text, up to 10 MB.',
    note: 'What the reviewers should know (optional)',
    tooLarge: 'The file is larger than 10 MB. Hand in a link, or a smaller file.',
  },

  schedule: {
    titleBooked: 'Your interview',
    title: 'Choose a time',
    minutes: (count: number): string => `${count} minutes`,
    booked: 'Booked',
    inYourMail: 'An invitation for your calendar is in your mail.',
    writeInstead: (to: Html): Html => html`You can also write to ${to}: a person will find a time with you.`,
    another: 'Another time suits you better?',
    others: 'Your other interviews with us',
    zone: 'Times are shown for',
    showZone: 'Show in this zone',
    zoneHere: (shown: string): string => `This device is in another zone. The times below are in ${shown} until you change that.`,
    elsewhere: (day: string, zone: string): string => `(${day} in ${zone})`,
    timesIn: (zone: string): string => `All times are in ${zone}. Nothing is booked before you press the button.`,
    clocks: (day: string, zone: string): string =>
      `Your clocks change on ${day}. Times from then on are already in the new time, ${zone}.`,
    whyChange: 'Why the change? (optional)',
    move: 'Move the interview',
    book: 'Book this time',
    keep: 'Keep it for me while I check',
    keptUntil: (until: string): string => `Kept for you until ${until}`,
    keptNote: 'Nobody else can take it until then. It is not booked yet.',
    bookKept: 'Book it',
    letGo: 'Let it go',
    named: 'Times that you named',
    namedNote: 'The team has been told. Below is what suits everybody within these times.',
    showAll: 'Show all times again',
    aTime: 'A time that suits you',
    anotherTime: 'Another one (optional)',
    dayLabel: 'Day',
    from: 'from',
    until: 'until',
    noneSuit: 'None of these suit me',
    tellUs: (zone: string): string =>
      `Tell us when you can, in ${zone}, any time within the next four weeks. The team looks for a time within them and answers you.`,
    note: 'Anything we should know? (optional)',
    sendTimes: 'Send my times',
    cancel: 'Cancel this interview',
    whyCancel: 'Why? (optional)',
    cancelNote: 'Your application stays; the team will be in touch.',
    cancelNow: 'Cancel the interview',
    /** Why there is no time, where the search itself says no more. */
    nothing: (said: string | null, _ownTimes: boolean): string => said ?? 'There is no time that suits everybody.',
  },

  loop: {
    heading: 'All rounds at once',
    nothing:
      'No times suit everybody for all rounds in the next four weeks. Your place is kept; the team will find times with you.',
    keptNote: 'Nobody else can take these times until then. They are not booked yet.',
    bookKept: 'Book all of them',
    letGo: 'Let them go',
    shortest: 'The shortest',
    otherWay: (lasts: string): string => `Another way, ${lasts}`,
    already: ' (booked already)',
    timesIn: (zone: string): string =>
      `All times are in ${zone}. Nothing is booked before you press the button, then all of them are.`,
    book: 'Book all rounds',
    keep: 'Keep them for me while I check',
    onOneDay: (length: string): string => `${length} on one day`,
    within: (days: number): string => (days === 1 ? 'within a day' : `within ${days} days`),
  },

  /** What is said after a form worked; the address carries the key only. */
  said: {
    withdrawn: 'Your application is withdrawn. Thank you for telling us.',
    booked: 'Booked. The invitation is on its way to your mailbox.',
    'booked-loop': 'All rounds are booked. An invitation for each is on its way to your mailbox.',
    moved: 'Moved. A new invitation is on its way to your mailbox.',
    cancelled: 'The interview is cancelled. The team has been told.',
    zone: 'Times are now shown in your zone.',
    language: 'We write to you in this language from now on.',
    held: 'The time is kept for you for a while. It is not booked yet.',
    released: 'The time is free again.',
    named: 'Thank you. The team has your times and will answer you.',
    'taken-back': 'All times are shown again.',
    'asked-access': 'You are sent a copy of everything. Below you see by when.',
    'asked-erasure': 'You asked for your data to be erased. Below you see by when you are answered.',
    'handed-in': 'Thank you, your work is in. You can replace it until it is reviewed.',
  },
  notUnderstood: 'That form was not one of this page. Nothing was changed; please try again.',

  linkEnded: {
    title: 'This link has ended',
    heading: 'This link does not open anything',
    text: 'It may have expired, or it was cut when it was copied. Use the newest mail about your application, or ask for a fresh link on the organisation’s careers page.',
  },
};

/** The same words in every language: one that lacks a sentence does not compile. */
export type CandidateWords = typeof english;
