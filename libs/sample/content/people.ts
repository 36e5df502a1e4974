import type { Weekday } from '#libs/kernel/index.js';
import type { PersonWords } from '../domain/story.js';

const WORKDAYS: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI'];
const daily = (starts: string, ends: string, days = WORKDAYS) => [{ days, starts, ends }];

/** The first is the administrator who founds the organisation and invites the others. */
export const PEOPLE: readonly PersonWords[] = [
  {
    key: 'ingrid',
    name: 'Ingrid Solbakken',
    email: 'ingrid@northlight.example',
    role: 'ADMIN',
    title: 'CEO',
    zone: 'Europe/Oslo',
    hours: daily('14:00', '20:00', ['TUE', 'WED', 'THU']),
    away: [{ inDays: 5, starts: '14:00', ends: '16:00', reason: 'Meeting with the city of Bergen' }],
  },
  {
    key: 'naveen',
    name: 'Naveen Raghunathan',
    email: 'naveen@northlight.example',
    role: 'INTERVIEWER',
    title: 'CTO',
    zone: 'Europe/London',
    hours: daily('10:00', '19:30'),
    away: [{ inDays: 3, starts: '13:00', ends: '14:30', reason: 'Architecture review' }],
  },
  {
    key: 'joana',
    name: 'Joana Ferraz',
    email: 'joana@northlight.example',
    role: 'RECRUITER',
    title: 'Hiring and people',
    zone: 'Europe/Lisbon',
    hours: daily('09:00', '18:00'),
    away: [{ inDays: 4, starts: '09:00', ends: '12:00', reason: 'School visit' }],
  },
  {
    key: 'kwame',
    name: 'Kwame Boateng',
    email: 'kwame@northlight.example',
    role: 'HIRING_MANAGER',
    title: 'Engineering lead',
    zone: 'Africa/Accra',
    hours: daily('09:00', '17:00'),
    away: [{ inDays: 6, starts: '13:00', ends: '14:00', reason: 'Planning' }],
  },
  {
    key: 'hana',
    name: 'Hana Nováková',
    email: 'hana@northlight.example',
    role: 'HIRING_MANAGER',
    title: 'Design lead',
    zone: 'Europe/Prague',
    hours: daily('09:00', '17:30'),
    away: [],
  },
  {
    key: 'marcus',
    name: 'Marcus Whitfield',
    email: 'marcus@northlight.example',
    role: 'HIRING_MANAGER',
    title: 'Infrastructure lead',
    zone: 'America/New_York',
    hours: daily('09:00', '17:00'),
    away: [{ inDays: 7, starts: '09:00', ends: '17:00', reason: 'Day off' }],
  },
  {
    key: 'tomas',
    name: 'Tomás Quiroga',
    email: 'tomas@northlight.example',
    role: 'INTERVIEWER',
    title: 'Backend engineer',
    zone: 'America/Argentina/Buenos_Aires',
    hours: daily('09:00', '17:00'),
    away: [{ inDays: 2, starts: '12:00', ends: '13:00', reason: 'Pairing hour' }],
  },
  {
    key: 'amina',
    name: 'Amina Diallo',
    email: 'amina@northlight.example',
    role: 'INTERVIEWER',
    title: 'Backend engineer',
    zone: 'Africa/Dakar',
    hours: daily('08:30', '17:30'),
    away: [{ inDays: 9, starts: '08:30', ends: '17:30', reason: 'Holiday' }],
  },
  {
    key: 'jonas',
    name: 'Jonas Weidner',
    email: 'jonas@northlight.example',
    role: 'INTERVIEWER',
    title: 'Frontend engineer',
    zone: 'Europe/Berlin',
    hours: daily('10:00', '19:00', ['MON', 'TUE', 'WED', 'THU']),
    away: [],
  },
  {
    key: 'sara',
    name: 'Sára Molnár',
    email: 'sara@northlight.example',
    role: 'INTERVIEWER',
    title: 'Product designer',
    zone: 'Europe/Budapest',
    hours: daily('09:00', '18:30'),
    away: [{ inDays: 1, starts: '15:00', ends: '16:00', reason: 'Usability session' }],
  },
  {
    key: 'daniel',
    name: 'Daniel Mercier',
    email: 'daniel@northlight.example',
    role: 'INTERVIEWER',
    title: 'Site reliability engineer',
    zone: 'America/Halifax',
    hours: daily('09:00', '17:00'),
    away: [{ inDays: 8, starts: '13:00', ends: '17:00', reason: 'On call' }],
  },
  {
    key: 'rosa',
    name: 'Rosa Delgado',
    email: 'rosa@northlight.example',
    role: 'INTERVIEWER',
    title: 'Site reliability engineer',
    zone: 'America/Denver',
    hours: daily('08:00', '16:00'),
    away: [],
  },
];

/** Invited and not in yet, so that the list of people shows one who is not. */
export const INVITED = {
  name: 'Eli Tamm',
  email: 'eli@northlight.example',
  role: 'INTERVIEWER',
} as const;

/** Who sees what a newcomer should look at: their accounts get the password that the first start prints. */
export const GUIDES = { admin: 'ingrid', hiringManager: 'kwame', interviewer: 'amina' } as const;

/** Pools are named as the postings name their seats, so that an import finds them. */
export const POOLS: readonly { readonly name: string; readonly members: readonly (readonly [key: string, perWeek: number])[] }[] = [
  { name: 'engineering lead', members: [['kwame', 6], ['naveen', 2]] },
  { name: 'backend engineer', members: [['tomas', 4], ['amina', 4]] },
  { name: 'frontend engineer', members: [['jonas', 4]] },
  { name: 'designer', members: [['sara', 4], ['hana', 2]] },
  { name: 'recruiter', members: [['joana', 10]] },
  { name: 'engineer', members: [['tomas', 3], ['amina', 3], ['daniel', 2]] },
  { name: 'team member', members: [['jonas', 2], ['amina', 2], ['daniel', 2]] },
  { name: 'design lead', members: [['hana', 5]] },
  { name: 'infrastructure lead', members: [['marcus', 5]] },
  { name: 'site reliability engineers', members: [['daniel', 4], ['rosa', 4], ['marcus', 2]] },
  { name: 'CTO', members: [['naveen', 3]] },
  { name: 'CEO', members: [['ingrid', 2]] },
]; // prettier-ignore
