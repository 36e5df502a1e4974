import type { Id } from './ids.js';

/** What a member of the organisation may do in all of it. One person has exactly one. */
export const ROLES = ['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'] as const;
export type Role = (typeof ROLES)[number];

/** What a person is in one posting's hiring team. */
export const TEAM_ROLES = ['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** A signed-in member of staff. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly organizationId: Id;
  readonly personId: Id;
  readonly role: Role;
  /** By which session, token or link they act, for the audit log: `session 0190…`, `token 0190…`, `kit 0190…` (of a seat). Absent where Rounds acts for them. */
  readonly via?: string;
}

/** A candidate acting through a signed link for one application. */
export interface CandidateActor {
  readonly kind: 'candidate';
  readonly organizationId: Id;
  readonly applicationId: Id;
  readonly candidateId: Id;
  /** What their link is for; the page of the application opens everything, the others only their own thing. Absent: as the page. */
  readonly purpose?: 'application' | 'schedule' | 'take-home';
}

/** A person on the careers pages who is not known yet. */
export interface VisitorActor {
  readonly kind: 'visitor';
  readonly organizationId: Id;
}

/** Rounds itself: workers, schedules, sample data, command line. */
export interface SystemActor {
  readonly kind: 'system';
  readonly organizationId: Id;
  /** What of Rounds acts, for the audit log: "worker", "cli", "sample". */
  readonly part: string;
}

export type Actor = StaffActor | CandidateActor | VisitorActor | SystemActor;
