import { Injectable } from '@nestjs/common';
import { type BadInput, firstBad, ok, readLine, readZone, type Result, type StaffActor } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';

/** Changes what others see of oneself; what is not given stays. */
@Injectable()
export class UpdateMyProfile {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: StaffActor,
    input: { readonly name?: string | null; readonly title?: string | null; readonly zone?: string | null },
    idempotency?: Idempotency,
  ): Promise<Result<null, BadInput | IdempotencyRefusal>> {
    const name = input.name === null || input.name === undefined ? ok(null) : readLine(input.name, 'input.name', 120);
    const title = input.title === null || input.title === undefined ? ok(null) : readLine(input.title, 'input.title', 120, 0);
    const zone = input.zone === null || input.zone === undefined ? ok(null) : readZone(input.zone, 'input.zone');
    if (!name.ok || !title.ok || !zone.ok) return firstBad(name, title, zone)!;
    return this.uow.run(
      actor,
      async (tx) => {
        tx.write(
          'update-profile',
          `UPDATE people SET name = coalesce($3, name), title = coalesce($4, title), zone = coalesce($5, zone) WHERE organization_id = $1 AND id = $2`,
          [actor.organizationId, actor.personId, name.value, title.value, zone.value],
        );
        tx.audit('person.update-profile', 'person', actor.personId);
        return ok(null);
      },
      idempotency,
    );
  }
}
