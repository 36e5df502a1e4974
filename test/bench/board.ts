import { pathToFileURL } from 'node:url';
import { BOARD } from '#libs/applications/queries/board.js';
import type { BenchOptions } from './moves.js';
import { runChild, startChild, stopChild } from './load/child.js';
import type { QueriesAnswer, QueriesInput } from './load/queries-program.js';
import { median, round } from './load/rate.js';
import { addApplications, buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const QUERIES = new URL('./load/queries-program.js', import.meta.url);
const ROUNDS = 5;
const CARDS = 1000;

const QUERY = `query Board($postingId: ID!) { board(postingId: $postingId) { title status columns { stageId name kind count } ended { hired rejected withdrawn }
  cards { id candidateId candidateName stageId status version enteredStageAt appliedAt residenceCheck waitingOn waitingFor waitingUntil } } }`;

/** A board of 1,000 cards through GraphQL beside the same statement by hand, instants as text, with JSON.stringify of its rows; by turns, middles of five. */
export async function benchBoard(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { seconds = 3, print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  await addApplications(world, CARDS, true);
  const { child, answer } = await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions: true });
  try {
    const common = {
      databaseUrl: world.database.url,
      apiUrl: answer.url,
      token: world.token,
      organizationId: world.organizationId,
      seconds,
    };
    const run = (way: QueriesInput['way']) =>
      runChild<QueriesAnswer>(QUERIES, {
        ...{ ...common, way, clients: 1, warmup_s: 1, expects: '"candidateName":"Candidate 1000"' },
        bodies: [JSON.stringify({ query: QUERY, variables: { postingId: world.posting.id } })],
        statement: { text: BOARD, values: [[world.organizationId, world.posting.id, world.personId]] },
      } satisfies QueriesInput);
    const taken: { graphql: QueriesAnswer; hand: QueriesAnswer }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) taken.push({ graphql: await run('graphql'), hand: await run('statement') });
    const middle = (pick: (round: (typeof taken)[number]) => number) => round(median(taken.map(pick)));
    print({
      name: `board of ${CARDS} cards`,
      clients: 1,
      perSecond: middle(({ graphql }) => graphql.perSecond),
      p50_ms: middle(({ graphql }) => graphql.p50_ms),
      p95_ms: middle(({ graphql }) => graphql.p95_ms),
      baselineP50_ms: middle(({ hand }) => hand.p50_ms),
      ratio: middle(({ graphql, hand }) => graphql.p50_ms / hand.p50_ms),
      goal: 2,
      bytes: taken[0]!.graphql.bytes,
    });
  } finally {
    await stopChild(child);
    await world.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchBoard(process.env.ROUNDS_TEST_POSTGRES_URL!);
