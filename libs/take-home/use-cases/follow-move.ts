import { Injectable } from '@nestjs/common';
import { type Id, type Language, newId } from '#libs/kernel/index.js';
import type { ApplicationMoved } from '#libs/applications/index.js';
import type { Effect } from '#libs/pipeline/index.js';
import type { Tx } from '#libs/platform/index.js';
import { standardKit } from '#libs/postings/index.js';
import { briefFrom } from '../domain/brief.js';
import { USUAL_DUE_DAYS, dueIn, zoneOf } from '../domain/due-date.js';
import type { TakeHomeContext, TakeHomeRef } from '../domain/take-home-events.js';
import { reviewersOf } from '../domain/take-home.js';
import { cancelTakeHomeRow, contextOf, lockOpenTakeHome, refOf } from '../persistence/take-home-rows.js';
import { TakeHomeStages } from '../persistence/take-home-stages.js';
import { emitDueSoon } from './emit-due-date.js';

type SendTakeHome = Extract<Effect, { kind: 'SendTakeHome' }>;

interface Entering {
  stage_name: string;
  purpose: string | null;
  candidate_id: Id;
  candidate_name: string;
  candidate_email: string;
  candidate_zone: string;
  candidate_language: Language | null;
  posting_title: string;
  posting_slug: string;
  link_epoch: number;
  kept: boolean;
  pool_members: Id[];
  hiring_managers: Id[];
}

/** What a move means for take-homes; runs in the move's transaction, so both happen or neither. */
@Injectable()
export class FollowMove {
  constructor(private readonly stages: TakeHomeStages) {}

  /** Carries out the effects that concern take-homes: sends one on entering the stage, cancels what is open on leaving it. */
  async execute(tx: Tx, move: ApplicationMoved): Promise<void> {
    for (const effect of move.effects) {
      if (effect.kind === 'CancelOpenWork' && (await this.stages.includes(tx, effect.stageId))) {
        await cancelOpen(tx, move.applicationId, effect.stageId);
      }
      if (effect.kind === 'SendTakeHome') await send(tx, move, effect);
    }
  }
}

/** What was handed in stays; what was not is not wanted any more. */
async function cancelOpen(tx: Tx, applicationId: Id, stageId: Id): Promise<void> {
  const open = await lockOpenTakeHome(tx, applicationId, stageId);
  if (!open) return;
  cancelTakeHomeRow(tx, open.id);
  tx.emit({ name: 'TakeHomeCancelled', subjectId: applicationId, payload: refOf(open), transient: contextOf(open) });
}

async function send(tx: Tx, move: ApplicationMoved, effect: SendTakeHome): Promise<void> {
  const entering = await readEntering(tx, move, effect.stageId);
  // Somebody who comes back to the stage has done the work already, or still has it.
  if (!entering || entering.kept) return;
  const zone = zoneOf(entering.candidate_zone);
  const dueAt = dueIn(tx.now, effect.dueDays ?? USUAL_DUE_DAYS, zone);
  const brief = briefFrom({
    stageName: entering.stage_name,
    postingTitle: entering.posting_title,
    purpose: entering.purpose ?? '',
    standardPurpose: standardKit('TAKE_HOME').purpose,
    effortHours: effect.effortHours,
  });
  const { applicationId, postingId } = move;
  const ref: TakeHomeRef = { takeHomeId: newId(tx.now.getTime()), applicationId, postingId, stageId: effect.stageId };
  const context: TakeHomeContext = {
    candidate: {
      id: entering.candidate_id,
      name: entering.candidate_name,
      email: entering.candidate_email,
      zone: entering.candidate_zone,
      language: entering.candidate_language,
    },
    posting: { id: postingId, title: entering.posting_title, slug: entering.posting_slug },
    stage: { id: effect.stageId, name: entering.stage_name },
    linkEpoch: entering.link_epoch,
    ...{ brief, effortHours: effect.effortHours, dueAt, dueZone: zone },
  };
  insert(tx, ref, move.version, context, reviewersOf(entering.pool_members, entering.hiring_managers));
  tx.emit({ name: 'TakeHomeSent', subjectId: applicationId, payload: ref, transient: context });
  emitDueSoon(tx, ref, dueAt);
  tx.audit('take-home.send', 'take-home', ref.takeHomeId, { applicationId, dueAt });
}

async function readEntering(tx: Tx, move: ApplicationMoved, stageId: Id): Promise<Entering | undefined> {
  const [row] = await tx.query<Entering>(
    'take-home-to-send',
    `SELECT s.name AS stage_name, k.purpose, c.id AS candidate_id, c.name AS candidate_name, c.email AS candidate_email, c.zone AS candidate_zone, c.language AS candidate_language,
            p.title AS posting_title, p.slug AS posting_slug, a.link_epoch,
            EXISTS (SELECT FROM take_homes t
                     WHERE t.organization_id = $1 AND t.application_id = $2 AND t.stage_id = $3 AND t.status <> 'CANCELLED') AS kept,
            ARRAY(SELECT DISTINCT m.person_id FROM stage_seats e
                    JOIN interviewer_pool_members m ON m.organization_id = $1 AND m.pool_id = e.pool_id AND m.standing = 'TRAINED'
                    JOIN people x ON x.organization_id = $1 AND x.id = m.person_id AND x.status = 'ACTIVE'
                   WHERE e.organization_id = $1 AND e.stage_id = $3) AS pool_members,
            ARRAY(SELECT h.person_id FROM hiring_team_members h
                    JOIN people x ON x.organization_id = $1 AND x.id = h.person_id AND x.status = 'ACTIVE'
                   WHERE h.organization_id = $1 AND h.posting_id = a.posting_id AND h.team_role = 'HIRING_MANAGER') AS hiring_managers
       FROM applications a
       JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
       JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
       JOIN plan_stages s ON s.organization_id = a.organization_id AND s.id = $3
       LEFT JOIN interview_kits k ON k.organization_id = s.organization_id AND k.stage_id = s.id
      WHERE a.organization_id = $1 AND a.id = $2`,
    [tx.organizationId, move.applicationId, stageId],
  );
  return row;
}

function insert(tx: Tx, ref: TakeHomeRef, moveVersion: number, context: TakeHomeContext, reviewerIds: readonly Id[]): void {
  tx.write(
    'insert-take-home',
    `INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, brief, effort_hours, sent_at, due_at, due_zone)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.organizationId,
      ref.takeHomeId,
      ref.applicationId,
      ref.stageId,
      moveVersion,
      context.brief,
      context.effortHours,
      tx.now,
      context.dueAt,
      context.dueZone,
    ],
  );
  if (reviewerIds.length === 0) return;
  tx.write(
    'insert-take-home-reviewers',
    'INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) SELECT $1, $2, unnest($3::uuid[])',
    [tx.organizationId, ref.takeHomeId, reviewerIds],
  );
}
