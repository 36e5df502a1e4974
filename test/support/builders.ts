import type pg from 'pg';
import { type Id, newId } from '#libs/kernel/index.js';
import { parsePosting } from '#libs/postings/index.js';

/** Rows with valid defaults, written as the owner; for tests that need a world to stand on, not for testing how it is made. */

export interface StageFields {
  name?: string;
  kind?: 'SCREEN' | 'TAKE_HOME' | 'TECHNICAL' | 'PANEL' | 'INTERVIEW' | 'OFFER';
  durationMin?: number | null;
  skippableIf?: string | null;
  targetDays?: number | null;
  takeHome?: { effortHours: number | null; dueDays: number } | null;
  selfSchedule?: boolean;
  /** One entry a seat: the pool that fills it, or null. */
  seats?: { role: string; poolId: Id | null }[];
  /** Names of the kit's attributes. */
  attributes?: string[];
}

export interface BuiltStage {
  readonly id: Id;
  readonly seatIds: Id[];
  readonly kitId: Id;
  readonly attributeIds: Id[];
}

export interface BuiltPosting {
  readonly id: Id;
  readonly slug: string;
  readonly planId: Id;
  readonly stages: BuiltStage[];
  readonly openingIds: Id[];
}

const DEFAULT_STAGES: StageFields[] = [
  { name: 'Screening call', kind: 'SCREEN', durationMin: 30 },
  { name: 'Technical interview', kind: 'TECHNICAL', durationMin: 60 },
  { name: 'Offer', kind: 'OFFER', durationMin: null },
];

