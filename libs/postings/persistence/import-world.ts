import type { Id } from '#libs/kernel/index.js';
import type { DefaultStage } from '../domain/plan-from-posting.js';
import { POSTING_LIMITS } from '../domain/posting-document.js';
import type { Surroundings } from '../domain/understand-posting.js';

/** An interviewer pool with how many people are in it. */
export interface PoolRow {
  readonly id: Id;
  readonly name: string;
  readonly members: number;
}

export interface ImportWorld extends Surroundings {
  readonly pools: readonly PoolRow[];
}

type Query = <Row extends object>(name: string, sql: string, params: readonly unknown[]) => Promise<Row[]>;

// Sections inside sections are followed as deep as the parser follows them.
const IMPORT_WORLD = `
WITH RECURSIVE used (name, depth) AS (
  SELECT n, 1 FROM unnest($2::text[]) AS n
  UNION
  SELECT n, u.depth + 1 FROM used u JOIN shared_sections s ON s.organization_id = $1 AND s.name = u.name CROSS JOIN LATERAL unnest(s.includes) AS n
   WHERE u.depth < 5
)
SELECT o.default_plan,
       (SELECT coalesce(json_agg(json_build_array(s.name, s.text)), '[]') FROM shared_sections s
         WHERE s.organization_id = $1 AND s.name IN (SELECT name FROM used)) AS sections,
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'members',
                 (SELECT count(*) FROM interviewer_pool_members m WHERE m.organization_id = $1 AND m.pool_id = p.id AND m.standing = 'TRAINED')) ORDER BY p.name), '[]')
          FROM interviewer_pools p WHERE p.organization_id = $1) AS pools
  FROM organizations o WHERE o.id = $1`;

/** Answers true once the process has worked for so long since now; a machine that is busy with other things takes nothing from a reading. */
export function overdueAfter(limit_ms: number): () => boolean {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000 > limit_ms;
  };
}

/** What a document with these includes is read with: default plan, the sections it shows, and all pools; one statement through `query`. */
export async function readImportWorld(query: Query, organizationId: Id, includes: readonly string[]): Promise<ImportWorld> {
  const [row] = await query<{ default_plan: DefaultStage[]; sections: [string, string][]; pools: PoolRow[] }>(
    'import-world',
    IMPORT_WORLD,
    [organizationId, includes],
  );
  if (!row) throw new Error(`organisation ${organizationId} is not there`);
  return {
    defaultPlan: row.default_plan,
    sections: new Map(row.sections),
    pools: row.pools,
    startReading: () => overdueAfter(POSTING_LIMITS.reading_ms),
  };
}
