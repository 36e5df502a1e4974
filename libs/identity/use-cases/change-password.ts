import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type TooManyAttempts, UnitOfWork, bucketKey, emptyBucket, takeTurns } from '#libs/platform/index.js';
import { type PasswordOwner, type WeakPassword, checkPassword } from '../domain/password-rules.js';
import { type Busy, hashPassword, verifyPassword } from '../passwords/password-hash.js';
import { voidTokens } from '../persistence/account-token-rows.js';
import { endSessions } from '../persistence/session-rows.js';

type ChangePasswordRefusal = Refusal<'WRONG_PASSWORD'> | WeakPassword | TooManyAttempts | Busy;

/** Changes one's own password, knowing the present one, and ends all other sessions. */
@Injectable()
export class ChangePassword {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: StaffActor,
    sessionId: Id,
    input: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<Result<null, ChangePasswordRefusal>> {
    // Somebody at an unlocked screen has no more tries than somebody at the door.
    const bucket = { key: bucketKey('change-password', actor.personId), burst: 5, drip_ms: 60_000 };
    const counted = await this.uow.run(actor, (tx) => takeTurns(tx, [bucket]));
    if (!counted.ok) return counted;
    const [person] = await this.uow.read<PasswordOwner & { password_hash: string | null }>(
      actor.organizationId,
      'own-password',
      `SELECT p.email, p.name, o.name AS organization, p.password_hash FROM people p JOIN organizations o ON o.id = p.organization_id
        WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, actor.personId],
    );
    const matches = await verifyPassword(person?.password_hash ?? null, input.currentPassword);
    if (!matches.ok) return matches;
    if (!person || !matches.value) return wrong();
    const password = checkPassword(input.newPassword, person, 'input.newPassword');
    if (!password.ok) return password;
    const hash = await hashPassword(password.value);
    if (!hash.ok) return hash;
    return this.uow.run(actor, async (tx) => {
      const [changed] = await tx.query(
        'change-own-password',
        `UPDATE people SET password_hash = $4 WHERE organization_id = $1 AND id = $2 AND password_hash = $3 AND status = 'ACTIVE' RETURNING id`,
        [actor.organizationId, actor.personId, person.password_hash, hash.value],
      );
      if (!changed) return wrong();
      endSessions(tx, actor.personId, sessionId);
      voidTokens(tx, actor.personId);
      emptyBucket(tx, bucket);
      tx.audit('password.change', 'person', actor.personId);
      return ok(null);
    });
  }
}

function wrong() {
  return refuse(
    'WRONG_PASSWORD',
    'The present password is not right. Nothing was changed; type it again, or ask for a new one on the sign-in page.',
  );
}
