import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Refusal, type Result, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { PRESENT_FORMS } from '../domain/forms.js';

/** Turns forms on and off; answers that were given stay those of the people who gave them. Administrators only. */
@Injectable()
export class ChooseForms {
  constructor(private readonly uow: UnitOfWork) {}

  /** Asks these forms from now on; none asks nobody. `expectedVersion` is 0 where nothing was ever set. Answers the version it has now. */
  async execute(actor: StaffActor, forms: readonly string[], expectedVersion: number): Promise<Result<number, Refusal>> {
    if (!may(actor, 'privacy.manage'))
      return refuse('NOT_FOUND', 'Only administrators choose what is asked. Nothing was changed.');
    const known = PRESENT_FORMS.map(({ id }) => id);
    if (forms.some((id) => !known.includes(id)))
      return refuse('INVALID_INPUT', `The forms are ${known.join(', ')}. Nothing was changed.`, { field: 'input.forms' });
    const chosen = known.filter((id) => forms.includes(id));
    return this.uow.run<number, Refusal>(actor, async (tx) => {
      // Of two who choose for the first time at once, one waits here and then sees a version.
      await tx.query('lock-self-identification', 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
        tx.organizationId,
      ]);
      const [present] = await tx.query<{ version: number }>(
        'version-of-self-identification',
        'SELECT version FROM self_identification_settings WHERE organization_id = $1',
        [tx.organizationId],
      );
      const presentVersion = present?.version ?? 0;
      if (presentVersion !== expectedVersion)
        return refuse(
          'CONFLICT',
          'Somebody else changed what is asked first; nothing was changed. Look again and decide again.',
          {
            presentVersion,
          },
        );
      tx.write(
        'choose-voluntary-forms',
        `INSERT INTO self_identification_settings (organization_id, forms, version, changed_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (organization_id) DO UPDATE SET forms = excluded.forms, changed_at = excluded.changed_at, version = self_identification_settings.version + 1`,
        [tx.organizationId, chosen, tx.now],
      );
      tx.audit('self-identification.choose', 'organization', tx.organizationId, { forms: chosen });
      return ok(presentVersion + 1);
    });
  }
}
