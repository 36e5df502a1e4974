import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parsePosting } from './parse-posting.js';
import type { PostingDocument } from './posting-document.js';

/** Real postings beside the checkout. The project stands without them; its own samples hold the same styles. */
const FOLDER = new URL('../../../../shared/postings/', import.meta.url);
const read = (name: string): PostingDocument => parsePosting(readFileSync(new URL(name, FOLDER), 'utf8'));
const codes = (posting: PostingDocument): string[] => posting.diagnostics.map(({ code }) => code);
const lineOf = (posting: PostingDocument, code: string): number | undefined =>
  posting.diagnostics.find((diagnostic) => diagnostic.code === code)?.line;

if (existsSync(FOLDER)) {
  describe('the posting with front matter and four rounds', () => {
    const posting = read('mathesar-senior-backend-engineer.md');

    it('is about one open job of one employer', () => {
      expect(posting).toMatchObject({
        title: 'Senior Backend Engineer',
        company: 'Center of Complex Interventions (CCI) / Mathesar',
        status: 'open',
        locations: ['anywhere in the world'],
        remote: true,
        residence: ['anywhere in the world'],
        employmentTypes: ['employee if in the US (salaried)', 'independent contractor otherwise'],
        salary: null,
        coreHours: { start: '14:00', end: '20:00', zone: 'UTC', days: [] },
        onCall: null,
        levels: [],
        planSource: 'document',
        processDuration: null,
      });
    });

    it('has four rounds, the last with two seats', () => {
      expect(posting.rounds.map(({ name, kind, seats }) => [name, kind, seats.map(({ pool }) => pool)])).toEqual([
        ['Round 1: Interview with our project lead', 'SCREEN', [['project lead']]],
        ['Round 2: contribute a feature to Mathesar', 'TAKE_HOME', []],
        ['Round 3: Interview with our backend engineer', 'TECHNICAL', [['backend engineer']]],
        ['Round 4: Interview with our frontend engineer and designer', 'PANEL', [['frontend engineer'], ['designer']]],
      ]);
      expect(posting.rounds.every(({ durationMin, durationMax }) => durationMin === null && durationMax === null)).toBe(true);
    });

    it('keeps the line of each fact', () => {
      const lines = posting.facts.map(({ field, line }) => `${field} ${line}`);
      expect(lines).toEqual(
        expect.arrayContaining(['title 13', 'coreHours 28', 'residence 28', 'employmentTypes 64', 'rounds 60']),
      );
    });

    it('tells its sections apart, and what is closed elsewhere', () => {
      const kinds = posting.sections.map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining([
          'role',
          'requirements',
          'nice_to_have',
          'process',
          'salary',
          'how_to_apply',
          'equal_opportunity',
          'closed_jobs',
        ]),
      );
    });

    it('says what is missing', () => {
      expect(codes(posting)).toEqual(expect.arrayContaining(['SALARY_MISSING', 'ON_CALL_MISSING', 'CORE_HOURS_DAYS_MISSING']));
    });
  });

  describe('the posting with an include and levels', () => {
    const posting = read('mayadata-backend-engineer.md');

    it('states nothing that stands in the include only', () => {
      expect(posting).toMatchObject({
        title: 'Backend Engineer',
        company: 'MayaData',
        status: null,
        locations: [],
        remote: null,
        residence: [],
        employmentTypes: [],
        salary: null,
        coreHours: null,
        rounds: [],
        planSource: 'default',
      });
      expect(lineOf(posting, 'SECTION_UNRESOLVED')).toBe(3);
      expect(codes(posting)).toContain('PLAN_DEFAULT');
    });

    it('has a base level that two others extend', () => {
      expect(posting.levels).toEqual([
        { name: 'Junior (or Intern) Backend Engineer', extends: 'Backend Engineer' },
        { name: 'Backend Engineer', extends: null },
        { name: 'Senior Backend Engineer', extends: 'Backend Engineer' },
      ]);
    });

    it('states the place once the include is given', () => {
      const text = readFileSync(new URL('mayadata-backend-engineer.md', FOLDER), 'utf8');
      const sections = new Map([['intro', '## Location\n\nLocation: Remote (US / Europe / India)']]);
      expect(parsePosting(text, { sections })).toMatchObject({ remote: true, locations: ['US', 'Europe', 'India'] });
    });
  });

  describe('the posting with shared sections', () => {
    const posting = read('narrative-senior-backend-engineer.md');

    it('states its front matter and the countries in its heading', () => {
      expect(posting).toMatchObject({
        title: 'Senior Backend Engineer (Remote)',
        company: null,
        status: 'open',
        category: 'Open Positions',
        locations: ['US', 'Canada'],
        remote: true,
        residence: ['US', 'CA'],
        employmentTypes: [],
        salary: null,
        coreHours: null,
        planSource: 'default',
      });
    });

    it('names each shared section that is not here, with its line', () => {
      const lines = posting.diagnostics.filter(({ code }) => code === 'SECTION_UNRESOLVED').map(({ line }) => line);
      expect(lines).toEqual([23, 40, 44, 48, 52]);
    });
  });

  describe('the posting copied from a board', () => {
    const posting = read('tiledb-backend-software-engineer-us.md');

    it('states its facts', () => {
      expect(posting).toMatchObject({
        title: 'Backend Software Engineer - US',
        company: 'TileDB',
        status: null,
        locations: ['US', 'Cambridge, MA'],
        remote: true,
        residence: ['US', 'EU', 'GR'],
        employmentTypes: [],
        salary: { min: 65000, max: 95000, currency: 'USD', period: null },
        coreHours: { start: '10:00', end: '17:00', zone: 'America/New_York', days: [] },
        onCall: 'noon to midnight US Eastern time on rotating weekdays; full weekends approximately once per month',
        processDuration: '~1 week',
        planSource: 'document',
      });
    });

    it('has five rounds, one that may be skipped and one with a pool of two', () => {
      expect(posting.rounds.map(({ name, kind, durationMin, durationMax }) => [name, kind, durationMin, durationMax])).toEqual([
        ['45 min call covering screening questions, a resume walkthrough, and your questions', 'SCREEN', 45, 45],
        ['~1 hour technical assessment using CoderByte', 'TAKE_HOME', 60, 60],
        ["45 min call with the Cloud team's Engineering Manager", 'INTERVIEW', 45, 45],
        ['45 min call with our CTO/CEO', 'INTERVIEW', 45, 45],
        ['Offer', 'OFFER', null, null],
      ]);
      expect(posting.rounds.map(({ skippableIf }) => skippableIf)).toEqual([
        null,
        'demonstrable open source contributions or example work can be provided',
        null,
        null,
        null,
      ]);
      expect(posting.rounds[2]!.seats).toEqual([
        { role: "Cloud team's Engineering Manager", pool: ["Cloud team's Engineering Manager"] },
      ]);
      expect(posting.rounds[3]!.seats).toEqual([{ role: 'CTO/CEO', pool: ['CTO', 'CEO'] }]);
    });

    it('says that the text was repaired, the salary is a board’s and the assessment could be either', () => {
      expect(lineOf(posting, 'ENCODING_REPAIRED')).toBe(3);
      expect(lineOf(posting, 'SALARY_FROM_HEADER')).toBe(3);
      expect(lineOf(posting, 'SALARY_PERIOD_MISSING')).toBe(3);
      expect(lineOf(posting, 'ROUND_KIND_UNCERTAIN')).toBe(22);
    });
  });
}

describe('real postings', () => {
  it('are no part of the checkout, so that it stands alone', () => {
    expect(FOLDER.pathname).not.toContain('/samples/');
  });
});
