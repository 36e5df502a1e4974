import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { applyCorrections } from '../corrections.js';
import { parsePosting } from '../parse-posting.js';
import { planFromPosting } from '../plan-from-posting.js';
import { FACT_FIELDS, type PostingDocument, type StatedStage } from '../posting-document.js';
import { POSTING_SCHEMA, type Schema } from './posting-schema.js';
import { SchemaReader } from './read-by-schema.js';
import { exportPosting, statedStages } from './write-exact.js';

const ROOT = new URL('../../../../', import.meta.url);
const ROUNDS = POSTING_SCHEMA.properties.rounds;
const document = (rounds: object, body = '\n# Some Title\n\nWe pay 1 EUR a year.\n') =>
  `---\n${stringify({ rounds })}---\n${body}`;
const codes = ({ diagnostics }: PostingDocument) => diagnostics.map(({ code, line }) => `${code} ${line}`);
/** What a posting says, without where. */
const values = (posting: PostingDocument) =>
  FACT_FIELDS.filter((field) => field !== 'rounds').map((field) => [field, posting[field]]);

const word = fc.stringMatching(/^[A-Za-z"'#:{}[\]&*!|>%@`\\,.?-][\w "'#:{}[\]&*!|>%@`\\,.?é€-]{0,20}[\w.]$/);
const EXAMPLES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  coreHours: fc.constantFrom(
    { start: '09:00', end: '24:00', zone: 'Asia/Kolkata' },
    { start: '10:00', end: '16:30', zone: 'UTC', days: ['MON', 'TUE'] },
  ),
  currency: fc.constantFrom('EUR', 'USD', 'INR'),
  min: fc.integer({ min: 0, max: 10 }),
  max: fc.integer({ min: 11, max: 1e6 }),
  zone: fc.constantFrom('UTC', 'Europe/Athens'),
  levels: word.chain((name) => fc.constantFrom([{ name }], [{ name }, { name: `${name} II`, extends: name }])),
  residence: fc.subarray(['US', 'GR', 'EU', 'anywhere in the world', 'Tamil Nadu']),
  residencePreferred: fc.subarray(['US', 'GR', 'EU']),
};

/** Values that the schema allows and that are fit in themselves. */
function fitting(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  if (EXAMPLES[name]) return EXAMPLES[name];
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one)));
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return schema.pattern?.startsWith('^(UTC') ? fc.constantFrom('UTC-3', 'GMT+5:30') : word;
  if (schema.type === 'array')
    return fc.array(fitting(schema.items!), { minLength: schema.minItems ?? 0, maxLength: Math.min(4, schema.maxItems ?? 4) });
  if (schema.type !== 'object')
    return fc.integer({ min: Math.ceil(schema.minimum ?? 0), max: Math.min(90, schema.maximum ?? 90) });
  const fields = Object.entries(schema.properties!).map(([key, one]) => [key, fitting(one, key)] as const);
  const required = [...schema.required!, ...(name.startsWith('salary') ? ['min'] : [])];
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

/** Sums have a lower end and stages are such as a plan may have. */
const posting = fitting(ROUNDS).map((given) => {
  const { salary, salaryRanges, plan, ...rest } = given as {
    salary?: object;
    salaryRanges?: object[];
    plan?: Record<string, unknown>[];
  };
  const sum = (one: object) => ({ min: 1, ...one });
  const stages = plan?.map(({ minutes, takeHome, ...stage }, index) => {
    const kind = stage['kind'] === 'OFFER' && index < plan.length - 1 ? 'INTERVIEW' : stage['kind'];
    if (kind === 'TAKE_HOME') return { ...stage, kind, ...(takeHome ? { takeHome } : {}) };
    return kind === 'OFFER' || minutes === undefined ? { ...stage, kind } : { ...stage, kind, minutes };
  });
  return {
    ...rest,
    ...(salary ? { salary: sum(salary) } : {}),
    ...(salaryRanges ? { salaryRanges: salaryRanges.map(sum) } : {}),
    ...(stages ? { plan: stages } : {}),
  };
});

