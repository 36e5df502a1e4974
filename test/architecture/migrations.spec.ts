import { describe, expect, it } from '@jest/globals';
import type { MigrationInterface } from 'typeorm';
import { migrations } from '#migrations/index.js';
import { statementsOf, unsafeSteps } from './migration-rules.js';

/** Before there was anybody who could run two versions at once; nothing is added here. */
const BEFORE_THE_FIRST_RELEASE = 28;

/** A migration that takes something away, or reads every row, says so: what, and since which migration nothing uses it; see docs/operations.md. */
type Declaring = { readonly contracts?: { readonly what: string; readonly unusedSince: string } };

describe('a migration while processes of the version before go on', () => {
  it('breaks none of them and lets none wait, or says since when nothing uses what it takes away', async () => {
    const wrong: string[] = [];
    for (const [at, Migration] of migrations.entries()) {
      if (Number(Migration.name.slice(-4)) <= BEFORE_THE_FIRST_RELEASE) continue;
      const migration = new Migration();
      const unsafe = unsafeSteps(await statementsOf(migration));
      const { contracts } = migration as Declaring;
      const apart = (migration as MigrationInterface).transaction === false;
      if ((await statementsOf(migration)).some((one) => /CONCURRENTLY/i.test(one)) && !apart)
        wrong.push(`${Migration.name}: CONCURRENTLY needs transaction = false`);
      const earlier = migrations.slice(0, at).map(({ name }) => name);
      if (contracts && !earlier.includes(contracts.unusedSince))
        wrong.push(`${Migration.name}: no earlier ${contracts.unusedSince}`);
      if (contracts && unsafe.length === 0) wrong.push(`${Migration.name}: says that it contracts, and does not`);
      if (!contracts) wrong.push(...unsafe.map(({ step, why }) => `${Migration.name} ${why}: ${step}`));
    }
    expect(wrong).toEqual([]);
  });

  it('is read statement by statement, in every one that there is', async () => {
    for (const Migration of migrations) expect((await statementsOf(new Migration())).length).toBeGreaterThan(0);
  });

  it.each([
    ['ALTER TABLE people DROP COLUMN title', 'breaks'],
    ['ALTER TABLE people RENAME COLUMN title TO position', 'breaks'],
    ['ALTER TABLE people ADD COLUMN badge text NOT NULL', 'breaks'],
    ["ALTER TABLE people ADD COLUMN a text NOT NULL DEFAULT '', ADD COLUMN b text NOT NULL", 'breaks'],
    ['ALTER TABLE people ALTER COLUMN title SET NOT NULL', 'breaks'],
    ['ALTER TABLE people ALTER COLUMN title TYPE varchar(9)', 'breaks'],
    ['ALTER TABLE people DROP CONSTRAINT people_email_key', 'breaks'],
    ['DROP INDEX people_email', 'breaks'],
    ['DROP TABLE people', 'breaks'],
    ['REVOKE SELECT ON people FROM rounds_app', 'breaks'],
    ['CREATE INDEX people_title ON people (title)', 'blocks'],
    ["ALTER TABLE people ADD CONSTRAINT c CHECK (title <> 'x')", 'blocks'],
    ["UPDATE people SET title = ''", 'blocks'],
  ])('is told what it does: %s %s', (sql, why) => {
    expect(unsafeSteps([sql])).toEqual([{ step: sql, why }]);
  });

  it.each([
    "ALTER TABLE people ADD COLUMN badge text NOT NULL DEFAULT ''",
    'ALTER TABLE people ADD COLUMN badge text',
    'ALTER TABLE people ADD CONSTRAINT c CHECK (badge IS NOT NULL) NOT VALID',
    'CREATE INDEX CONCURRENTLY people_badge ON people (badge)',
    'ALTER TABLE people VALIDATE CONSTRAINT c',
    'ALTER TABLE people ALTER COLUMN title DROP NOT NULL',
    'GRANT SELECT ON people TO rounds_app',
  ])('may do what nobody notices: %s', (sql) => {
    expect(unsafeSteps([sql])).toEqual([]);
  });

  it('may do anything with a table of its own', () => {
    expect(
      unsafeSteps([
        'CREATE TABLE badges (id uuid)',
        'CREATE INDEX badges_id ON badges (id)',
        'ALTER TABLE badges ADD PRIMARY KEY (id)',
      ]),
    ).toEqual([]);
  });
});
