/** The invented organisation of samples/postings. */
export const ORGANIZATION = {
  slug: 'northlight-labs',
  name: 'Northlight Labs',
  zone: 'Europe/Oslo',
  contactEmail: 'hiring@northlight.example',
  website: 'https://northlight.example/',
  about: `We make Almanac, the open-source software behind 41,000 community weather and air stations. Twenty-three people in fourteen countries work on it, each from where they live.

We hire slowly and by reading. A person answers every application within five working days, you only speak to people you would work with, and whatever we ask you to build is paid. If something in our process does not work for you, tell us what would.`,
} as const;

export const SOURCES = [
  'Careers page',
  'Recommended by a colleague',
  'Open science job board',
  'Almanac community forum',
  'Met at a conference',
] as const;

export const REJECTION_REASONS = [
  { label: 'Experience lies in another field', side: 'WE_REJECTED' },
  { label: 'Somebody else was closer to the role', side: 'WE_REJECTED' },
  { label: 'Working hours do not overlap enough', side: 'WE_REJECTED' },
  { label: 'Lives where we cannot employ', side: 'WE_REJECTED' },
  { label: 'No opening is left', side: 'WE_REJECTED' },
  { label: 'Accepted another offer', side: 'THEY_WITHDREW' },
  { label: 'The conditions do not fit', side: 'THEY_WITHDREW' },
  { label: 'The time is not right', side: 'THEY_WITHDREW' },
] as const;
