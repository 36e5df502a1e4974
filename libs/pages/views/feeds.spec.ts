import { describe, expect, it } from '@jest/globals';
import { type FeedPosting, indeedFeed, rssFeed } from './feeds.js';
import { jobPosting, jobPostingScript } from './job-posting.js';

const HOUSE = { name: 'Tidal & Sons', about: 'We measure tides.', url: 'https://jobs.example/careers/tidal' };
const posting = (fields: Partial<FeedPosting> = {}): FeedPosting => ({
  id: '01900000-0000-7000-8000-000000000000',
  slug: 'backend-engineer',
  title: 'Backend <Engineer>',
  category: 'Engineering',
  remote: true,
  locations: [],
  residence: ['NO', 'European Union'],
  employmentTypes: ['full-time', 'independent contractor'],
  salary: { min: 65_000, max: 95_000, currency: 'USD', period: 'YEAR' },
  openedAt: new Date('2030-03-05T14:00:00Z'),
  descriptionHtml: '<p>Tides &amp; more.</p>',
  ...fields,
});

describe('a posting for machines', () => {
  it('says what its document says, in schema.org’s words', () => {
    expect(jobPosting(posting(), HOUSE, '<p>Tides.</p>')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Backend <Engineer>',
      description: '<p>Tides.</p>',
      datePosted: '2030-03-05T14:00:00.000Z',
      identifier: { '@type': 'PropertyValue', name: 'Tidal & Sons', value: '01900000-0000-7000-8000-000000000000' },
      hiringOrganization: { '@type': 'Organization', name: 'Tidal & Sons', sameAs: 'https://jobs.example/careers/tidal' },
      url: 'https://jobs.example/careers/tidal/backend-engineer',
      directApply: true,
      employmentType: ['FULL_TIME', 'CONTRACTOR'],
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'Country', name: 'Norway' },
        { '@type': 'AdministrativeArea', name: 'European Union' },
      ],
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'USD',
        value: { '@type': 'QuantitativeValue', minValue: 65_000, maxValue: 95_000, unitText: 'YEAR' },
      },
    });
  });

  it('says nothing where search engines need a place that the document does not name, and guesses no sum', () => {
    expect(jobPosting(posting({ residence: [] }), HOUSE, '')).toBeNull();
    expect(jobPosting(posting({ locations: ['Anywhere in the world'], residence: ['anywhere'] }), HOUSE, '')).toBeNull();
    expect(jobPosting(posting({ remote: null, residence: ['NO'] }), HOUSE, '')).toBeNull();
    const bergen = jobPosting(posting({ remote: false, locations: ['Bergen'], salary: null, employmentTypes: [] }), HOUSE, '');
    expect(bergen).toMatchObject({ jobLocation: [{ address: { addressLocality: 'Bergen' } }] });
    for (const field of ['baseSalary', 'employmentType', 'jobLocationType']) expect(bergen).not.toHaveProperty(field);
    const unclear = { min: 60, max: 60, currency: null, period: 'HOUR' } as const;
    expect(jobPosting(posting({ salary: unclear }), HOUSE, '')).not.toHaveProperty('baseSalary');
  });

  it('cannot end the element in which it stands', () => {
    const script = jobPostingScript(jobPosting(posting(), HOUSE, '</script><script>alert(1)</script>'))!.markup;
    expect(script.match(/<\/?script/g)).toHaveLength(2);
    expect(JSON.parse(script.replace(/^<script[^>]*>|<\/script>$/g, '')).description).toContain('</script>');
  });

  it('is in the feeds, escaped, without letters that XML has no place for', () => {
    const odd = posting({ title: 'Tide\u0000 & \u{1F30A} \ud800', category: null });
    for (const feed of [rssFeed(HOUSE, [odd]), indeedFeed(HOUSE, [odd], odd.openedAt)]) {
      expect(feed).toContain('<title>Tide &amp; \u{1F30A} \ufffd</title>');
      expect(feed).toContain('&lt;p&gt;Tides &amp;amp; more.&lt;/p&gt;');
      expect(feed).toContain('Tidal &amp; Sons');
      expect(feed).toContain('Tue, 05 Mar 2030 14:00:00 GMT');
    }
    expect(indeedFeed(HOUSE, [odd], odd.openedAt)).toContain('<jobtype>fulltime, contract</jobtype>');
  });
});
