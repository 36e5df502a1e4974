import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/api.js';
import { documentOf, outcomeOf, placesIn, withValue } from './documents.js';
import { operations, schema } from './operations.js';
import { type Organisation, buildOrganisation, changedTables, copyOrganisation, fingerprint } from './organisation.js';

const withKey = operations.filter(
  ([name, kind, { variables, triedIn }]) =>
    triedIn === undefined &&
    placesIn(schema, kind, name, {}).some(({ path }) => path.join('.') === 'input.idempotencyKey') &&
    variables !== undefined,
);

describe('an idempotency key', () => {
  let api: TestApi;
  let original: Organisation;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
  });
  afterAll(() => api.close());

  it('is offered by most mutations', () => {
    expect(withKey.length).toBeGreaterThan(50);
  });

  it.each(withKey)(
    'makes %s happen once, serves no other request, and is refused when it is too long',
    async (name, kind, operation) => {
      const organisation = await copyOrganisation(api, original);
      const [caller] = operation.may;
      const as = organisation.as(caller!);
      const variables = operation.variables(organisation.things, caller!) as { input: object };
      const send = async (key: string, input = variables) =>
        api.graphql(documentOf(schema, kind, name, 1), withValue(input, ['input', 'idempotencyKey'], key), as);

      const untouched = await fingerprint(api, organisation.id);
      for (const bad of ['k'.repeat(101), 'k'.repeat(100_000), '', 'with\0NUL-in-it'])
        expect(outcomeOf(await send(bad))).toMatchObject({
          refused: true,
          code: expect.stringMatching(/^(BAD_USER_INPUT|INVALID_INPUT)$/),
        });
      expect(changedTables(untouched, await fingerprint(api, organisation.id))).toEqual([]);

      const [first, ...others] = await Promise.all([send('the-same-key'), send('the-same-key'), send('the-same-key')]);
      const done = await fingerprint(api, organisation.id);
      expect(outcomeOf(first!)).toMatchObject({ refused: false });
      for (const again of [...others, await send('the-same-key')]) expect(again).toEqual(first);
      expect(changedTables(done, await fingerprint(api, organisation.id))).toEqual([]);

      const other = anotherRequest(name, variables);
      if (other) expect(outcomeOf(await send('the-same-key', other))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      expect(changedTables(done, await fingerprint(api, organisation.id))).toEqual([]);
    },
  );
});

/** The same operation with another acceptable text; null when it has none. */
function anotherRequest(name: string, variables: { input: object }): { input: object } | null {
  const changed = ['text', 'reason', 'document', 'brief', 'notes', 'label', 'name'].find(
    (key) => typeof (variables.input as Record<string, unknown>)[key] === 'string',
  );
  const said = changed && (variables.input as Record<string, string>)[changed];
  return changed ? withValue(variables, ['input', changed], `${said} and more of ${name}`) : null;
}
