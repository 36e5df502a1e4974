import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step that processes of the version before would not survive, or would wait for. */
export interface UnsafeStep {
  readonly step: string;
  readonly why: 'breaks' | 'blocks';
}

/** The statements of a migration's `up`, one each, without comments. */
export async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const said: string[] = [];
  const runner = {
    query: (sql: string) => {
      said.push(sql);
      return Promise.resolve([]);
    },
  };
  await migration.up(runner as unknown as QueryRunner);
  // Bodies of functions are one statement however many semicolons they hold.
  return said.flatMap((sql) =>
    sql
      .replace(/--.*$/gm, '')
      .split(/;(?=(?:[^$]|\$(?!\$))*(?:\$\$(?:[^$]|\$(?!\$))*\$\$(?:[^$]|\$(?!\$))*)*$)/)
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== ''),
  );
}

/**
 * What in a migration keeps a rolling restart from being one: processes of the version before read and write on while it runs and after it, until the last of them is gone. `breaks`: they use what it takes away
 * or need not give what it asks for. `blocks`: everybody who writes to a table that is there waits while every row is read. Tables that the migration itself makes are nobody's yet.
 */
export function unsafeSteps(statements: readonly string[]): UnsafeStep[] {
  const own = new Set(statements.flatMap((one) => /^CREATE TABLE (?:IF NOT EXISTS )?([\w."]+)/i.exec(one)?.[1] ?? []));
  const indexes = new Set(statements.flatMap((one) => /^CREATE .*?INDEX CONCURRENTLY ([\w."]+)/i.exec(one)?.[1] ?? []));
  return statements.flatMap((statement): UnsafeStep[] => {
    // What an interrupted run left of an index that is built anew: no process uses it yet.
    if (indexes.has(/^DROP INDEX CONCURRENTLY IF EXISTS ([\w."]+)/i.exec(statement)?.[1] ?? '')) return [];
    const table =
      /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?([\w."]+)/i.exec(statement)?.[1] ?? / ON (?:ONLY )?([\w."]+)/i.exec(statement)?.[1];
    if (table !== undefined && own.has(table) && !/^DROP/i.test(statement)) return [];
    const step = statement.slice(0, 120);
    if (BREAKS.some((rule) => rule.test(statement)) || addsWhatMustBeGiven(statement)) return [{ step, why: 'breaks' }];
    return BLOCKS.some((rule) => rule.test(statement)) ? [{ step, why: 'blocks' }] : [];
  });
}

const BREAKS = [
  /^DROP (TABLE|SCHEMA|VIEW|FUNCTION|TYPE|ROLE|INDEX|POLICY)/i,
  /\bDROP (COLUMN|CONSTRAINT)\b/i,
  /\bRENAME (TO|COLUMN|CONSTRAINT)\b/i,
  /\bALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/i,
  /\bSET NOT NULL\b/i,
  /^(REVOKE|TRUNCATE)\b/i,
];

const BLOCKS = [
  /^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)/i,
  /^ALTER TABLE .*\bADD (CONSTRAINT \S+ )?(CHECK|FOREIGN KEY|UNIQUE|PRIMARY KEY|EXCLUDE)\b(?!.*\bNOT VALID\b)/i,
  /^(UPDATE|DELETE)\b/i,
  /^(CLUSTER|VACUUM FULL|LOCK TABLE)\b/i,
];

/** A column that is NOT NULL without a default: whoever does not know it cannot insert any more. */
function addsWhatMustBeGiven(statement: string): boolean {
  return statement
    .split(/\bADD COLUMN\b/i)
    .slice(1)
    .some((column) => /\bNOT NULL\b/i.test(column) && !/\b(DEFAULT|GENERATED)\b/i.test(column));
}
