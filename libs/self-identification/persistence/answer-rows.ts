import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Puts answers in the place of those that are there. The application's role writes them by a function of the owner's and reads them by none. */
export function writeAnswers(
  tx: Tx,
  applicationId: Id,
  form: { readonly id: string; readonly version: number },
  answers: Readonly<Record<string, string>>,
): void {
  tx.write('write-voluntary-answers', 'SELECT self_identification.answer($1, $2, $3, $4, $5)', [
    ...[applicationId, form.id, form.version, JSON.stringify(answers), tx.now],
  ]);
}

/** Lets go of everything these applications said. */
export function forgetAnswers(tx: Tx, applicationIds: readonly Id[]): void {
  tx.write('forget-voluntary-answers', 'SELECT self_identification.forget($1)', [applicationIds]);
}
