import type { ApplicationState, Transition } from '#libs/pipeline/index.js';
import { type Tx, actorId } from '#libs/platform/index.js';

// One statement for both: the server needs 140 µs for it and 270 for two.
const RECORD = `
WITH moved AS (
  UPDATE applications SET status = $3, stage_id = $4, version = $5, entered_stage_at = $6, opening_id = $7, reason_id = $8, ended_at = $9
   WHERE organization_id = $1 AND id = $2)
INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, from_stage_id, to_stage_id, at, actor_kind, actor_id, detail)
VALUES ($1, $2, $5, $10, $11, $3, $12, $4, $13, $14, $15, $16)`;

/** Queues the new state and the transition that led to it. The application must be locked by this transaction. */
export function recordMove(tx: Tx, state: ApplicationState, transition: Transition): void {
  const { passedOver, reasonId, reason, evidence, openingId } = transition;
  tx.write('record-move', RECORD, [
    tx.organizationId,
    state.applicationId,
    state.status,
    state.stageId,
    state.version,
    state.enteredStageAt,
    state.openingId,
    state.reasonId,
    state.status === 'ACTIVE' ? null : transition.at,
    transition.command,
    transition.fromStatus,
    transition.fromStageId,
    transition.at,
    tx.actor.kind,
    actorId(tx.actor),
    JSON.stringify({ passedOver, reasonId, reason, evidence, openingId }),
  ]);
}
