import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { AuditKey, SEAL_AFTER_MS, SealAudit, auditHeads, verifyAudit } from '#libs/audit/index.js';
import { type Id, newId, ok } from '#libs/kernel/index.js';
import { Reactions, type RunningConfig, UnitOfWork, createDataSource } from '#libs/platform/index.js';
import pgClient from 'pg';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';

const SECRET = 'a secret of this installation only';

describe('the seals over the audit log', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let uow: UnitOfWork;
  let owner: pg.Client;
  let later_ms: number;
  const sealer = () => {
    const seals = new SealAudit(uow, { secret: SECRET } as RunningConfig);
    return { execute: () => seals.execute(SEAL_AFTER_MS - later_ms) };
  };
  const { publicKey } = new AuditKey(SECRET);

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, role: 'rounds_app', poolSize: 6 }).initialize();
    uow = new UnitOfWork(dataSource, { now: () => new Date() }, new Reactions());
    owner = new pgClient.Client({ connectionString: database.url });
    await owner.connect();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await owner.end();
    await database.drop();
  });

  let organizationId: Id;
  beforeEach(async () => {
    await owner.query('DELETE FROM audit_seals; DELETE FROM organization_directory');
    organizationId = newId();
    later_ms = SEAL_AFTER_MS + 1000;
    await owner.query(
      `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, 'One', 'a@b.example', '[]')`,
      [organizationId, `o-${organizationId}`],
    );
    await owner.query('INSERT INTO organization_directory (slug, organization_id) VALUES ($1, $2)', [
      ...[`o-${organizationId}`, organizationId],
    ]);
  });

  const act = (count: number) =>
    uow.run({ kind: 'system', organizationId, part: 'test' }, async (tx) => {
      for (let i = 0; i < count; i += 1) tx.audit('something.do', 'thing', newId(), { version: i, b: 'x', a: [1, null] });
      return ok(null);
    });
  const verify = async (heads: Awaited<ReturnType<typeof auditHeads>> = []) => (await verifyAudit(uow, publicKey, heads))[0]!;
  const three = async () => {
    for (let i = 0; i < 3; i += 1) {
      await act(4);
      await sealer().execute();
    }
    const { rows } = await owner.query<{ id: Id }>('SELECT id FROM audit_events WHERE organization_id = $1 ORDER BY id', [
      organizationId,
    ]);
    return rows.map(({ id }) => id);
  };

  it('cover every entry once it is old enough, and hold', async () => {
    await act(3);
    later_ms = 0;
    expect(await sealer().execute()).toBe(0);
    later_ms = SEAL_AFTER_MS + 1000;
    expect(await sealer().execute()).toBe(3);
    await act(2);
    expect(await sealer().execute()).toBe(2);
    expect(await sealer().execute()).toBe(0);
    expect(await verify()).toMatchObject({ seals: 2, events: 5, faults: [] });
  });

  it('hold though the clock of a process is an hour ahead, or an hour behind what is sealed', async () => {
    await act(2);
    await sealer().execute();
    for (const off_ms of [3600_000, -3600_000]) {
      const wrong = new UnitOfWork(dataSource, { now: () => new Date(Date.now() + off_ms) }, new Reactions());
      await wrong.run({ kind: 'system', organizationId, part: 'test' }, async (tx) => {
        tx.audit('something.do', 'thing', newId());
        tx.emit({ name: 'Something', subjectId: newId(), payload: {} });
        return ok(null);
      });
      await act(1);
      await sealer().execute();
      expect(await verify()).toMatchObject({ faults: [] });
    }
    expect(await verify()).toMatchObject({ seals: 3, events: 6 });
    // Nor does what is to happen at once wait for the hour to come.
    const { rowCount } = await owner.query('SELECT FROM outbox_events WHERE organization_id = $1 AND not_before > now()', [
      organizationId,
    ]);
    expect(rowCount).toBe(0);
  });

  it('come one after the other, however many workers seal at once', async () => {
    await act(20);
    await Promise.all(Array.from({ length: 5 }, () => sealer().execute()));
    expect(await verify()).toMatchObject({ seals: 1, events: 20, faults: [] });
  });

  it.each<[what: string, damage: (ids: Id[]) => [sql: string, params: unknown[]], fault: RegExp]>([
    [
      'an entry that was changed',
      (ids) => [`UPDATE audit_events SET actor_id = 'me' WHERE id = $1`, [ids[5]]],
      /entry under seal 2 was changed/,
    ],
    [
      'a detail that was changed',
      (ids) => [`UPDATE audit_events SET detail = detail || '{"version": 9}' WHERE id = $1`, [ids[0]]],
      /entry under seal 1 was changed/,
    ],
    [
      'an entry that was deleted',
      (ids) => ['DELETE FROM audit_events WHERE id = $1', [ids[8]]],
      /seal 3 covers 4 entries, and there are 3/,
    ],
    [
      'an entry that was slipped in',
      (ids) => [
        `INSERT INTO audit_events (organization_id, id, at, actor_kind, action, subject_kind)
         SELECT organization_id, overlay(id::text placing 'ffff' from 33)::uuid, at, 'staff', 'x', 'y' FROM audit_events WHERE id = $1`,
        [ids[4]],
      ],
      /seal 2 covers 4 entries, and there are 5/,
    ],
    ['a seal that was taken out', () => ['DELETE FROM audit_seals WHERE seq = 2', []], /seal 2 is missing/],
    [
      'a seal with another signature',
      () => [`UPDATE audit_seals SET signature = decode(repeat('00', 64), 'hex') WHERE seq = 3`, []],
      /seal 3 was not signed/,
    ],
  ])('find %s', async (_, damage, fault) => {
    await owner.query(...damage(await three()));
    const { faults } = await verify();
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('are held by heads kept elsewhere, when the chain was cut off or made anew with the very key', async () => {
    await three();
    const [head] = await auditHeads(uow, publicKey);
    expect(await verify([head!])).toMatchObject({ faults: [] });

    await owner.query('DELETE FROM audit_seals WHERE seq = 3');
    expect((await verify([head!])).faults).toEqual([expect.stringContaining('the chain ends at 2')]);

    await owner.query('DELETE FROM audit_seals');
    await owner.query(`DELETE FROM audit_events WHERE id IN (SELECT id FROM audit_events WHERE organization_id = $1 LIMIT 1)`, [
      organizationId,
    ]);
    for (let i = 0; i < 3; i += 1) {
      await act(1);
      await sealer().execute();
    }
    expect((await verify()).faults).toEqual([]);
    expect((await verify([head!])).faults).toEqual([expect.stringContaining('not the one of which a head was kept')]);
    expect((await verify([{ ...head!, hash: '00'.repeat(32) }])).faults).toEqual([expect.stringContaining('not genuine')]);
  });

  it('cannot be changed or taken away by the application', async () => {
    await three();
    for (const [i, sql] of [
      'UPDATE audit_seals SET events = 1',
      'DELETE FROM audit_seals',
      'DELETE FROM audit_events',
    ].entries()) {
      const damage = uow.run({ kind: 'system', organizationId, part: 'test' }, async (tx) => {
        tx.write(`damage-${i}`, sql);
        return ok(null);
      });
      await expect(damage).rejects.toThrow('permission denied');
    }
  });
});
