import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startMailSink, startPostgres } from '#libs/platform/embedded/index.js';
import { migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { newOrganization, newPerson } from '../support/api.js';
import { buildApplication, buildPool, buildPosting, buildTeamMember } from '../support/builders.js';
import { freePort } from '../support/programs.js';
import { type TestRedis, hasRedis, startRedis } from '../support/redis.js';
import { type Wrong, compare } from './house/afterwards.js';
import { Asking } from './house/asking.js';
import { APPLY, BOOK, Client, MOVE, type Posting, SLOTS, type Told } from './house/client.js';
import { type Planted, plant } from './house/planted.js';
import { Watched } from './house/watched.js';
import { seeded } from './seeded.js';

export interface HouseRunOptions {
  /** Replays the order of deaths and of what clients want; what the processes make of them depends on the machine. */
  readonly seed: number;
  /** Ends when so many things have died. */
  readonly kills: number;
  /** Milliseconds between deaths, on average. */
  readonly every_ms: number;
  readonly clients?: number;
  /** The queue; PostgreSQL unless redis-server is there and this is true. */
  readonly redis: boolean;
  readonly planted?: Planted;
}

export interface HouseRunCounts extends Wrong {
  readonly seed: number;
  readonly deaths: Readonly<Record<Death, number>>;
  readonly moves: number;
  readonly hires: number;
  readonly bookings: number;
  readonly applied: number;
  /** Questions that had to be asked again. */
  readonly askedAgain: number;
  /** Processes that ended though nobody killed them. */
  readonly fell: number;
  /** From calm to an answer of every API process, and to an empty outbox and ledger; null when not within a minute. */
  readonly ready_ms: number | null;
  readonly drained_ms: number | null;
}

const DEATHS = ['api', 'worker', 'freeze-api', 'freeze-worker', 'connections', 'backend', 'postgres', 'redis'] as const;
type Death = (typeof DEATHS)[number];
/** How often of a hundred. */
const WEIGHTS: Readonly<Record<Death, number>> = {
  ...{ api: 24, worker: 24, 'freeze-api': 10, 'freeze-worker': 10, connections: 14, backend: 6, postgres: 4, redis: 8 },
};
const APPLICATIONS_A_CLIENT = 12;
const OPENINGS = 400;
/** At the end all want one time at once, so many times. */
const RUSH = { rounds: 4, atOnce: 8 } as const;

/**
 * A house of two API and two worker processes, PostgreSQL with durable defaults, a queue and a mail server, in which clients move, book, hire and apply while everything
 * is killed, frozen and cut off at random; then all is left in peace, and what clients were told is compared with what there is.
 */
export async function runHouseFaults(options: HouseRunOptions): Promise<HouseRunCounts> {
  const home = await mkdtemp(join(tmpdir(), 'rounds-faults-'));
  const postgres = await startPostgres({ home });
  const redis = options.redis && hasRedis() ? await startRedis() : null;
  const sink = await startMailSink({ home });
  const houses: Watched[] = [];
  try {
    await migrate(postgres.url, migrations);
    return await run(options, { home, postgres, redis, sink, houses });
  } finally {
    await Promise.all(houses.map((each) => each.stop()));
    await Promise.all([sink.stop(), redis?.stop(), postgres.stop()]);
    await rm(home, { recursive: true, force: true });
  }
}

interface Around {
  readonly home: string;
  readonly postgres: EmbeddedPostgres;
  readonly redis: TestRedis | null;
  readonly sink: Awaited<ReturnType<typeof startMailSink>>;
  readonly houses: Watched[];
}

async function run(options: HouseRunOptions, { home, postgres, redis, sink, houses }: Around): Promise<HouseRunCounts> {
  const { seed, clients = 6 } = options;
  const random = seeded(seed);
  const environment = {
    ...{ DATABASE_URL: postgres.url, REDIS_URL: redis?.url ?? '', SMTP_URL: sink.url, ROUNDS_HOME: home, MAIL_HOLD: '0' },
    ...{ ROUNDS_SECRET: randomBytes(32).toString('base64url'), LOG_LEVEL: 'silent', HOST: '127.0.0.1' },
  };
  const ports = [await freePort(), await freePort()];
  const apis = ports.map((port) => new Watched('apps/api/src/main.js', { ...environment, PORT: String(port) }, /^ready /m));
  const workers = ports.map(() => new Watched('apps/worker/src/main.js', environment, /^working/m));
  houses.push(...apis, ...workers);
  const world = await buildWorld(postgres.url, clients);
  if (options.planted) await onDatabase(postgres.url, (owner) => plant(owner, options.planted!));
  await Promise.all(houses.map((each) => each.start()));

  const told: Told = { moves: [], hires: [], bookings: [], applied: [], strange: [] };
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  let closing = false;
  let over = false;
  const asking = Array.from({ length: clients }, () => new Asking(urls, world.token, random, () => over));
  const working = asking.map((each, i) =>
    new Client(`client-${i}`, each, world.posting, world.applicationIds[i]!, told, random).work(() => closing),
  );
  const deaths = await kill(options, { postgres, redis, apis, workers, random });
  closing = true;

  const calm_ms = performance.now();
  const since = () => Math.round(performance.now() - calm_ms);
  const ready_ms = (await within(60_000, () => everyAnswers(urls))) ? since() : null;
  // Whoever waits for an answer gets it now.
  const late = setTimeout(() => (over = true), 30_000);
  await Promise.all(working);
  clearTimeout(late);
  await rush(urls, world, told, random, () => process.kill(postgres.pid(), 'SIGKILL'));
  const drained_ms = (await within(60_000, () => onDatabase(postgres.url, isDrained))) ? since() : null;
  const wrong = await onDatabase(postgres.url, (owner) => compare(owner, told, sink));
  return {
    ...{
      seed,
      deaths,
      moves: told.moves.length,
      hires: told.hires.length,
      bookings: told.bookings.length,
      applied: told.applied.length,
    },
    ...{ askedAgain: asking.reduce((sum, { tries }) => sum + tries, 0), fell: houses.reduce((sum, { fell }) => sum + fell, 0) },
    ...{ ready_ms, drained_ms, ...wrong },
  };
}

/**
 * What every run meets, however short, over both processes: eight moves of which each is sent twice under one key, eight bookings of one time with three interviewers, and four who
 * apply, at the same moment; and at the end the database dies when all of that has just been acknowledged.
 */
async function rush(urls: readonly string[], world: World, told: Told, random: () => number, crash: () => void): Promise<void> {
  const end_ms = performance.now() + 30_000;
  const asking = () => new Asking(urls, world.token, random, () => performance.now() > end_ms);
  for (const [round, applicationIds] of world.rushIds.entries()) {
    const moved = async (applicationId: string) => {
      const input = { applicationId, expectedVersion: 0, idempotencyKey: randomUUID() };
      for (const again of [false, true]) {
        const answer = await asking().command(MOVE, input, false);
        const { version, stageId, status } = (answer?.application ?? {}) as { version?: number; stageId: string; status: string };
        if (version === 1 && !again) told.moves.push({ applicationId, version, stageId, status });
        if (answer !== null && version !== 1)
          told.strange.push(`a move of ${applicationId} sent twice: ${JSON.stringify(answer)}`);
      }
    };
    await Promise.all(applicationIds.map(moved));
    const found = await asking().ask(SLOTS, { id: applicationIds[0] });
    const startsAt = (found?.slots as { slots?: { startsAt: string }[] } | undefined)?.slots?.[0]?.startsAt;
    const { organization, slug } = world.posting;
    const applying = Array.from({ length: 4 }, async (_, at) => {
      const email = `rush-${round}-${at}@mail.example`;
      const contact = { name: `Rush ${round} ${at}`, email };
      const answer = await asking().command(APPLY, { organization, posting: slug, contact, consent: true });
      if (answer?.__typename === 'ApplyPayload') told.applied.push(email);
    });
    const booking = applicationIds.map(async (applicationId) => {
      const answer = startsAt === undefined ? null : await asking().command(BOOK, { applicationId, startsAt });
      if (answer?.__typename === 'InterviewPayload') told.bookings.push((answer.interview as { id: string }).id);
    });
    await Promise.all([...applying, ...booking]);
  }
  crash();
}

interface Victims {
  readonly postgres: EmbeddedPostgres;
  readonly redis: TestRedis | null;
  readonly apis: readonly Watched[];
  readonly workers: readonly Watched[];
  readonly random: () => number;
}

/** Kills until enough has died; answers how often each did. */
async function kill({ kills, every_ms }: HouseRunOptions, victims: Victims): Promise<Record<Death, number>> {
  const { postgres, redis, random } = victims;
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const counts = Object.fromEntries(DEATHS.map((death) => [death, 0])) as Record<Death, number>;
  const lasting: Promise<unknown>[] = [];
  const die: Record<Death, () => unknown> = {
    api: () => one(victims.apis).kill(),
    worker: () => one(victims.workers).kill(),
    'freeze-api': () => lasting.push(one(victims.apis).freeze(300 + 1_500 * random())),
    'freeze-worker': () => lasting.push(one(victims.workers).freeze(300 + 1_500 * random())),
    connections: () => onDatabase(postgres.url, (owner) => owner.query(`SELECT pg_terminate_backend(pid) ${OTHERS}`)),
    backend: () =>
      onDatabase(postgres.url, async (owner) => {
        const { rows } = await owner.query<{ pid: number }>(`SELECT pid ${OTHERS}`);
        if (rows.length > 0) process.kill(one(rows).pid, 'SIGKILL');
      }),
    postgres: () => process.kill(postgres.pid(), 'SIGKILL'),
    redis: () => redis?.crash(),
  };
  for (let n = 0; n < kills; n += 1) {
    await pause(every_ms * 2 * random());
    const death = n < DEATHS.length ? DEATHS[n]! : drawn(random);
    // What is dead already, or not back yet, dies no second time.
    await Promise.resolve()
      .then(die[death])
      .catch(() => {});
    counts[death] += 1;
  }
  await Promise.all(lasting);
  return counts;
}

const OTHERS = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

function drawn(random: () => number): Death {
  let left = random() * 100;
  for (const death of DEATHS) if ((left -= WEIGHTS[death]) < 0) return death;
  return 'api';
}

async function everyAnswers(urls: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(
    urls.map((url) =>
      fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return answers.every(Boolean);
}

async function isDrained(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ left: number }>(
    `SELECT (SELECT count(*) FROM outbox_events WHERE state IN ('PENDING', 'RELAYED') AND not_before <= now())::int
          + (SELECT count(*) FROM mails WHERE state IN ('DECIDED', 'RELAYED', 'SENDING') AND not_before <= now())::int AS left`,
  );
  return rows[0]!.left === 0;
}

async function within(limit_ms: number, check: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + limit_ms; Date.now() < end; await pause(50)) if (await check().catch(() => false)) return true;
  return false;
}

/** A connection of its own: any other may be dead. */
async function onDatabase<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end().catch(() => {});
  }
}

