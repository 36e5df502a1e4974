import { type Id, type Refusal, type Result, type StaffActor, isId, ok, refuse } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import type { ConflictRefusal, Tx } from '#libs/platform/index.js';
import { type CardContent, type CardInput, type CardRefusal, ratedElsewhere } from '../domain/scorecard.js';
import { type LoadedDesk, type LockedCard, loadDesk, lockCard } from '../persistence/card-rows.js';

/** Which card, and what it is to say. */
export interface CardWanted extends CardInput {
  readonly applicationId: Id;
  readonly stageId: Id;
  /** The version that the person saw; 0 when none was saved yet. */
  readonly expectedVersion: number;
}

/** Plain data, so that it survives as a remembered answer; the version is the one to expect next. */
export interface CardWritten {
  readonly scorecardId: Id;
  readonly version: number;
}

export type WriteRefusal = Refusal<'NOT_FOUND'> | CardRefusal | ConflictRefusal;

/** The author's own card, locked, when they sit in the stage or review its take-home, saw the present version and rate what the kit asks. */
export async function openCard(
  tx: Tx,
  actor: StaffActor,
  wanted: CardWanted,
  content: CardContent,
): Promise<Result<{ desk: LoadedDesk; card: LockedCard }, WriteRefusal>> {
  const { applicationId, stageId } = wanted;
  const desk = isId(applicationId) && isId(stageId) ? await loadDesk(tx, applicationId, stageId, actor.personId) : null;
  if (!desk || !may(actor, 'scorecard.write', { hasSeat: desk.interview !== null || desk.takeHome !== null })) {
    return refuse(
      'NOT_FOUND',
      'You have neither a seat nor a review in this stage, so there is no scorecard of yours. Nothing was saved.',
    );
  }
  const card = await lockCard(tx, applicationId, stageId, actor.personId);
  if (card.version !== wanted.expectedVersion) {
    return refuse(
      'CONFLICT',
      'Your scorecard was saved from another window meanwhile; nothing of this was saved. Load it again.',
      {
        presentVersion: card.version,
      },
    );
  }
  return ratedElsewhere(content, desk.attributeIds) ?? ok({ desk, card });
}
