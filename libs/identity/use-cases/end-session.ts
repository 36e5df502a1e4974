import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type StaffActor, isId, ok, refuse } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';

/** Ends one of one's own sessions: this one (signing out) or another. It is refused from the next request on. */
@Injectable()
export class EndSession {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: StaffActor, sessionId: Id): Promise<Result<{ sessionId: Id }, Refusal<'NOT_FOUND'>>> {
    if (!isId(sessionId)) return unknown();
    return this.uow.run(actor, async (tx) => {
      const [ended] = await tx.query(
        'end-session',
        `UPDATE sessions SET revoked_at = coalesce(revoked_at, $4) WHERE organization_id = $1 AND person_id = $2 AND id = $3 RETURNING id`,
        [actor.organizationId, actor.personId, sessionId, tx.now],
      );
      if (!ended) return unknown();
      tx.audit('session.end', 'person', actor.personId);
      return ok({ sessionId });
    });
  }
}

function unknown() {
  return refuse('NOT_FOUND', 'You have no such session. Nothing was changed; look at your list of sessions again.');
}
