import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { type Id, newId, systemClock } from '#libs/kernel/index.js';
import {
  MailDelivery,
  MailRelay,
  TemplateStore,
  buildMessage,
  defaultTemplate,
  renderMail,
  type MailVariables,
} from '#libs/notifications/index.js';
import { Metrics, Poller, Queues, Reactions, UnitOfWork, createDataSource, createLog, poolOf } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from '../support/database.js';
import { type TestRedis, hasRedis, startRedis } from '../support/redis.js';
import type { FromCounter } from './smtp-counter.js';

const MAILS = 2_000;
const ROUNDS = 3;
const CONNECTIONS = 10;
const RELAY_EVERY_MS = 50;
const FROM = { name: 'Kestrel Works', address: 'jobs@kestrel.example' };

const VARIABLES: MailVariables['application-received'] = {
  organization: { name: 'Kestrel Works' },
  recipient: { name: 'Noor Haddad' },
  contact: { name: 'Mira Lindqvist', email: 'mira@kestrel.example' },
  posting: { title: 'Backend Engineer' },
  page: { link: `https://jobs.kestrel.example/a/${'q7Jx2mVtR9'.repeat(8)}` },
  next: { stage: 'Conversation with our project lead' },
};

/**
 * Prints how fast mails are drained beside a bare nodemailer pool on the same server in the same run (one that composes the same mails, and one that is
 * handed finished bytes), how fast they are relayed, and how long one takes from due to accepted. The server is a child process that only counts.
 */
export async function benchMails(print: (line: object) => void = (line) => console.log(JSON.stringify(line))): Promise<void> {
  const counter = await startCounter();
  const database = await createTestDatabase();
  const redis = hasRedis() ? await startRedis() : null;
  try {
    for (const queue of redis ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const))
      await benchWith(queue, database, queue === 'Redis' ? redis : null, counter, print);
  } finally {
    await redis?.stop();
    await database.drop();
    counter.stop();
  }
}

async function benchWith(
  queue: string,
  database: TestDatabase,
  redis: TestRedis | null,
  counter: Counter,
  print: (line: object) => void,
) {
  const rates = { ours: [] as Rate[], composing: [] as Rate[], bytes: [] as Rate[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.composing.push(await bareRate(counter, 'composing'));
    rates.ours.push(await drainRate(database, redis, counter));
    rates.bytes.push(await bareRate(counter, 'bytes'));
  }
  const ratios = (to: readonly Rate[]) => round(median(rates.ours.map(({ perSecond }, i) => perSecond / to[i]!.perSecond)));
  print({
    ...{ bench: 'mails', what: 'drained, rendered and recorded', queue, ...middle(rates.ours) },
    ...{ ratioToPoolThatComposes: ratios(rates.composing), ratioToPoolOfBytes: ratios(rates.bytes), goal: 0.7 },
  });
  const bare = 'baseline: nodemailer pool';
  print({ bench: 'mails', what: `${bare} that composes the same mails`, queue, ...middle(rates.composing) });
  print({ bench: 'mails', what: `${bare} handed finished bytes`, queue, ...middle(rates.bytes) });
  print({ bench: 'mails', what: 'relayed to the queue', queue, perSecond: Math.round(await relayRate(database, redis)) });
  print({
    bench: 'mails',
    what: 'due to accepted',
    queue,
    ...(await latency(database, redis, counter)),
    goals_ms: { p50: 60, p99: 250 },
  });
}

/** `cpu_ms` is what this process spent on each mail: on a busy machine the steadier of the two. */
interface Rate {
  readonly perSecond: number;
  readonly cpu_ms: number;
}

async function rateOf(count: number, work: () => Promise<unknown>): Promise<Rate> {
  const cpu = process.cpuUsage();
  const began_ms = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (count / (performance.now() - began_ms)) * 1000, cpu_ms: (user + system) / 1000 / count };
}

function middle(rates: readonly Rate[]): Rate {
  return {
    perSecond: Math.round(median(rates.map(({ perSecond }) => perSecond))),
    cpu_ms: round(median(rates.map(({ cpu_ms }) => cpu_ms))),
  };
}

interface Counter {
  readonly url: string;
  /** When each Message-ID was accepted, in milliseconds of the epoch. */
  readonly accepted: Map<string, number>;
  stop(): void;
}

function startCounter(): Promise<Counter> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./smtp-counter.js', import.meta.url)), { serialization: 'json' });
  const accepted = new Map<string, number>();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.on('message', (message: FromCounter) => {
      if ('port' in message) resolve({ url: `smtp://127.0.0.1:${message.port}`, accepted, stop: () => child.disconnect() });
      else for (const [id, at_ms] of message.accepted) accepted.set(id, at_ms);
    });
  });
}

