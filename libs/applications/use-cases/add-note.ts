import { Injectable } from '@nestjs/common';
import {
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  type TeamRole,
  isId,
  newId,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { type Idempotency, UnitOfWork } from '#libs/platform/index.js';
import { isStorable } from '../domain/text.js';
import { HAS_SEAT, TEAM_ROLES_OF } from '../queries/application.js';

export const LONGEST_NOTE = 20_000;

/** A note of the team on an application. Notes are never changed or removed. */
@Injectable()
export class AddNote {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers the note's id. */
  async execute(actor: StaffActor, applicationId: Id, text: string, idempotency?: Idempotency): Promise<Result<Id, Refusal>> {
    const note = text.trim();
    if (note === '' || note.length > LONGEST_NOTE || !isStorable(note)) {
      return refuse('INVALID_INPUT', `A note has 1 to ${LONGEST_NOTE} characters of text; nothing was saved.`, {
        field: 'input.text',
      });
    }
    if (!isId(applicationId)) return noSuchApplication();
    return this.uow.run<Id, Refusal>(
      actor,
      async (tx) => {
        const [found] = await tx.query<{ team_roles: TeamRole[] | null; has_seat: boolean; posting_id: Id }>(
          'read-for-note',
          `SELECT a.posting_id, ${TEAM_ROLES_OF} AS team_roles, ${HAS_SEAT} AS has_seat FROM applications a WHERE a.organization_id = $1 AND a.id = $2`,
          [tx.organizationId, applicationId, actor.personId],
        );
        if (!found || !may(actor, 'application.note', { teamRoles: found.team_roles, hasSeat: found.has_seat }))
          return noSuchApplication();
        const id = newId(tx.now.getTime());
        tx.write(
          'insert-note',
          'INSERT INTO application_notes (organization_id, id, application_id, author_id, text, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
          [tx.organizationId, id, applicationId, actor.personId, note, tx.now],
        );
        tx.audit('application.note', 'application', applicationId, { noteId: id });
        return ok(id);
      },
      idempotency,
    );
  }
}

function noSuchApplication() {
  return refuse('NOT_FOUND', 'There is no such application, or you may not write notes on it. Nothing was saved.');
}
