import type { CandidateErased } from '#libs/applications/index.js';
import type { Tx } from '#libs/platform/index.js';
import { forgetAnswers } from '../persistence/answer-rows.js';

/** With the person goes what they said of themselves, in the same transaction. */
export function forgetErased(tx: Tx, { applicationIds }: CandidateErased): void {
  forgetAnswers(tx, applicationIds);
}
