import { type ChildProcess, fork } from 'node:child_process';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestDatabase } from '../support/database.js';
import { type Fate, type FaultyServer, startFaultyServer } from './faulty-server.js';
import { seeded } from './seeded.js';

export interface MailRunOptions {
  /** Replays the order of faults and deaths; what the processes make of them depends on the machine. */
  readonly seed: number;
  readonly mails: number;
  /** Ends when so many workers were killed and all mails are settled. */
  readonly kills: number;
  readonly workers?: number;
  /** The least between deaths, in milliseconds and on average; besides, some mails are sent between any two, whatever the machine can do. */
  readonly every_ms?: number;
  /** Whether the server's log can be asked what arrived. */
  readonly evidence: boolean;
  readonly redisUrl?: string | null;
  /** Called at every tenth death, or as often as `alsoEvery` says: something else dies too. */
  readonly alsoKill?: () => Promise<void>;
  readonly alsoEvery?: number;
  /** Ends the database server the hard way, at every twenty-fifth death; it comes back by itself. */
  readonly killDatabase?: () => void;
  /** How many workers stand still for longer than their lease, as a paused machine does, and then go on. */
  readonly stalls?: number;
  readonly planted?: Planted;
  /** How long the ledger may take to settle after the last death and the last try that is planned, before what is not settled counts as lost. */
  readonly settle_ms?: number;
}

/** Faults that are built in, each of which must be noticed. */
export type Planted = 'no-dot' | 'no-sweeper' | 'no-fence' | 'no-row';

/** Counts; every one of `lost`, `outOfOrder` and `doubledUnlisted` must be 0. */
export interface MailRunCounts {
  readonly seed: number;
  readonly decided: number;
  readonly kills: number;
  readonly stalls: number;
  readonly connectionsKilled: number;
  readonly databaseKills: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly sent: number;
  readonly failed: number;
  readonly waitForAPerson: number;
  /** How often a mail was in doubt. */
  readonly doubts: number;
  /** Mails that arrived more than once, all of them said to have been in doubt. */
  readonly doubled: number;
  readonly lost: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly doubledUnlisted: readonly string[];
}

const MAILS_AN_APPLICATION = 5;
const PROGRAM = join(process.cwd(), 'dist/test/faults/mail-worker.js');

/** Decides mails while workers are killed and the server misbehaves, lets everything settle, and compares the ledger with what the server took. */
export async function runMailFaults(database: TestDatabase, options: MailRunOptions): Promise<MailRunCounts> {
  const random = seeded(options.seed);
  const server = await startFaultyServer(fates(random));
  const log = await startServerLog(server);
  const owner = new Ledger(database.url);
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, MAILS_DATABASE: database.url, MAILS_SMTP: server.url },
    ...{
      MAILS_REDIS: options.redisUrl ?? '',
      MAILS_EVIDENCE: options.evidence ? log.url : '',
      MAILS_PLANTED: options.planted ?? '',
    },
  };
  const workers: ChildProcess[] = [];
  const hiring: Promise<void>[] = [];
  // The database may be taken from a worker while it starts, or be away.
  const hire = async (until = Date.now() + AWAY_MS): Promise<void> => {
    try {
      workers.push(await startWorker(env));
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
      await hire(until);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.workers ?? 3 }, () => hire()));
    const every_ms = options.every_ms ?? 100;
    const decided = new Set<Id>();
    const deciding = decide(owner, options, (options.kills + (options.stalls ?? 0)) * every_ms, decided);
    // Spread over the run, by the seed.
    const stalling = new Set<number>();
    while (stalling.size < Math.min(options.stalls ?? 0, options.kills)) stalling.add(Math.floor(random() * options.kills));
    let stalls = 0;
    let kills = 0;
    let connectionsKilled = 0;
    let databaseKills = 0;
    // Heard now, thrown when it is their turn.
    let fault: unknown = null;
    const heard = (work: Promise<void>) => void work.catch((error: unknown) => (fault ??= error));
    heard(deciding);
    while (kills < options.kills) {
      await progress(server, Math.ceil(random() * (options.mails / options.kills)));
      await pause(every_ms * 2 * random());
      if (stalling.delete(kills)) {
        stalls += 1;
        hiring.push(standStill(workers[Math.floor(random() * workers.length)]!));
        await pause(every_ms * 2 * random());
      }
      const [victim] = workers.splice(Math.floor(random() * workers.length), 1);
      victim!.kill('SIGKILL');
      kills += 1;
      if (kills % 7 === 0) connectionsKilled += await killConnections(owner);
      if (kills % (options.alsoEvery ?? 10) === 0) await options.alsoKill?.();
      if (options.killDatabase && kills % 25 === 0) {
        options.killDatabase();
        databaseKills += 1;
      }
      hiring.push(hire());
      heard(hiring.at(-1)!);
      // Somebody is always at work.
      while (workers.length === 0 && fault === null) await pause(20);
      if (fault !== null) throw fault;
    }
    await Promise.all([deciding, ...hiring]);
    server.calm();
    await settled(owner, options.settle_ms ?? 30_000);
    const compared = await compare(owner, server, decided);
    return { seed: options.seed, kills, stalls, connectionsKilled, databaseKills, fates: server.fates, ...compared };
  } finally {
    await Promise.allSettled(hiring);
    await Promise.all(workers.map(ended));
    await owner.end();
    await log.stop();
    await server.stop();
  }
}

