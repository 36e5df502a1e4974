import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type Role, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type TooManyAttempts, UnitOfWork, giveTurnBack, takeTurns } from '#libs/platform/index.js';
import { type Assertion, RelyingParty } from '../passkeys/relying-party.js';
import { type Origin, openSession, viaSession } from '../persistence/session-rows.js';
import { spendChallenge } from '../persistence/passkey-rows.js';
import { readOrganization } from '../queries/organization.js';
import { type SignedIn, signInBuckets } from './sign-in.js';

interface Kept {
  readonly id: Id;
  readonly role: Role;
  readonly public_key: Buffer;
  readonly counter: number;
}

type PasskeyRefusal = Refusal<'SIGN_IN_FAILED'> | TooManyAttempts;

/** Signs in whoever holds a key that a member made here. Everything that is not right about an answer is answered alike; a challenge is answered once. */
@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly party: RelyingParty,
  ) {}

  async execute(answer: string, origin: Origin): Promise<Result<SignedIn, PasskeyRefusal>> {
    const assertion = this.party.readAssertion(answer);
    // Row-level security shows nothing of an organisation that the answer made up.
    if (!assertion || !(await readOrganization(this.uow, assertion.organizationId))) return failed();
    const { organizationId } = assertion;
    const { address } = signInBuckets('', origin.ip);
    const counted = await this.uow.run({ kind: 'visitor', organizationId }, (tx) => takeTurns(tx, [address]));
    if (!counted.ok) return counted;
    const key = await this.find(assertion);
    const { credentialId } = assertion;
    const counter =
      key && (await this.party.verify(assertion, { credentialId, publicKey: key.public_key, counter: key.counter }));
    if (!key || counter === null || counter === undefined) return failed();
    const actor: StaffActor = { kind: 'staff', organizationId, personId: assertion.personId, role: key.role };
    return this.uow.run<SignedIn, Refusal<'SIGN_IN_FAILED'>>(actor, async (tx) => {
      if (!(await spendChallenge(tx, assertion.challenge))) return failed();
      // Meanwhile the key may have been used or removed, or its person disabled.
      const [used] = await tx.query(
        'use-passkey',
        `UPDATE passkeys k SET counter = $3, last_used_at = $5 FROM people p
          WHERE k.organization_id = $1 AND k.id = $2 AND k.counter = $4 AND p.organization_id = $1 AND p.id = k.person_id AND p.status = 'ACTIVE' RETURNING k.id`,
        [organizationId, key.id, counter, key.counter, tx.now],
      );
      if (!used) return failed();
      const session = openSession(tx, actor.personId, origin);
      giveTurnBack(tx, address);
      tx.audit('session.open-by-passkey', 'person', actor.personId, {
        passkeyId: key.id,
        via: viaSession(session.sessionId),
      });
      return ok({ ...session, actor });
    });
  }

  private async find({ organizationId, personId, credentialId }: Assertion): Promise<Kept | undefined> {
    const [key] = await this.uow.read<Kept>(
      organizationId,
      'passkey-to-sign-in',
      `SELECT k.id, p.role, k.public_key, k.counter::float8 AS counter FROM passkeys k JOIN people p ON p.organization_id = $1 AND p.id = k.person_id
        WHERE k.organization_id = $1 AND k.credential_id = $2 AND k.person_id = $3 AND p.status = 'ACTIVE'`,
      [organizationId, credentialId, personId],
    );
    return key;
  }
}

function failed() {
  return refuse(
    'SIGN_IN_FAILED',
    'This passkey opens no account here, or took too long. Nothing was changed; try again, or sign in with your password.',
  );
}
