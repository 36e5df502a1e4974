import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Id } from '#libs/kernel/index.js';
import { CONFIG, LOG, type Log, Metrics, type RunningConfig } from '#libs/platform/index.js';

const CHANNEL = 'rounds_live';
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

/**
 * Tells open boards that something changed. The worker sends one notification for every batch it relays; one connection of this process listens,
 * from the first subscription on. While it is down notifications are lost, so when it is back every board is told to look again.
 */
@Injectable()
export class LiveBoards implements OnApplicationShutdown {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private pause_ms = FIRST_PAUSE_MS;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(LOG) private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** The instants at which the posting's board may have changed, until `return` is called. Changes that come faster than they are read count once. */
  async watch(organizationId: Id, postingId: Id): Promise<AsyncIterableIterator<Date>> {
    const key = keyOf(organizationId, postingId);
    const watchers = this.watchers.get(key) ?? new Set<Watcher>();
    const watcher = new Watcher(() => {
      if (!watchers.delete(watcher)) return;
      if (watchers.size === 0) this.watchers.delete(key);
      this.metrics.live.dec();
    });
    this.watchers.set(key, watchers.add(watcher));
    this.metrics.live.inc();
    await (this.connecting ??= this.connect());
    return watcher;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    for (const watchers of [...this.watchers.values()]) for (const watcher of [...watchers]) await watcher.return();
    await this.connecting;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const options = '-c role=rounds_app -c idle_session_timeout=0';
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'rounds-live',
      options,
      keepAlive: true,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
      if (this.pause_ms > FIRST_PAUSE_MS) this.tellAll();
      this.pause_ms = FIRST_PAUSE_MS;
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'live boards cannot listen; trying again');
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.stopped || this.retry || (this.client !== null && this.client !== client)) return;
    this.client = null;
    void client.end().catch(() => {});
    this.retry = setTimeout(() => {
      this.retry = null;
      this.connecting = this.connect();
    }, this.pause_ms);
    this.pause_ms = Math.min(this.pause_ms * 2, LONGEST_PAUSE_MS);
  }

  private receive(payload: string): void {
    const now = new Date();
    for (const entry of readBatch(payload)) {
      if (entry === '*') this.tellAll();
      else for (const watcher of this.watchers.get(keyOf(...entry)) ?? []) watcher.tell(now);
    }
  }

  private tellAll(): void {
    const now = new Date();
    for (const watchers of this.watchers.values()) for (const watcher of watchers) watcher.tell(now);
  }
}

/**
 * One subscription. Not an async generator: one that waits for its next change could not be ended, and every closed screen would stay in memory.
 */
class Watcher implements AsyncIterableIterator<Date> {
  private pending: Date | null = null;
  private waiting: ((result: IteratorResult<Date>) => void)[] = [];
  private ended = false;

  constructor(private readonly onEnd: () => void) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  tell(at: Date): void {
    const next = this.waiting.shift();
    if (next) next({ done: false, value: at });
    else this.pending = at;
  }

  async next(): Promise<IteratorResult<Date>> {
    if (this.ended) return { done: true, value: undefined };
    if (this.pending) {
      const value = this.pending;
      this.pending = null;
      return { done: false, value };
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async return(): Promise<IteratorResult<Date>> {
    this.ended = true;
    this.onEnd();
    for (const next of this.waiting.splice(0)) next({ done: true, value: undefined });
    return { done: true, value: undefined };
  }
}

/** What a notification says: pairs of organisation and posting, or "*" for all. What cannot be read means all: looking again harms nobody. */
function readBatch(payload: string): ('*' | [Id, Id])[] {
  try {
    const batch: unknown = JSON.parse(payload);
    if (Array.isArray(batch)) return batch.map((entry: unknown) => (isPair(entry) ? entry : '*'));
  } catch {
    // falls through
  }
  return ['*'];
}

function isPair(entry: unknown): entry is [Id, Id] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

function keyOf(organizationId: Id, postingId: Id): string {
  return `${organizationId}/${postingId}`;
}
