import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type EntityMetadata } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { entities } from '#apps/api/src/capabilities.js';
import { createDataSource } from '#libs/platform/index.js';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';

/** Tables without an entity, each with its reason. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  migrations: 'belongs to TypeORM',
  candidate_search: 'closed to the application; read and written through two functions of its owner',
};

interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: "uuid", "text[]", "character(2)". */
  readonly type: string;
  readonly nullable: boolean;
}

interface Table {
  readonly columns: readonly Column[];
  /** Names in alphabetical order: an entity does not say in which order its key stands. */
  readonly primaryKey: readonly string[];
}

type Schema = ReadonlyMap<string, Table>;

/** What differs between entities and tables, each as a sentence that says where and what to do. */
function differences(tables: Schema, mapped: Schema): string[] {
  const found: string[] = [];
  for (const name of tables.keys())
    if (!mapped.has(name) && !(name in WITHOUT_ENTITY))
      found.push(`the table ${name} has no entity: export one from its capability and name it in apps/api/src/capabilities.ts`);
  for (const [name, entity] of mapped) {
    const table = tables.get(name);
    if (!table) found.push(`the entity of ${name} has no table: add it to a migration`);
    else found.push(...columnDifferences(name, table, entity));
  }
  return found.sort();
}

function columnDifferences(name: string, table: Table, entity: Table): string[] {
  const found: string[] = [];
  const mapped = new Map(entity.columns.map((column) => [column.name, column]));
  for (const column of table.columns) {
    const other = mapped.get(column.name);
    if (!other) found.push(`${name}.${column.name} (${described(column)}) is missing in the entity`);
    else if (described(other) !== described(column))
      found.push(`${name}.${column.name} is ${described(column)} in the table and ${described(other)} in the entity`);
  }
  const present = new Set(table.columns.map((column) => column.name));
  for (const column of entity.columns)
    if (!present.has(column.name)) found.push(`${name}.${column.name} (${described(column)}) is missing in the table`);
  if (table.primaryKey.join() !== entity.primaryKey.join())
    found.push(
      `${name} has the primary key (${table.primaryKey.join(', ')}) in the table and (${entity.primaryKey.join(', ')}) in the entity`,
    );
  return found;
}

function described({ type, nullable }: Column): string {
  return nullable ? `${type}, nullable` : type;
}

async function readTables(owner: pg.Client): Promise<Schema> {
  const { rows } = await owner.query<{ table: string; column: string; type: string; nullable: boolean; key: boolean }>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
            coalesce(a.attnum = ANY (k.conkey), false) AS key
       FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1, a.attnum`,
  );
  const tables = new Map<string, { columns: Column[]; primaryKey: string[] }>();
  for (const { table, column, type, nullable, key } of rows) {
    const entry = tables.get(table) ?? { columns: [], primaryKey: [] };
    entry.columns.push({ name: column, type, nullable });
    if (key) entry.primaryKey.push(column);
    tables.set(table, entry);
  }
  for (const { primaryKey } of tables.values()) primaryKey.sort();
  return tables;
}

function readEntities(dataSource: DataSource): Schema {
  const driver = dataSource.driver as PostgresDriver;
  const columnOf = (column: EntityMetadata['columns'][number]): Column => {
    const type = driver.normalizeType(column) + (column.length ? `(${column.length})` : precisionOf(column));
    return { name: column.databaseName, type: type + (column.isArray ? '[]' : ''), nullable: column.isNullable };
  };
  return new Map(
    dataSource.entityMetadatas.map((entity) => [
      entity.tableName,
      {
        columns: entity.columns.map(columnOf),
        primaryKey: entity.primaryColumns.map((column) => column.databaseName).sort(),
      },
    ]),
  );
}

function precisionOf({ precision, scale }: EntityMetadata['columns'][number]): string {
  if (precision === undefined || precision === null) return '';
  return scale === undefined ? `(${precision})` : `(${precision},${scale})`;
}

describe('entities and tables', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let tables: Schema;
  let mapped: Schema;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const dataSource = await createDataSource({ url: database.url, role: 'rounds_app', poolSize: 1, entities }).initialize();
    mapped = readEntities(dataSource);
    await dataSource.destroy();
    tables = await readTables(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('are the same: every table, column, type, nullability and primary key, both ways', () => {
    const found = differences(tables, mapped);
    if (found.length > 0) throw new Error(`Entities and migrations differ:\n  ${found.join('\n  ')}`);
    expect(tables.size).toBeGreaterThan(10);
  });

  it('that are left out on purpose exist', () => {
    const known = [...tables.keys(), 'migrations'];
    expect(known).toEqual(expect.arrayContaining(Object.keys(WITHOUT_ENTITY)));
  });

  it('that differ are named: a planted column, type, null, key and table', async () => {
    const plant = (change: (name: string, table: Table) => [string, Table][]): string[] =>
      differences(tables, new Map([...mapped].flatMap(([name, table]) => change(name, table))));
    const sound = differences(tables, mapped);
    const only = (found: string[]) => found.filter((line) => !sound.includes(line));
    const inPeople = (changed: (people: Table) => Table) =>
      only(plant((name, table) => [[name, name === 'people' ? changed(table) : table]]));
    const columns = (change: (column: Column) => Column[]) =>
      inPeople((people) => ({ ...people, columns: people.columns.flatMap(change) }));

    expect(columns((column) => (column.name === 'title' ? [] : [column]))).toEqual([
      'people.title (text) is missing in the entity',
    ]);
    expect(columns((column) => (column.name === 'title' ? [{ ...column, type: 'integer' }] : [column]))).toEqual([
      'people.title is text in the table and integer in the entity',
    ]);
    expect(columns((column) => (column.name === 'title' ? [{ ...column, nullable: true }] : [column]))).toEqual([
      'people.title is text in the table and text, nullable in the entity',
    ]);
    expect(columns((column) => (column.name === 'title' ? [column, { ...column, name: 'shoe_size' }] : [column]))).toEqual([
      'people.shoe_size (text) is missing in the table',
    ]);
    expect(inPeople((people) => ({ ...people, primaryKey: ['id'] }))).toEqual([
      'people has the primary key (id, organization_id) in the table and (id) in the entity',
    ]);
    expect(only(plant((name, table) => (name === 'people' ? [['persons', table]] : [[name, table]])))).toEqual([
      'the entity of persons has no table: add it to a migration',
      'the table people has no entity: export one from its capability and name it in apps/api/src/capabilities.ts',
    ]);
  });
});
