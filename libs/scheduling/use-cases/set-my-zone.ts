import { Injectable } from '@nestjs/common';
import { isZone, ok, refuse, type Actor, type Refusal, type Result } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';

/** A candidate says in which zone they read times. Interviews keep the zone in which they were booked until they are moved. */
@Injectable()
export class SetMyZone {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: Actor, zone: string): Promise<Result<{ zone: string }, Refusal<'NOT_FOUND'> | InvalidRefusal>> {
    if (actor.kind !== 'candidate')
      return refuse('NOT_FOUND', 'Only a candidate who came by their own link has a zone to set here.');
    if (!isZone(zone)) return invalid('input.zone', 'That is not a time zone. Use an IANA name such as Europe/Athens.');
    return this.uow.run(actor, async (tx) => {
      tx.write(
        'set-candidate-zone',
        'UPDATE candidates SET zone = $3, version = version + 1 WHERE organization_id = $1 AND id = $2 AND zone <> $3',
        [tx.organizationId, actor.candidateId, zone],
      );
      tx.audit('candidate.zone', 'candidate', actor.candidateId);
      return ok({ zone });
    });
  }
}
