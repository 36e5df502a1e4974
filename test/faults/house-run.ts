import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type EmbeddedPostgres, startMailSink, startPostgres } from '#libs/platform/embedded/index.js';
import { migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { freePort } from '../support/programs.js';
import { type TestRedis, hasRedis, startRedis } from '../support/redis.js';
import { type Compared, compare } from './house/afterwards.js';
import { Asking } from './house/asking.js';
import { Client, type Told } from './house/client.js';
import { type Clocks, startClocks } from './house/clocks.js';
import { type Fault, type Happening, OTHERS, happen } from './house/deaths.js';
import { MAILBOX } from './house/mail-server.js';
import { onDatabase } from './house/on-database.js';
import { type Planted, plant } from './house/planted.js';
import { rush } from './house/rush.js';
import { type SmallDisk, smallDisk } from './house/small-disk.js';
import { Watched } from './house/watched.js';
import { buildWorld } from './house/world.js';
import { seeded } from './seeded.js';

export interface HouseRunOptions extends Happening {
  /** Replays the order of deaths and of what clients want; what the processes make of them depends on the machine. */
  readonly seed: number;
  readonly clients?: number;
  /** The queue; PostgreSQL unless redis-server is there and this is true. */
  readonly redis: boolean;
  readonly planted?: Planted;
}

export interface HouseRunCounts extends Compared {
  readonly seed: number;
  /** Why no disk was full; null when one was. */
  readonly boundless: string | null;
  /** Processes ended by SIGKILL while they were at work. */
  readonly kills: number;
  /** How often each fault happened. */
  readonly deaths: Readonly<Record<Fault, number>>;
  readonly moves: number;
  readonly hires: number;
  readonly bookings: number;
  readonly applied: number;
  readonly files: number;
  /** What was said where a question got no answer, and how often. */
  readonly said: Readonly<Record<string, number>>;
  /** Questions that had to be asked again. */
  readonly askedAgain: number;
  /** Processes that ended though nobody killed them. */
  readonly fell: number;
  readonly lastWords: readonly string[];
  /** How long the processes took to start at first, all at once on this machine, with nothing in their way. */
  readonly start_ms: number;
  /** From the last death to an answer of every API process; and from the database's death at the end to an empty outbox and ledger; null when not within a minute. */
  readonly ready_ms: number | null;
  readonly drained_ms: number | null;
}

/**
 * A house of two API and two worker processes, PostgreSQL with durable defaults, a queue and a mail server, in which clients move, book, hire, apply and send files while
 * everything is killed, frozen and cut off at random, the disk fills up, clocks jump by an hour and second servers want the data directory; then all is left in peace, and
 * what clients were told is compared with what there is.
 */
export async function runHouseFaults(options: HouseRunOptions): Promise<HouseRunCounts> {
  const disk = await smallDisk();
  const clocks = await startClocks();
  const stops: (() => Promise<unknown> | undefined)[] = [() => disk.remove(), () => clocks.remove()];
  const houses: Watched[] = [];
  const signals = interrupted();
  try {
    const postgres = await startPostgres({ home: disk.folder });
    stops.unshift(() => postgres.stop());
    const redis = options.redis && hasRedis() ? await startRedis() : null;
    stops.unshift(() => redis?.stop());
    await migrate(postgres.url, migrations);
    return await Promise.race([run(options, { disk, clocks, postgres, redis, houses }), signals.come]);
  } finally {
    signals.forget();
    await Promise.all(houses.map((each) => each.stop()));
    for (const stop of stops) await stop();
  }
}

/** Ctrl-C in the middle leaves neither processes nor a mounted disk behind. */
function interrupted(): { readonly come: Promise<never>; forget(): void } {
  let stop!: (signal: NodeJS.Signals) => void;
  const come = new Promise<never>((_, reject) => (stop = (signal) => reject(new Error(`ended by ${signal}`))));
  come.catch(() => {});
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  return { come, forget: () => signals.forEach((signal) => process.off(signal, stop)) };
}

interface Around {
  readonly disk: SmallDisk;
  readonly clocks: Clocks;
  readonly postgres: EmbeddedPostgres;
  readonly redis: TestRedis | null;
  /** Everything that is started here, to be stopped. */
  readonly houses: Watched[];
}

async function run(options: HouseRunOptions, { disk, clocks, postgres, redis, houses }: Around): Promise<HouseRunCounts> {
  const { seed, clients = 6 } = options;
  const random = seeded(seed);
  const home = disk.folder;
  const secret = randomBytes(32).toString('base64url');
  const owned = <T>(work: (owner: pg.Client) => Promise<T>) => onDatabase(postgres.url, work);
  const mailPort = await freePort();
  const environment = {
    ...{ DATABASE_URL: postgres.url, REDIS_URL: redis?.url ?? '', SMTP_URL: `smtp://127.0.0.1:${mailPort}` },
    ...{ ROUNDS_HOME: home, MAIL_HOLD: '0', ROUNDS_SECRET: secret, LOG_LEVEL: 'silent', HOST: '127.0.0.1' },
  };
  const ports = [await freePort(), await freePort()];
  const apis = ports.map((port, at) => {
    const own = { ...environment, ...clocks.environment(at), PORT: String(port) };
    return new Watched('apps/api/src/main.js', own, /^ready /m);
  });
  const workers = ports.map((_port, at) => {
    const own = { ...environment, ...clocks.environment(apis.length + at) };
    return new Watched('apps/worker/src/main.js', own, /^working/m);
  });
  const keeper = { FAULTS_MAIL_HOME: home, FAULTS_MAIL_PORT: String(mailPort) };
  const mailServer = new Watched('test/faults/house/mail-server.js', keeper, /^ready /m);
  houses.push(...apis, ...workers, mailServer);
  const world = await owned((owner) => buildWorld(owner, clients));
  if (options.planted) await owned((owner) => plant(owner, options.planted!));
  const started_ms = performance.now();
  await Promise.all(houses.map((each) => each.start()));
  const start_ms = Math.round(performance.now() - started_ms);

  const told: Told = { moves: [], hires: [], bookings: [], files: [], applied: [], strange: [] };
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  let closing = false;
  let over = false;
  const asking = Array.from({ length: clients }, () => new Asking(urls, world.token, random, () => over));
  const working = asking.map((each, i) =>
    new Client(`client-${i}`, each, world.posting, world.applicationIds[i]!, told, random).work(() => closing),
  );
  const answers = () => asking.reduce((sum, { answered }) => sum + answered, 0);
  const victims = { ...{ home, disk, clocks, postgres, redis, mailServer, apis, workers }, random, answers, onDatabase: owned };
  const happened = await happen(options, victims).finally(() => (closing = true));
  told.strange.push(...happened.letIn);

  let calm_ms = performance.now();
  const since = () => Math.round(performance.now() - calm_ms);
  const ready_ms = (await within(60_000, () => everyAnswers(urls))) ? since() : null;
  // Whoever waits for an answer gets it now.
  const late = setTimeout(() => (over = true), 30_000);
  await Promise.all(working);
  clearTimeout(late);
  await rush(urls, world, told, random, () => process.kill(postgres.pid(), 'SIGKILL'));
  calm_ms = performance.now();
  const drained_ms = (await within(60_000, () => owned(isDrained))) ? since() : null;
  // Who was too slow for a client may still be at work on what it asked; what is compared is to stand still.
  await Promise.all(houses.map((each) => each.stop()));
  await within(60_000, () => owned(isAlone));
  const mailbox = await startMailSink({ home, limits: MAILBOX });
  const place = { home, databaseUrl: postgres.url, secret };
  const wrong = await owned((owner) => compare(owner, told, mailbox, place)).finally(() => mailbox.stop());
  const { kills, deaths } = happened;
  return {
    ...{ seed, kills, deaths, boundless: disk.boundless, moves: told.moves.length, hires: told.hires.length },
    ...{ bookings: told.bookings.length, applied: told.applied.length, files: told.files.length },
    said: sumOf(asking.map(({ said }) => said)),
    askedAgain: asking.reduce((sum, { tries }) => sum + tries, 0),
    fell: houses.reduce((sum, { fell }) => sum + fell, 0),
    lastWords: houses.flatMap(({ lastWords }) => lastWords),
    ...{ start_ms, ready_ms, drained_ms, ...wrong },
  };
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [what, times] of counts.flatMap((each) => Object.entries(each))) sum[what] = (sum[what] ?? 0) + times;
  return sum;
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

async function isAlone(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query(`SELECT ${OTHERS}`);
  return rowCount === 0;
}

async function within(limit_ms: number, check: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + limit_ms; Date.now() < end; await pause(50)) if (await check().catch(() => false)) return true;
  return false;
}
