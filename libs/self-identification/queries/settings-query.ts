import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import type { StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';

export interface SettingsRow {
  /** Ids of the forms that are asked. */
  readonly forms: readonly string[];
  /** 0 while nothing was ever set. */
  readonly version: number;
}

/** Which forms are asked; null for everybody but administrators. */
@Injectable()
export class SettingsQuery {
  constructor(private readonly uow: UnitOfWork) {}

  async settings(actor: StaffActor): Promise<SettingsRow | null> {
    if (!may(actor, 'privacy.manage')) return null;
    const [row] = await this.uow.read<SettingsRow>(
      actor.organizationId,
      'self-identification-settings',
      'SELECT forms, version FROM self_identification_settings WHERE organization_id = $1',
      [actor.organizationId],
    );
    return row ?? { forms: [], version: 0 };
  }
}
