import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '#libs/platform/embedded/index.js';
import type { TestRedis } from '../../support/redis.js';
import type { Clocks } from './clocks.js';
import type { SmallDisk } from './small-disk.js';
import type { Watched } from './watched.js';

/** What goes wrong, and how often of a hundred. */
const WEIGHTS = {
  ...{ api: 12, worker: 12, 'mail-server': 12, redis: 10, postgres: 10, backend: 10 },
  ...{ 'freeze-api': 6, 'freeze-worker': 6, connections: 8, 'full-disk': 3, clock: 8, 'second-server': 3 },
} as const;
export type Fault = keyof typeof WEIGHTS;
const FAULTS = Object.keys(WEIGHTS) as Fault[];
/** Processes ended by SIGKILL: these are counted as kills. */
const KILLS: readonly Fault[] = ['api', 'worker', 'mail-server', 'redis', 'postgres', 'backend'];
const CLOCK_JUMP_MS = 3600_000;
/** What cannot be killed for so long does not come back: a fault of the house. */
const GONE_AFTER_MS = 180_000;
/** So many answers are waited for between two faults, or so long. */
const WORK = { answers: 5, at_most_ms: 1_500 } as const;

export interface Victims {
  /** Where the database and the files are. */
  readonly home: string;
  readonly disk: SmallDisk;
  readonly clocks: Clocks;
  readonly postgres: EmbeddedPostgres;
  readonly redis: TestRedis | null;
  readonly mailServer: Watched;
  readonly apis: readonly Watched[];
  readonly workers: readonly Watched[];
  readonly random: () => number;
  /** How many answers clients have got. */
  readonly answers: () => number;
  readonly onDatabase: <T>(work: (owner: pg.Client) => Promise<T>) => Promise<T>;
}

export interface Deaths {
  readonly kills: number;
  /** How often each fault happened. */
  readonly deaths: Readonly<Record<Fault, number>>;
  /** Second servers on the data directory that were let in, and refusals without words. */
  readonly letIn: readonly string[];
}

export interface Happening {
  /** Ends when so many processes were killed. */
  readonly kills: number;
  /** The least between faults, in milliseconds and on average; besides, something is answered between any two. */
  readonly every_ms: number;
  /** Whether it begins with each fault once. */
  readonly each: boolean;
}

/** Faults by chance; what is dead already dies no second time. */
export async function happen({ kills, every_ms, each }: Happening, victims: Victims): Promise<Deaths> {
  const { random, answers } = victims;
  const letIn: string[] = [];
  const lasting: Promise<unknown>[] = [];
  const happens = faultsOf(victims, lasting, letIn);
  const possible = FAULTS.filter((fault) => happens[fault] !== null);
  const deaths = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;
  const first = each ? [...possible] : [];
  let killed = 0;
  while (first.length > 0 || killed < kills) {
    const enough = answers() + Math.floor(2 * WORK.answers * random());
    await pause(every_ms * 2 * random());
    for (const end = Date.now() + WORK.at_most_ms; answers() < enough && Date.now() < end;) await pause(10);
    const fault = first.shift() ?? drawn(possible, random);
    for (const end = Date.now() + GONE_AFTER_MS; !(await happens[fault]!().catch(() => false)); await pause(50))
      if (Date.now() > end) throw new Error(`For three minutes there was nothing that ${fault} could befall.`);
    deaths[fault] += 1;
    if (KILLS.includes(fault)) killed += 1;
  }
  await Promise.all(lasting);
  return { kills: killed, deaths, letIn };
}

/** Whether it befell something; null where it cannot be. */
function faultsOf(
  { home, disk, clocks, postgres, redis, mailServer, apis, workers, random, onDatabase }: Victims,
  lasting: Promise<unknown>[],
  letIn: string[],
): Record<Fault, (() => Promise<boolean>) | null> {
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const up = (list: readonly Watched[]) => one(list.filter(({ isUp }) => isUp));
  const kill = async (list: readonly Watched[]) => up(list)?.kill() ?? false;
  const lasts = (work: Promise<unknown> | undefined) => work !== undefined && lasting.push(work) > 0;
  const all = [...apis, ...workers];
  return {
    api: () => kill(apis),
    worker: () => kill(workers),
    'mail-server': () => kill([mailServer]),
    redis: redis && (async () => (await redis.crash(), true)),
    postgres: async () => process.kill(postgres.pid(), 'SIGKILL'),
    backend: () =>
      onDatabase(async (owner) => {
        const victim = one((await owner.query<{ pid: number }>(`SELECT pid ${OTHERS}`)).rows);
        return victim !== undefined && process.kill(victim.pid, 'SIGKILL');
      }),
    'freeze-api': async () => lasts(up(apis)?.freeze(300 + 1_500 * random())),
    'freeze-worker': async () => lasts(up(workers)?.freeze(300 + 1_500 * random())),
    connections: () =>
      onDatabase(async (owner) => Boolean((await owner.query(`SELECT pg_terminate_backend(pid) ${OTHERS}`)).rowCount)),
    'full-disk': disk.boundless === null ? async () => lasts(disk.fill(1_000 + 1_000 * random())) : null,
    clock: async () =>
      lasts(
        clocks.move(Math.floor(random() * all.length), random() < 0.5 ? CLOCK_JUMP_MS : -CLOCK_JUMP_MS, 500 + 1_500 * random()),
      ),
    'second-server': async () => {
      const second = await startPostgres({ home }).catch((error: Error) => error);
      // The disk may be full at that moment, which is said instead.
      if (!(second instanceof Error)) {
        letIn.push('a second server on the same data directory was let in');
        return true;
      }
      return /already running on/.test(second.message);
    },
  };
}

/** Connections but the one's that asks. */
export const OTHERS = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

function drawn(possible: readonly Fault[], random: () => number): Fault {
  let left = random() * possible.reduce((sum, fault) => sum + WEIGHTS[fault], 0);
  return possible.find((fault) => (left -= WEIGHTS[fault]) < 0) ?? possible[0]!;
}
