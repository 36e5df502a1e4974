import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type BadInput,
  firstBad,
  ok,
  readEmail,
  readLine,
  readText,
  readZone,
  type Refusal,
  refuse,
  type Result,
} from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { readWebsite } from '../domain/account-input.js';
import { may } from '../domain/policy.js';

export interface OrganizationChanges {
  readonly name?: string | null;
  readonly zone?: string | null;
  /** An empty text removes it. */
  readonly website?: string | null;
  readonly about?: string | null;
  readonly contactEmail?: string | null;
}

/** Changes what the organisation shows of itself; what is not given stays. The slug stands in published addresses and does not change. */
@Injectable()
export class UpdateOrganization {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    changes: OrganizationChanges,
    idempotency?: Idempotency,
  ): Promise<Result<null, BadInput | IdempotencyRefusal | Refusal<'FORBIDDEN'>>> {
    if (!may(actor, 'organization.administer'))
      return refuse('FORBIDDEN', 'Only administrators change the organisation. Nothing was changed; ask one of them.');
    const name = given(changes.name) ? readLine(changes.name, 'input.name', 120) : ok(null);
    const zone = given(changes.zone) ? readZone(changes.zone, 'input.zone') : ok(null);
    const website = given(changes.website) ? readWebsite(changes.website, 'input.website') : ok(null);
    const about = given(changes.about) ? readText(changes.about, 'input.about', 5000) : ok(null);
    const contact = given(changes.contactEmail) ? readEmail(changes.contactEmail, 'input.contactEmail') : ok(null);
    if (!name.ok || !zone.ok || !website.ok || !about.ok || !contact.ok) return firstBad(name, zone, website, about, contact)!;
    return this.uow.run(
      actor,
      async (tx) => {
        tx.write(
          'update-organization',
          `UPDATE organizations SET name = coalesce($2, name), zone = coalesce($3, zone), website = CASE WHEN $4 THEN $5 ELSE website END,
                  about = coalesce($6, about), contact_email = coalesce($7, contact_email) WHERE id = $1`,
          [actor.organizationId, name.value, zone.value, given(changes.website), website.value, about.value, contact.value],
        );
        tx.audit('organization.update', 'organization', actor.organizationId);
        return ok(null);
      },
      idempotency,
    );
  }
}

function given(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}
