import { Inject, Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import { isId, type Clock, type Id, type StaffActor, type TeamRole, type WeeklyRule } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { coverageOf, type ZoneCoverage } from '../domain/coverage.js';
import { documentOverlaps, type DocumentOverlap } from '../domain/document-hours.js';
import { lawOf, type SaidRules, type SchedulingLaw } from '../domain/scheduling-law.js';

interface Row {
  readonly coreHours: WeeklyRule | null;
  readonly sharedHours: DocumentOverlap[];
  readonly rules: (SaidRules & { ofPosting: boolean })[] | null;
  readonly teamRoles: TeamRole[];
}

/** What a reader of a posting learns of its hours. */
export interface OpenCoverage {
  /** Minutes of a week in which its interviews and its common work can be, wherever one is. */
  readonly minutes: number;
  /** What counts as a reasonable time of day, "07:00" to "22:00". */
  readonly reasonable: { readonly start: string; readonly end: string };
  readonly zones: readonly ZoneCoverage[];
}

const WHOLE_DAY = { start: '00:00', end: '00:00' } as const;

/** Which parts of the world a posting's hours leave: for whoever writes it, and for its readers. */
@Injectable()
export class Coverage {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every zone of the time zone database, most hours first; null when the posting is not the actor's to read. */
  async ofPosting(actor: StaffActor, postingId: Id): Promise<ZoneCoverage[] | null> {
    if (!isId(postingId)) return null;
    const row = await this.read(actor.organizationId, postingId, actor.personId);
    if (!row || !may(actor, 'board.read', { teamRoles: row.teamRoles })) return null;
    const covered = coverageOf({ ...row, zones: Intl.supportedValuesOf('timeZone'), now_ms: this.clock.now().getTime() });
    return covered.sort((a, b) => b.minutes - a.minutes || (a.zone < b.zone ? -1 : 1));
  }

  /** For readers of a posting that the caller has found to be public; null where nothing is said of hours, or nothing counts as reasonable. */
  async ofPublicPosting(organizationId: Id, postingId: Id, zones: readonly string[]): Promise<OpenCoverage | null> {
    const row = await this.read(organizationId, postingId, null);
    if (!row) return null;
    const { coreHours, law } = row;
    const says = coreHours !== null || law.postingHours !== null || law.organizationHours !== null || law.overlaps.length > 0;
    if (!says || law.reasonable === null) return null;
    const now_ms = this.clock.now().getTime();
    const [whole] = coverageOf({ coreHours, law: { ...law, reasonable: WHOLE_DAY }, zones: ['UTC'], now_ms });
    return { minutes: whole!.minutes, reasonable: law.reasonable, zones: coverageOf({ coreHours, law, zones, now_ms }) };
  }

  private async read(
    organizationId: Id,
    postingId: Id,
    personId: Id | null,
  ): Promise<{ readonly coreHours: WeeklyRule | null; readonly law: SchedulingLaw; readonly teamRoles: TeamRole[] } | null> {
    const [row] = await this.uow.read<Row>(
      organizationId,
      'coverage-of-posting',
      `SELECT p.core_hours AS "coreHours", p.shared_hours AS "sharedHours",
              (SELECT json_agg(json_build_object('ofPosting', r.posting_id IS NOT NULL, 'hours', r.hours, 'overlaps', r.shared_hours,
                                                 'reasonableFrom', r.reasonable_from, 'reasonableTo', r.reasonable_to))
                 FROM scheduling_rules r WHERE r.organization_id = $1 AND (r.posting_id = p.id OR r.posting_id IS NULL)) AS rules,
              ${standingIn('p.id', '$3')} AS "teamRoles"
         FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
      [organizationId, postingId, personId],
    );
    if (!row) return null;
    const said = (ofPosting: boolean) => row.rules?.find((rules) => rules.ofPosting === ofPosting) ?? null;
    const law = lawOf(said(false), said(true));
    const overlaps = [...law.overlaps, ...documentOverlaps(row.sharedHours)];
    return { coreHours: row.coreHours, law: { ...law, overlaps }, teamRoles: row.teamRoles };
  }
}
