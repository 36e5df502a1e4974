import type { Actor, CandidateActor, Role, TeamRole } from '#libs/kernel/index.js';

/**
 * Who may do what. Each action names the organisation roles that may do it everywhere and the hiring-team roles that may do it for their posting;
 * `seat` opens it to whoever holds a seat in one of the application's interviews or reviews its take-home, `own` to the candidate by a link for one of
 * its purposes.
 */
interface Rule {
  readonly roles: readonly Role[];
  readonly team: readonly TeamRole[];
  readonly seat?: true;
  readonly own?: readonly NonNullable<CandidateActor['purpose']>[];
}

const ALL_TEAM: readonly TeamRole[] = ['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER'];
const LEADS: readonly TeamRole[] = ['HIRING_MANAGER', 'RECRUITER'];
const COORDINATES: readonly TeamRole[] = ['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR'];

export const POLICY = {
  'organization.administer': { roles: ['ADMIN'], team: [] },
  'people.read': { roles: ['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'], team: [] },
  'people.manage': { roles: ['ADMIN'], team: [] },
  'pools.manage': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'templates.manage': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'sections.manage': { roles: ['ADMIN', 'RECRUITER', 'HIRING_MANAGER'], team: [] },
  'posting.create': { roles: ['ADMIN', 'RECRUITER', 'HIRING_MANAGER'], team: [] },
  'posting.read': { roles: ['ADMIN', 'RECRUITER'], team: ALL_TEAM },
  'posting.salary': { roles: ['ADMIN', 'RECRUITER'], team: LEADS },
  'posting.manage': { roles: ['ADMIN', 'RECRUITER'], team: LEADS },
  'board.read': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES },
  'application.read': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES, seat: true },
  'application.move': { roles: ['ADMIN', 'RECRUITER'], team: LEADS },
  'application.withdraw': { roles: ['ADMIN', 'RECRUITER'], team: LEADS, own: ['application'] },
  'application.notes': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES },
  'application.note': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES, seat: true },
  'application.add': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES },
  'candidates.search': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'candidates.merge': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'candidates.erase': { roles: ['ADMIN'], team: [] },
  'candidates.export': { roles: ['ADMIN'], team: [] },
  'privacy.manage': { roles: ['ADMIN'], team: [] },
  'privacy.ask': { roles: [], team: [], own: ['application'] },
  'candidates.edit': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'lists.manage': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'interview.schedule': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES, own: ['application', 'schedule'] },
  'interview.answer': { roles: [], team: [], seat: true },
  'take-home.manage': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES },
  'take-home.submit': { roles: [], team: [], own: ['application', 'take-home'] },
  'scorecard.write': { roles: [], team: [], seat: true },
  'scorecard.summary': { roles: ['ADMIN', 'RECRUITER'], team: LEADS },
  'mail.read': { roles: ['ADMIN', 'RECRUITER'], team: COORDINATES },
  'mail.retry': { roles: ['ADMIN', 'RECRUITER'], team: [] },
  'mail.manage': { roles: ['ADMIN', 'RECRUITER'], team: LEADS },
  'mail.source': { roles: ['ADMIN'], team: [] },
} satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/** What somebody is to a posting's hiring team; CONFIDENTIAL beside it where only the team knows of the posting. */
export type Standing = TeamRole | 'CONFIDENTIAL';

/** How the actor stands to the thing: read with it in the same statement, so that asking costs nothing. */
export interface Relation {
  /** The actor's roles in the posting's hiring team, as `standingIn` reads them. */
  readonly teamRoles?: readonly Standing[] | null;
  /** Holds a seat in an interview of the application or reviews its take-home. */
  readonly hasSeat?: boolean;
  /** The candidate's link is for this application. */
  readonly isOwn?: boolean;
}

/**
 * Whether the actor may do the action to what they stand in `relation` to. Rounds itself may; a visitor may nothing here. What is confidential is closed to an
 * organisation's roles, the administrator's too, but for those who are named in its team.
 */
export function may(actor: Actor, action: Action, relation: Relation = {}): boolean {
  const rule: Rule = POLICY[action];
  switch (actor.kind) {
    case 'system':
      return true;
    case 'staff': {
      const standing = relation.teamRoles ?? [];
      const team = teamRolesIn(standing);
      return (
        (mayKnowOf(actor, standing) && rule.roles.includes(actor.role)) ||
        team.some((role) => rule.team.includes(role)) ||
        (rule.seat === true && relation.hasSeat === true)
      );
    }
    case 'candidate':
      return relation.isOwn === true && rule.own?.includes(actor.purpose ?? 'application') === true;
    case 'visitor':
      return false;
  }
}

/** Whether the posting is open to the actor's role in the organisation: it is not confidential, or they are of its team. */
export function mayKnowOf(actor: Actor, standing: readonly Standing[]): boolean {
  return actor.kind === 'system' || !standing.includes('CONFIDENTIAL') || teamRolesIn(standing).length > 0;
}

/** The roles of a team alone. */
export function teamRolesIn(standing: readonly Standing[]): TeamRole[] {
  return standing.filter((one) => one !== 'CONFIDENTIAL');
}

/** The actor's id for `person_id = $n` in a relation's sub-select; null matches nobody. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'staff' ? actor.personId : null;
}
