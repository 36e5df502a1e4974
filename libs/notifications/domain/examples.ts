import type { MailVariables } from './mails/registry.js';

/** Data of an invented organisation with everything a mail can say, for previews and for the trial when a template is saved. */

const organization = { name: 'Kestrel Works' };
const recipient = { name: 'Noor' };
const contact = { name: 'Mira Lindqvist', email: 'mira.lindqvist@kestrel.example' };
const posting = { title: 'Senior Backend Engineer' };
const page = { link: 'https://jobs.kestrel.example/me/q7Jx2mVtR9sWc4' };
const candidate = { name: 'Noor Haddad' };
const application = { link: 'https://jobs.kestrel.example/applications/0190f6a2' };

const reader = { zone: 'Europe/Athens', otherZone: 'America/New_York' };
const answer = { by: { at: new Date('2026-11-20T15:00:00Z'), ...reader } };
const period = { startsAt: new Date('2026-11-10T14:00:00Z'), endsAt: new Date('2026-11-10T14:45:00Z'), ...reader };
const before = { startsAt: new Date('2026-11-09T16:30:00Z'), endsAt: new Date('2026-11-09T17:15:00Z'), ...reader };
const soon = { at: new Date('2026-11-05T16:00:00Z'), ...reader };
const scorecardDue = { at: new Date('2026-11-11T15:00:00Z'), ...reader };
const due = { at: new Date('2026-11-16T21:59:00Z'), ...reader };

const interview = {
  name: 'Technical interview',
  when: period,
  with: ['Tomás Okafor', 'Ines Moreau'],
  where: 'https://meet.kestrel.example/noor-tomas',
};
const forCandidate = { organization, recipient, contact, posting, page };
const forTeam = { organization, recipient: { name: 'Tomás' }, contact, posting, candidate, application };
const kit = { link: 'https://jobs.kestrel.example/kit/8fKd02Lq', focus: 'data modelling and how decisions are explained' };

const mail = { stop: 'https://jobs.kestrel.example/mail/stop/AZCmoSZ9cT8rH2dVn5kXwQAZCmoSZ-cT8rH2dVn5kXwR0bQm3sTuvWx' };

const brief = `Add an endpoint to our sample service that lists the birds seen at a station, newest first, page by page.

We look at how you shape the data, how you test, and what you write to the people who review it. Use whatever you use every day, and write down what you would do with more time.

The service: https://code.kestrel.example/take-home`;

