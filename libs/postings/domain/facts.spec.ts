import { describe, expect, it } from '@jest/globals';
import { parsePosting } from './parse-posting.js';
import type { PostingDocument } from './posting-document.js';

const posting = (...paragraphs: string[]): PostingDocument => parsePosting(`# Backend Engineer\n\n${paragraphs.join('\n\n')}\n`);
const codes = ({ diagnostics }: PostingDocument): string[] => diagnostics.map(({ code }) => code);
const salary = (sentence: string): string => {
  const read = posting(sentence).salary;
  return read === null ? 'none' : `${read.min}-${read.max} ${read.currency} ${read.period}`;
};

describe('salary', () => {
  it.each([
    ['Salary: €78,000 to €96,000 per year', '78000-96000 EUR YEAR'],
    ['The salary is 60-70k EUR.', '60000-70000 EUR null'],
    ['Salary: $140 - 160k', '140000-160000 null null'],
    ['Salary: €80 / 100k + equity', '80000-100000 EUR null'],
    ['Compensation: $10-15,000/month', '10000-15000 null MONTH'],
    ['Salary €102.000~€149.000', '102000-149000 EUR null'],
    ['Pay: 21 250 - 25 000 PLN gross/monthly', '21250-25000 PLN MONTH'],
    ['Salary: 180k - 200k', '180000-200000 null null'],
    ['Salary: R$ 17.000,00', '17000-17000 BRL null'],
    ['Annual salary of £55,000', '55000-55000 GBP YEAR'],
    ['The pay rate is 40-60 USD per hour.', '40-60 USD HOUR'],
    ['Salary: up to €85,000 a year', 'null-85000 EUR YEAR'],
    ['| Level | Salary (AUD per year) |\n|---|---|\n| Senior | 140,000–165,000 |', '140000-165000 AUD YEAR'],
  ])('reads "%s" as %s', (sentence, expected) => {
    expect(salary(sentence)).toBe(expected);
  });

  it.each([
    'We offer a competitive salary.',
    'We offer a budget of €2,000 a year for conferences.',
    'We offer 0.10% - 0.20% equity.',
    'We raised $20M and pay well.',
    'A referral bonus of €3,000 is paid.',
    'Salary commensurate with experience.',
    'You pay attention to 10,000 details.',
  ])('takes none from "%s"', (sentence) => {
    expect(salary(sentence)).toBe('none');
  });

  it('prefers what the body says to what a board wrote over it', () => {
    const read = parsePosting('# Engineer\n### Acme\n#### `💰 65k-95k USD`\n\nThe salary is 100-120k EUR a year.');
    expect(read.salary).toEqual({ min: 100000, max: 120000, currency: 'EUR', period: 'YEAR' });
    expect(codes(read)).not.toContain('SALARY_FROM_HEADER');
  });

  it('asks when several sums are stated', () => {
    expect(codes(posting('Salary in zone A: 100-120k USD a year.', 'Salary in zone B: 80-90k USD a year.'))).toContain(
      'SALARY_SEVERAL',
    );
  });
});

describe('status', () => {
  it.each([
    ['This position has been filled.', 'closed'],
    ['We are not currently hiring for it.', 'closed'],
    ['Applications are read until the position is filled.', null],
    ['<!-- This position is closed. -->', null],
    ['We closed a round in May.', null],
  ])('reads "%s" as %s', (sentence, expected) => {
    expect(posting(sentence).status).toBe(expected);
  });

  it('follows the front matter', () => {
    expect(parsePosting('---\nstatus: closed\n---\n# Engineer\n').status).toBe('closed');
  });
});

