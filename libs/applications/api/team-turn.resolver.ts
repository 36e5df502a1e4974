import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { Staff } from '#libs/platform/index.js';
import { TeamTurnQuery } from '../queries/team-turn.js';
import { TeamTurn } from './team-turn.types.js';

const MOST = 100;

@Resolver()
export class TeamTurnResolver {
  constructor(private readonly turn: TeamTurnQuery) {}

  @Query(() => TeamTurn, { description: 'Candidates who wait for the team, over all postings whose board one may see' })
  teamTurn(
    @Staff() actor: StaffActor,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many applications, 0 to 100' }) first: number,
  ): Promise<TeamTurn> {
    return this.turn.read(actor, Math.min(MOST, Math.max(0, first)));
  }
}
