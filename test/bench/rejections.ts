import { pathToFileURL } from 'node:url';
import { buildPosting, buildRejectionReason } from '../support/builders.js';
import { startChild, stopChild } from './load/child.js';
import { type BenchWorld, addApplications, buildBenchWorld } from './load/world.js';

const API = new URL('./load/api-program.js', import.meta.url);
const PEOPLE = Number(process.env.BENCH_REJECTIONS ?? 10_000);
const CARDS = 1_000;
const PAUSE_MS = 20;
const AT_REST = 100;

const BOARD = `query ($postingId: ID!) { board(postingId: $postingId) { title cards { id candidateName stageId version } } }`;
const MOVE = `mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) { __typename } }`;
const REJECT = `mutation ($input: RejectRemainingInput!) { result: rejectRemaining(input: $input) { __typename ... on RejectRemainingPayload { rejected left } ... on UserError { message } } }`;

/**
 * Everybody who is left under a posting is rejected by one request, with a mail for each, while somebody else at the same API looks at a board of 1,000 cards and
 * moves its cards: how long that takes them, beside how long it takes at rest.
 */
export async function benchRejections(postgresUrl: string): Promise<void> {
  const world = await buildBenchWorld(postgresUrl);
  const reasonId = await crowd(world);
  const board = {
    ...world,
    posting: await buildPosting(world.owner, world.organizationId, {
      stages: ['Call', 'Exercise', 'Panel', 'Last call'].map((name) => ({ name })),
    }),
  };
  await addApplications(board, CARDS, false);
  const { child, answer } = await startChild<{ url: string }>(API, { databaseUrl: world.database.url, reactions: true });
  const ask = (query: string, variables: object) => asked(`${answer.url}/graphql`, world.token, query, variables);
  try {
    const colleague = await Colleague.of(board, ask);
    await colleague.works(() => colleague.looks >= 20);
    const rest = await colleague.works(() => colleague.looks >= AT_REST);
    let done: { rejected: number } | null = null;
    const began_ms = performance.now();
    const input = { postingId: world.posting.id, reasonId };
    const rejecting = ask(REJECT, { input }).then(({ result }) => (done = result as { rejected: number }));
    const meanwhile = await colleague.works(() => done !== null);
    await rejecting;
    const took_s = (performance.now() - began_ms) / 1000;
    const { rows } = await world.owner.query<{ mails: number }>(
      `SELECT count(DISTINCT m.application_id)::int AS mails FROM mails m JOIN applications a ON a.id = m.application_id
        WHERE a.posting_id = $1 AND a.status = 'REJECTED' AND m.template = 'rejected' AND m.state = 'DECIDED'`,
      [world.posting.id],
    );
    const { rejected } = done!;
    if (rejected !== PEOPLE || rows[0]!.mails !== PEOPLE)
      throw new Error(`${rejected} were rejected, ${rows[0]!.mails} mails decided`);
    const shared = {
      name: `${PEOPLE} rejected by one request`,
      took_s: Math.round(took_s * 10) / 10,
      perSecond: Math.round(PEOPLE / took_s),
    };
    console.log(JSON.stringify({ ...shared, mailsDecided: rows[0]!.mails }));
    for (const what of ['board', 'move'] as const)
      console.log(JSON.stringify({ name: `${what} meanwhile`, ...of(meanwhile[what]), atRest: of(rest[what]) }));
  } finally {
    await stopChild(child);
    await world.close();
  }
}

/** So many active applications under a posting that is closed; answers a reason to reject them. */
async function crowd(world: BenchWorld): Promise<string> {
  await addApplications(world, PEOPLE, true);
  // Nobody is found twice by their address when the others come.
  await world.owner.query(`UPDATE candidates SET email = 'a-' || email`);
  await world.owner.query(`UPDATE postings SET status = 'CLOSED', closed_at = now() WHERE id = $1`, [world.posting.id]);
  return buildRejectionReason(world.owner, world.organizationId);
}

type Ask = (query: string, variables: object) => Promise<Record<string, unknown>>;
interface Card {
  readonly id: string;
  readonly stageId: string | null;
  version: number;
}

/** Looks at a board and moves its next card to the next stage, again and again. */
class Colleague {
  looks = 0;

  private constructor(
    private readonly postingId: string,
    private readonly stageIds: readonly string[],
    private readonly cards: readonly Card[],
    private readonly ask: Ask,
  ) {}

  static async of({ posting }: BenchWorld, ask: Ask): Promise<Colleague> {
    const { board } = (await ask(BOARD, { postingId: posting.id })) as { board: { cards: Card[] } };
    return new Colleague(
      posting.id,
      posting.stages.map(({ id }) => id),
      board.cards,
      ask,
    );
  }

  /** @returns how long each look and each move took, in milliseconds */
  async works(until: () => boolean): Promise<Record<'board' | 'move', number[]>> {
    const taken = { board: [] as number[], move: [] as number[] };
    this.looks = 0;
    while (!until()) {
      taken.board.push(await timed(() => this.ask(BOARD, { postingId: this.postingId })));
      taken.move.push(await timed(() => this.move(this.cards[this.looks % this.cards.length]!)));
      this.looks += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return taken;
  }

  private async move(card: Card): Promise<void> {
    const stageId = this.stageIds[this.stageIds.indexOf(card.stageId ?? '') + 1];
    if (stageId === undefined) throw new Error('the cards have come to the end of their plan');
    const input = { applicationId: card.id, expectedVersion: card.version, stageId };
    const { result } = (await this.ask(MOVE, { input })) as { result: { __typename: string } };
    if (result.__typename !== 'MovePayload') throw new Error(`a card was not moved: ${result.__typename}`);
    Object.assign(card, { stageId, version: card.version + 1 });
  }
}

async function asked(url: string, token: string, query: string, variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: object };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began_ms = performance.now();
  await work();
  return performance.now() - began_ms;
}

function of(times_ms: readonly number[]) {
  const sorted = [...times_ms].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 10) / 10;
  return { count: sorted.length, p50_ms: at(0.5), p95_ms: at(0.95), max_ms: at(1) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchRejections(process.env.ROUNDS_TEST_POSTGRES_URL!);
