import { type Actor, type BadInput, type Id, isId, ok, type Result, type TeamRole } from '#libs/kernel/index.js';
import { may, personIdOf, standingIn } from '#libs/identity/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { CorrectionConflict } from '../domain/carry-corrections.js';
import type { CorrectionRefusal } from '../domain/corrections.js';
import type { PostingStatus } from '../domain/posting-status.js';
import { type KeptReading, type PostingChange, corrected, postingChanges, rereadDocument } from '../domain/reread-document.js';
import { bareSectionName, includedSections, sectionsShowing } from '../domain/shared-section-names.js';
import type { Surroundings } from '../domain/understand-posting.js';
import { isStatedPlan, statedStages } from '../domain/exact/write-exact.js';
import type { StatedStage } from '../domain/posting-document.js';
import { PLANS, type PlanRow, statedPlan } from '../persistence/plan-rows.js';
import { readImportWorld } from '../persistence/import-world.js';
import { listSharedSections } from './shared-sections.js';

/** What another text would make of a posting. */
export interface RevisionPreview {
  readonly postingId: Id;
  readonly title: string | null;
  readonly status: PostingStatus;
  readonly changes: readonly PostingChange[];
  readonly planChanged: boolean;
  readonly overtaken: readonly CorrectionConflict[];
  /** What the text would leave unresolved: messages that name sections. */
  readonly unresolved: readonly string[];
}

interface PresentReading extends KeptReading {
  readonly id: Id;
  readonly status: PostingStatus;
  readonly file_name: string;
  readonly document: string;
  readonly team_roles: readonly TeamRole[];
}

/** What putting `document` in the place of a posting's present one would change, with sections that come along; null for those who may not manage it. */
export async function previewRevision(
  uow: UnitOfWork,
  actor: Actor,
  postingId: Id,
  document: string,
  fileName: string,
  newSections: ReadonlyMap<string, string> = new Map(),
): Promise<Result<RevisionPreview, BadInput | CorrectionRefusal> | null> {
  const [present] = await readPresent(uow, actor, isId(postingId) ? [postingId] : []);
  if (!present || !may(actor, 'posting.manage', { teamRoles: present.team_roles })) return null;
  const read = through(uow, actor.organizationId);
  const [world, [plan]] = await Promise.all([
    readImportWorld(read, actor.organizationId, includedSections(document)),
    read<PlanRow>(
      'plan-to-preview',
      `${PLANS} JOIN postings p ON p.organization_id = l.organization_id AND p.id = l.posting_id AND p.plan_version = l.version
        WHERE l.organization_id = $1 AND l.posting_id = $2`,
      [actor.organizationId, postingId],
    ),
  ]);
  const added = [...newSections].map(([name, text]) => [bareSectionName(name), text] as const);
  const surroundings = { ...world, sections: new Map([...world.sections, ...added]) };
  const stages = statedPlan(plan!, new Map(world.pools.map(({ id, name }) => [id, name])));
  return preview(present, document, fileName || present.file_name, surroundings, stages);
}

/** What saving a shared section would change in the postings that show it, the open ones first. Archived ones do not count. */
export async function previewSharedSection(
  uow: UnitOfWork,
  actor: Actor,
  name: string,
  text: string,
): Promise<Result<RevisionPreview[], BadInput | CorrectionRefusal>> {
  const { organizationId } = actor;
  const bare = bareSectionName(name);
  const { sections, postings } = await listSharedSections(uow, actor);
  const others = sections.filter((section) => section.name !== bare);
  const showing = sectionsShowing(bare, [...others, { name: bare, includes: includedSections(text) }]);
  const ids = postings.filter(({ includes }) => includes.some((one) => showing.has(one))).map((posting) => posting.postingId);
  const [present, world] = await Promise.all([
    readPresent(uow, actor, ids),
    readImportWorld(through(uow, organizationId), organizationId, []),
  ]);
  const texts = new Map([...others.map((section) => [section.name, section.text] as const), [bare, text]]);
  const previews: RevisionPreview[] = [];
  for (const posting of present) {
    const one = preview(posting, posting.document, posting.file_name, { ...world, sections: texts });
    if (!one.ok) return one;
    previews.push(one.value);
  }
  return ok(previews.sort((a, b) => Number(b.status === 'OPEN') - Number(a.status === 'OPEN')));
}

function preview(
  present: PresentReading,
  document: string,
  fileName: string,
  world: Surroundings,
  plan: readonly StatedStage[] | null = null,
): Result<RevisionPreview, BadInput | CorrectionRefusal> {
  const reading = rereadDocument(present, document, fileName, world);
  if (!reading.ok) return reading;
  const { posting, stages, conflicts } = reading.value;
  const changes = postingChanges(corrected(present), posting);
  const isThere = posting.stages !== null && isStatedPlan(statedStages(stages), plan ?? []);
  return ok({
    postingId: present.id,
    title: posting.title,
    status: present.status,
    changes,
    planChanged: changes.some(({ field }) => field === 'rounds') && !isThere,
    overtaken: conflicts,
    unresolved: posting.diagnostics.filter(({ code }) => code === 'SECTION_UNRESOLVED').map(({ message }) => message),
  });
}

function through(uow: UnitOfWork, organizationId: Id) {
  return <Row extends object>(name: string, sql: string, params: readonly unknown[]) =>
    uow.read<Row>(organizationId, name, sql, params);
}

function readPresent(uow: UnitOfWork, actor: Actor, ids: readonly Id[]): Promise<PresentReading[]> {
  return uow.read<PresentReading>(
    actor.organizationId,
    'present-readings',
    `SELECT p.id, p.status, r.file_name, r.document, r.parsed, r.corrections, r.conflicts,
            ${standingIn('p.id', '$2')} AS team_roles
       FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
      WHERE p.organization_id = $1 AND p.id = ANY ($3::uuid[]) ORDER BY p.id`,
    [actor.organizationId, personIdOf(actor), ids],
  );
}
