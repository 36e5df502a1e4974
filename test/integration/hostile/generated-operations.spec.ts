import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/api.js';
import { faultOf, inTurns, namesOfTheDatabase, sendRaw } from './answers.js';
import { schema } from './operations.js';
import {
  type Caller,
  type Organisation,
  buildOrganisation,
  changedTables,
  copyOrganisation,
  fingerprint,
} from './organisation.js';
import { OperationDrawer, randomOf } from './random-operation.js';

/** `ROUNDS_GENERATED=10000 ROUNDS_SEED=7` for a long run, or another one. */
const EACH = Number(process.env.ROUNDS_GENERATED ?? 150);
const SEED = Number(process.env.ROUNDS_SEED ?? 20_261_123);

const WHO: Caller[] = ['admin', 'recruiter', 'lead', 'outsider', 'seated', 'candidate', 'nobody'];

describe(`operations drawn by chance (ROUNDS_SEED=${SEED})`, () => {
  let api: TestApi;
  let original: Organisation;
  let foreign: Organisation;
  let names: RegExp;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
    foreign = await buildOrganisation(api, 'theirs');
    names = await namesOfTheDatabase(api);
  }, 60_000);
  afterAll(() => api.close());

  it.each(WHO)(
    `make no error of ours, show nothing of our insides and touch nobody else's, for the %s`,
    async (caller) => {
      const organisation = await copyOrganisation(api, original);
      const theirs = await fingerprint(api, foreign.id);
      const own = idsIn(organisation);
      const ids = [...own, ...own, ...own, ...idsIn(foreign)];
      const texts = [...Object.values(organisation.things.emails), organisation.slug, ...TEXTS, organisation.things.freeAt];
      const drawer = new OperationDrawer(schema, randomOf(SEED + WHO.indexOf(caller)), ids, texts);
      let reached = 0;
      const tasks = Array.from({ length: EACH }, () => drawer.draw()).map(({ query, variables }, at) => async () => {
        // Some sign out, disable somebody or change what they are; the next ones are to be asked by the same people again.
        if (at % 16 === 0) await restore(api, organisation, original);
        const answer = await sendRaw(api, query, variables, organisation.as(caller));
        if (/"(data":\{|path":\[)/.test(answer.text)) reached += 1;
        const fault = faultOf(answer, names);
        return fault && `${fault}\n${query}\n${JSON.stringify(variables)}`;
      });
      expect((await inTurns(tasks)).filter((wrong) => wrong !== null)).toEqual([]);
      // The drawing is worth something only while most of what is drawn reaches resolvers.
      expect(reached).toBeGreaterThan(EACH / 2);
      expect(changedTables(theirs, await fingerprint(api, foreign.id))).toEqual([]);
    },
    600_000,
  );
});

const TEXTS = [
  'Ada Lovelace',
  'ada@mail.example',
  '',
  'GR',
  'Europe/Athens',
  'UTC',
  '09:00',
  '17:00',
  'MON',
  'https://code.example/x',
  '# A posting\n\nCore hours are 10:00 to 16:00 UTC.\n\n## Process\n1. Screening call, 30 minutes',
  '{{#include team.md}}',
  'team',
  'application-received',
  '{{ page.link }}',
  '<mj-text>{{ page.link }}</mj-text>',
  'TEXT',
  'a-long-enough-key',
  '2031-03-05T14:00:00Z',
  'WyIyMDMxIiwiYSJd',
  'x'.repeat(500),
  '\u0000',
  '\ud800',
  "'; --",
];

async function restore({ owner }: TestApi, { id }: Organisation, original: Organisation): Promise<void> {
  await owner.query('UPDATE sessions SET revoked_at = NULL WHERE organization_id = $1 AND revoked_at IS NOT NULL', [id]);
  await owner.query(
    `UPDATE people p SET role = o.role, status = o.status FROM people o
      WHERE p.organization_id = $1 AND o.organization_id = $2 AND o.id = p.id AND (p.role, p.status) IS DISTINCT FROM (o.role, o.status)`,
    [id, original.id],
  );
}

/** Every id of the organisation's things. */
function idsIn({ things }: Organisation): string[] {
  return [...new Set(JSON.stringify(things).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))];
}
