import { Injectable } from '@nestjs/common';
import { type Id, isId, newId, ok, readLine, type Refusal, refuse, type Result, type StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { may } from '../domain/policy.js';
import { TOKEN_SCOPES, type TokenScope } from '../domain/token-scopes.js';
import { mintToken } from '../persistence/session-token.js';
import { API_TOKEN_PREFIX, type ApiTokenRow } from '../queries/api-tokens.js';
import { provePassword } from './prove-password.js';

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresInDays: number;
  /** The person's own: a screen that was left unlocked makes no token that outlives the session. */
  readonly password: string;
}

export interface MadeApiToken {
  /** Shown this once. */
  readonly token: string;
  readonly apiToken: ApiTokenRow;
}

const MOST = { days: 366, tokens: 20 } as const;
const DAY_MS = 86_400_000;

/** Makes and revokes the tokens by which programs act for a member. */
@Injectable()
export class ApiTokens {
  constructor(private readonly uow: UnitOfWork) {}

  async make(actor: StaffActor, input: NewApiToken): Promise<Result<MadeApiToken, Refusal>> {
    const name = readLine(input.name, 'input.name', 120);
    if (!name.ok) return name;
    const scopes = TOKEN_SCOPES.filter((scope) => input.scopes.includes(scope));
    if (scopes.length === 0)
      return refuse('INVALID_INPUT', 'Choose at least one scope; nothing was made.', { field: 'input.scopes' });
    const days = input.expiresInDays;
    if (!Number.isInteger(days) || days < 1 || days > MOST.days)
      return refuse('INVALID_INPUT', `A token lives 1 to ${MOST.days} days; nothing was made.`, { field: 'input.expiresInDays' });
    const proved = await provePassword(this.uow, actor, input.password);
    if (!proved.ok) return proved;
    return this.uow.run<MadeApiToken, Refusal>(actor, async (tx) => {
      const live = await tx.query(
        'live-api-tokens',
        `SELECT id FROM api_tokens WHERE organization_id = $1 AND person_id = $2 AND revoked_at IS NULL AND expires_at > $3 LIMIT ${MOST.tokens}`,
        [tx.organizationId, actor.personId, tx.now],
      );
      if (live.length >= MOST.tokens)
        return refuse(
          'TOO_MANY_TOKENS',
          `You have ${MOST.tokens} tokens already; nothing was made. Revoke one that is not used.`,
        );
      const { token, hash } = mintToken(tx.organizationId);
      const apiToken: ApiTokenRow = {
        ...{
          id: newId(tx.now.getTime()),
          personId: actor.personId,
          name: name.value,
          scopes,
          createdAt: tx.now,
          lastUsedAt: null,
        },
        expiresAt: new Date(tx.now.getTime() + days * DAY_MS),
      };
      tx.write(
        'make-api-token',
        'INSERT INTO api_tokens (organization_id, id, person_id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        // The hash is of what follows the prefix.
        [tx.organizationId, apiToken.id, actor.personId, apiToken.name, hash, scopes, tx.now, apiToken.expiresAt],
      );
      tx.audit('api-token.make', 'api-token', apiToken.id, { scopes, days });
      return ok({ token: API_TOKEN_PREFIX + token, apiToken });
    });
  }

  /** Ends one's own token, or as an administrator anybody's. It is refused from the next request on. */
  async revoke(actor: StaffActor, id: Id): Promise<Result<Id, Refusal>> {
    const unknown = () => refuse('NOT_FOUND', 'There is no such token, or it is not yours to end. Nothing was changed.');
    if (!isId(id)) return unknown();
    return this.uow.run<Id, Refusal>(actor, async (tx) => {
      const [ended] = await tx.query(
        'revoke-api-token',
        `UPDATE api_tokens SET revoked_at = coalesce(revoked_at, $4) WHERE organization_id = $1 AND id = $2 AND ($5 OR person_id = $3) RETURNING id`,
        [tx.organizationId, id, actor.personId, tx.now, may(actor, 'people.manage')],
      );
      if (!ended) return unknown();
      tx.audit('api-token.revoke', 'api-token', id);
      return ok(id);
    });
  }
}
