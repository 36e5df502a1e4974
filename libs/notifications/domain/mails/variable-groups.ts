import { may, needs } from '../variables.js';

/** What every mail knows. */
const everyMail = {
  organization: { name: needs('text', 'The organisation’s name') },
  recipient: { name: needs('name', 'The reader, as they are addressed') },
  contact: {
    name: needs('name', 'The person who answers questions'),
    email: needs('address', 'Where that person is reached'),
  },
} as const;

/** What every mail to a candidate knows. */
export const toCandidate = {
  ...everyMail,
  posting: { title: needs('text', 'The posting’s title') },
  page: { link: needs('link', 'The candidate’s own page') },
} as const;

/** What every mail to a hiring team knows. */
export const toTeam = {
  ...everyMail,
  posting: { title: needs('text', 'The posting’s title') },
  candidate: { name: needs('name', 'The candidate') },
  application: { link: needs('link', 'The application in Rounds') },
} as const;

/** What every mail about an account knows. */
export const toPerson = everyMail;

/** What every mail knows that its reader may do without. */
export const optional = { mail: { stop: may('link', 'Where the reader ends mails of this kind') } } as const;

/** By when the reader hears from us. */
export const answer = { by: may('day', 'The day by which the candidate hears from us') } as const;

/** A booked interview as both sides see it. */
export const interview = {
  name: needs('text', 'The stage’s name, such as “Technical interview”'),
  when: needs('period', 'When it is, in the reader’s zone'),
  with: may('texts', 'Who else is there'),
  where: may('text', 'A link to the call, or a place'),
} as const;
