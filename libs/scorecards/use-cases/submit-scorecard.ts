import { Injectable } from '@nestjs/common';
import { type Result, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import type { ScorecardSubmitted } from '../domain/scorecard-events.js';
import { type NotYetRefusal, changedParts, readCard, whyNotYet } from '../domain/scorecard.js';
import { writeCard } from '../persistence/card-rows.js';
import { type CardWanted, type CardWritten, type WriteRefusal, openCard } from './write-card.js';

export type SubmitScorecardRefusal = WriteRefusal | NotYetRefusal;

/**
 * Hands a card in: from then on the team reads it, and its author reads the others'. Its author may amend it later; each time is a version and the
 * audit log says which parts, since by then they may have read what others think.
 */
@Injectable()
export class SubmitScorecard {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: StaffActor,
    wanted: CardWanted,
    idempotency?: Idempotency,
  ): Promise<Result<CardWritten, SubmitScorecardRefusal | IdempotencyRefusal>> {
    const content = readCard(wanted);
    if (!content.ok) return content;
    if (content.value.recommendation === null) {
      return refuse('INVALID_INPUT', 'Choose a recommendation; NO_DECISION is one. Nothing was submitted, your draft is kept.', {
        field: 'input.recommendation',
      });
    }
    return this.uow.run<CardWritten, SubmitScorecardRefusal>(
      actor,
      async (tx) => {
        const opened = await openCard(tx, actor, wanted, content.value);
        if (!opened.ok) return opened;
        const { card, desk } = opened.value;
        const amended = card.state === 'SUBMITTED';
        const tooEarly = amended ? null : whyNotYet(desk, tx.now);
        if (tooEarly) return tooEarly;
        writeCard(tx, card.id, content.value, desk, true);
        const { applicationId, stageId } = wanted;
        const version = card.version + 1;
        const payload: ScorecardSubmitted = {
          scorecardId: card.id,
          applicationId,
          postingId: desk.postingId,
          stageId,
          authorId: actor.personId,
        };
        tx.emit({ name: amended ? 'ScorecardAmended' : 'ScorecardSubmitted', subjectId: applicationId, payload });
        const detail = { applicationId, stageId, version, ...(amended && { changed: changedParts(card, content.value) }) };
        tx.audit(amended ? 'scorecard.amend' : 'scorecard.submit', 'scorecard', card.id, detail);
        return ok({ scorecardId: card.id, version });
      },
      idempotency,
    );
  }
}
