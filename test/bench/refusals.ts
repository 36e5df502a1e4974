import { pathToFileURL } from 'node:url';
import { HOSTILE_QUESTIONS } from '../support/hostile-questions.js';
import type { BenchOptions } from './moves.js';
import { startChild, stopChild } from './load/child.js';
import { median, round } from './load/rate.js';
import { buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const WARMUP = 5;
const TIMES = 40;

/** How long it takes to refuse what asks for too much, one after the other, beside the smallest question there is. */
export async function benchRefusals(postgresUrl: string, options: BenchOptions = {}): Promise<void> {
  const { print = (line) => console.log(JSON.stringify(line)) } = options;
  const world = await buildBenchWorld(postgresUrl);
  const { child, answer } = await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions: false });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${world.token}` };
  const ask = async (body: string, status: readonly number[]): Promise<number> => {
    const began_ms = performance.now();
    const response = await fetch(`${answer.url}/graphql`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    if (!status.includes(response.status)) throw new Error(`answered with ${response.status}: ${body.slice(0, 100)}`);
    return performance.now() - began_ms;
  };
  const times = async (body: string, status: readonly number[]): Promise<number[]> => {
    const taken: number[] = [];
    for (let n = 0; n < WARMUP + TIMES; n += 1) taken.push(await ask(body, status));
    return taken.slice(WARMUP);
  };
  try {
    const smallest = await times('{"query":"{ __typename }"}', [200]);
    for (const [what, body] of Object.entries(HOSTILE_QUESTIONS)) {
      const taken = await times(body, [400, 413]);
      print({
        name: `refusal of ${what}`,
        bytes: body.length,
        p50_ms: round(median(taken)),
        worst_ms: round(Math.max(...taken)),
        smallestP50_ms: round(median(smallest)),
        goal_ms: 20,
      });
    }
  } finally {
    await stopChild(child);
    await world.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchRefusals(process.env.ROUNDS_TEST_POSTGRES_URL!);
