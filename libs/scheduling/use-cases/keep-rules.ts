import { Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import {
  isId,
  newId,
  ok,
  refuse,
  type Id,
  type Refusal,
  type Result,
  type StaffActor,
  type TeamRole,
} from '#libs/kernel/index.js';
import { UnitOfWork, type ConflictRefusal, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkRules, type RulesWanted } from '../domain/check-rules.js';
import { documentOverlaps, type DocumentOverlap } from '../domain/document-hours.js';
import type { OverlapRule } from '../domain/hours.js';
import type { SaidRules } from '../domain/scheduling-law.js';
import { idempotency } from './idempotency.js';

/** The rules of a posting, or of the whole organisation. */
export interface RulesSeen extends SaidRules {
  readonly postingId: Id | null;
  /** Shared hours that the posting's document asks for; they bind besides those said here. */
  readonly documentOverlaps: readonly OverlapRule[];
  /** 0 while nothing has been said. */
  readonly version: number;
}

export interface KeepingRules extends RulesWanted {
  /** Null: the organisation's. */
  readonly postingId?: Id | null;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

export type RulesRefusal = Refusal<'NOT_FOUND'> | ConflictRefusal | InvalidRefusal | IdempotencyRefusal;

const NO_SUCH_RULES = refuse('NOT_FOUND', 'There is no such posting, or its scheduling rules are not yours to keep.');

interface Row extends Omit<RulesSeen, 'documentOverlaps'> {
  readonly sharedHours: DocumentOverlap[];
  readonly id: Id;
  readonly teamRoles: TeamRole[];
}

/** $1 organisation, $2 posting or null, $3 who asks. One row when the organisation has such a posting (or none is meant), else none. */
const RULES = `
SELECT r.id, o.posting_id AS "postingId", coalesce(r.version, 0) AS version, coalesce(r.hours, '[]') AS hours, coalesce(r.shared_hours, '[]') AS overlaps,
       r.notice_hours AS "noticeHours", r.earliest_on::text AS "earliestOn", r.latest_on::text AS "latestOn", r.reasonable_from AS "reasonableFrom",
       r.reasonable_to AS "reasonableTo", r.familiarity, r.meeting_url_template AS "meetingUrlTemplate", o.shared_hours AS "sharedHours",
       ${standingIn('o.posting_id', '$3')} AS "teamRoles"
  FROM (SELECT NULL::uuid AS posting_id, '[]'::jsonb AS shared_hours WHERE $2::uuid IS NULL
        UNION ALL SELECT id, shared_hours FROM postings WHERE organization_id = $1 AND id = $2) AS o
  LEFT JOIN scheduling_rules r ON r.organization_id = $1 AND r.posting_id IS NOT DISTINCT FROM o.posting_id`;

/** What organisation and postings say about when interviews are. Booked ones stay as they are, whatever rules say later. */
@Injectable()
export class KeepRules {
  constructor(private readonly uow: UnitOfWork) {}

  /** The rules as they were said; the law of a posting's interviews is both its own and the organisation's. Null when they are not the actor's to read. */
  async read(actor: StaffActor, postingId: Id | null): Promise<RulesSeen | null> {
    if (postingId !== null && !isId(postingId)) return null;
    const [row] = await this.uow.read<Row>(actor.organizationId, 'scheduling-rules', RULES, [
      actor.organizationId,
      postingId,
      actor.personId,
    ]);
    if (!row || (postingId !== null && !may(actor, 'board.read', { teamRoles: row.teamRoles }))) return null;
    return { ...row, documentOverlaps: documentOverlaps(row.sharedHours) };
  }

  /** Replaces all rules of a posting, or of the organisation. */
  async set(actor: StaffActor, wanted: KeepingRules): Promise<Result<{ postingId: Id | null }, RulesRefusal>> {
    const postingId = wanted.postingId ?? null;
    if (postingId !== null && !isId(postingId)) return NO_SUCH_RULES;
    const rules = checkRules(wanted);
    if (!rules.ok) return rules;
    const key = idempotency(wanted.idempotencyKey, 'setSchedulingRules', [postingId, rules.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => setRules(tx, actor, postingId, wanted.expectedVersion, rules.value), key.value);
  }
}

async function setRules(
  tx: Tx,
  actor: StaffActor,
  postingId: Id | null,
  expectedVersion: number,
  rules: SaidRules,
): Promise<Result<{ postingId: Id | null }, Refusal<'NOT_FOUND'> | ConflictRefusal>> {
  // A row that is not there yet cannot be locked; changes of rules are rare and come one after the other.
  await tx.query('lock-scheduling-rules', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [tx.organizationId]);
  const [row] = await tx.query<Row>('scheduling-rules', RULES, [tx.organizationId, postingId, actor.personId]);
  const allowed = postingId === null ? may(actor, 'pools.manage') : may(actor, 'posting.manage', { teamRoles: row?.teamRoles });
  if (!row || !allowed) return NO_SUCH_RULES;
  if (row.version !== expectedVersion) {
    return refuse('CONFLICT', 'The rules were changed meanwhile. Nothing was changed; look again and decide again.', {
      presentVersion: row.version,
    });
  }
  tx.write(
    'set-scheduling-rules',
    `INSERT INTO scheduling_rules (organization_id, id, posting_id, version, hours, shared_hours, notice_hours, earliest_on, latest_on, reasonable_from,
                                   reasonable_to, familiarity, meeting_url_template)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (organization_id, posting_id) DO UPDATE SET version = excluded.version, hours = excluded.hours, shared_hours = excluded.shared_hours,
       notice_hours = excluded.notice_hours, earliest_on = excluded.earliest_on, latest_on = excluded.latest_on, reasonable_from = excluded.reasonable_from,
       reasonable_to = excluded.reasonable_to, familiarity = excluded.familiarity, meeting_url_template = excluded.meeting_url_template`,
    [
      tx.organizationId,
      row.id ?? newId(tx.now.getTime()),
      postingId,
      row.version + 1,
      JSON.stringify(rules.hours),
      JSON.stringify(rules.overlaps),
      rules.noticeHours,
      rules.earliestOn,
      rules.latestOn,
      rules.reasonableFrom,
      rules.reasonableTo,
      rules.familiarity,
      rules.meetingUrlTemplate,
    ],
  );
  tx.audit('scheduling.rules', postingId === null ? 'organization' : 'posting', postingId ?? tx.organizationId);
  return ok({ postingId });
}