describe('residence and places', () => {
  it.each([
    ['You can work remotely as long as your residence is in the USA, EU, or Greece.', ['US', 'EU', 'GR']],
    ['You must be located in Germany or the Netherlands to apply.', ['DE', 'NL']],
    ['Candidates must reside in the United States.', ['US']],
    ['You can work from anywhere in Europe.', ['Europe']],
    ['You can be located anywhere in the world.', ['anywhere in the world']],
    ['Our headquarters are in Boston and we have an office in Greece.', []],
    ['We love working with the US government.', []],
    ['You must live in harmony with your tools.', []],
  ])('reads the residence of "%s"', (sentence, expected) => {
    expect(posting(sentence).residence).toEqual(expected);
  });

  it('keeps "Cambridge, MA" together where commas join everything', () => {
    const read = parsePosting('# Engineer\n### Acme\n#### `🌎 US,Remote,Cambridge, MA`\n\nText.');
    expect(read).toMatchObject({ locations: ['US', 'Cambridge, MA'], remote: true });
  });

  it('reads a label', () => {
    expect(posting('**Location:** Remote (US / Europe / India)')).toMatchObject({
      locations: ['US', 'Europe', 'India'],
      remote: true,
    });
    expect(posting('Location: Berlin, Germany')).toMatchObject({ locations: ['Berlin, Germany'], remote: null });
  });

  it('does not take a company named Remote for a way to work', () => {
    expect(posting('Remote makes payroll software.').remote).toBeNull();
  });
});

describe('on call', () => {
  it.each([
    ['On call: one week in six', 'one week in six'],
    ['You share the on-call rotation with five others.', 'You share the on-call rotation with five others'],
    ['No engineer is on call at night.', null],
    ['You will be on call with our CTO for 45 minutes.', null],
  ])('reads "%s" as %s', (sentence, expected) => {
    expect(posting(sentence).onCall).toBe(expected);
  });
});

describe('employment', () => {
  it.each([
    ['Employment type: Full-time or contract', ['full-time', 'contract']],
    ['Hours: Full-Time (flexible options available)', ['full-time (flexible options available)']],
    ['This is a full-time position.', ['full-time']],
    ['We build B2B SaaS for contractors.', []],
    ['You will help every employee of our clients.', []],
  ])('reads "%s"', (sentence, expected) => {
    expect(posting(sentence).employmentTypes).toEqual(expected);
  });
});

describe('a page', () => {
  it('that is empty, binary or too large is refused with one clear diagnostic', () => {
    const refusals = ['', ' \n\t', '\u0000\u0001', 'x'.repeat(1024 * 1024 + 1), 'a\n'.repeat(10_001), `${'> '.repeat(60)}a`];
    expect(refusals.map((text) => codes(parsePosting(text)))).toEqual([
      ['EMPTY'],
      ['EMPTY'],
      ['BINARY'],
      ['TOO_LARGE'],
      ['TOO_MANY_LINES'],
      ['TOO_DEEP'],
    ]);
  });

  it('that takes too long to read is refused, and nothing is taken from it', () => {
    let asked = 0;
    const read = parsePosting('# Engineer\n\nRemote, US only. €60k to €70k per year.\n', { isOverdue: () => ++asked > 3 });
    expect(read).toMatchObject({ title: null, remote: null, facts: [], diagnostics: [{ code: 'TOO_SLOW', severity: 'error' }] });
  });

  it('with more than 200 includes is read without the rest, and says so once', () => {
    const read = parsePosting(`# Engineer\n\n${'{{#include perk}}\n'.repeat(230)}`, { sections: new Map([['perk', 'A perk.']]) });
    expect(codes(read).filter((code) => code === 'SECTION_TOO_MANY')).toHaveLength(1);
    expect(read.title).toBe('Engineer');
  });

  it('with includes that pull each other in ends, and names the circle', () => {
    const sections = new Map([
      ['a', '{{#include b}}\n{{#include b}}'],
      ['b', '{{#include a}}\n{{#include c}}'],
      ['c', '{{#include b}}'],
    ]);
    expect(codes(parsePosting('# Engineer\n\n{{#include a}}', { sections }))).toContain('SECTION_NESTING');
  });

  it('with lists nested too deep over many lines is refused at the line', () => {
    const text = Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    expect(parsePosting(text).diagnostics).toMatchObject([{ code: 'TOO_DEEP', severity: 'error', line: 51 }]);
  });

  it('with more marks than anybody writes is read without them', () => {
    expect(codes(parsePosting(`# Engineer\n\n${'*_'.repeat(5000)}`))).toContain('TOO_MANY_MARKS');
  });

  it('with several jobs gives the first and names the next', () => {
    const read = parsePosting('# Backend Engineer\n\nSalary: 50k EUR a year\n\n# Product Designer\n\nSalary: 60k EUR a year\n');
    expect(read).toMatchObject({ title: 'Backend Engineer', salary: { min: 50000 } });
    expect(read.diagnostics.find(({ code }) => code === 'SEVERAL_POSTINGS')).toMatchObject({ line: 5 });
  });

  it('with TOML at its head takes its keys, with their lines', () => {
    const read = parsePosting('+++\ntitle = "Ferry \\"Deck\\" Engineer" # on the site\nremote = true\nlocations = ["Ghent", \'Bruges\']\n[extra]\ntitle = "Other"\n+++\n\nWork on ferries.\n'); // prettier-ignore
    expect(read).toMatchObject({ title: 'Ferry "Deck" Engineer', remote: true, locations: ['Ghent', 'Bruges'] });
    expect(read.facts.map(({ field, line }) => `${field} ${line}`)).toEqual([
      'title 2',
      'remote 3',
      'locations 4',
      'locations 4',
    ]);
  });

  it('with front matter that is no YAML says so and uses the rest', () => {
    const read = parsePosting('---\ntitle: [a\n---\n# Backend Engineer\n');
    expect(read.title).toBe('Backend Engineer');
    expect(codes(read)).toContain('FRONT_MATTER_INVALID');
  });

  it('with blank lines before its front matter, or marks without a space, is read as meant', () => {
    expect(parsePosting('\n\n---\ntitle: Data Analyst\n---\n\n##Requirements\n\n- SQL\n')).toMatchObject({
      title: 'Data Analyst',
      sections: [{ heading: 'Requirements', kind: 'requirements', line: 7 }],
    });
  });

  it('written in HTML is read like Markdown', () => {
    const read = parsePosting(
      '<h1>Data Analyst</h1>\n\n<h2>Interview process</h2>\n<ul>\n<li>30 min intro call</li>\n<li>\nTake-home task\n</li>\n</ul>\n',
    );
    expect(read.title).toBe('Data Analyst');
    expect(read.rounds.map(({ kind }) => kind)).toEqual(['SCREEN', 'TAKE_HOME']);
  });
});

