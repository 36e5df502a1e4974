import { pathToFileURL } from 'node:url';
import { runChild, startChild, stopChild } from './load/child.js';
import type { MovesInput } from './load/moves-program.js';
import { type Rate, median, round } from './load/rate.js';
import { addApplications, buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const MOVES = new URL('./load/moves-program.js', import.meta.url);
const ROUNDS = 3;
/** So many that hardly any moves again while the mail about its last move is held: in life, that is somebody's mistake taken back. */
const APPLICATIONS = 12_288;
/** Which stage of the posting that is measured with. */
const TAKE_HOME = 1;

export interface BenchOptions {
  readonly clients?: readonly number[];
  readonly seconds?: number;
  readonly print?: (line: object) => void;
}

/**
 * Moves a second through GraphQL (session, authorisation, plan, transition, audit, outbox), beside one hand-written prepared statement that writes the same and
 * beside the same in seven prepared round trips, all as the application's role under row-level security. Then the same with all that follows from a move in its
 * transaction (mails, interviews, take-homes), beside one statement that writes those rows too. In turn, three times; each ratio is the middle of three.
 */
export async function benchMoves(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { clients = [1, 8, 32], seconds = 4, print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  await addApplications(world, APPLICATIONS, true);
  const start = (reactions: boolean) => startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions });
  const [bare, full] = [await start(false), await start(true)];
  const { stages } = world.posting;
  try {
    for (const count of clients) {
      const run = async (way: MovesInput['way'], apiUrl = '', warmup_s = 1) => {
        // Tables grow by thousands of rows a second here, and a plan made for the few of before is none that anybody has later.
        await world.owner.query('ANALYZE');
        return runChild<Rate>(MOVES, {
          ...{ way, apiUrl, databaseUrl: world.database.url, token: world.token, organizationId: world.organizationId },
          ...{ personId: world.personId, postingId: world.posting.id, stageIds: stages.map(({ id }) => id) },
          ...{
            takeHomeStageId: stages[TAKE_HOME]!.id,
            clients: count,
            perClient: Math.floor(APPLICATIONS / count),
            warmup_s,
            seconds,
          },
        } satisfies MovesInput);
      };
      const taken: Record<'bare' | 'full' | 'one' | 'seven' | 'all', Rate>[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const warmup_s = round === 0 ? 3 : 1;
        taken.push({
          bare: await run('graphql', bare.answer.url, warmup_s),
          one: await run('one statement'),
          seven: await run('seven round trips'),
          full: await run('graphql', full.answer.url, warmup_s),
          all: await run('one statement of all rows'),
        });
      }
      const middle = (pick: (round: (typeof taken)[number]) => number) => median(taken.map(pick));
      const rateOf = (way: 'bare' | 'full') => ({
        perSecond: middle((each) => each[way].perSecond),
        p50_ms: middle((each) => each[way].p50_ms),
        p99_ms: middle((each) => each[way].p99_ms),
      });
      const ratio = (way: 'bare' | 'full', to: 'one' | 'seven' | 'all') =>
        round(middle((each) => each[way].perSecond / each[to].perSecond));
      print({
        ...{ name: 'moves', clients: count, ...rateOf('bare') },
        ...{ oneStatementPerSecond: middle(({ one }) => one.perSecond), ratio: ratio('bare', 'one'), goal: 0.35 },
        ...{ sevenRoundTripsPerSecond: middle(({ seven }) => seven.perSecond), ratioToSevenRoundTrips: ratio('bare', 'seven') },
      });
      print({
        ...{ name: 'moves, with mails and work decided', clients: count, ...rateOf('full') },
        ...{ allRowsInOneStatementPerSecond: middle(({ all }) => all.perSecond), ratioToAllRows: ratio('full', 'all') },
        ratioToOneStatement: ratio('full', 'one'),
      });
    }
  } finally {
    for (const { child } of [bare, full]) await stopChild(child);
    await world.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchMoves(process.env.ROUNDS_TEST_POSTGRES_URL!);