function fates(random: () => number): (recipient: string) => Fate {
  return (recipient) => {
    if (recipient.startsWith('gone-')) return 'never';
    const chance = random();
    if (chance < 0.03) return 'lose-reply';
    if (chance < 0.05) return 'drop';
    if (chance < 0.055) return 'hang';
    if (chance < 0.1) return 'later';
    return chance < 0.3 ? 'slow' : 'accept';
  };
}

/** One after the other, from the first again. */
export function byTurns(...faults: (() => Promise<void>)[]): () => Promise<void> {
  let turn = 0;
  return () => faults[turn++ % faults.length]!();
}

async function startWorker(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(PROGRAM, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it was ready`)));
  });
  return child;
}

/** Somebody has been at work: so many more mails have reached the server, or for a while there was nothing to send. */
async function progress(server: FaultyServer, more: number): Promise<void> {
  const seen = () => Object.values(server.fates).reduce((sum, count) => sum + count, 0);
  const target = seen() + more;
  const end = Date.now() + 5_000;
  while (seen() < target && Date.now() < end) await pause(10);
}

/** Longer than a lease of the workers here (`mail-worker.ts`). */
const STALL_MS = 3_500;

async function standStill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGSTOP');
  await pause(STALL_MS);
  worker.kill('SIGCONT');
}

function ended(worker: ChildProcess): Promise<unknown> {
  const gone =
    worker.exitCode === null && worker.signalCode === null
      ? new Promise((resolve) => worker.once('exit', resolve))
      : Promise.resolve();
  worker.kill('SIGKILL');
  return gone;
}

/** Every connection to the database but the harness's own, as when it restarts. */
async function killConnections(owner: Ledger): Promise<number> {
  const { rowCount } = await owner.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  return rowCount ?? 0;
}

/** How long the database may be away, or a worker take to start. */
const AWAY_MS = 60_000;

/** The harness's own connection, which outlives the database: a statement that was cut off is sent again, so each of them may come twice. */
class Ledger {
  private readonly pool: pg.Pool;

  constructor(connectionString: string) {
    this.pool = new pg.Pool({ connectionString, max: 1 });
    this.pool.on('error', () => {});
  }

  async query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
    const until = Date.now() + AWAY_MS;
    for (;;) {
      try {
        return await this.pool.query<R>(text, values);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        // A statement that is wrong has a SQLSTATE of another class than those of a server that goes, comes or is not there.
        const wrong = /^[0-9A-Z]{5}$/.test(code) && !/^(?:08|57)/.test(code);
        if (wrong || Date.now() > until) throw error;
        await pause(100);
      }
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/** Decides mails as events do, a handful at a time, over about `during_ms`: of each application some reminders and a promise. */
async function decide(
  owner: Ledger,
  { mails: count, planted }: MailRunOptions,
  during_ms: number,
  decided: Set<Id>,
): Promise<void> {
  const organizationId = newId();
  await owner.query(
    `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, 'Kestrel Works', 'jobs@kestrel.example', '[]') ON CONFLICT DO NOTHING`,
    [organizationId, `faults-${organizationId.slice(-8)}`],
  );
  const applications = Math.ceil(count / MAILS_AN_APPLICATION);
  const ids = Array.from({ length: applications }, () => newId());
  const steps = 50;
  for (let step = 0; step < steps; step += 1) {
    const some = ids.slice(Math.floor((applications * step) / steps), Math.floor((applications * (step + 1)) / steps));
    // Each application's mails come in several transactions, as its moves do.
    for (let n = 0; n < MAILS_AN_APPLICATION; n += 1) await insert(owner, organizationId, some, n, decided, planted);
    await pause(during_ms / steps);
  }
}

async function insert(
  owner: Ledger,
  organizationId: Id,
  applications: readonly Id[],
  n: number,
  decided: Set<Id>,
  planted?: Planted,
) {
  const promise = n === 2;
  const rows = applications.map((application) => {
    const id = newId();
    const recipient = `${Number(`0x${application.slice(-2)}`) < 5 ? 'gone' : 'noor'}-${application}@mail.example`;
    return { id, application, recipient };
  });
  for (const { id } of rows) decided.add(id);
  // What happened is known, and one row about it was never written.
  if (planted === 'no-row') rows.pop();
  await owner.query(
    `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, variables)
     SELECT $1, r.id, r.id, $3, 'candidate', r.recipient, r.application, 'DECIDED', '<' || r.id || '@kestrel.example>', 'About your application', $4
       FROM jsonb_to_recordset($2) AS r (id uuid, application uuid, recipient text) ON CONFLICT DO NOTHING`,
    [organizationId, JSON.stringify(rows), promise ? 'rejected' : 'application-received', JSON.stringify(VARIABLES)],
  );
}

const VARIABLES = {
  organization: { name: 'Kestrel Works' },
  recipient: { name: 'Noor Haddad' },
  contact: { name: 'Mira Lindqvist', email: 'mira@kestrel.example' },
  posting: { title: 'Backend Engineer' },
  page: { link: 'https://jobs.kestrel.example/a/x' },
  stage: { name: 'Screening call' },
};

/** Until nothing changes any more by itself: a promise in doubt waits for a person, and so does whatever was tried a dozen times. */
async function settled(owner: Ledger, limit_ms: number): Promise<void> {
  let end = Date.now() + limit_ms;
  while (Date.now() < end) {
    const { rows } = await owner.query<{ open: number; planned: Date | null }>(
      `SELECT count(*)::int AS open, max(not_before) FILTER (WHERE state = 'DECIDED' AND not_before > now()) AS planned
         FROM mails WHERE state IN ('DECIDED', 'RELAYED', 'SENDING') OR (state = 'IN_DOUBT' AND template <> 'rejected' AND attempts < 12)`,
    );
    const { open, planned } = rows[0]!;
    if (open === 0) return;
    // Who was turned away often waits for minutes: that is no loss before the try was made.
    if (planned) end = Math.max(end, planned.getTime() + limit_ms);
    await pause(250);
  }
}

interface Row {
  readonly id: Id;
  readonly message_id: string;
  readonly application_id: Id;
  readonly state: string;
  readonly doubts: number;
  readonly attempts: number;
  readonly error: string | null;
}

async function compare(owner: Ledger, server: FaultyServer, decided: ReadonlySet<Id>) {
  const { rows } = await owner.query<Row>(
    'SELECT id, message_id, application_id, state, doubts, attempts, error FROM mails ORDER BY seq',
  );
  const written = new Set(rows.map(({ id }) => id));
  const first = (row: Row) => server.accepted.get(row.message_id)?.[0];
  const copies = (row: Row) => server.accepted.get(row.message_id)?.length ?? 0;
  const lost = rows.filter(
    (row) =>
      (row.state === 'SENT' && copies(row) === 0) ||
      (row.state === 'FAILED' && !row.error?.startsWith('550')) ||
      !['SENT', 'FAILED', 'IN_DOUBT'].includes(row.state),
  );
  const outOfOrder: string[] = [];
  const last = new Map<Id, number>();
  for (const row of rows) {
    const at = first(row);
    if (at === undefined) continue;
    if (at < (last.get(row.application_id) ?? 0)) outOfOrder.push(row.message_id);
    last.set(row.application_id, Math.max(at, last.get(row.application_id) ?? 0));
  }
  const many = rows.filter((row) => copies(row) > 1);
  const listed = (row: Row) => copies(row) <= 1 + row.doubts;
  const number = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    ...{ decided: decided.size, sent: number('SENT'), failed: number('FAILED'), waitForAPerson: number('IN_DOUBT') },
    doubts: rows.reduce((sum, row) => sum + row.doubts, 0),
    doubled: many.filter(listed).length,
    lost: [
      ...lost.map(({ message_id, state, attempts, error }) => `${message_id} ${state} after ${attempts} tries ${error ?? ''}`),
      ...[...decided].filter((id) => !written.has(id)).map((id) => `${id} was decided and is not in the ledger`),
    ],
    outOfOrder,
    doubledUnlisted: many.filter((row) => !listed(row)).map(({ message_id }) => message_id),
  };
}

/** The server's log as a page: 200 for a Message-ID that it took. */
async function startServerLog(server: FaultyServer) {
  const http: Server = createServer((request, response) => {
    const id = new URL(request.url!, 'http://log').searchParams.get('id') ?? '';
    const times = server.accepted.get(id);
    response.writeHead(times ? 200 : 404).end(times ? `in the server's log as ${times[0]}` : '');
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => (http.closeAllConnections(), http.close(resolve))),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
