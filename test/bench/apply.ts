import { pathToFileURL } from 'node:url';
import type { AppliesInput } from './load/applies-program.js';
import { runChild, startChild, stopChild } from './load/child.js';
import { type Rate, median, round } from './load/rate.js';
import { buildBenchWorld } from './load/world.js';
import type { BenchOptions } from './moves.js';

const API = new URL('./load/api-program.js', import.meta.url);
const APPLIES = new URL('./load/applies-program.js', import.meta.url);
const ROUNDS = 3;

/** Public applications a second through GraphQL, searchable at once, beside one hand-written statement that writes the same rows but for the search. */
export async function benchApply(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { clients = [8], seconds = 4, print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  const servers = [];
  for (const reactions of [false, true])
    servers.push({ reactions, ...(await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions })) });
  try {
    for (const count of clients) {
      const run = async (way: AppliesInput['way'], apiUrl = '') => {
        await world.owner.query('ANALYZE');
        return runChild<Rate>(APPLIES, {
          ...{ way, apiUrl, databaseUrl: world.database.url, organizationId: world.organizationId, organizationSlug: world.slug },
          ...{ postingId: world.posting.id, postingSlug: world.posting.slug, planId: world.posting.planId },
          ...{ clients: count, warmup_s: 1, seconds },
        } satisfies AppliesInput);
      };
      const taken: { hand: Rate; applies: Rate[] }[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const applies: Rate[] = [];
        for (const { answer } of servers) applies.push(await run('graphql', answer.url));
        taken.push({ applies, hand: await run('one statement') });
      }
      const middle = (pick: (round: (typeof taken)[number]) => number) => round(median(taken.map(pick)));
      for (const [i, { reactions }] of servers.entries())
        print({
          name: reactions ? 'applications received, with mails decided' : 'applications received, bare',
          clients: count,
          perSecond: middle(({ applies }) => applies[i]!.perSecond),
          p50_ms: middle(({ applies }) => applies[i]!.p50_ms),
          baselinePerSecond: middle(({ hand }) => hand.perSecond),
          ratio: middle(({ applies, hand }) => applies[i]!.perSecond / hand.perSecond),
          goal: 0.3,
        });
    }
  } finally {
    for (const { child } of servers) await stopChild(child);
    await world.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchApply(process.env.ROUNDS_TEST_POSTGRES_URL!);
