import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type StaffActor, isId, ok, refuse } from '#libs/kernel/index.js';
import { may, isHiddenCandidate } from '#libs/identity/index.js';
import { SQLSTATE, type Tx, UnitOfWork, isDatabaseError } from '#libs/platform/index.js';
import { type Contact, type ContactInput, readContact } from '../domain/contact.js';
import { indexCandidate, updateContact } from '../persistence/receive-rows.js';

/** The team corrects what is known of a person, for instance by what they stated with a later application. */
@Injectable()
export class UpdateCandidate {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers the new version. */
  async execute(actor: StaffActor, id: Id, expectedVersion: number, input: ContactInput): Promise<Result<number, Refusal>> {
    const contact = readContact(input);
    if (!contact.ok) return contact;
    if (!isId(id) || !may(actor, 'candidates.edit')) return noSuchCandidate();
    try {
      return await this.uow.run<number, Refusal>(actor, async (tx) => {
        const [present] = await tx.query<{ version: number }>(
          'lock-candidate-to-edit',
          `SELECT c.version FROM candidates c WHERE c.organization_id = $1 AND c.id = $2 AND c.merged_into_id IS NULL
              AND NOT ${isHiddenCandidate('c.id', '$3')} FOR NO KEY UPDATE`,
          [tx.organizationId, id, actor.personId],
        );
        if (!present) return noSuchCandidate();
        if (present.version !== expectedVersion) {
          const message = 'Somebody else changed this person first; nothing of yours was saved. Look again and decide again.';
          return refuse('CONFLICT', message, { presentVersion: present.version });
        }
        this.record(tx, id, contact.value);
        return ok(present.version + 1);
      });
    } catch (error) {
      if (!isDatabaseError(error, SQLSTATE.uniqueViolation, 'candidates_email')) throw error;
      return refuse(
        'EMAIL_TAKEN',
        'Another candidate has this address; nothing was changed. If they are one person, merge the two.',
      );
    }
  }

  private record(tx: Tx, id: Id, contact: Contact): void {
    updateContact(tx, id, contact);
    tx.write('update-candidate-email', 'UPDATE candidates SET email = $3 WHERE organization_id = $1 AND id = $2', [
      tx.organizationId,
      id,
      contact.email,
    ]);
    indexCandidate(tx, id);
    tx.audit('candidate.edit', 'candidate', id);
  }
}

function noSuchCandidate() {
  return refuse('NOT_FOUND', 'There is no such candidate, or you may not change them. Nothing was changed.');
}