describe('front matter that states a posting exactly', () => {
  it('is taken as it is: nothing is read from the text, and each fact has its range', () => {
    const text = document({ version: 1, title: 'Ferry Engineer', residence: ['Portugal'], plan: [{ name: 'Talk', kind: 'SCREEN', minutes: 30, seats: ['Recruiter'] }] }); // prettier-ignore
    const read = parsePosting(text);
    expect(read).toMatchObject({
      title: 'Ferry Engineer',
      residence: ['PT'],
      salary: null,
      company: null,
      planSource: 'document',
    });
    expect(read.rounds).toMatchObject([
      { order: 1, name: 'Talk', kind: 'SCREEN', durationMin: 30, seats: [{ role: 'Recruiter' }] },
    ]);
    expect(planFromPosting(read, []).map(({ name, kind }) => [name, kind])).toEqual([['Talk', 'SCREEN'], ['Offer', 'OFFER']]); // prettier-ignore
    const title = read.facts.find(({ field }) => field === 'title')!;
    expect(text.split('\n')[title.line - 1]!.slice(title.column! - 1, title.endColumn! - 1)).toBe('Ferry Engineer');
    expect(read.sections.map(({ heading }) => heading)).toEqual(['Some Title']);
  });

  it('names what it does not know and what cannot be, with the line', () => {
    const text = [
      ...[
        '---',
        'layout: job',
        'rounds:',
        '  version: 2',
        '  titel: A',
        '  remote: maybe',
        '  coreHours: { start: 9:00, end: "17:00", zone: UTC }',
      ],
      ...['  residence: [US, XX]', '  salary: { min: 5, max: 4 }', '  plan:', '    - name: Offer', '      kind: OFFER', '    - kind: SCREN', '---', ''], // prettier-ignore
    ].join('\n');
    const read = parsePosting(text);
    expect(codes(read)).toEqual([
      'FRONT_MATTER_VALUE_INVALID 4',
      'FRONT_MATTER_KEY_MISSING 4',
      'FRONT_MATTER_UNKNOWN_KEY 5',
      'FRONT_MATTER_VALUE_INVALID 6',
      'FRONT_MATTER_VALUE_INVALID 7',
      'FRONT_MATTER_VALUE_INVALID 8',
      'FRONT_MATTER_VALUE_INVALID 9',
      'FRONT_MATTER_VALUE_INVALID 12',
      'FRONT_MATTER_VALUE_INVALID 13',
      'FRONT_MATTER_KEY_MISSING 13',
      'TITLE_MISSING 2',
      'PLAN_DEFAULT 2',
    ]);
    expect(read.diagnostics.find(({ code }) => code.endsWith('UNKNOWN_KEY'))!.message).toContain('did you mean "title"?');
    expect(read).toMatchObject({ title: null, residence: ['US'], coreHours: null, salary: null, stages: null });
  });

  it('is read in no time whatever it is, and a key that stands twice is a fault', () => {
    const of = (yaml: string) => parsePosting(`---\nrounds:\n  version: 1\n  title: A\n${yaml}---\n\n# Data Engineer\n`);
    expect(of('  title: B\n').diagnostics[0]).toMatchObject({ line: 5, message: expect.stringContaining('"title" twice') });
    const hostile = [
      Array.from({ length: 9_000 }, (_, index) => `  k${index}: 1\n`).join(''),
      `  plan: ${'['.repeat(15_000)}\n`,
      `  plan: ${'{a: '.repeat(4_000)}\n`,
      '  locations: &a [x, x]\n  residence: &b [*a, *a]\n  otherHours: [*b, *b]\n',
    ];
    const taken = <T>(read: () => T): [T, number] => {
      const began = process.cpuUsage();
      return [read(), process.cpuUsage(began).user];
    };
    // Beside as many letters of a plain document, whatever machine this is and whatever else it does: seen is 16 times as long.
    const [, plain] = taken(() => parsePosting(`# Data Engineer\n\n${'We look for somebody who likes data.\n\n'.repeat(2_500)}`));
    for (const yaml of hostile) {
      const [read, user] = taken(() => of(yaml));
      expect(read.diagnostics[0]!.severity).toBe('error');
      expect(read.diagnostics.length).toBeLessThan(120);
      expect(user).toBeLessThan(plain * 80);
    }
  });

  it('that is no YAML states nothing, and is not replaced by guesses', () => {
    const read = parsePosting('---\nrounds:\n  title: "a\n---\n\n# Data Engineer\n');
    expect(read).toMatchObject({ title: null, diagnostics: [{ severity: 'error', code: 'FRONT_MATTER_INVALID' }] });
    expect(parsePosting('---\nrounds: 4\n---\n\n# Data Engineer\n').title).toBe('Data Engineer');
  });

  it('gives way to a person: corrected rounds take the place of the stated plan, confirmed ones do not', () => {
    const read = parsePosting(document({ version: 1, title: 'A', plan: [{ name: 'Talk', kind: 'SCREEN' }] }));
    const confirmed = applyCorrections(read, [{ field: 'rounds', action: 'confirm' }]);
    expect(confirmed.ok && confirmed.value.stages).toEqual(read.stages);
    const changed = applyCorrections(read, [{ field: 'rounds', action: 'change', value: [{ name: 'Chat', kind: 'SCREEN' }] }]);
    expect(changed.ok && planFromPosting(changed.value, []).map(({ name }) => name)).toEqual(['Chat', 'Offer']);
  });
});

