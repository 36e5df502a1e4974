import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { KitAttribute } from '../domain/kit-changes.js';
import { insertAttributes } from './plan-rows.js';

/** A stage's kit with what has been rated of it; without an id when the stage has none yet. */
export async function readKit(
  tx: Tx,
  stageId: Id,
): Promise<{ id: Id | null; attributes: (KitAttribute & { rated: boolean })[] }> {
  // Whoever is rating an attribute right now is waited for, so that "rated" below is true until this commits.
  const lock = tx.query(
    'lock-kit-attributes',
    `SELECT FROM interview_kits k JOIN kit_attributes a ON a.organization_id = k.organization_id AND a.kit_id = k.id
      WHERE k.organization_id = $1 AND k.stage_id = $2 ORDER BY a.id FOR UPDATE OF a`,
    [tx.organizationId, stageId],
  );
  const read = tx.query<{ id: Id; attributes: (KitAttribute & { rated: boolean })[] }>(
    'read-kit',
    `SELECT k.id, (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'description', a.description, 'rated',
                     EXISTS (SELECT FROM scorecard_ratings r WHERE r.organization_id = $1 AND r.attribute_id = a.id)) ORDER BY a.position), '[]')
                     FROM kit_attributes a WHERE a.organization_id = $1 AND a.kit_id = k.id) AS attributes
       FROM interview_kits k WHERE k.organization_id = $1 AND k.stage_id = $2`,
    [tx.organizationId, stageId],
  );
  const [, [row]] = await Promise.all([lock, read]);
  return row ?? { id: null, attributes: [] };
}

/**
 * Queues a kit as it shall be, after `readKit`. Attributes that stay are moved out of the way of the unique positions first.
 */
export function writeKit(
  tx: Tx,
  kit: { id: Id; stageId: Id; purpose: string; questions: readonly string[]; attributes: readonly KitAttribute[] },
): void {
  const { organizationId } = tx;
  tx.write(
    'write-kit',
    `INSERT INTO interview_kits (organization_id, id, stage_id, purpose, questions) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, stage_id) DO UPDATE SET purpose = excluded.purpose, questions = excluded.questions`,
    [organizationId, kit.id, kit.stageId, kit.purpose, kit.questions],
  );
  tx.write(
    'delete-kit-attributes',
    'DELETE FROM kit_attributes WHERE organization_id = $1 AND kit_id = $2 AND NOT id = ANY ($3::uuid[])',
    [organizationId, kit.id, kit.attributes.map(({ id }) => id)],
  );
  tx.write(
    'move-kit-attributes',
    'UPDATE kit_attributes SET position = position + 1000 WHERE organization_id = $1 AND kit_id = $2',
    [organizationId, kit.id],
  );
  const attributes = kit.attributes.map((attribute, position) => ({ ...attribute, kitId: kit.id, position }));
  tx.write(
    'update-kit-attributes',
    `UPDATE kit_attributes k SET position = a.position, name = a.name, description = a.description
       FROM jsonb_to_recordset($3::jsonb) AS a (id uuid, position integer, name text, description text)
      WHERE k.organization_id = $1 AND k.kit_id = $2 AND k.id = a.id`,
    [organizationId, kit.id, JSON.stringify(attributes)],
  );
  insertAttributes(tx, attributes);
}