describe('shared sections', () => {
  it.each([
    '{{#include intro.md}}',
    '{{> intro}}',
    '{% include intro.md %}',
    '<common-section section-name="intro"></common-section>',
  ])('are pulled in by %s', (include) => {
    const sections = new Map([['intro', 'Acme is an equal opportunity employer.']]);
    expect(parsePosting(`# Engineer\n\n${include}\n`, { sections }).company).toBe('Acme');
    expect(codes(parsePosting(`# Engineer\n\n${include}\n`))).toContain('SECTION_UNRESOLVED');
  });

  it('that include each other end, and say so', () => {
    const sections = new Map([
      ['a', '{{#include b}}'],
      ['b', '{{#include a}}'],
    ]);
    expect(codes(parsePosting('# Engineer\n\n{{#include a}}\n', { sections }))).toContain('SECTION_NESTING');
  });

  it('that grow beyond the limit are left out', () => {
    const sections = new Map([['a', '{{#include b}}\n'.repeat(3)], ['b', 'word '.repeat(100_000)]]); // prettier-ignore
    expect(codes(parsePosting('# Engineer\n\n{{#include a}}\n', { sections }))).toContain('SECTION_TOO_LARGE');
  });

  it('stay text inside code', () => {
    expect(codes(parsePosting('# Engineer\n\n```\n{{#include a}}\n```\n'))).not.toContain('SECTION_UNRESOLVED');
  });
});

describe('broken encoding', () => {
  it('is repaired where it is broken and nowhere else', () => {
    const read = parsePosting('# Senior IngÃ©nieur Developer â€” Café\n');
    expect(read.title).toBe('Senior Ingénieur Developer — Café');
    expect(read.diagnostics.find(({ code }) => code === 'ENCODING_REPAIRED')).toMatchObject({ line: 1 });
    expect(codes(parsePosting('# Développeur “senior” – Engineer à Évry\n'))).not.toContain('ENCODING_REPAIRED');
  });
});