describe('the published schema', () => {
  // The judge is the one that Fastify brings along.
  const fastify = createRequire(createRequire(import.meta.url).resolve('@fastify/ajv-compiler'));
  const { default: Ajv2020 } = fastify('ajv/dist/2020') as { default: new (options: object) => { compile(schema: object): (data: unknown) => boolean } }; // prettier-ignore
  const validate = new Ajv2020({ strict: true, allowUnionTypes: false }).compile(POSTING_SCHEMA);

  it('is the file in the documentation', () => {
    const file = readFileSync(new URL('docs/posting.schema.json', ROOT), 'utf8');
    // `rounds posting schema > docs/posting.schema.json` writes it.
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(POSTING_SCHEMA)));
  });

  it('and the reader are of one mind about whatever stands under the key', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0.3, '', ' ', 'a\nb', 'x'.repeat(3000), null, [], {}));
    const anything = fc.tuple(posting, fc.array(fc.tuple(fc.nat(), odd), { maxLength: 2 })).map(([given, changes]) => {
      const data = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
      for (const [at, value] of changes) {
        const places = [data, ...Object.values(data), ...(Array.isArray(data['plan']) ? data['plan'] : [])].filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[]; // prettier-ignore
        const place = places[at % places.length]!;
        const keys = [...Object.keys(place), ...(Array.isArray(place) ? [] : ['odd'])];
        if (keys.length > 0) place[keys[at % keys.length]!] = value;
      }
      return data;
    });
    fc.assert(
      fc.property(anything, (rounds) => {
        const yaml = parseDocument(stringify({ rounds }));
        const reader = new SchemaReader(yaml);
        reader.read(yaml.get('rounds', true), ROUNDS, 'rounds', 0);
        expect([reader.faults.length === 0, rounds]).toEqual([validate({ rounds }), rounds]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a posting that is exported', () => {
  const FOLDERS = ['samples/postings/', 'test/fixtures/postings/'].map((folder) => new URL(folder, ROOT));
  const sections = new Map(
    readdirSync(new URL('samples/sections/', ROOT)).map((name) => [name, readFileSync(new URL(`samples/sections/${name}`, ROOT), 'utf8')]),
  ); // prettier-ignore
  const read = (folder: URL) =>
    readdirSync(folder)
      .filter((name) => /\.mdx?$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
  // All samples, and of the fixtures every third: all forms are among them, in a third of the time.
  const written = [...read(FOLDERS[0]!), ...read(FOLDERS[1]!).filter((_, at) => at % 3 === 0)];
  const plain = (stages: readonly StatedStage[] | null) => JSON.parse(JSON.stringify(stages)) as unknown;

  it.each(written)('is the same posting when it is read again: %s', (_, text) => {
    const first = parsePosting(text, { sections });
    const plan = first.planSource === 'default' ? null : statedStages(planFromPosting(first, []));
    const exported = exportPosting(text, first, plan);
    expect(exported.lost).toEqual([]);
    const again = parsePosting(exported.text, { sections });
    expect(values(again)).toEqual(values(first));
    expect(plain(again.stages && statedStages(planFromPosting(again, [])))).toEqual(plain(plan));
    expect(exportPosting(exported.text, again, again.stages).text).toBe(exported.text);
  });

  it('is the same whatever it states', () => {
    fc.assert(
      fc.property(posting, (rounds) => {
        const text = document(rounds);
        const read = parsePosting(text);
        expect(codes(read).filter((code) => code.startsWith('FRONT_MATTER'))).toEqual([]);
        const exported = exportPosting(text, read, read.stages);
        expect(exported.lost).toEqual([]);
        const again = parsePosting(exported.text);
        expect([values(again), again.stages, again.rounds]).toEqual([values(read), read.stages, read.rounds]);
      }),
      { numRuns: 80 },
    );
  });

  it('has one head: what TOML said is said in YAML', () => {
    const text = '+++\ntitle = "Data Engineer"\nweight = 3\n+++\n\nText.\n';
    const exported = exportPosting(text, parsePosting(text), null).text;
    expect(exported).toBe('---\ntitle: Data Engineer\nweight: 3\nrounds:\n  version: 1\n  title: Data Engineer\n---\n\nText.\n');
  });

  it('keeps the keys of other programs with their comments, and the text as it is', () => {
    const text = '---\n# of the site\nlayout: job # wide\ntags: [a, b]\n---\n\n# Data Engineer\n\nText.  \n';
    const exported = exportPosting(text, parsePosting(text), null).text;
    expect(exported).toContain(
      '# of the site\nlayout: job # wide\ntags: [ a, b ]\nrounds:\n  version: 1\n  title: Data Engineer\n',
    );
    expect(exported.endsWith('---\n\n# Data Engineer\n\nText.  \n')).toBe(true);
  });
});