interface World {
  readonly posting: Posting;
  readonly token: string;
  /** By client. */
  readonly applicationIds: readonly (readonly string[])[];
  /** Those that rush in at the end, by round; they are not moved before. */
  readonly rushIds: readonly (readonly string[])[];
}

async function buildWorld(url: string, clients: number): Promise<World> {
  return onDatabase(url, async (owner) => {
    const organizationId = await newOrganization(owner, 'faults');
    const manager = await newPerson(owner, organizationId, 'ADMIN');
    const interviewerIds: string[] = [];
    while (interviewerIds.length < 3) interviewerIds.push((await newPerson(owner, organizationId, 'INTERVIEWER')).id);
    const poolId = await buildPool(owner, organizationId, 'Engineers', interviewerIds);
    const seat = (role: string) => ({ role, poolId });
    const posting = await buildPosting(owner, organizationId, {
      openings: OPENINGS,
      stages: [
        { name: 'Screening call', kind: 'SCREEN', durationMin: 30, seats: [seat('engineer')] },
        { name: 'Contribution', kind: 'TAKE_HOME' },
        { name: 'Panel', kind: 'PANEL', durationMin: 45, seats: [seat('engineer'), seat('second engineer')] },
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    await buildTeamMember(owner, organizationId, posting.id, manager.id, 'HIRING_MANAGER');
    const applicationIds: string[][] = [];
    for (let i = 0; i < clients; i += 1) {
      const own: string[] = [];
      for (let n = 0; n < APPLICATIONS_A_CLIENT; n += 1) own.push((await buildApplication(owner, organizationId, posting)).id);
      applicationIds.push(own);
    }
    const stageIds = posting.stages.map(({ id }) => id);
    const rushIds: string[][] = [];
    for (let round = 0; round < RUSH.rounds; round += 1) {
      const ids: string[] = [];
      for (let n = 0; n < RUSH.atOnce; n += 1) ids.push((await buildApplication(owner, organizationId, posting)).id);
      rushIds.push(ids);
    }
    return {
      posting: {
        ...{ organization: 'faults', slug: posting.slug, stageIds, openingIds: posting.openingIds },
        interviewStageIds: [stageIds[0]!, stageIds[2]!],
      },
      token: manager.token,
      ...{ applicationIds, rushIds },
    };
  });
}
