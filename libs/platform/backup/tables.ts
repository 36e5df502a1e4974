import type { ClientBase } from 'pg';

/** A table of organisations, as the catalogue knows it. */
export interface KeptTable {
  /** With its schema, where that is not the public one. */
  readonly name: string;
  /** The column with the organisation's id. */
  readonly key: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly identity: boolean }[];
}

/** What a back-up leaves out, each with its reason. Everything else that belongs to an organisation is in it, tables of later migrations too. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  migrations: 'named in the first line, and run when restoring',
  organization_directory: 'made of organizations when restoring',
  candidate_search: 'made of candidates and their files when restoring',
  sessions: 'a session that was ended since must not live again',
  account_tokens: 'neither must a link that was used',
  api_tokens: 'nor a token that was revoked',
  mailbox_positions: 'mails that came in since are read once more, and known by their digest',
  spent_challenges: 'of the moment',
  rate_limits: 'of the moment',
  idempotency_keys: 'of the moment',
};

/** Schemas with tables of organisations, each with the role that reads it. The schema of the queue is made anew by whoever has jobs. */
export const SCHEMAS = { public: 'rounds_app', self_identification: 'rounds_self_id' } as const;

/** The role that reads the table. */
export function readerOf({ name }: KeptTable): string {
  return name.startsWith('self_identification.') ? SCHEMAS.self_identification : SCHEMAS.public;
}

/** The tables that a back-up holds, with their columns in order; generated ones are computed anew. @throws Error for a table that belongs to nobody. */
export async function keptTables(client: ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable & { key: string | null }>(
    `SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
            CASE WHEN c.relname = 'organizations' THEN 'id' ELSE max(a.attname) FILTER (WHERE a.attname = 'organization_id') END AS key,
            json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'identity', a.attidentity <> '')
                     ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE n.nspname = ANY ($2) AND c.relkind = 'r' AND c.relname <> ALL ($1) GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [Object.keys(LEFT_OUT), Object.keys(SCHEMAS)],
  );
  for (const { name, key } of rows)
    if (key === null)
      throw new Error(`the table ${name} belongs to no organisation: say in tables.ts why a back-up may leave it out`);
  return rows;
}

/** A name as SQL, with its schema before a dot. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}
