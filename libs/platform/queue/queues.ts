import { type Job, type Queue, type Worker, createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The schema BullMQ keeps to itself when it lives in our PostgreSQL. */
const SCHEMA = 'bullmq';

/** Every queue with its settings; an undeclared queue does not compile. */
export const QUEUES = {
  /** Domain events on their way to handlers. SQL and mail decisions: short, many at once. */
  events: { concurrency: 8, attempts: 8, backoff_ms: 500 },
  /** Mails on their way to SMTP, the slowest stage: enough at once that no pooled connection waits. The rows know when to try again. */
  mail: { concurrency: 10, attempts: 1, backoff_ms: 1000 },
} as const;
export type QueueName = keyof typeof QUEUES & keyof Tickets;
type AnyTicket = Tickets[QueueName];

/** What a job carries: where the row is. The row is the truth; the job only says that it is time to look. */
export interface Ticket {
  readonly organizationId: string;
  readonly id: string;
}

/** Several rows in one job: a mail is a moment's work, and a job for each would cost more than the mail. */
export interface BatchTicket {
  /** Of this ticket, not of a row. */
  readonly id: string;
  readonly rows: readonly Ticket[];
}

/** What the jobs of each queue carry; `id` keeps a ticket that is waiting from being doubled. */
export interface Tickets {
  readonly events: Ticket;
  readonly mail: BatchTicket;
}

export interface QueueOptions {
  /** BullMQ on PostgreSQL when absent. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
  readonly log: { error(fields: object, message: string): void };
}

/**
 * BullMQ on Redis (through ioredis) or on the PostgreSQL that is there anyway, behind the same two verbs. Delivery is at least once and may even
 * fail altogether: every handler is idempotent and a sweeper finds the rows whose tickets were lost.
 */
export class Queues {
  private readonly queues = new Map<QueueName, Queue<AnyTicket>>();
  private readonly workers: Worker<AnyTicket>[] = [];
  private redis: Redis | null = null;

  constructor(private readonly options: QueueOptions) {}

  /** Connects and, on PostgreSQL, creates or updates BullMQ's own schema. */
  async open(): Promise<void> {
    if (this.options.redisUrl) {
      this.redis = new Redis(this.options.redisUrl, { maxRetriesPerRequest: null });
      this.redis.on('error', (error: Error) => this.options.log.error({ error: error.message }, 'redis connection'));
      return;
    }
    const client = new pg.Client({ connectionString: this.options.databaseUrl, application_name: 'rounds-queue-schema' });
    await client.connect();
    try {
      await runMigrations(client, SCHEMA);
    } finally {
      await client.end();
    }
  }

  /** Puts tickets on a queue in one round trip. A ticket that is already waiting is not doubled. */
  async add<N extends QueueName>(name: N, tickets: readonly Tickets[N][]): Promise<void> {
    if (tickets.length === 0) return;
    await this.queue(name).addBulk(tickets.map((ticket) => ({ name, data: ticket, opts: { jobId: ticket.id } })));
  }

  /** Processes a queue in this process until `close`. */
  work<N extends QueueName>(name: N, process: (ticket: Tickets[N]) => Promise<void>): void {
    const { Worker: BackedWorker } = this.classes();
    const worker = new BackedWorker<Tickets[N]>(name, async (job: Job<Tickets[N]>) => process(job.data), {
      connection: this.connection() as never,
      concurrency: QUEUES[name].concurrency,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 1000 },
    });
    worker.on('failed', (job, error) =>
      this.options.log.error({ queue: name, id: job?.data.id, error: error.message }, 'job failed'),
    );
    worker.on('error', (error) => this.options.log.error({ queue: name, error: error.message }, 'queue worker'));
    this.workers.push(worker as unknown as Worker<AnyTicket>);
  }

  /** Finishes the jobs under way, then lets go of every connection. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.redis?.disconnect();
  }

  private queue(name: QueueName): Queue<AnyTicket> {
    const known = this.queues.get(name);
    if (known) return known;
    const { Queue: BackedQueue } = this.classes();
    const { attempts, backoff_ms } = QUEUES[name];
    const queue = new BackedQueue<AnyTicket>(name, {
      connection: this.connection() as never,
      defaultJobOptions: {
        attempts,
        backoff: { type: 'exponential', delay: backoff_ms },
        removeOnComplete: true,
        removeOnFail: 1000,
      },
    }) as unknown as Queue<AnyTicket>;
    queue.on('error', (error) => this.options.log.error({ queue: name, error: error.message }, 'queue'));
    this.queues.set(name, queue);
    return queue;
  }

  private classes() {
    return this.options.redisUrl
      ? withBackend(createRedisBackend as unknown as typeof createPostgresBackend)
      : withBackend(createPostgresBackend);
  }

  private connection(): Redis | pg.PoolConfig {
    if (this.redis) return this.redis;
    return {
      connectionString: this.options.databaseUrl,
      max: 3,
      schema: SCHEMA,
      application_name: 'rounds-queue',
      // Jobs need not outlive a crash of the database (the sweepers find their rows), so nobody waits for the disk because of one.
      options: '-c synchronous_commit=off',
      skipMigrations: true,
    } as pg.PoolConfig;
  }
}
