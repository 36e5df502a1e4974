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

/** Those of whom operations are drawn: one of each role, and nobody. */
export const WHO: readonly Caller[] = ['admin', 'recruiter', 'lead', 'outsider', 'seated', 'candidate', 'nobody'];

export interface GeneratedCounts {
  readonly caller: Caller;
  readonly operations: number;
  /** How many came to a resolver. */
  readonly reached: number;
  /** What was wrong, with its operation. */
  readonly wrong: readonly string[];
}

/** Two organisations on an API of their own, of which operations are drawn by chance. */
export class GeneratedRun {
  private constructor(
    private readonly api: TestApi,
    private readonly original: Organisation,
    private readonly foreign: Organisation,
    private readonly names: RegExp,
  ) {}

  static async start(): Promise<GeneratedRun> {
    const api = await startTestApi({ config: { processes: 'api' } });
    const original = await buildOrganisation(api, 'ours');
    const foreign = await buildOrganisation(api, 'theirs');
    return new GeneratedRun(api, original, foreign, await namesOfTheDatabase(api));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** Sends so many operations as one caller: none may fail by our fault, show our insides, or touch the other organisation. */
  async run(caller: Caller, operations: number, seed: number): Promise<GeneratedCounts> {
    const { api, original, foreign, names } = this;
    const organisation = await copyOrganisation(api, original);
    const theirs = await fingerprint(api, foreign.id);
    const own = idsIn(organisation);
    const ids = [...own, ...own, ...own, ...idsIn(foreign)];
    const texts = [...Object.values(organisation.things.emails), organisation.slug, ...TEXTS, organisation.things.freeAt];
    const drawer = new OperationDrawer(schema, randomOf(seed + WHO.indexOf(caller)), ids, texts);
    let reached = 0;
    const tasks = Array.from({ length: operations }, () => drawer.draw()).map(({ query, variables }, at) => async () => {
      // Some sign out, disable somebody or change what they are; the next ones are to be asked by the same people again.
      if (at % 16 === 0) await restore(api, organisation, original);
      const answer = await sendRaw(api, query, variables, organisation.as(caller));
      if (/"(data":\{|path":\[)/.test(answer.text)) reached += 1;
      const fault = faultOf(answer, names);
      return fault && `${fault}\n${query}\n${JSON.stringify(variables)}`;
    });
    const wrong = (await inTurns(tasks)).filter((each) => each !== null);
    for (const table of changedTables(theirs, await fingerprint(api, foreign.id)))
      wrong.push(`${table} of the other organisation changed`);
    return { caller, operations, reached, wrong };
  }
}

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
