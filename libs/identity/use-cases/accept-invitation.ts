import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Refusal, type Result, type Role, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { type WeakPassword, checkPassword } from '../domain/password-rules.js';
import { type Busy, hashPassword } from '../passwords/password-hash.js';
import { redeemToken, voidTokens } from '../persistence/account-token-rows.js';
import { type Origin, openSession, viaSession } from '../persistence/session-rows.js';
import { passwordOwner, readAccountToken } from '../queries/account-token.js';
import type { SignedIn } from './sign-in.js';

export type DeadLink = Refusal<'LINK_ENDED'>;

/** Chooses the first password behind an invitation's link, which works once, and signs the person in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    input: { readonly token: string; readonly password: string },
    origin: Origin,
  ): Promise<Result<SignedIn, DeadLink | WeakPassword | Busy>> {
    // Looked at first, so that nobody makes us hash without a link.
    const invitation = await readAccountToken(this.uow, input.token, 'INVITATION', this.clock.now());
    if (!invitation) return ended();
    const password = checkPassword(input.password, passwordOwner(invitation), 'input.password');
    if (!password.ok) return password;
    const hash = await hashPassword(password.value);
    if (!hash.ok) return hash;
    const { organizationId } = invitation;
    return this.uow.run({ kind: 'visitor', organizationId }, async (tx) => {
      const personId = await redeemToken(tx, input.token, 'INVITATION');
      if (!personId) return ended();
      const [person] = await tx.query<{ role: Role }>(
        'accept-invitation',
        `UPDATE people SET status = 'ACTIVE', password_hash = $3 WHERE organization_id = $1 AND id = $2 AND status = 'INVITED' RETURNING role`,
        [organizationId, personId, hash.value],
      );
      if (!person) return ended();
      voidTokens(tx, personId);
      const session = openSession(tx, personId, origin);
      tx.audit('person.accept-invitation', 'person', personId, { via: viaSession(session.sessionId) });
      const actor: StaffActor = { kind: 'staff', organizationId, personId, role: person.role };
      return ok({ ...session, actor });
    });
  }
}

function ended() {
  return refuse(
    'LINK_ENDED',
    'This invitation has been used, replaced or has run out. Nothing was changed; sign in, or ask for a new one.',
  );
}
