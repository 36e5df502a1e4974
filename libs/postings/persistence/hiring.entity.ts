import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { PoolStanding } from '../domain/pool-standing.js';

/** One seat to fill under a posting. */
@Entity('openings')
export class OpeningEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('uuid', { name: 'posting_id' })
  postingId: Id;
  @Column('integer')
  number: number;
  @Column('text', { default: 'OPEN' })
  status: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'filled_at', nullable: true })
  filledAt: Date | null;
}

/** A person's role in one posting's hiring team; a person may have several. */
@Entity('hiring_team_members')
export class HiringTeamMemberEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'posting_id' })
  postingId: Id;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: Id;
  @PrimaryColumn('text', { name: 'team_role' })
  teamRole: TeamRole;
}

/** People of whom any one can take a seat. */
@Entity('interviewer_pools')
export class InterviewerPoolEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid')
  id: Id;
  @Column('text')
  name: string;
}

@Entity('interviewer_pool_members')
export class InterviewerPoolMemberEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: Id;
  @PrimaryColumn('uuid', { name: 'pool_id' })
  poolId: Id;
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: Id;
  @Column('integer', { name: 'target_per_week', default: 5 })
  targetPerWeek: number;
  /** Whether they interview, or still learn it: sitting beside (SHADOW), or interviewing with somebody beside them (REVERSE_SHADOW). */
  @Column('text', { default: 'TRAINED' })
  standing: PoolStanding;
}
