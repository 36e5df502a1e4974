import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '#libs/kernel/index.js';
import { type DatabaseRole, EventRelay, Queues, Reactions, type Ticket, createDataSource, poolOf } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';
import { type TestRedis, hasRedis, startRedis } from '../../support/redis.js';

const BACKENDS = hasRedis() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

describe.each(BACKENDS)('the queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  const open: Queues[] = [];
  const log = { error: () => {} };

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = backend === 'Redis' ? await startRedis() : null;
  });
  afterAll(async () => {
    await Promise.all(open.map((queues) => queues.close()));
    await redis?.stop();
    await database.drop();
  });

  async function queues(): Promise<Queues> {
    const made = new Queues({ databaseUrl: database.url, redisUrl: redis?.url ?? null, log });
    await made.open();
    open.push(made);
    return made;
  }
  async function until(probe: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await probe())) {
      if (Date.now() > end) throw new Error('waited too long');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const tickets = (count: number): Ticket[] => Array.from({ length: count }, () => ({ organizationId: newId(), id: newId() }));

  it('every ticket is processed, and one that waits already is not doubled', async () => {
    const queue = await queues();
    const added = tickets(200);
    await queue.add('events', added);
    await queue.add('events', added.slice(0, 50));
    const seen: string[] = [];
    queue.work('events', async ({ id }) => void seen.push(id));
    await until(() => seen.length >= 200);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([...seen].sort()).toEqual(added.map(({ id }) => id).sort());
    await queue.close();
  }, 30_000);

  it('a ticket whose processing fails comes again', async () => {
    const queue = await queues();
    let tries = 0;
    queue.work('events', async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    });
    await queue.add('events', tickets(1));
    await until(() => tries === 2);
    await queue.close();
  }, 30_000);

  it('closing waits for what is under way and leaves the rest on the queue', async () => {
    const queue = await queues();
    const [slow] = tickets(1);
    let finished = false;
    let begun = false;
    queue.work('mail', async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
      finished = true;
    });
    await queue.add('mail', [{ id: newId(), rows: [slow!] }]);
    await until(() => begun);
    await queue.close();
    expect(finished).toBe(true);
    const sender = await queues();
    await sender.add('mail', [{ id: newId(), rows: [slow!] }]);
    const later = await queues();
    const rows: unknown[] = [];
    later.work('mail', async (ticket) => void rows.push(ticket.rows));
    await until(() => rows.length === 1);
    expect(rows).toEqual([[slow]]);
    await Promise.all([sender.close(), later.close()]);
  }, 30_000);

  it('an event whose ticket was lost is found by the sweeper and handled', async () => {
    const as = (role: DatabaseRole) => createDataSource({ url: database.url, role, poolSize: 2 }).initialize();
    const [relaySource, owner] = await Promise.all([as('rounds_relay'), as('owner')]);
    const organizationId = newId();
    const eventId = newId();
    await poolOf(owner).query(
      `INSERT INTO outbox_events (organization_id, id, name, state, relayed_at) VALUES ($1, $2, 'Lost', 'RELAYED', now() - interval '5 minutes')`,
      [organizationId, eventId],
    );
    const queue = await queues();
    const reactions = new Reactions();
    const handled: string[] = [];
    reactions.handle('Lost', 'find-it', async ({ id }) => void handled.push(id));
    const relay = new EventRelay(relaySource, queue, reactions, systemClock);
    queue.work('events', (ticket) => relay.handle(ticket));
    expect(await relay.relayDue()).toBe(0);
    expect(await relay.sweep()).toBe(1);
    expect(await relay.relayDue()).toBe(1);
    await until(() => handled.length === 1);
    await until(async () => {
      const { rows } = await poolOf(owner).query('SELECT state FROM outbox_events WHERE id = $1', [eventId]);
      return rows[0].state === 'DONE';
    });
    expect(handled).toEqual([eventId]);
    await queue.close();
    await Promise.all([relaySource.destroy(), owner.destroy()]);
  }, 30_000);
});
