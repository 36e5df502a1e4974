import { Injectable } from '@nestjs/common';
import { type Refusal, type Result, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { readCard } from '../domain/scorecard.js';
import { writeCard } from '../persistence/card-rows.js';
import { type CardWanted, type CardWritten, type WriteRefusal, openCard } from './write-card.js';

export type DraftRefusal = WriteRefusal | Refusal<'ALREADY_SUBMITTED'>;

/** Keeps what somebody has typed so far. Nobody else ever sees it. */
@Injectable()
export class SaveScorecardDraft {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: StaffActor,
    wanted: CardWanted,
    idempotency?: Idempotency,
  ): Promise<Result<CardWritten, DraftRefusal | IdempotencyRefusal>> {
    const content = readCard(wanted);
    if (!content.ok) return content;
    return this.uow.run<CardWritten, DraftRefusal>(
      actor,
      async (tx) => {
        const opened = await openCard(tx, actor, wanted, content.value);
        if (!opened.ok) return opened;
        const { card, desk } = opened.value;
        if (card.state === 'SUBMITTED') {
          return refuse('ALREADY_SUBMITTED', 'Your scorecard is in. Submit it again to change it; nothing of this was saved.');
        }
        writeCard(tx, card.id, content.value, desk, false);
        return ok({ scorecardId: card.id, version: card.version + 1 });
      },
      idempotency,
    );
  }
}
