import { Inject, Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Clock, type Id, type StaffActor, isId } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, decodeCursor, page, pageSize } from '#libs/platform/index.js';
import { type PrivacyRequestKind, type PrivacyRequestOutcome, answerBy } from '../domain/privacy-request.js';
import { GRACE_DAYS } from '../domain/retention.js';
import { DUE, type DueRow, STALLED, type StalledRow } from '../persistence/retention-rows.js';

export interface RetentionRuleRow {
  readonly id: Id;
  readonly country: string | null;
  readonly version: number;
  readonly atLeastDays: number;
  readonly atMostDays: number | null;
}

export interface LegalHoldRow {
  readonly candidateId: Id;
  readonly candidateName: string;
  readonly reason: string;
  readonly placedAt: Date;
}

export interface PrivacyRequestRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly candidateName: string;
  readonly candidateVersion: number;
  readonly applicationId: Id;
  readonly kind: PrivacyRequestKind;
  readonly askedAt: Date;
  readonly answerBy: Date;
  readonly outcome: PrivacyRequestOutcome | null;
  readonly answer: string;
}

/** Days ahead that the preview looks. */
const AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;

/** What administrators see of rules, holds and requests; null for everybody else. */
@Injectable()
export class ComplianceQuery {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async rules(actor: StaffActor): Promise<RetentionRuleRow[] | null> {
    if (!may(actor, 'privacy.manage')) return null;
    return this.uow.read<RetentionRuleRow>(
      actor.organizationId,
      'retention-rules',
      `SELECT id, country, version, at_least_days AS "atLeastDays", at_most_days AS "atMostDays" FROM retention_rules
        WHERE organization_id = $1 ORDER BY country NULLS FIRST`,
      [actor.organizationId],
    );
  }

  /** Who is erased next by the rules as they stand, within a year, in order. */
  async preview(actor: StaffActor, first: number): Promise<DueRow[] | null> {
    if (!may(actor, 'privacy.manage')) return null;
    const until = new Date(this.clock.now().getTime() + AHEAD_DAYS * DAY_MS);
    return this.uow.read<DueRow>(actor.organizationId, 'retention-due', DUE, [
      ...[actor.organizationId, until, pageSize(first), GRACE_DAYS, true],
    ]);
  }

  /** Whose consent has no end because nobody decides: applications that have not moved for as long as their rule keeps anybody. */
  async stalled(actor: StaffActor, first: number): Promise<StalledRow[] | null> {
    if (!may(actor, 'privacy.manage')) return null;
    return this.uow.read<StalledRow>(actor.organizationId, 'retention-stalled', STALLED, [
      ...[actor.organizationId, this.clock.now(), pageSize(first)],
    ]);
  }

  async holds(actor: StaffActor): Promise<LegalHoldRow[] | null> {
    if (!may(actor, 'privacy.manage')) return null;
    return this.uow.read<LegalHoldRow>(
      actor.organizationId,
      'legal-holds',
      `SELECT h.candidate_id AS "candidateId", c.name AS "candidateName", h.reason, h.placed_at AS "placedAt"
         FROM legal_holds h JOIN candidates c ON c.organization_id = $1 AND c.id = h.candidate_id
        WHERE h.organization_id = $1 ORDER BY h.placed_at DESC, h.candidate_id LIMIT 500`,
      [actor.organizationId],
    );
  }

  /** Newest first; `open` leaves out those that were answered. */
  async requests(actor: StaffActor, open: boolean, first: number, after: string | null) {
    if (!may(actor, 'privacy.manage')) return null;
    const [before = null] = decodeCursor(after, 1, ([id]) => isId(id)) ?? [];
    const rows = await this.uow.read<Omit<PrivacyRequestRow, 'answerBy'>>(
      actor.organizationId,
      'privacy-requests',
      `SELECT q.id, q.candidate_id AS "candidateId", c.name AS "candidateName", c.version AS "candidateVersion", q.application_id AS "applicationId", q.kind, q.asked_at AS "askedAt",
              q.outcome, q.answer
         FROM privacy_requests q JOIN candidates c ON c.organization_id = $1 AND c.id = q.candidate_id
        WHERE q.organization_id = $1 AND (NOT $2 OR q.outcome IS NULL) AND ($3::uuid IS NULL OR q.id < $3) ORDER BY q.id DESC LIMIT $4`,
      [actor.organizationId, open, before, pageSize(first) + 1],
    );
    return page(
      rows,
      first,
      (row): PrivacyRequestRow => ({ ...row, answerBy: answerBy(row.askedAt) }),
      (row) => [row.id],
    );
  }
}
