import { type Id, type Refusal, type Result, type SystemActor, ok, refuse } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { PersonStatus } from '../domain/membership.js';
import { type Busy, generatePassword, hashPassword } from '../passwords/password-hash.js';
import { voidTokens } from '../persistence/account-token-rows.js';
import { endSessions } from '../persistence/session-rows.js';

export type ReissueRefusal = Refusal<'NOT_FOUND' | 'PERSON_DISABLED'> | Busy;

/**
 * Gives a member a generated password, answered once, and ends their sessions and links. Whoever was invited is in with it. For whoever runs the installation: no
 * door of the API leads here.
 */
export async function reissuePassword(
  uow: UnitOfWork,
  organizationId: Id,
  email: string,
  part = 'cli',
): Promise<Result<{ email: string; password: string }, ReissueRefusal>> {
  const password = generatePassword();
  const hash = await hashPassword(password);
  if (!hash.ok) return hash;
  const actor: SystemActor = { kind: 'system', organizationId, part };
  return uow.run<{ email: string; password: string }, ReissueRefusal>(actor, async (tx) => {
    const [person] = await tx.query<{ id: Id; email: string; status: PersonStatus }>(
      'person-to-reissue',
      'SELECT id, email, status FROM people WHERE organization_id = $1 AND lower(email) = $2 FOR UPDATE',
      [organizationId, email.trim().toLowerCase()],
    );
    if (!person) return refuse('NOT_FOUND', 'Nobody here has this address. Nothing was changed.');
    if (person.status === 'DISABLED')
      return refuse('PERSON_DISABLED', 'This account is disabled. Nothing was changed; an administrator can enable it.');
    tx.write(
      'reissue-password',
      `UPDATE people SET password_hash = $3, status = 'ACTIVE' WHERE organization_id = $1 AND id = $2`,
      [organizationId, person.id, hash.value],
    );
    voidTokens(tx, person.id);
    endSessions(tx, person.id);
    tx.audit('password.reissue', 'person', person.id);
    return ok({ email: person.email, password });
  });
}
