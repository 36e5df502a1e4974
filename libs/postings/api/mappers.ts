import type { StaffActor } from '#libs/kernel/index.js';
import { may, teamRolesIn } from '#libs/identity/index.js';
import { instance } from '#libs/platform/index.js';
import type { CorrectionConflict } from '../domain/carry-corrections.js';
import { editsOf } from '../domain/merge-round-edits.js';
import { type PostingDocument, emptyPosting } from '../domain/posting-document.js';
import { type PostingChange, conflictNames } from '../domain/reread-document.js';
import type { PlanRow, PoolRow, PostingRow, RevisionPreview as Preview } from '../queries/index.js';
import { InterviewPlan, PlanStage } from './plan.types.js';
import { InterviewerPool, Posting } from './posting.types.js';
import { PostingReading } from './reading.types.js';
import { FactChange, OvertakenCorrection, RevisionPreview } from './revision.types.js';

/** The whitelist: what of a posting is shown, and its salary to those who lead the hiring only. */
export function toPosting(row: PostingRow, actor: StaffActor): Posting {
  const relation = { teamRoles: row.team_roles };
  const maySeeSalary = may(actor, 'posting.salary', relation);
  const { id, slug, status, version, revision, company, category, remote, locations, residence, questions, includes } = row;
  return instance(Posting, {
    ...{
      id,
      slug,
      status,
      version,
      revision,
      company,
      category,
      remote,
      locations,
      residence,
      questions,
      includes,
      maySeeSalary,
    },
    title: row.title || null,
    sourcePath: row.source_path,
    employmentTypes: row.employment_types,
    salary: maySeeSalary ? row.salary : null,
    coreHours: row.core_hours,
    onCall: row.on_call,
    processDuration: row.process_duration,
    myTeamRoles: teamRolesIn(row.team_roles),
    confidential: row.confidential,
    createdAt: row.created_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    mayManage: may(actor, 'posting.manage', relation),
  });
}

const PAY: ReadonlySet<string> = new Set(['salary', 'salaryRanges', 'equity']);

/** How a document is understood; without the salary and the words about it for those who may not see it. */
export function toReading(posting: PostingDocument, maySeeSalary: boolean): PostingReading {
  const shown = ({ field }: { field?: string }) => maySeeSalary || !PAY.has(field ?? '');
  return instance(PostingReading, {
    // Readings that were kept before a field was read have none of it.
    ...emptyPosting(),
    ...posting,
    documentKind: posting.documentKind ?? 'posting',
    salary: maySeeSalary ? posting.salary : null,
    salaryRanges: maySeeSalary ? (posting.salaryRanges ?? []) : [],
    equity: maySeeSalary ? (posting.equity ?? null) : null,
    diagnostics: posting.diagnostics.filter(shown).map((diagnostic) => ({ ...diagnostic, field: diagnostic.field ?? null })),
    facts: posting.facts.filter(shown).map((fact) => ({
      ...fact,
      value: JSON.stringify(fact.value),
      column: fact.column ?? null,
      endLine: fact.endLine ?? null,
      endColumn: fact.endColumn ?? null,
      sharedSection: fact.sharedSection ?? null,
    })),
  });
}

/** Whether it is about pay, which not everybody may see. */
export function isAboutPay({ field }: { readonly field: string }): boolean {
  return PAY.has(field);
}

/** One of all that wait; those that are about single rounds bear a number. */
export function toOvertaken(conflict: CorrectionConflict, at: number, all: readonly CorrectionConflict[]): OvertakenCorrection {
  const { field, correction, textBefore, textNow, ...values } = conflict;
  const name = conflictNames(all)[at]!;
  const [edit] = editsOf(correction);
  const said = edit ? ('value' in edit ? edit.value : undefined) : correction.value;
  return instance(OvertakenCorrection, {
    ...{ field, textBefore, textNow },
    number: typeof name === 'number' ? name : null,
    action: edit?.action ?? correction.action,
    value: said === undefined ? null : JSON.stringify(said),
    valueBefore: JSON.stringify(values.valueBefore ?? null),
    valueNow: JSON.stringify(values.valueNow ?? null),
  });
}

export function toFactChange({ field, before, now }: PostingChange): FactChange {
  return instance(FactChange, { field, before: JSON.stringify(before), now: JSON.stringify(now) });
}

/** Without what it says of pay for those who may not see it. */
export function toRevisionPreview(preview: Preview, showPay: boolean): RevisionPreview {
  const shown = (one: { readonly field: string }) => showPay || !isAboutPay(one);
  const { postingId, title, status, planChanged, unresolved } = preview;
  return instance(RevisionPreview, {
    ...{ postingId, title, status, planChanged, unresolved: [...unresolved] },
    changes: preview.changes.filter(shown).map(toFactChange),
    overtaken: preview.overtaken.filter(shown).map(toOvertaken),
  });
}

export function toPlan(row: PlanRow): InterviewPlan {
  const { id, version, source } = row;
  return instance(InterviewPlan, {
    ...{ id, version, source },
    createdAt: row.created_at.toISOString(),
    stages: row.stages.map((stage) => instance(PlanStage, stage)),
  });
}

export function toPool({ id, name, members }: PoolRow): InterviewerPool {
  return instance(InterviewerPool, { id, name, members });
}
