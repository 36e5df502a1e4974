import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { PasswordOwner } from '../domain/password-rules.js';
import type { TokenPurpose } from '../persistence/account-token-rows.js';
import { readToken } from '../persistence/session-token.js';

/** What the page behind a mailed link may show before a password is chosen. */
export interface AccountToken {
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly personId: Id;
  readonly personName: string;
  readonly email: string;
}

/** Looks at a mailed token without using it up; null when it is unknown, for another purpose, used or expired. */
export async function readAccountToken(
  uow: UnitOfWork,
  token: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<AccountToken | null> {
  const read = readToken(token);
  if (!read) return null;
  const [row] = await uow.read<{ name: string; email: string; organization: string; person_id: Id }>(
    read.organizationId,
    'read-account-token',
    `SELECT t.person_id, p.name, p.email, o.name AS organization
       FROM account_tokens t
       JOIN people p ON p.organization_id = t.organization_id AND p.id = t.person_id
       JOIN organizations o ON o.id = t.organization_id
      WHERE t.organization_id = $1 AND t.token_hash = $2 AND t.purpose = $3 AND t.used_at IS NULL AND t.expires_at > $4 AND p.status <> 'DISABLED'`,
    [read.organizationId, read.hash, purpose, now],
  );
  if (!row) return null;
  return {
    organizationId: read.organizationId,
    organizationName: row.organization,
    personId: row.person_id,
    personName: row.name,
    email: row.email,
  };
}

/** What a password behind the link must not be made of. */
export function passwordOwner({ email, personName, organizationName }: AccountToken): PasswordOwner {
  return { email, name: personName, organization: organizationName };
}
