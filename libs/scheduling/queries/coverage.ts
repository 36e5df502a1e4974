import { Inject, Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import { isId, type Clock, type Id, type StaffActor, type TeamRole, type WeeklyRule } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { coverageOf, type ZoneCoverage } from '../domain/coverage.js';
import { documentOverlaps, type DocumentOverlap } from '../domain/document-hours.js';
import { lawOf, type SaidRules } from '../domain/scheduling-law.js';

interface Row {
  readonly coreHours: WeeklyRule | null;
  readonly sharedHours: DocumentOverlap[];
  readonly rules: (SaidRules & { ofPosting: boolean })[] | null;
  readonly teamRoles: TeamRole[];
}

/** Which parts of the world a posting's hours leave: for whoever writes it. */
@Injectable()
export class Coverage {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every zone of the time zone database, most hours first; null when the posting is not the actor's to read. */
  async ofPosting(actor: StaffActor, postingId: Id): Promise<ZoneCoverage[] | null> {
    if (!isId(postingId)) return null;
    const [row] = await this.uow.read<Row>(
      actor.organizationId,
      'coverage-of-posting',
      `SELECT p.core_hours AS "coreHours", p.shared_hours AS "sharedHours",
              (SELECT json_agg(json_build_object('ofPosting', r.posting_id IS NOT NULL, 'hours', r.hours, 'overlaps', r.shared_hours,
                                                 'reasonableFrom', r.reasonable_from, 'reasonableTo', r.reasonable_to))
                 FROM scheduling_rules r WHERE r.organization_id = $1 AND (r.posting_id = p.id OR r.posting_id IS NULL)) AS rules,
              ${standingIn('p.id', '$3')} AS "teamRoles"
         FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, postingId, actor.personId],
    );
    if (!row || !may(actor, 'board.read', { teamRoles: row.teamRoles })) return null;
    const said = (ofPosting: boolean) => row.rules?.find((rules) => rules.ofPosting === ofPosting) ?? null;
    const law = lawOf(said(false), said(true));
    const covered = coverageOf({
      coreHours: row.coreHours,
      law: { ...law, overlaps: [...law.overlaps, ...documentOverlaps(row.sharedHours)] },
      zones: Intl.supportedValuesOf('timeZone'),
      now_ms: this.clock.now().getTime(),
    });
    return covered.sort((a, b) => b.minutes - a.minutes || (a.zone < b.zone ? -1 : 1));
  }
}
