import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { newId, ok, systemClock } from '#libs/kernel/index.js';
import { Reactions, UnitOfWork, createDataSource, migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { testPostgresUrl } from '../../support/database.js';

describe('a database whose owner is no superuser, as managed ones are', () => {
  const name = `plain_${randomBytes(4).toString('hex')}`;
  const url = new URL(testPostgresUrl());
  let admin: pg.Client;
  let dataSource: DataSource;
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: testPostgresUrl() });
    await admin.connect();
    // The roles belong to the cluster and may have been made by somebody else before.
    for (const role of ['rounds_app', 'rounds_relay', 'rounds_self_id'])
      await admin.query(
        `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      );
    await admin.query(`CREATE ROLE ${name} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${name}'`);
    await admin.query(`GRANT rounds_app, rounds_relay, rounds_self_id TO ${name}`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
    Object.assign(url, { username: name, password: name, pathname: `/${name}` });
    await migrate(url.href, migrations);
    dataSource = await createDataSource({ url: url.href, role: 'rounds_app', poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE ${name}`);
    await admin.end();
  });

  it('is migrated, and people are found in it by those who may', async () => {
    const uow = new UnitOfWork(dataSource, systemClock, new Reactions());
    const [organizationId, other, candidateId] = [newId(), newId(), newId()];
    const actor = { kind: 'system', organizationId, part: 'test' } as const;
    for (const id of [organizationId, other]) {
      await uow.run({ ...actor, organizationId: id }, async (tx) => {
        const text = `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, 'Plain', 'a@b.example', '[]')`;
        tx.write('insert-organization', text, [id, `plain-${id.slice(-8)}`]);
        return ok(null);
      });
    }
    await uow.run(actor, async (tx) => {
      const text = `INSERT INTO candidates (organization_id, id, name, email) VALUES ($1, $2, 'Sofja Kowalewskaja', 'sofja@mail.example')`;
      tx.write('insert-person', text, [organizationId, candidateId]);
      tx.write('index-candidate', 'SELECT index_candidate($1)', [candidateId]);
      return ok(null);
    });
    const find = (id: string) => uow.read(id, 'find', 'SELECT candidate_id FROM search_candidates($1, 10)', ['kowal']);
    expect(await find(organizationId)).toEqual([{ candidate_id: candidateId }]);
    expect(await find(other)).toEqual([]);
  });
});
