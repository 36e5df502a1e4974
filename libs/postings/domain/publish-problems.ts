import { isMeeting, type StageKind } from '#libs/pipeline/index.js';
import type { CorrectionConflict } from './carry-corrections.js';
import type { Diagnostic, FactField, PostingDocument, Round } from './posting-document.js';

/** What stands in the way of publishing. REFUSES must be corrected, WARNS may be confirmed. */
export interface PublishProblem {
  readonly code:
    | 'TITLE_MISSING'
    | 'FRONT_MATTER_FAULT'
    | 'SECTION_UNRESOLVED'
    | 'SECTION_LEFT_OUT'
    | 'SALARY_MISSING'
    | 'CORE_HOURS_UNCLEAR'
    | 'NO_OPENING'
    | 'CORRECTION_UNDECIDED'
    | 'FACT_UNCERTAIN'
    | 'DOCUMENT_CLOSED'
    | 'POOL_EMPTY'
    | 'POOL_MISSING'
    | 'SEATS_MISSING';
  readonly severity: 'REFUSES' | 'WARNS';
  /** What it is and what to do. */
  readonly message: string;
  /** Line of the document. */
  readonly line: number | null;
  /** The field to correct, where it is one. */
  readonly field: FactField | null;
  readonly stageId: string | null;
}

/** A stage as far as publishing looks at it. */
export interface StaffedStage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly seats: readonly { readonly role: string; readonly pool: { readonly name: string; readonly members: number } | null }[];
}

/** What publishing looks at. */
export interface Candidacy {
  readonly title: string;
  readonly fileName: string;
  /** As read, corrections applied. */
  readonly posting: PostingDocument;
  readonly conflicts: readonly CorrectionConflict[];
  readonly stages: readonly StaffedStage[];
  readonly openOpenings: number;
  /** The organisation opens nothing without a salary. */
  readonly salaryRequired: boolean;
}

/** Sections that are here and were left out all the same: they include themselves, or are too much. */
const LEFT_OUT: ReadonlySet<string> = new Set(['SECTION_NESTING', 'SECTION_TOO_LARGE']);
/** Facts that bind people who read them: what is paid, who may apply, and when interviews are. */
const WEIGHTY: ReadonlySet<FactField> = new Set(['salary', 'residence', 'coreHours']);
const UNSURE_BELOW = 0.7;

/** All problems at once, refusals first. A posting may open with seats still to fill: candidates take days to reach them; the team confirms that it knows. */
export function publishProblems(candidacy: Candidacy): PublishProblem[] {
  const { stages } = candidacy;
  return [...refusals(candidacy), ...warnings(candidacy), ...stages.flatMap(seatProblems)];
}

function refusals({ title, fileName, posting, openOpenings, salaryRequired }: Candidacy): PublishProblem[] {
  const problems: PublishProblem[] = [];
  const refuse = (code: PublishProblem['code'], message: string, at: Partial<Pick<Diagnostic, 'line' | 'field'>> = {}) =>
    problems.push({ code, severity: 'REFUSES', message, line: at.line ?? null, field: at.field ?? null, stageId: null });
  if (title === '')
    refuse('TITLE_MISSING', 'The document names no title. Correct the title, or revise the document.', { field: 'title' });
  for (const diagnostic of posting.diagnostics) {
    const { code, severity, message, line, field } = diagnostic;
    const where = `${fileName || 'The document'}, line ${line}`;
    if (code === 'SECTION_UNRESOLVED') refuse(code, `${where}: ${message}`, { line });
    else if (code.startsWith('FRONT_MATTER_') && severity === 'error')
      refuse(
        'FRONT_MATTER_FAULT',
        `${where}: ${message} Revise the document${field ? ' or correct the field' : ''}.`,
        diagnostic,
      );
    else if (field === 'coreHours' && severity === 'error')
      refuse(
        'CORE_HOURS_UNCLEAR',
        `${where}: ${message} Interviews are offered inside them: correct the core hours, or state that there are none.`,
        diagnostic,
      );
  }
  if (salaryRequired && !statesPay(posting))
    refuse(
      'SALARY_MISSING',
      'Your organisation opens no posting without its salary. State the sum or its range with the currency in the document, or correct the salary.',
      { field: 'salary' },
    );
  if (openOpenings === 0) refuse('NO_OPENING', 'No opening is left to fill. Add an opening first.');
  return problems;
}

/** A sum, or one of several, with its currency. */
function statesPay({ salary, salaryRanges }: PostingDocument): boolean {
  return [salary, ...(salaryRanges ?? [])].some((sum) => sum && sum.currency !== null && (sum.min !== null || sum.max !== null));
}

function warnings({ posting, conflicts, fileName }: Candidacy): PublishProblem[] {
  const problems: PublishProblem[] = [];
  const warn = (code: PublishProblem['code'], message: string, line: number | null, field: FactField | null) =>
    problems.push({ code, severity: 'WARNS', message, line, field, stageId: null });
  for (const { field, textNow, correction, valueBefore, valueNow } of conflicts) {
    const line = posting.facts.find((fact) => fact.field === field)?.line ?? null;
    const now = textNow === null ? 'says nothing of it any more' : 'says something else now';
    const round = correction.action === 'edit' ? ((valueBefore ?? valueNow) as Round) : null;
    const what = round ? `round "${round.name}"` : `"${field}"`;
    warn('CORRECTION_UNDECIDED', `You corrected ${what}, and the document ${now}. Keep yours or accept the document.`, line, field); // prettier-ignore
  }
  const unsure = new Map(
    posting.facts.filter(({ field, confidence }) => WEIGHTY.has(field) && confidence < UNSURE_BELOW).map((fact) => [fact.field, fact]),
  ); // prettier-ignore
  for (const { field, line, text } of unsure.values())
    warn(
      'FACT_UNCERTAIN',
      `"${field}" rests on "${text.slice(0, 80)}" alone, which is not sure. Confirm or correct it.`,
      line,
      field,
    );
  for (const { code, message, line } of posting.diagnostics)
    if (LEFT_OUT.has(code)) warn('SECTION_LEFT_OUT', `${fileName || 'The document'}, line ${line}: ${message}`, line, null);
  const closed = posting.diagnostics.find(({ code }) => code === 'STATUS_CLOSED');
  if (closed) warn('DOCUMENT_CLOSED', 'The document says that the job is closed. Correct the status if it is open.', closed.line, 'status'); // prettier-ignore
  return problems;
}

function seatProblems(stage: StaffedStage): PublishProblem[] {
  const warn = (code: PublishProblem['code'], message: string): PublishProblem => ({
    code,
    severity: 'WARNS',
    message,
    line: null,
    field: null,
    stageId: stage.id,
  });
  if (isMeeting(stage.kind) && stage.seats.length === 0)
    return [
      warn(
        'SEATS_MISSING',
        `"${stage.name}" names nobody who holds it, so no times can be offered for it. Add a seat in the plan.`,
      ),
    ];
  return stage.seats.flatMap((seat) => {
    if (seat.pool === null)
      return [warn('POOL_MISSING', `The seat "${seat.role}" in "${stage.name}" has no interviewer pool. Choose one.`)];
    if (seat.pool.members > 0) return [];
    return [warn('POOL_EMPTY', `The pool "${seat.pool.name}" for "${stage.name}" has no members. Add interviewers to it.`)];
  });
}
