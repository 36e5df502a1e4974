import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type Role, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import {
  type Bucket,
  type TooManyAttempts,
  UnitOfWork,
  bucketKey,
  emptyBucket,
  giveTurnBack,
  networkOf,
  takeTurns,
} from '#libs/platform/index.js';
import { type Busy, verifyPassword } from '../passwords/password-hash.js';
import { type OpenedSession, type Origin, openSession, viaSession } from '../persistence/session-rows.js';
import { findOrganizationId } from '../queries/organization-directory.js';

export interface SignedIn extends OpenedSession {
  readonly actor: StaffActor;
}

export type SignInRefusal = Refusal<'SIGN_IN_FAILED'> | TooManyAttempts | Busy;

interface Account {
  id: Id;
  role: Role;
  status: string;
  password_hash: string | null;
}

/** One who mistypes has five tries and then one a minute; an office behind one address has sixty and then one every two seconds. */
const PER_ACCOUNT = { burst: 5, drip_ms: 60_000 } as const;
const PER_ADDRESS = { burst: 60, drip_ms: 2_000 } as const;

/**
 * Signs a member in with mail and password. Unknown, wrong, invited and disabled are answered alike and after as long. Tries are counted before
 * they are made, per address and per account from one address: so many at once gain nothing, and nobody can lock another out from elsewhere.
 */
@Injectable()
export class SignIn {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    input: { readonly organization: string | null; readonly email: string; readonly password: string },
    origin: Origin,
  ): Promise<Result<SignedIn, SignInRefusal>> {
    const organizationId = await findOrganizationId(this.uow, input.organization);
    if (organizationId === null) return failed();
    const email = input.email.trim().toLowerCase().slice(0, 254);
    const buckets = signInBuckets(email, origin.ip);
    const counted = await this.uow.run({ kind: 'visitor', organizationId }, (tx) =>
      takeTurns(tx, [buckets.address, buckets.account]),
    );
    if (!counted.ok) return counted;
    const account = await this.find(organizationId, email);
    const matches = await verifyPassword(account?.password_hash ?? null, input.password);
    if (!matches.ok) return matches;
    if (!account || !matches.value || account.status !== 'ACTIVE') return failed();
    return this.open(organizationId, account, buckets, origin);
  }

  private async find(organizationId: Id, email: string): Promise<Account | undefined> {
    const [account] = await this.uow.read<Account>(
      organizationId,
      'sign-in-account',
      'SELECT id, role, status, password_hash FROM people WHERE organization_id = $1 AND lower(email) = $2',
      [organizationId, email],
    );
    return account;
  }

  private open(
    organizationId: Id,
    account: Account,
    buckets: { address: Bucket; account: Bucket },
    origin: Origin,
  ): Promise<Result<SignedIn, Refusal<'SIGN_IN_FAILED'>>> {
    const actor: StaffActor = { kind: 'staff', organizationId, personId: account.id, role: account.role };
    return this.uow.run(actor, async (tx) => {
      // While the hash was compared the person may have been disabled or the password changed.
      const [still] = await tx.query(
        'lock-signing-in',
        `SELECT id FROM people WHERE organization_id = $1 AND id = $2 AND status = 'ACTIVE' AND password_hash = $3 FOR UPDATE`,
        [organizationId, account.id, account.password_hash],
      );
      if (!still) return failed();
      const session = openSession(tx, account.id, origin);
      giveTurnBack(tx, buckets.address);
      emptyBucket(tx, buckets.account);
      tx.audit('session.open', 'person', account.id, { via: viaSession(session.sessionId) });
      return ok({ ...session, actor });
    });
  }
}

/** What sign-ins are counted by. */
export function signInBuckets(email: string, ip: string): { address: Bucket; account: Bucket } {
  const network = networkOf(ip);
  return {
    address: { key: bucketKey('sign-in', network), ...PER_ADDRESS },
    account: { key: bucketKey('sign-in', email.toLowerCase(), network), ...PER_ACCOUNT },
  };
}

function failed() {
  return refuse(
    'SIGN_IN_FAILED',
    'The organisation, e-mail address and password do not belong together. Nothing was changed; check them, or ask for a new password.',
  );
}
