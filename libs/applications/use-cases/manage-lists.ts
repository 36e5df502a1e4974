import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type StaffActor, isId, newId, ok, refuse } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { SQLSTATE, UnitOfWork, isDatabaseError } from '#libs/platform/index.js';
import { isStorable } from '../domain/text.js';
import type { RejectionReasonRow, SourceRow } from '../queries/lists.js';

const LONGEST_NAME = 120;

/** The organisation's sources and rejection reasons. */
@Injectable()
export class ManageLists {
  constructor(private readonly uow: UnitOfWork) {}

  async addSource(actor: StaffActor, name: string): Promise<Result<SourceRow, Refusal>> {
    const read = this.readName(actor, name, 'input.name');
    if (!read.ok) return read;
    const row = { id: newId(), name: read.value };
    return this.insert(
      actor,
      'source',
      row.id,
      row,
      'insert-source',
      'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)',
      [row.name],
    );
  }

  async addRejectionReason(
    actor: StaffActor,
    label: string,
    side: RejectionReasonRow['side'],
  ): Promise<Result<RejectionReasonRow, Refusal>> {
    const read = this.readName(actor, label, 'input.label');
    if (!read.ok) return read;
    const row = { id: newId(), label: read.value, side, active: true };
    const text = 'INSERT INTO rejection_reasons (organization_id, id, label, side) VALUES ($1, $2, $3, $4)';
    return this.insert(actor, 'rejection-reason', row.id, row, 'insert-rejection-reason', text, [row.label, side]);
  }

  /** A disabled reason can no longer be chosen; histories that name it stay readable. */
  async setRejectionReasonActive(actor: StaffActor, id: Id, active: boolean): Promise<Result<RejectionReasonRow, Refusal>> {
    if (!isId(id) || !may(actor, 'lists.manage')) return notAllowed();
    return this.uow.run<RejectionReasonRow, Refusal>(actor, async (tx) => {
      const [row] = await tx.query<RejectionReasonRow>(
        'set-rejection-reason-active',
        'UPDATE rejection_reasons SET active = $3 WHERE organization_id = $1 AND id = $2 RETURNING id, label, side, active',
        [tx.organizationId, id, active],
      );
      if (!row) return notAllowed();
      tx.audit('rejection-reason.set-active', 'rejection-reason', id, { active });
      return ok(row);
    });
  }

  private readName(actor: StaffActor, name: string, field: string): Result<string, Refusal> {
    if (!may(actor, 'lists.manage')) return notAllowed();
    const read = name.trim();
    if (read !== '' && read.length <= LONGEST_NAME && isStorable(read)) return ok(read);
    return refuse('INVALID_INPUT', `A name has 1 to ${LONGEST_NAME} characters; nothing was saved.`, { field });
  }

  private async insert<T>(
    actor: StaffActor,
    kind: string,
    id: Id,
    row: T,
    name: string,
    text: string,
    values: string[],
  ): Promise<Result<T, Refusal>> {
    try {
      return await this.uow.run<T, Refusal>(actor, async (tx) => {
        tx.write(name, text, [tx.organizationId, id, ...values]);
        tx.audit(`${kind}.add`, kind, id);
        return ok(row);
      });
    } catch (error) {
      if (isDatabaseError(error, SQLSTATE.uniqueViolation))
        return refuse('NAME_TAKEN', 'There is one with this name already; nothing was saved.');
      throw error;
    }
  }
}

function notAllowed() {
  return refuse('NOT_FOUND', 'There is no such entry, or you may not change the lists. Nothing was changed.');
}
