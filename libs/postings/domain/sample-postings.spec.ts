import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parsePosting } from './parse-posting.js';
import { planFromPosting } from './plan-from-posting.js';
import type { PostingDocument } from './posting-document.js';

const SAMPLES = new URL('../../../samples/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, SAMPLES), 'utf8');
const SECTIONS = new Map(readdirSync(new URL('sections/', SAMPLES)).map((name) => [name, text(`sections/${name}`)]));
const read = (name: string, sections = SECTIONS): PostingDocument => parsePosting(text(`postings/${name}.md`), { sections });
const codes = (posting: PostingDocument): string[] => posting.diagnostics.map(({ code }) => code);
const kinds = (posting: PostingDocument): string[] => posting.sections.map(({ kind }) => kind);

describe('the sample with front matter, four rounds and core hours', () => {
  const posting = read('senior-backend-engineer');

  it('states its facts', () => {
    expect(posting).toMatchObject({
      title: 'Senior Backend Engineer',
      company: 'Northlight Labs',
      status: 'open',
      category: null,
      locations: ['anywhere in the world'],
      remote: true,
      residence: ['anywhere in the world'],
      employmentTypes: ['employee if in Norway (salaried)', 'independent contractor otherwise'],
      salary: { min: 78000, max: 96000, currency: 'EUR', period: 'YEAR' },
      coreHours: { start: '13:00', end: '17:00', zone: 'UTC', days: ['MON', 'TUE', 'WED', 'THU'] },
      onCall: null,
      levels: [],
      processDuration: null,
    });
  });

  it('has four rounds', () => {
    expect(posting.rounds).toEqual([
      { ...round(1, 'Round 1: Interview with our engineering lead', 'SCREEN', 30), seats: [seat('engineering lead')] },
      round(2, 'Round 2: contribute a small feature to Almanac', 'TAKE_HOME', 240),
      { ...round(3, 'Round 3: Interview with our backend engineer', 'TECHNICAL', 60), seats: [seat('backend engineer')] },
      {
        ...round(4, 'Round 4: Interview with our frontend engineer and designer', 'PANEL', 45),
        seats: [seat('frontend engineer'), seat('designer')],
      },
    ]);
  });

  it('becomes a plan whose take-home is due in ten days and whose last stage is the offer', () => {
    const plan = planFromPosting(posting, []);
    expect(plan.map(({ name, kind }) => [name, kind])).toEqual([
      ['Interview with our engineering lead', 'SCREEN'],
      ['Contribute a small feature to Almanac', 'TAKE_HOME'],
      ['Interview with our backend engineer', 'TECHNICAL'],
      ['Interview with our frontend engineer and designer', 'PANEL'],
      ['Offer', 'OFFER'],
    ]);
    expect(plan[1]!.takeHome).toEqual({ effortHours: 4, dueDays: 10 });
  });

  it('is not closed by its pointer to closed jobs', () => {
    expect(kinds(posting)).toContain('closed_jobs');
    expect(codes(posting)).not.toContain('STATUS_CLOSED');
  });
});

describe('the sample with an include and levels', () => {
  const posting = read('platform-engineer');

  it('states its facts, some of them from the shared introduction', () => {
    expect(posting).toMatchObject({
      title: 'Platform Engineer',
      company: 'Northlight Labs',
      status: null,
      locations: [],
      remote: true,
      residence: [],
      employmentTypes: [],
      salary: null,
      coreHours: null,
      onCall: null,
      rounds: [],
      planSource: 'default',
    });
    expect(posting.facts.find(({ field }) => field === 'remote')).toMatchObject({ line: 3, sharedSection: 'intro.md' });
  });

  it('has three levels on one base', () => {
    expect(posting.levels).toEqual([
      { name: 'Junior Platform Engineer', extends: 'Platform Engineer' },
      { name: 'Platform Engineer', extends: null },
      { name: 'Senior Platform Engineer', extends: 'Platform Engineer' },
    ]);
  });

  it('is not guessed at without its shared sections', () => {
    const alone = read('platform-engineer', new Map());
    expect(alone).toMatchObject({ title: 'Platform Engineer', company: null, remote: null });
    expect(alone.diagnostics.filter(({ code }) => code === 'SECTION_UNRESOLVED').map(({ line }) => line)).toEqual([3, 49]);
  });
});

describe('the sample with shared sections and a residence', () => {
  const posting = read('product-designer');

  it('states its facts', () => {
    expect(posting).toMatchObject({
      title: 'Product Designer (Remote)',
      company: 'Northlight Labs',
      status: 'open',
      category: 'Open Positions',
      locations: ['Europe', 'Canada'],
      remote: true,
      residence: ['Europe', 'CA'],
      employmentTypes: ['full-time'],
      salary: { min: 62000, max: 78000, currency: 'EUR', period: 'YEAR' },
      coreHours: null,
      onCall: null,
      levels: [],
      rounds: [],
      planSource: 'default',
    });
  });

  it('finds every shared section', () => {
    expect(codes(posting)).not.toContain('SECTION_UNRESOLVED');
    expect(kinds(posting)).toEqual(
      expect.arrayContaining([
        'responsibilities',
        'stack',
        'requirements',
        'team',
        'mission',
        'salary',
        'how_to_apply',
        'equal_opportunity',
      ]),
    );
  });
});

describe('the sample copied from a board', () => {
  const posting = read('site-reliability-engineer-us');

  it('states its facts', () => {
    expect(posting).toMatchObject({
      title: 'Site Reliability Engineer - US',
      company: 'Northlight Labs',
      status: null,
      locations: ['US', 'Portland, ME'],
      remote: true,
      residence: ['US', 'CA'],
      employmentTypes: [],
      salary: { min: 90000, max: 120000, currency: 'USD', period: null },
      coreHours: { start: '11:00', end: '16:00', zone: 'America/New_York', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] },
      onCall: '8 AM to 8 PM US Eastern time on rotating weekdays; one weekend in six, with the Monday after it off',
      processDuration: '~1 week',
    });
  });

  it('has five rounds', () => {
    const skippableIf = 'you can show us open source operations work or a public incident review';
    expect(posting.rounds).toEqual([
      round(1, '30 min call covering your questions, our screening questions, and what the work is like', 'SCREEN', 30),
      { ...round(2, '~90 min technical assessment on a broken copy of our staging cluster', 'TAKE_HOME', 90), skippableIf },
      {
        ...round(3, '60 min interview with two of our site reliability engineers', 'PANEL', 60),
        seats: [seat('site reliability engineers'), seat('site reliability engineers')],
      },
      { ...round(4, '45 min call with our CTO/CEO', 'INTERVIEW', 45), seats: [{ role: 'CTO/CEO', pool: ['CTO', 'CEO'] }] },
      round(5, 'Offer', 'OFFER', null),
    ]);
  });

  it('spreads its week over the stages of the plan', () => {
    const days = planFromPosting(posting, []).map(({ targetDays }) => targetDays);
    expect(days).toEqual([1, 3, 1, 1, 1]);
  });

  it('asks for what a person must look at', () => {
    expect(codes(posting)).toEqual(
      expect.arrayContaining(['ENCODING_REPAIRED', 'SALARY_FROM_HEADER', 'SALARY_PERIOD_MISSING', 'ROUND_KIND_UNCERTAIN']),
    );
  });
});

function round(order: number, name: string, kind: string, duration_min: number | null) {
  return { order, name, kind, durationMin: duration_min, durationMax: duration_min, seats: [] as object[], async: false, skippableIf: null, optional: false }; // prettier-ignore
}

function seat(role: string) {
  return { role, pool: [role] };
}
