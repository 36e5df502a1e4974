import { bad, type BadInput, ok, type Result } from '#libs/kernel/index.js';
import { applyCorrections, type Correction, type CorrectionRefusal } from './corrections.js';
import { parsePosting } from './parse-posting.js';
import { planFromPosting, type DefaultStage, type PlanStageDraft } from './plan-from-posting.js';
import type { PostingDocument } from './posting-document.js';
import { storable } from './storable.js';

/** What the organisation contributes to the reading of a document. */
export interface Surroundings {
  readonly defaultPlan: readonly DefaultStage[];
  /** Texts of shared sections by bare name. */
  readonly sections: ReadonlyMap<string, string>;
  /** Begins the time of one reading; what it answers is true once that has taken too long. */
  readonly startReading?: () => () => boolean;
}

/** A document as read, as corrected, and the plan that follows. */
export interface Understanding {
  readonly parsed: PostingDocument;
  readonly posting: PostingDocument;
  readonly stages: readonly PlanStageDraft[];
}

/** Codes of diagnostics after which nothing was read. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'EMPTY',
  'BINARY',
  'TOO_LARGE',
  'TOO_MANY_LINES',
  'LINE_TOO_LONG',
  'TOO_DEEP',
  'TOO_SLOW',
  'UNREADABLE',
]);

/** Reads a document with its surroundings and applies corrections, all or none. A document of which nothing could be read is refused. */
export function understandPosting(
  document: string,
  fileName: string,
  surroundings: Surroundings,
  corrections: readonly Correction[],
): Result<Understanding, CorrectionRefusal | BadInput> {
  const parsed = storable(
    parsePosting(document, { fileName, sections: surroundings.sections, isOverdue: surroundings.startReading?.() }),
  );
  const fault = parsed.diagnostics.find(({ severity, code }) => severity === 'error' && UNREADABLE.has(code));
  if (fault) return bad('input.document', fault.message.replace(/\.$/, ''));
  const corrected = applyCorrections(parsed, corrections);
  if (!corrected.ok) return corrected;
  return ok({ parsed, posting: corrected.value, stages: storable(planFromPosting(corrected.value, surroundings.defaultPlan)) });
}
