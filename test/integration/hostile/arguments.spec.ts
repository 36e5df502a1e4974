import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/api.js';
import { faultOf, inTurns, namesOfTheDatabase, sendRaw } from './answers.js';
import { type Kind, type Place, documentOf, outcomeOf, placesIn, valueAt, withValue } from './documents.js';
import { type Operation, operations, schema } from './operations.js';
import { type Organisation, buildOrganisation, changedTables, copyOrganisation, fingerprint } from './organisation.js';

/** Longer than anything that is kept; of documents there may be 1 MiB. */
const ENDLESS = 'x'.repeat(300_000);
const ENDLESS_DOCUMENT = 'x'.repeat(1_100_000);

/** Each place is tried with this many of the values for its type, the next place with the next ones; with ROUNDS_ARGUMENTS=all with all of them. */
const STRANGE_AT_ONCE = process.env.ROUNDS_ARGUMENTS === 'all' ? Infinity : 4;
const UNACCEPTABLE_AT_ONCE = process.env.ROUNDS_ARGUMENTS === 'all' ? Infinity : 2;

/** Must be refused wherever a text may stand, with nothing changed. */
const UNACCEPTABLE: Record<string, Record<string, unknown>> = {
  String: { NUL: 'a\0b', endless: ENDLESS, number: 3, list: ['a', 'b'], object: { a: 1 }, true: true },
  ID: { NUL: 'a\0b', endless: ENDLESS, list: ['a', 'b'], object: { a: 1 }, true: true },
  Int: { text: 'x', fraction: 1.5, 'beyond 32 bits': 2_147_483_648, object: {}, true: true },
  Float: { text: 'x', object: {}, true: true },
  Boolean: { text: 'true', number: 1 },
  DateTime: {
    text: 'soon',
    NUL: '\0',
    'no such day': '2031-02-30T00:00:00Z',
    'no such time': '2031-02-03T25:00:00Z',
    true: true,
  },
};

/** May be refused or not, as the place has it; never an error of ours. */
const STRANGE: Record<string, unknown[]> = {
  String: [
    '',
    '\ud800',
    'ada@mail.example\r\nBcc: eve@mail.example',
    '\u202egnp.exe',
    '{{ 7 | times: 7 }}{% raw %}<script>alert(1)</script>',
    "'; DROP TABLE people; --\\%",
    '../../etc/passwd',
    '👩🏽‍💻'.repeat(40),
    '__proto__',
  ],
  /** Where a time, a day or a zone is written as text. */
  Time: [
    '+275760-09-13T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    '0000-01-01T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2031-02-30T00:00:00Z',
    'NaN',
    'Mars/Olympus',
    '99:99',
    '24:00',
    '١٢',
  ],
  ID: ['\ud800', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 12, '__proto__'],
  Int: [0, -1, -2_147_483_648, 2_147_483_647],
  Float: [0, -1, 1e308, -1e308, 1e-320, 9_007_199_254_740_993, 0.1],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z'],
  Boolean: [null],
};

describe('no argument', () => {
  let api: TestApi;
  let original: Organisation;
  let names: RegExp;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
    names = await namesOfTheDatabase(api);
  }, 60_000);
  afterAll(() => api.close());

  it.each(operations)('of %s is taken that cannot be kept', async (name, kind, operation) => {
    const organisation = await copyOrganisation(api, original);
    const before = await fingerprint(api, organisation.id);
    const unacceptable = attempts(kind, name, operation, organisation, (type, _, at) =>
      someOf(Object.entries(UNACCEPTABLE[type] ?? {}), UNACCEPTABLE_AT_ONCE, at),
    );
    const tasks = unacceptable
      .filter(({ place }) => !LEFT_OUT.includes(place))
      .map(({ what, variables, place }) => async () => {
        const answer = await sendRaw(api, documentOf(schema, kind, name, 1), variables, organisation.as(operation.may[0]!));
        const fault = faultOf(answer, names);
        if (fault) return `${place} is ${what}: ${fault}`;
        const outcome = outcomeOf({ status: answer.status, ...JSON.parse(answer.text) });
        const ignored = (kind === 'query' && outcome.code === 'EMPTY') || NOT_KEPT.includes(place);
        return outcome.refused || ignored ? null : `${place} is ${what}: ${outcome.code}`;
      });
    expect((await inTurns(tasks)).filter((wrong) => wrong !== null)).toEqual([]);
    expect(changedTables(before, await fingerprint(api, organisation.id))).toEqual([]);
  });

  it.each(operations)('of %s makes an error of ours', async (name, kind, operation) => {
    const organisation = await copyOrganisation(api, original);
    const strange = (type: string, key: string, at: number) => {
      const times = type === 'String' && /At$|zone|from|to|start|end|day/i.test(key) ? STRANGE.Time! : [];
      return someOf([...(STRANGE[type] ?? []), ...times], STRANGE_AT_ONCE, at).map(
        (value) => [JSON.stringify(value), value] as const,
      );
    };
    const tasks = attempts(kind, name, operation, organisation, strange).map(({ what, variables, place }) => async () => {
      const answer = await sendRaw(api, documentOf(schema, kind, name, 1), variables, organisation.as(operation.may[0]!));
      const fault = faultOf(answer, names);
      return fault && `${place} is ${what}: ${fault}`;
    });
    expect((await inTurns(tasks)).filter((wrong) => wrong !== null)).toEqual([]);
  });
});

/** A source that the organisation does not have is left out. */
const LEFT_OUT = ['addCandidateApplication.input.source', 'applyToPosting.input.source'];

/** Texts that are only looked at, and where every answer is the same. */
const NOT_KEPT = [
  'previewMail.input.subject',
  'previewPosting.document',
  'requestPageLink.input.email',
  'requestPageLink.input.organization',
  'requestPasswordReset.input.email',
  'requestPasswordReset.input.organization',
];

interface Attempt {
  readonly place: string;
  readonly what: string;
  readonly variables: object;
}

/** The operation's own arguments with one of them replaced, for each of them and each value. */
function attempts(
  kind: Kind,
  name: string,
  operation: Operation,
  organisation: Organisation,
  valuesFor: (type: string, key: string, at: number) => readonly (readonly [what: string, value: unknown])[],
): Attempt[] {
  const variables = operation.variables(organisation.things, operation.may[0]!);
  const reachable = (place: Place) => valueAt(variables, place.path.slice(0, -1)) !== undefined || place.path.length === 1;
  return placesIn(schema, kind, name, variables)
    .filter(reachable)
    .flatMap((place, at) =>
      valuesFor(place.type, place.path.filter((part) => typeof part === 'string').at(-1)!, turnOf(name) + at).map(
        ([what, value]) => ({
          place: `${name}.${place.path.join('.')}`,
          what,
          variables: withValue(
            variables,
            place.path,
            value === ENDLESS && place.path.at(-1) === 'document' ? ENDLESS_DOCUMENT : value,
          ),
        }),
      ),
    );
}

/** So many of the values, from another one on at each turn: none is left out where there are enough places. */
function someOf<T>(values: readonly T[], most: number, turn: number): T[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, i) => values[(turn * most + i) % values.length]!);
}

function turnOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}
