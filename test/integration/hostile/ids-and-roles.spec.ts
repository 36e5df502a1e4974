import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { inTurns } from './answers.js';
import { type Kind, type Place, documentOf, outcomeOf, placesIn, rootFields, valueAt, withValue } from './documents.js';
import { MUTATIONS, type Operation, QUERIES, operations, schema } from './operations.js';
import {
  CALLERS,
  type Caller,
  type Organisation,
  type Things,
  buildOrganisation,
  changedTables,
  copyOrganisation,
  fingerprint,
} from './organisation.js';

/** What a caller who may not is told, and never more. */
const DENIALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];

/** Ids that select: one that selects nothing answers an empty list. */
const SELECTS = ['auditEvents.subjectId', 'applications.filter.stageId'];

/** Ids that the table's arguments leave out, and where they are tried. */
const LEFT_OUT = [
  // Instead of application and stage; below.
  'interviewKit.interviewSeatId',
  // The postings of the table ask no questions; below.
  'addCandidateApplication.input.answers.0.questionId',
  'applyToPosting.input.answers.0.questionId',
  // Needs an uploaded file; below.
  'submitTakeHome.input.attachmentId',
];

describe('every operation', () => {
  let api: TestApi;
  let original: Organisation;
  let foreign: Organisation;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
    foreign = await buildOrganisation(api, 'theirs');
  }, 60_000);
  afterAll(() => api.close());

  const ask = async (kind: Kind, name: string, variables: object, organisation: Organisation, caller: Caller) =>
    outcomeOf(await api.graphql(documentOf(schema, kind, name, 2), variables, organisation.as(caller)));

  it('stands in the table of who may do it', () => {
    expect(Object.keys(QUERIES).sort()).toEqual(rootFields(schema, 'query').sort());
    expect(Object.keys(MUTATIONS).sort()).toEqual(rootFields(schema, 'mutation').sort());
    // Who may is tried in applications/live-boards.spec.ts.
    expect(Object.keys(schema.getSubscriptionType()!.getFields())).toEqual(['boardChanged']);
  });

  it('has every id among the arguments in the table, so that each is tried', () => {
    const untried: string[] = [];
    for (const [name, kind, operation] of operations) {
      const variables = operation.variables(original.things, operation.may[0]!);
      for (const { type, path } of placesIn(schema, kind, name, variables))
        if (type === 'ID' && valueAt(variables, path) === undefined) untried.push(`${name}.${path.join('.')}`);
    }
    expect(untried.sort()).toEqual([...LEFT_OUT].sort());
  });

  const withRefused = operations.filter(([, , { may }]) => may.length < CALLERS.length);
  it.each(withRefused)('%s is refused to whoever may not, and nothing changes', async (name, kind, operation) => {
    const organisation = await copyOrganisation(api, original);
    const before = await fingerprint(api, organisation.id);
    const refused = CALLERS.filter((caller) => !operation.may.includes(caller)).map((caller) => async () => {
      const { code, message } = await ask(kind, name, operation.variables(organisation.things, caller), organisation, caller);
      return DENIALS.includes(code) || (operation.empty && code === 'EMPTY') ? null : `${caller}: ${code} ${message}`;
    });
    expect((await inTurns(refused)).filter((wrong) => wrong !== null)).toEqual([]);
    expect(changedTables(before, await fingerprint(api, organisation.id))).toEqual([]);
  });

  const withIds = operations.filter(([name, kind, operation]) => idsOf(kind, name, operation).length > 0);
  it.each(withIds)('%s refuses ids that are unknown, of another organisation, or none', async (name, kind, operation) => {
    const organisation = await copyOrganisation(api, original);
    const before = [await fingerprint(api, organisation.id), await fingerprint(api, foreign.id)];
    const [caller] = operation.may as [Caller];
    const variables = operation.variables(organisation.things, caller);
    const theirs = operation.variables(foreign.things, caller);
    const bad = (path: Place['path']) => ({
      unknown: newId(),
      theirs: valueAt(theirs, path),
      none: 'x',
      empty: '',
      SQL: "' OR 1=1 --",
      long: 'a'.repeat(9999),
    });
    const tries = idsOf(kind, name, operation).flatMap((path) =>
      Object.entries(bad(path)).map(([what, id]) => async () => {
        const { code, message, refused } = await ask(kind, name, withValue(variables, path, id), organisation, caller);
        const place = `${name}.${path.join('.')}`;
        const empty = code === 'EMPTY' && (operation.empty || SELECTS.includes(place));
        return (refused || empty) && code !== 'INTERNAL_SERVER_ERROR' ? null : `${place} is ${what}: ${code} ${message}`;
      }),
    );
    expect((await inTurns(tries)).filter((wrong) => wrong !== null)).toEqual([]);
    const after = [await fingerprint(api, organisation.id), await fingerprint(api, foreign.id)];
    expect(before.map((one, at) => changedTables(one, after[at]!))).toEqual([[], []]);
  });

  const versioned = operations.filter(
    ([, , { variables, may, triedIn }]) =>
      triedIn === undefined && valueAt(variables(anyThings(), may[0]!), ['input', 'expectedVersion']) !== undefined,
  );
  it.each(versioned)('%s answers a version that is not the present one with a conflict', async (name, kind, operation) => {
    const organisation = await copyOrganisation(api, original);
    const before = await fingerprint(api, organisation.id);
    const [caller] = operation.may as [Caller];
    const variables = operation.variables(organisation.things, caller);
    const codes: string[] = [];
    for (const version of [7, -1, 2_147_483_647])
      codes.push((await ask(kind, name, withValue(variables, ['input', 'expectedVersion'], version), organisation, caller)).code);
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect(changedTables(before, await fingerprint(api, organisation.id))).toEqual([]);
  });

  const doable = operations.filter(([, , { triedIn }]) => triedIn === undefined);
  it.each(doable)('%s is done for each of those who may', async (name, kind, operation) => {
    const done = operation.may.map((caller) => async () => {
      const organisation = await copyOrganisation(api, original);
      const before = await fingerprint(api, organisation.id);
      const outcome = await ask(kind, name, operation.variables(organisation.things, caller), organisation, caller);
      const changed = changedTables(before, await fingerprint(api, organisation.id));
      if (outcome.refused) return `${caller}: ${outcome.code} ${outcome.message}`;
      if ((kind === 'query') !== (changed.length === 0)) return `${caller} changed [${changed.join(', ')}]`;
      if (kind === 'mutation' && !operation.notAudited && !changed.includes('audit_events'))
        return `${caller} left nothing in the audit log, but changed [${changed.join(', ')}]`;
      return null;
    });
    expect((await inTurns(done)).filter((wrong) => wrong !== null)).toEqual([]);
  });
});

/** The places where the operation's own arguments name something by id. */
function idsOf(kind: Kind, name: string, operation: Operation): Place['path'][] {
  const variables = operation.variables(anyThings(), operation.may[0]!);
  return placesIn(schema, kind, name, variables)
    .filter(({ type, path }) => type === 'ID' && valueAt(variables, path) !== undefined)
    .map(({ path }) => path);
}

/** Stands for an organisation before there is one: every thing in it is another such. */
function anyThings(): Things {
  return new Proxy({}, { get: anyThings }) as Things;
}
