import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';

export interface SourceRow {
  readonly id: Id;
  readonly name: string;
}

export interface RejectionReasonRow {
  readonly id: Id;
  readonly label: string;
  readonly side: 'WE_REJECTED' | 'THEY_WITHDREW';
  readonly active: boolean;
}

/** The organisation's lists, whole: they are short and every screen with a menu needs them. */
@Injectable()
export class ListsQuery {
  constructor(private readonly uow: UnitOfWork) {}

  async sources(organizationId: Id): Promise<SourceRow[]> {
    const text = 'SELECT id, name FROM sources WHERE organization_id = $1 ORDER BY name LIMIT 500';
    return this.uow.read(organizationId, 'list-sources', text, [organizationId]);
  }

  async rejectionReasons(organizationId: Id): Promise<RejectionReasonRow[]> {
    const text =
      'SELECT id, label, side, active FROM rejection_reasons WHERE organization_id = $1 ORDER BY side DESC, label LIMIT 500';
    return this.uow.read(organizationId, 'list-rejection-reasons', text, [organizationId]);
  }
}
