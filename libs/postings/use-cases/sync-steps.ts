import type { PostingDocument } from '../domain/posting-document.js';
import type { PostingChange } from '../domain/reread-document.js';
import { type PostingThere, orderedStatus } from '../domain/sync-plan.js';
import type { RevisionPreview } from '../queries/preview-revision.js';

/** What happened to a file or a posting, or would happen. */
export interface SyncStep {
  readonly what: 'section' | 'added' | 'revised' | 'moved' | 'opened' | 'closed' | 'archived' | 'skipped' | 'waits' | 'failed';
  /** The file, or the posting's file that is gone. */
  readonly path: string;
  /** The posting's name, where there is one. */
  readonly title: string | null;
  readonly changes: readonly PostingChange[];
  /** Sentences for people: why, and what to do. */
  readonly notes: readonly string[];
}

/** Takes a step down. */
export type Say = (step: Omit<SyncStep, 'changes' | 'notes'> & Partial<SyncStep>) => void;

export type Ordered = Pick<PostingThere, 'id' | 'title' | 'status' | 'version' | 'statedStatus'> & {
  readonly path: string;
  readonly exact: boolean;
};

export const NO_POSTING = 'No job is described here.';
export const FILE_GONE = 'Its file is gone.';
export const WRONG_FOLDER = 'Its file is gone, and so are those of all others: is this the right folder? Confirm to end them.';
export const NEW_PLAN = 'New candidates enter a new version of the plan; the others stay on theirs.';

/** Why a document makes no posting: it describes none, or its front matter has faults, each with its line. */
export function unfitness({ documentKind, diagnostics }: PostingDocument): Pick<SyncStep, 'what' | 'notes'> | null {
  const faults = diagnostics.filter(({ severity, code }) => severity === 'error' && code.startsWith('FRONT_MATTER_'));
  if (faults.length > 0) return { what: 'failed', notes: faults.map(({ line, message }) => `Line ${line}: ${message}`) };
  return documentKind === 'posting' ? null : { what: 'skipped', notes: [NO_POSTING] };
}

export function staysAsItWas({ notes }: Pick<SyncStep, 'notes'>): Pick<SyncStep, 'what' | 'notes'> {
  return { what: 'failed', notes: [...notes, 'Its posting stays as it was.'] };
}

export function sayOrder({ exact, statedStatus, status, path, title }: Omit<Ordered, 'id' | 'version'>, say: Say): void {
  const change = orderedStatus(exact, statedStatus, status);
  if (change) say({ what: change === 'close' ? 'closed' : 'opened', path, title });
}

export function foreseen(
  { title, changes, planChanged, overtaken }: RevisionPreview,
  posting: PostingThere,
  path: string,
): SyncStep {
  const notes = [
    ...movedFrom(posting, path),
    ...overtaken.map(({ field }) => undecided(field)),
    ...(planChanged ? [NEW_PLAN] : []),
  ];
  return { what: 'revised', path, title, changes, notes };
}

export function undecided(field: string): string {
  return `"${field}" was corrected, and the document says something else now: decide which holds.`;
}

export function movedFrom({ sourcePath }: PostingThere, path?: string): string[] {
  if (sourcePath === path) return [];
  return [sourcePath === null ? 'It had been imported by hand.' : `It was ${sourcePath}.`];
}

export function showsAnew({
  title,
  status,
  changes,
  planChanged,
}: Pick<RevisionPreview, 'title' | 'status' | 'changes' | 'planChanged'>): string {
  const fields = changes.map(({ field }) => field).join(', ');
  return `shown in ${title || 'an untitled draft'} (${status.toLowerCase()})${fields ? `: changes ${fields}` : ''}${planChanged ? '; a new plan' : ''}`;
}

export function nameOf(path: string): string {
  return path.split('/').at(-1)!.slice(-255);
}
