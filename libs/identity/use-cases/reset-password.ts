import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Id, type Result, ok, refuse } from '#libs/kernel/index.js';
import { CLOCK, type TooManyAttempts, UnitOfWork, bucketKey, networkOf, takeTurns } from '#libs/platform/index.js';
import { type WeakPassword, checkPassword } from '../domain/password-rules.js';
import { Links } from '../links/links.js';
import { type Busy, hashPassword } from '../passwords/password-hash.js';
import { issueToken, redeemToken, voidTokens } from '../persistence/account-token-rows.js';
import { forgetPasskeys } from '../persistence/passkey-rows.js';
import { type Origin, endSessions } from '../persistence/session-rows.js';
import { passwordOwner, readAccountToken } from '../queries/account-token.js';
import { findOrganizationId } from '../queries/organization-directory.js';
import type { DeadLink } from './accept-invitation.js';

const PER_ADDRESS = { burst: 20, drip_ms: 30_000 } as const;
/** How often one mailbox is written to, whoever asks. */
const PER_ACCOUNT = { burst: 3, drip_ms: 10 * 60_000 } as const;
/** Longer than the work takes, so that the time does not tell whether a mail went out. */
const ANSWER_AFTER_MS = 250;

/** Mails a link for a new password when the address belongs to an active member. The answer is the same for every address. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
  ) {}

  async execute(
    input: { readonly organization: string | null; readonly email: string },
    { ip }: Pick<Origin, 'ip'>,
  ): Promise<Result<null, TooManyAttempts>> {
    const [answer] = await Promise.all([this.request(input, ip), new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS))]);
    return answer;
  }

  private async request(
    input: { readonly organization: string | null; readonly email: string },
    ip: string,
  ): Promise<Result<null, TooManyAttempts>> {
    const organizationId = await findOrganizationId(this.uow, input.organization);
    if (organizationId === null) return ok(null);
    const visitor = { kind: 'visitor', organizationId } as const;
    const byAddress = { key: bucketKey('reset', networkOf(ip)), ...PER_ADDRESS };
    const counted = await this.uow.run(visitor, (tx) => takeTurns(tx, [byAddress]));
    if (!counted.ok) return counted;
    const email = input.email.trim().toLowerCase().slice(0, 254);
    await this.uow.run(visitor, async (tx) => {
      const counted = await takeTurns(tx, [{ key: bucketKey('reset-mail', email), ...PER_ACCOUNT }]);
      if (!counted.ok) return counted;
      const [person] = await tx.query<{ id: Id }>(
        'reset-account',
        `SELECT id FROM people WHERE organization_id = $1 AND lower(email) = $2 AND status = 'ACTIVE'`,
        [organizationId, email],
      );
      if (!person) return ok(null);
      // Links asked for before keep working: otherwise whoever knows the address could make every one of them worthless.
      const { token, expiresAt } = issueToken(tx, person.id, 'PASSWORD_RESET');
      tx.emit({
        name: 'PasswordResetRequested',
        subjectId: person.id,
        payload: { personId: person.id },
        transient: { link: this.links.absolute(`/account/reset/${token}`), expiresAt },
      });
      tx.audit('password.request-reset', 'person', person.id);
      return ok(null);
    });
    return ok(null);
  }
}

/** Sets a new password behind a mailed link, which works once, ends every session and removes every passkey: whoever asks for it has lost hold of their account. The person signs in with it next. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(input: {
    readonly token: string;
    readonly password: string;
  }): Promise<Result<null, DeadLink | WeakPassword | Busy>> {
    const reset = await readAccountToken(this.uow, input.token, 'PASSWORD_RESET', this.clock.now());
    if (!reset) return ended();
    const password = checkPassword(input.password, passwordOwner(reset), 'input.password');
    if (!password.ok) return password;
    const hash = await hashPassword(password.value);
    if (!hash.ok) return hash;
    return this.uow.run({ kind: 'visitor', organizationId: reset.organizationId }, async (tx) => {
      const personId = await redeemToken(tx, input.token, 'PASSWORD_RESET');
      if (!personId) return ended();
      const [person] = await tx.query(
        'reset-password',
        `UPDATE people SET password_hash = $3 WHERE organization_id = $1 AND id = $2 AND status = 'ACTIVE' RETURNING id`,
        [reset.organizationId, personId, hash.value],
      );
      if (!person) return ended();
      voidTokens(tx, personId);
      endSessions(tx, personId);
      forgetPasskeys(tx, personId);
      tx.audit('password.reset', 'person', personId);
      return ok(null);
    });
  }
}

function ended() {
  return refuse(
    'LINK_ENDED',
    'This link has been used or has run out. Nothing was changed; ask for another one on the sign-in page.',
  );
}
