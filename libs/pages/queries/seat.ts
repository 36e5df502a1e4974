import type { Id, StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** What the kit's page says of the reader's own seat. */
export interface OwnSeat {
  readonly role: string;
  readonly answer: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
  /** The reader's own zone. */
  readonly zone: string;
  /** Another time that the reader proposes. */
  readonly proposedAt: Date | null;
}

/** The seat the link is for; null when it is not the reader's (any more). */
export async function seatOf(uow: UnitOfWork, actor: StaffActor, interviewSeatId: Id): Promise<OwnSeat | null> {
  const [row] = await uow.read<OwnSeat>(
    actor.organizationId,
    'own-seat',
    `SELECT x.role, e.answer, p.zone, e.proposed_at AS "proposedAt" FROM interview_seats e
       JOIN stage_seats x ON x.organization_id = e.organization_id AND x.id = e.seat_id
       JOIN people p ON p.organization_id = e.organization_id AND p.id = e.person_id
      WHERE e.organization_id = $1 AND e.id = $2 AND e.person_id = $3`,
    [actor.organizationId, interviewSeatId, actor.personId],
  );
  return row ?? null;
}