/** What one worker does, without the rest of Rounds. */
async function startWorker(database: TestDatabase, redis: TestRedis | null, smtpUrl: string, deliver: boolean) {
  const log = createLog('silent');
  const open = (role: 'rounds_app' | 'rounds_relay', poolSize: number) =>
    createDataSource({ url: database.url, role, poolSize }).initialize();
  const [app, relaySource] = await Promise.all([open('rounds_app', 2), open('rounds_relay', 8)]);
  const queues = new Queues({ databaseUrl: database.url, redisUrl: redis?.url ?? null, log });
  await queues.open();
  const ledger = poolOf(relaySource);
  const templates = new TemplateStore(new UnitOfWork(app, systemClock, new Reactions()));
  const delivery = new MailDelivery(ledger, templates, systemClock, new Metrics(), log, {
    smtpUrl,
    from: FROM,
    connections: CONNECTIONS,
  });
  const relay = new MailRelay(ledger, queues, systemClock, delivery.server, deliver ? {} : { window: Infinity });
  const poller = new Poller('mail-relay', RELAY_EVERY_MS, () => relay.relayDue(), log);
  if (deliver) queues.work('mail', (ticket) => delivery.handle(ticket));
  return {
    relay,
    start: () => poller.start(),
    stop: async () => {
      await poller.stop();
      await delivery.close(queues.close(), 5_000);
      await Promise.all([app.destroy(), relaySource.destroy()]);
    },
  };
}

async function drainRate(database: TestDatabase, redis: TestRedis | null, counter: Counter): Promise<Rate> {
  const owner = await connect(database);
  await decide(owner, MAILS);
  const worker = await startWorker(database, redis, counter.url, true);
  const rate = await rateOf(MAILS, async () => {
    worker.start();
    await until(async () => (await owner.query(`SELECT FROM mails WHERE state <> 'SENT' LIMIT 1`)).rowCount === 0);
  });
  await worker.stop();
  await clear(owner);
  return rate;
}

async function bareRate(counter: Counter, how: 'composing' | 'bytes'): Promise<Rate> {
  const transport = createTransport({ url: counter.url, pool: true, maxConnections: CONNECTIONS });
  const { subject, text, html } = renderMail(defaultTemplate('application-received'), VARIABLES);
  const raw = await buildMessage({
    from: FROM,
    to: { address: 'noor@mail.example' },
    subject,
    text,
    html,
    messageId: '<x@kestrel.example>',
    date: new Date(),
  });
  const envelope = { from: FROM.address, to: ['noor@mail.example'] };
  const mail = how === 'bytes' ? { raw } : { from: FROM, to: 'noor@mail.example', subject, text, html };
  await transport.sendMail({ envelope, ...mail });
  const rate = await rateOf(MAILS, () =>
    Promise.all(Array.from({ length: MAILS }, () => transport.sendMail({ envelope, ...mail }))),
  );
  transport.close();
  return rate;
}

async function relayRate(database: TestDatabase, redis: TestRedis | null): Promise<number> {
  const count = 10_000;
  const owner = await connect(database);
  await decide(owner, count);
  const worker = await startWorker(database, redis, 'smtp://127.0.0.1:1', false);
  const began_ms = performance.now();
  let relayed = 0;
  while (relayed < count) relayed += await worker.relay.relayDue();
  const took_ms = performance.now() - began_ms;
  await worker.stop();
  await clear(owner);
  return (count / took_ms) * 1000;
}

/** One mail every 20 milliseconds, for four seconds. */
async function latency(database: TestDatabase, redis: TestRedis | null, counter: Counter) {
  const owner = await connect(database);
  const worker = await startWorker(database, redis, counter.url, true);
  worker.start();
  await decide(owner, 1);
  await until(async () => (await owner.query(`SELECT FROM mails WHERE state <> 'SENT' LIMIT 1`)).rowCount === 0);
  const due = new Map<string, number>();
  for (let n = 0; n < 200; n += 1) {
    const at_ms = Date.now();
    for (const id of await decide(owner, 1)) due.set(id, at_ms);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await until(async () => [...due.keys()].every((id) => counter.accepted.has(id)));
  await worker.stop();
  await clear(owner);
  const took_ms = [...due].map(([id, at_ms]) => counter.accepted.get(id)! - at_ms).sort((a, b) => a - b);
  const at = (share: number) => took_ms[Math.min(took_ms.length - 1, Math.floor(took_ms.length * share))]!;
  return { p50_ms: at(0.5), p99_ms: at(0.99), count: took_ms.length };
}

let organizationId: Id | null = null;

/** Decided mails as the move writes them, each of an application of its own; answers their Message-IDs. */
async function decide(owner: pg.Client, count: number): Promise<string[]> {
  if (organizationId === null) {
    organizationId = newId();
    await owner.query(
      `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, 'bench', 'Kestrel Works', 'jobs@kestrel.example', '[]') ON CONFLICT DO NOTHING`,
      [organizationId],
    );
  }
  const ids = Array.from({ length: count }, () => newId());
  await owner.query(
    `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, variables)
     SELECT $1, m, m, 'application-received', 'candidate', 'noor@mail.example', m, 'DECIDED', '<' || m || '@kestrel.example>',
            'We have your application for Backend Engineer', $3 FROM unnest($2::uuid[]) m`,
    [organizationId, ids, JSON.stringify(VARIABLES)],
  );
  return ids.map((id) => `<${id}@kestrel.example>`);
}

async function connect(database: TestDatabase): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  return owner;
}

async function clear(owner: pg.Client): Promise<void> {
  await owner.query('TRUNCATE mails CASCADE');
  await owner.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
  await owner.end();
}

async function until(probe: () => Promise<boolean>): Promise<void> {
  while (!(await probe())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchMails();
