import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { type SystemActor, newId, ok, refuse, systemClock } from '#libs/kernel/index.js';
import { Reactions, UnitOfWork, createDataSource } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';

const ORGANIZATION = newId();
const OTHER = newId();
const actor: SystemActor = { kind: 'system', organizationId: ORGANIZATION, part: 'test' };
const stranger: SystemActor = { ...actor, organizationId: OTHER };

describe('the unit of work', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let reactions: Reactions;
  let uow: UnitOfWork;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, role: 'rounds_app', poolSize: 8 }).initialize();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    for (const [id, slug] of [
      [ORGANIZATION, 'one'],
      [OTHER, 'two'],
    ]) {
      await owner.query(
        `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, $2, 'a@b.example', '[]')`,
        [id, slug],
      );
    }
  });
  afterAll(async () => {
    await dataSource.destroy();
    await owner.end();
    await database.drop();
  });
  beforeEach(async () => {
    await owner.query('DELETE FROM sources; DELETE FROM outbox_events; DELETE FROM idempotency_keys; ');
    reactions = new Reactions();
    uow = new UnitOfWork(dataSource, systemClock, reactions);
  });

  const addSource = (name: string, as = actor) =>
    uow.run(as, async (tx) => {
      tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
        tx.organizationId,
        newId(),
        name,
      ]);
      tx.emit({ name: 'SourceAdded', subjectId: null, payload: { name } });
      tx.audit('source.add', 'source', null);
      return ok(name);
    });
  const sources = async (as = actor) =>
    (await uow.read<{ name: string }>(as.organizationId, 'sources', 'SELECT name FROM sources ORDER BY name')).map(
      (row) => row.name,
    );

  it('commits writes, events and audit together', async () => {
    expect(await addSource('Job board')).toEqual(ok('Job board'));
    expect(await sources()).toEqual(['Job board']);
    const { rows } = await owner.query('SELECT name, payload FROM outbox_events');
    expect(rows).toEqual([{ name: 'SourceAdded', payload: { name: 'Job board' } }]);
    const audit = await owner.query(`SELECT actor_kind, actor_id FROM audit_events WHERE action = 'source.add'`);
    expect(audit.rows).toEqual([{ actor_kind: 'system', actor_id: 'test' }]);
  });

  it('rolls everything back on a refusal, on a thrown error, and on a write that fails', async () => {
    const refused = await uow.run(actor, async (tx) => {
      tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
        tx.organizationId,
        newId(),
        'refused',
      ]);
      return refuse('NO', 'No.');
    });
    expect(refused.ok).toBe(false);
    await expect(
      uow.run(actor, async (tx) => {
        tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
          tx.organizationId,
          newId(),
          'thrown',
        ]);
        throw new Error('bug');
      }),
    ).rejects.toThrow('bug');
    await addSource('twice');
    await expect(addSource('twice')).rejects.toMatchObject({ code: '23505' });
    expect(await sources()).toEqual(['twice']);
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM outbox_events');
    expect(rows[0].n).toBe(1);
  });

  it('names the cause when a read follows a write that failed', async () => {
    await addSource('taken');
    await expect(
      uow.run(actor, async (tx) => {
        tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
          tx.organizationId,
          newId(),
          'taken',
        ]);
        await tx.query('sources', 'SELECT name FROM sources ORDER BY name');
        return ok(null);
      }),
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('shows an organisation its own rows only, and none when no organisation is set', async () => {
    await addSource('ours');
    expect(await sources(stranger)).toEqual([]);
    await expect(
      uow.run(stranger, async (tx) => {
        tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
          ORGANIZATION,
          newId(),
          'smuggled',
        ]);
        return ok(null);
      }),
    ).rejects.toThrow(/row-level security/);
    const bare = await dataSource.query('SELECT count(*)::int AS n FROM sources');
    expect(bare[0].n).toBe(0);
  });

  it('answers the same key with the same answer and one effect, also when both are sent at once', async () => {
    const idempotency = { key: 'k1', operation: 'addSource', request: { name: 'once' } };
    let runs = 0;
    const add = () =>
      uow.run(
        actor,
        async (tx) => {
          runs += 1;
          const id = newId();
          tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
            tx.organizationId,
            id,
            `once ${runs}`,
          ]);
          return ok({ id });
        },
        idempotency,
      );
    const [first, second] = await Promise.all([add(), add()]);
    const third = await add();
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await sources()).toHaveLength(1);
    const other = await uow.run(actor, async () => ok(1), { ...idempotency, request: { name: 'else' } });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('runs reactions in the emitting transaction, lower ranks first, and takes them back with it', async () => {
    const order: string[] = [];
    reactions.on('SourceAdded', 8, async () => void order.push('mail'));
    reactions.on('SourceAdded', 7, async (tx) => {
      order.push('work');
      tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
        tx.organizationId,
        newId(),
        'made by a reaction',
      ]);
    });
    await addSource('cause');
    expect(order).toEqual(['work', 'mail']);
    expect(await sources()).toEqual(['cause', 'made by a reaction']);
    reactions.on('SourceAdded', 8, async () => {
      throw new Error('a template is broken');
    });
    await expect(addSource('never')).rejects.toThrow('a template is broken');
    expect(await sources()).toEqual(['cause', 'made by a reaction']);
  });

  it('runs the closure again after a deadlock', async () => {
    await addSource('a');
    await addSource('b');
    const rename = (first: string, second: string) =>
      uow.run(actor, async (tx) => {
        await tx.query('lock-source', 'SELECT id FROM sources WHERE name = $1 FOR UPDATE', [first]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await tx.query('lock-source', 'SELECT id FROM sources WHERE name = $1 FOR UPDATE', [second]);
        return ok(true);
      });
    expect(await Promise.all([rename('a', 'b'), rename('b', 'a')])).toEqual([ok(true), ok(true)]);
  });

  it('sends reads that are asked for at once, and the writes before them, in one batch, each with its own answer', async () => {
    await addSource('first');
    const answer = await uow.run(actor, async (tx) => {
      tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
        tx.organizationId,
        newId(),
        'second',
      ]);
      const [names, typed, none] = await Promise.all([
        tx.query<{ name: string }>('sources', 'SELECT name FROM sources ORDER BY name'),
        tx.query(
          'typed',
          `SELECT 1::int AS n, true AS b, now() AS at, '{"a":[1]}'::jsonb AS j, '{x,NULL}'::text[] AS t, NULL::text AS nothing`,
        ),
        tx.query('sources-none', 'SELECT name FROM sources WHERE false'),
      ]);
      return ok({ names: names.map(({ name }) => name), typed, none });
    });
    expect(answer).toEqual(
      ok({
        names: ['first', 'second'],
        typed: [{ n: 1, b: true, at: expect.any(Date), j: { a: [1] }, t: ['x', null], nothing: null }],
        none: [],
      }),
    );
  });

  it('commits nothing once a statement has failed, even if the closure carries on, and leaves the connection sound', async () => {
    for (const broken of ['SELECT nonsense', 'SELECT 1 / 0', 'SELECT name FROM sources WHERE name = $1::int::text']) {
      const carriedOn = uow.run(actor, async (tx) => {
        tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
          tx.organizationId,
          newId(),
          'lost',
        ]);
        await tx.query(`broken ${broken}`, broken, broken.includes('$1') ? ['x'] : []).catch(() => {});
        await tx.query('sources', 'SELECT name FROM sources ORDER BY name').catch(() => {});
        return ok(true);
      });
      await expect(carriedOn).rejects.toMatchObject({ code: expect.stringMatching(/^(42703|22012|22P02)$/) });
    }
    await expect(uow.read(ORGANIZATION, 'broken read', 'SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect(await sources()).toEqual([]);
    // Prepared before it failed, so its name is taken on the connection: it must work again all the same.
    const sometimes = (divisor: number) => uow.read(ORGANIZATION, 'sometimes', 'SELECT 1 / $1::int AS n', [divisor]);
    for (let i = 0; i < 10; i += 1) {
      await expect(sometimes(0)).rejects.toMatchObject({ code: '22012' });
      await expect(sometimes(1)).resolves.toEqual([{ n: 1 }]);
    }
  });

  it('refuses two texts under one name, and a parameter that is none, without harm to the connection', async () => {
    const circular: { self?: object } = {};
    circular.self = circular;
    await expect(uow.read(ORGANIZATION, 'circular', 'SELECT $1::jsonb AS j', [circular])).rejects.toThrow(/circular/i);
    for (let i = 0; i < 20; i += 1) await uow.read(ORGANIZATION, 'one name', 'SELECT 1 AS n');
    await expect(uow.read(ORGANIZATION, 'one name', 'SELECT 2 AS n')).rejects.toThrow('two statements are called one name');
    expect(await addSource('afterwards')).toEqual(ok('afterwards'));
  });

  it('lets a read change nothing', async () => {
    const insert = 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)';
    await expect(uow.read(ORGANIZATION, 'sneaky', insert, [ORGANIZATION, newId(), 'sneaky'])).rejects.toMatchObject({
      code: '25006',
    });
    expect(await sources()).toEqual([]);
  });

  it('reports a connection that dies in a transaction and goes on with another', async () => {
    const dying = uow.run(actor, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('my-pid', 'SELECT pg_backend_pid() AS pid');
      await owner.query('SELECT pg_terminate_backend($1)', [row!.pid]);
      await tx.query('sources', 'SELECT name FROM sources ORDER BY name');
      return ok(true);
    });
    await expect(dying).rejects.toThrow();
    expect(await addSource('alive')).toEqual(ok('alive'));
    expect(await sources()).toEqual(['alive']);
  });

  it('leaves no organisation behind on a connection of the pool', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => addSource(`s${i}`)));
    const seen = await dataSource.query(`SELECT nullif(current_setting('app.organization_id', true), '') AS organization`);
    expect(seen[0].organization).toBeNull();
  });
});
