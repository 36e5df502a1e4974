import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** The stages of a posting's present plan, as the public may know them: names and lengths, without seats, kits or rules. */
export async function publicStages(
  uow: UnitOfWork,
  organizationId: Id,
  postingId: Id,
): Promise<{ name: string; duration: string | null }[]> {
  const rows = await uow.read<{ name: string; duration_min: number | null; effort_hours: number | null }>(
    organizationId,
    'public-stages',
    `SELECT s.name, s.duration_min, (s.take_home ->> 'effortHours')::float8 AS effort_hours
       FROM postings p
       JOIN interview_plans l ON l.organization_id = p.organization_id AND l.posting_id = p.id AND l.version = p.plan_version
       JOIN plan_stages s ON s.organization_id = l.organization_id AND s.plan_id = l.id
      WHERE p.organization_id = $1 AND p.id = $2 ORDER BY s.position`,
    [organizationId, postingId],
  );
  return rows.map(({ name, duration_min, effort_hours }) => ({
    name,
    duration: duration_min ? `${duration_min} minutes` : effort_hours ? `about ${effort_hours} hours, in your own time` : null,
  }));
}