/** An open posting with a plan and openings. */
export async function buildPosting(
  db: pg.Client,
  organizationId: Id,
  fields: {
    title?: string;
    status?: 'DRAFT' | 'OPEN' | 'CLOSED' | 'ARCHIVED';
    stages?: StageFields[];
    openings?: number;
    coreHours?: { start: string; end: string; zone: string; days: string[] } | null;
    residence?: string[];
    questions?: object[];
  } = {},
): Promise<BuiltPosting> {
  const id = newId();
  const slug = `posting-${id.slice(-12)}`;
  await db.query(
    `INSERT INTO postings (organization_id, id, slug, status, title, core_hours, residence, questions, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [
      organizationId,
      id,
      slug,
      fields.status ?? 'OPEN',
      fields.title ?? 'Backend Engineer',
      fields.coreHours ? JSON.stringify(fields.coreHours) : null,
      fields.residence ?? [],
      JSON.stringify(fields.questions ?? []),
    ],
  );
  const document = `# ${fields.title ?? 'Backend Engineer'}\n`;
  await db.query(
    `INSERT INTO posting_revisions (organization_id, id, posting_id, number, document, parsed) VALUES ($1, $2, $3, 1, $4, $5)`,
    [organizationId, newId(), id, document, JSON.stringify(parsePosting(document))],
  );
  const openingIds: Id[] = [];
  for (let number = 1; number <= (fields.openings ?? 1); number += 1) {
    const openingId = newId();
    openingIds.push(openingId);
    await db.query('INSERT INTO openings (organization_id, id, posting_id, number) VALUES ($1, $2, $3, $4)', [
      organizationId,
      openingId,
      id,
      number,
    ]);
  }
  const { planId, stages } = await buildPlan(db, organizationId, id, fields.stages ?? DEFAULT_STAGES);
  return { id, slug, planId, stages, openingIds };
}

/** A version of a posting's plan. */
export async function buildPlan(
  db: pg.Client,
  organizationId: Id,
  postingId: Id,
  stages: StageFields[],
  version = 1,
): Promise<{ planId: Id; stages: BuiltStage[] }> {
  const planId = newId();
  await db.query(
    `INSERT INTO interview_plans (organization_id, id, posting_id, version, source) VALUES ($1, $2, $3, $4, 'edited')`,
    [organizationId, planId, postingId, version],
  );
  const built: BuiltStage[] = [];
  for (const [position, stage] of stages.entries()) built.push(await buildStage(db, organizationId, planId, position + 1, stage));
  return { planId, stages: built };
}

async function buildStage(
  db: pg.Client,
  organizationId: Id,
  planId: Id,
  position: number,
  stage: StageFields,
): Promise<BuiltStage> {
  const kind = stage.kind ?? 'INTERVIEW';
  const id = newId();
  await db.query(
    `INSERT INTO plan_stages (organization_id, id, plan_id, position, name, kind, duration_min, skippable_if, target_days, take_home, self_schedule)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      organizationId,
      id,
      planId,
      position,
      stage.name ?? `Stage ${position}`,
      kind,
      stage.durationMin === undefined ? 45 : stage.durationMin,
      stage.skippableIf ?? null,
      stage.targetDays ?? null,
      kind === 'TAKE_HOME' ? JSON.stringify(stage.takeHome ?? { effortHours: 4, dueDays: 7 }) : null,
      stage.selfSchedule ?? false,
    ],
  );
  const seatIds: Id[] = [];
  for (const [at, seat] of (stage.seats ?? []).entries()) {
    const seatId = newId();
    seatIds.push(seatId);
    await db.query(
      'INSERT INTO stage_seats (organization_id, id, stage_id, position, role, pool_id) VALUES ($1, $2, $3, $4, $5, $6)',
      [organizationId, seatId, id, at, seat.role, seat.poolId],
    );
  }
  const kitId = newId();
  const attributeIds: Id[] = [];
  await db.query('INSERT INTO interview_kits (organization_id, id, stage_id, purpose) VALUES ($1, $2, $3, $4)', [
    organizationId,
    kitId,
    id,
    'What to find out',
  ]);
  for (const [at, name] of (stage.attributes ?? ['Clarity', 'Depth']).entries()) {
    const attributeId = newId();
    attributeIds.push(attributeId);
    await db.query('INSERT INTO kit_attributes (organization_id, id, kit_id, position, name) VALUES ($1, $2, $3, $4, $5)', [
      organizationId,
      attributeId,
      kitId,
      at,
      name,
    ]);
  }
  return { id, seatIds, kitId, attributeIds };
}

/** A pool with members, each with working hours Monday to Friday. */
export async function buildPool(
  db: pg.Client,
  organizationId: Id,
  name: string,
  memberIds: Id[],
  hours: { zone: string; starts: string; ends: string } = { zone: 'UTC', starts: '09:00', ends: '17:00' },
): Promise<Id> {
  const poolId = newId();
  await db.query('INSERT INTO interviewer_pools (organization_id, id, name) VALUES ($1, $2, $3)', [organizationId, poolId, name]);
  for (const personId of memberIds) {
    await db.query('INSERT INTO interviewer_pool_members (organization_id, pool_id, person_id) VALUES ($1, $2, $3)', [
      organizationId,
      poolId,
      personId,
    ]);
    await db.query(
      `INSERT INTO weekly_hours (organization_id, id, person_id, zone, days, starts, ends) VALUES ($1, $2, $3, $4, '{MON,TUE,WED,THU,FRI}', $5, $6)`,
      [organizationId, newId(), personId, hours.zone, hours.starts, hours.ends],
    );
  }
  return poolId;
}

/** Puts a person on a posting's hiring team. */
export async function buildTeamMember(
  db: pg.Client,
  organizationId: Id,
  postingId: Id,
  personId: Id,
  teamRole: string,
): Promise<void> {
  await db.query('INSERT INTO hiring_team_members (organization_id, posting_id, person_id, team_role) VALUES ($1, $2, $3, $4)', [
    organizationId,
    postingId,
    personId,
    teamRole,
  ]);
}

/** A candidate. */
export async function buildCandidate(
  db: pg.Client,
  organizationId: Id,
  fields: { name?: string; email?: string; zone?: string; country?: string | null } = {},
): Promise<Id> {
  const id = newId();
  await db.query('INSERT INTO candidates (organization_id, id, name, email, zone, country) VALUES ($1, $2, $3, $4, $5, $6)', [
    organizationId,
    id,
    fields.name ?? `Candidate ${id.slice(-6)}`,
    fields.email ?? `candidate-${id.slice(-12)}@mail.example`,
    fields.zone ?? 'UTC',
    fields.country ?? null,
  ]);
  await db.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
  await db.query('SELECT index_candidate($1)', [id]);
  return id;
}

/** An application at a stage (null: received, before the first), with the transition that led there. */
export async function buildApplication(
  db: pg.Client,
  organizationId: Id,
  posting: BuiltPosting,
  fields: { candidateId?: Id; stageId?: Id | null } = {},
): Promise<{ id: Id; candidateId: Id }> {
  const id = newId();
  const candidateId = fields.candidateId ?? (await buildCandidate(db, organizationId));
  const stageId = fields.stageId ?? null;
  await db.query(
    `INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, stage_id, version, consented_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
    [organizationId, id, posting.id, candidateId, posting.planId, stageId, stageId ? 1 : 0],
  );
  if (stageId) {
    await db.query(
      `INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, to_stage_id, at, actor_kind)
       VALUES ($1, $2, 1, 'MOVE_TO_STAGE', 'ACTIVE', 'ACTIVE', $3, now(), 'system')`,
      [organizationId, id, stageId],
    );
  }
  return { id, candidateId };
}

/** A rejection reason of the organisation. */
export async function buildRejectionReason(
  db: pg.Client,
  organizationId: Id,
  label = `Reason ${newId().slice(-6)}`,
): Promise<Id> {
  const id = newId();
  await db.query(`INSERT INTO rejection_reasons (organization_id, id, label, side) VALUES ($1, $2, $3, 'WE_REJECTED')`, [
    organizationId,
    id,
    label,
  ]);
  return id;
}
