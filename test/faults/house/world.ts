import type pg from 'pg';
import { newOrganization, newPerson } from '../../support/api.js';
import { buildApplication, buildPool, buildPosting, buildTeamMember } from '../../support/builders.js';
import type { Posting } from './client.js';

const APPLICATIONS_A_CLIENT = 12;
const OPENINGS = 400;
/** At the end all want one time at once, so many times. */
const RUSH = { rounds: 4, atOnce: 8 } as const;

export interface World {
  readonly posting: Posting;
  readonly token: string;
  /** By client. */
  readonly applicationIds: readonly (readonly string[])[];
  /** Those that rush in at the end, by round; they are not moved before. */
  readonly rushIds: readonly (readonly string[])[];
}

export async function buildWorld(owner: pg.Client, clients: number): Promise<World> {
  const organizationId = await newOrganization(owner, 'faults');
  const manager = await newPerson(owner, organizationId, 'ADMIN');
  const interviewerIds: string[] = [];
  while (interviewerIds.length < 3) interviewerIds.push((await newPerson(owner, organizationId, 'INTERVIEWER')).id);
  const poolId = await buildPool(owner, organizationId, 'Engineers', interviewerIds);
  const seat = (role: string) => ({ role, poolId });
  const posting = await buildPosting(owner, organizationId, {
    openings: OPENINGS,
    stages: [
      { name: 'Screening call', kind: 'SCREEN', durationMin: 30, seats: [seat('engineer')] },
      { name: 'Contribution', kind: 'TAKE_HOME' },
      { name: 'Panel', kind: 'PANEL', durationMin: 45, seats: [seat('engineer'), seat('second engineer')] },
      { name: 'Offer', kind: 'OFFER', durationMin: null },
    ],
  });
  await buildTeamMember(owner, organizationId, posting.id, manager.id, 'HIRING_MANAGER');
  const applicationIds: string[][] = [];
  for (let i = 0; i < clients; i += 1) {
    const own: string[] = [];
    for (let n = 0; n < APPLICATIONS_A_CLIENT; n += 1) own.push((await buildApplication(owner, organizationId, posting)).id);
    applicationIds.push(own);
  }
  const stageIds = posting.stages.map(({ id }) => id);
  const rushIds: string[][] = [];
  for (let round = 0; round < RUSH.rounds; round += 1) {
    const ids: string[] = [];
    for (let n = 0; n < RUSH.atOnce; n += 1) ids.push((await buildApplication(owner, organizationId, posting)).id);
    rushIds.push(ids);
  }
  return {
    posting: {
      ...{ organization: 'faults', slug: posting.slug, stageIds, openingIds: posting.openingIds },
      interviewStageIds: [stageIds[0]!, stageIds[2]!],
    },
    token: manager.token,
    ...{ applicationIds, rushIds },
  };
}
