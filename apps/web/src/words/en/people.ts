import { plural } from './everywhere';

export const people = {
  title: 'Candidates',
  search: 'Name, mail address, place, or words of the CV',
  start: 'Type at least two letters. Everybody who ever applied is searched, their CVs too.',
  none: (query: string) => `Nobody is found with “${query}”.`,
  found: (count: number) => (count >= 50 ? 'The best 50' : `${plural(count, 'person', 'people')}`),
  noApplications: 'no application you may see',
  compare: 'Compare two',
  chosen: (count: number) => `${count} of 2 chosen to compare`,
  choose: (name: string) => `Compare ${name}`,
  merge: {
    title: 'Are these the same person?',
    keep: 'Keep this record',
    keepNote: 'The other’s applications and files go to this one; links that the person was given go on working.',
    done: (applications: number, files: number) =>
      `One record now. Moved: ${plural(applications, 'application')}, ${plural(files, 'file')}.`,
    same: 'the same',
    differs: 'differs',
  },
  fields: {
    name: 'Name',
    email: 'Mail',
    phone: 'Phone',
    location: 'Place',
    country: 'Country',
    zone: 'Zone',
    links: 'Links',
    since: 'Known since',
    applications: 'Applications',
    files: 'Files',
  },
};