export const examples: MailVariables = {
  'application-received': { ...forCandidate, answer, next: { stage: 'Conversation with our project lead' } },
  'stage-moved': {
    ...forCandidate,
    answer,
    stage: {
      name: 'Conversation with our project lead',
      about: 'Half an hour by video about your work and ours, and time for your questions.',
    },
  },
  'schedule-now': {
    ...forCandidate,
    interview: { name: 'Technical interview', length: 45, with: ['Tomás Okafor', 'Ines Moreau'] },
    pick: { link: 'https://jobs.kestrel.example/me/q7Jx2mVtR9sWc4/times', by: soon },
  },
  'interview-invitation': { ...forCandidate, interview, answer },
  'interview-changed': { ...forCandidate, interview: { ...interview, before }, change: { reason: 'Tomás is ill on Monday.' } },
  'interview-cancelled': {
    ...forCandidate,
    answer,
    interview: { name: 'Technical interview', when: period },
    cancellation: { reason: 'We are sorry: our interviewer is ill.' },
    pick: { link: 'https://jobs.kestrel.example/me/q7Jx2mVtR9sWc4/times' },
  },
  'interview-reminder': { ...forCandidate, mail, interview },
  'interview-clocks-shifted': { ...forCandidate, interview: { name: interview.name, when: period }, clocks: { told: '15:00' } },
  'take-home-brief': {
    ...forCandidate,
    answer,
    takeHome: { title: 'A small feature', brief, effort: 'about four hours', due, link: `${page.link}/take-home` },
  },
  'take-home-extended': { ...forCandidate, takeHome: { title: 'A small feature', due, link: `${page.link}/take-home` } },
  'take-home-reminder': { ...forCandidate, mail, takeHome: { title: 'A small feature', due, link: `${page.link}/take-home` } },
  'take-home-received': {
    ...forCandidate,
    answer,
    takeHome: { title: 'A small feature', handedIn: { at: new Date('2026-11-14T09:12:00Z'), ...reader } },
  },
  rejected: {
    ...forCandidate,
    stage: { name: 'Technical interview' },
    rejection: {
      note: 'We enjoyed talking with you, and your questions about how we store observations made us change a plan. For this role we chose somebody who has run a database of this size before.',
    },
  },
  hired: { ...forCandidate, answer, start: { on: { at: new Date('2027-01-11T08:00:00Z'), ...reader } } },
  withdrawn: forCandidate,
  'answer-late': { ...forCandidate, promise: { by: answer.by } },
  'page-link': { ...forCandidate, expires: { at: soon } },
  'team-new-application': { ...forTeam, mail, answer, source: { name: 'careers page' } },
  'team-new-applications': {
    ...{ organization, recipient: { name: 'Tomás' }, contact, mail },
    news: {
      count: '5',
      list: `3 for Senior Backend Engineer
https://jobs.kestrel.example/postings/0190f6a2/board

2 for Field Ornithologist
https://jobs.kestrel.example/postings/0190f6b7/board`,
    },
    desk: { link: 'https://jobs.kestrel.example/desk' },
  },
  'team-interview-assigned': {
    ...forTeam,
    interview: { ...interview, with: ['Ines Moreau'] },
    kit,
    scorecard: { due: scorecardDue },
  },
  'team-interview-changed': {
    ...forTeam,
    interview: { ...interview, with: ['Ines Moreau'], before },
    kit,
    change: { reason: 'The candidate asked for another time.' },
  },
  'team-interview-cancelled': {
    ...forTeam,
    interview: { name: 'Technical interview', when: period },
    cancellation: { reason: 'The candidate has withdrawn.' },
  },
  'team-seat-vacant': {
    ...forTeam,
    interview: { name: 'Technical interview', when: period },
    interviewer: { name: 'Amina Diallo' },
  },
  'team-interview-reminder': { ...forTeam, mail, interview: { ...interview, with: ['Ines Moreau'] }, kit },
  'team-clocks-shifted': {
    ...forTeam,
    interview: { name: 'Technical interview', when: period },
    clocks: {
      changed: ['16:00 instead of 15:00 in Europe/Athens'],
      outside: 'It is not a time that the posting’s rules offer any more.',
    },
  },
  'team-scorecard-due': {
    ...forTeam,
    mail,
    interview: { name: 'Technical interview', when: period },
    scorecard: {
      link: 'https://jobs.kestrel.example/kit/8fKd02Lq/scorecard',
      due: { at: new Date('2026-11-11T15:00:00Z'), ...reader },
    },
  },
  'team-take-home-handed-in': {
    ...forTeam,
    takeHome: { title: 'A small feature' },
    review: { link: 'https://jobs.kestrel.example/reviews/55aa', due: { at: new Date('2026-11-18T15:00:00Z'), ...reader } },
  },
  'team-candidate-withdrew': {
    ...forTeam,
    stage: { name: 'Technical interview' },
    withdrawal: { reason: 'I have accepted another offer. Thank you for your time!' },
  },
  'team-answer': {
    ...forTeam,
    reply: {
      from: 'Noor Haddad',
      what: 'has answered',
      text: 'Tuesday suits me well. May I bring a colleague’s drawing?',
      address: 'noor@mail.example',
    },
  },
  'team-answer-due': { ...forTeam, mail, promise: { by: answer.by }, stage: { name: 'Technical interview' } },
  'account-invitation': {
    organization,
    recipient: { name: 'Ines' },
    contact,
    inviter: { name: 'Mira Lindqvist' },
    account: { role: 'Interviewer', link: 'https://jobs.kestrel.example/invitation/Zt81' },
    expires: { at: soon },
  },
  'account-password-reset': {
    organization,
    recipient: { name: 'Ines' },
    contact,
    reset: { link: 'https://jobs.kestrel.example/password/Yw33' },
    expires: { at: soon },
  },
};
