import { pathToFileURL } from 'node:url';
import { runChild, startChild, stopChild } from './load/child.js';
import type { MovesInput } from './load/moves-program.js';
import { type Rate, median, round } from './load/rate.js';
import { addApplications, buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const MOVES = new URL('./load/moves-program.js', import.meta.url);
const ROUNDS = 3;
const PER_CLIENT = 32;

export interface BenchOptions {
  readonly clients?: readonly number[];
  readonly seconds?: number;
  readonly print?: (line: object) => void;
}

/**
 * Moves a second through GraphQL (session, authorisation, plan, transition, audit, outbox, and what higher folders decide with it), beside one
 * hand-written prepared statement that writes the same and beside the same in seven prepared round trips, both as the application's role under
 * row-level security. All in turn, three times; each ratio is the middle of three.
 */
export async function benchMoves(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { clients = [1, 8, 32], seconds = 4, print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  await addApplications(world, Math.max(...clients) * PER_CLIENT, false);
  const servers = [];
  for (const reactions of [false, true])
    servers.push({ reactions, ...(await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions })) });
  try {
    for (const count of clients) {
      const run = (way: MovesInput['way'], apiUrl = '', warmup_s = 1) =>
        runChild<Rate>(MOVES, {
          ...{ way, apiUrl, databaseUrl: world.database.url, token: world.token, organizationId: world.organizationId },
          ...{ personId: world.personId, postingId: world.posting.id, stageIds: world.posting.stages.map(({ id }) => id) },
          ...{ clients: count, perClient: PER_CLIENT, warmup_s, seconds },
        } satisfies MovesInput);
      const taken: { one: Rate; seven: Rate; moves: Rate[] }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const moves: Rate[] = [];
        for (const { answer } of servers) moves.push(await run('graphql', answer.url, round === 0 ? 3 : 1));
        taken.push({ moves, one: await run('one statement'), seven: await run('seven round trips') });
      }
      const middle = (pick: (round: (typeof taken)[number]) => number) => median(taken.map(pick));
      for (const [i, { reactions }] of servers.entries()) {
        print({
          name: reactions ? 'moves, with mails and work decided' : 'moves, bare',
          clients: count,
          perSecond: middle(({ moves }) => moves[i]!.perSecond),
          p50_ms: middle(({ moves }) => moves[i]!.p50_ms),
          p99_ms: middle(({ moves }) => moves[i]!.p99_ms),
          baselinePerSecond: middle(({ one }) => one.perSecond),
          ratio: round(middle(({ moves, one }) => moves[i]!.perSecond / one.perSecond)),
          sevenRoundTripsPerSecond: middle(({ seven }) => seven.perSecond),
          ratioToSevenRoundTrips: round(middle(({ moves, seven }) => moves[i]!.perSecond / seven.perSecond)),
        });
      }
    }
  } finally {
    for (const { child } of servers) await stopChild(child);
    await world.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchMoves(process.env.ROUNDS_TEST_POSTGRES_URL!);
