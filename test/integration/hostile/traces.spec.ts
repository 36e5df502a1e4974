import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Log, LOG } from '#libs/platform/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { hearLog } from '../../support/log-lines.js';
import { documentOf, outcomeOf, placesIn, valueAt, withValue } from './documents.js';
import { operations, schema } from './operations.js';
import { CANARY, type Organisation, buildOrganisation, copyOrganisation } from './organisation.js';

/** Words about people that go in; none of them may be found where traces are kept. */
const WORD = 'quennefeather';
const SAID: Record<string, string> = {
  email: 'new.zyxwolda@quennefeather.example',
  location: 'Quennefeather Lane 7',
  phone: '+30 210 7766554 quennefeather',
  text: 'Quennefeather said so',
  reason: 'Because of quennefeather',
  evidence: 'https://quennefeather.example/proof',
  note: 'Quennefeather again',
  notes: 'Quennefeather shone',
  url: 'https://quennefeather.example/work',
  links: 'https://quennefeather.example/',
  password: 'quennefeather sixteen anvil',
  currentPassword: 'quennefeather sixteen anvil',
  newPassword: 'quennefeather seventeen anvil',
  token: 'quennefeather'.padEnd(64, 'x'),
};
const NAMES_PEOPLE = ['addCandidateApplication', 'applyToPosting', 'invitePerson', 'updateCandidate', 'updateMyProfile'];

describe('traces of what was done', () => {
  let api: TestApi;
  let original: Organisation;
  let lines: string[];
  // What is not the log: Nest's own logger, warnings.
  const printed: string[] = [];
  const outputs = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  beforeAll(async () => {
    api = await startTestApi({ config: { logLevel: 'trace' } });
    lines = hearLog(api);
    original = await buildOrganisation(api, 'ours');
    for (const { stream, write } of outputs)
      stream.write = function (this: typeof stream, ...said: unknown[]) {
        printed.push(String(said[0]));
        return write.apply(this, said as Parameters<typeof write>);
      } as typeof write;
  });
  afterAll(async () => {
    for (const { stream, write } of outputs) stream.write = write;
    await api.close();
  });

  it('hold no name, address or word of a person, in audit log, events, remembered answers, logs and metrics', async () => {
    const done: string[] = [];
    for (const [name, kind, operation] of operations) {
      const organisation = await copyOrganisation(api, original);
      for (const caller of operation.may.slice(0, 1)) {
        let variables: Record<string, unknown> = operation.variables(organisation.things, caller);
        for (const { type, path } of placesIn(schema, kind, name, variables)) {
          const key = String(path.findLast((part) => typeof part === 'string'));
          const said = key === 'name' && NAMES_PEOPLE.includes(name) ? 'Zyxwolda Quennefeather' : SAID[key];
          if (type !== 'String' || said === undefined || valueAt(variables, path.slice(0, -1)) === undefined) continue;
          if (key === 'text' && name === 'saveMailTemplate') continue;
          variables = withValue(variables, path, said);
        }
        if (valueAt(variables, ['input']) && 'idempotencyKey' in inputFields(name))
          variables = withValue(variables, ['input', 'idempotencyKey'], `key-of-${name}`);
        const outcome = outcomeOf(await api.graphql(documentOf(schema, kind, name, 2), variables, organisation.as(caller)));
        if (!outcome.refused) done.push(name);
      }
    }
    expect(done.length).toBeGreaterThan(operations.length * 0.8);
    // The worker tries to deliver, and says why it cannot, since nobody listens.
    await tried(api);
    const found: Record<string, unknown[]> = {};
    for (const table of [
      'audit_events',
      'outbox_events',
      'idempotency_keys',
      'rate_limits',
      'scorecard_requests',
      'schedule_requests',
    ]) {
      const { rows } = await api.owner.query(`SELECT t::text AS row FROM ${table} t WHERE t::text ILIKE $1`, [`%${WORD}%`]);
      found[table] = rows.map(({ row }) => row);
    }
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    found.metrics = metrics.split('\n').filter((line) => line.toLowerCase().includes(WORD));
    found.output = [...lines, ...printed].filter((line) => line.toLowerCase().includes(WORD) || line.includes(CANARY.email));
    expect(Object.entries(found).filter(([, rows]) => rows.length > 0)).toEqual([]);
    // The log was listened to, and would have told.
    api.app.get<Log>(LOG).error({ word: WORD }, 'a canary');
    expect(lines.some((line) => line.includes(WORD))).toBe(true);
  });
});

function inputFields(name: string): object {
  const [input] = schema.getMutationType()!.getFields()[name]?.args ?? [];
  const type = input && schema.getType(String(input.type).replace('!', ''));
  return type && 'getFields' in type ? type.getFields() : {};
}

async function tried(api: TestApi): Promise<void> {
  for (let waited = 0; waited < 100; waited += 1) {
    const { rows } = await api.owner.query(
      `SELECT count(*)::int AS tried FROM mails WHERE state <> 'FAILED' AND error IS NOT NULL`,
    );
    if (rows[0].tried > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no mail was tried within 5 s');
}
