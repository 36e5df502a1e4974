/*
 * SQL of the relation between a person and a posting, in statements whose $1 is the organisation. `postingId` and `person` are expressions of such a statement.
 */

/**
 * How the person stands to the posting's team, as `Relation.teamRoles` of the policy wants it. `confidential` is the posting's column where the statement has it at hand.
 */
export function standingIn(postingId: string, person: string, confidential = isConfidential(postingId)): string {
  return `(CASE WHEN ${confidential} THEN '{CONFIDENTIAL}'::text[] ELSE '{}' END ||
    ARRAY(SELECT tm.team_role FROM hiring_team_members tm WHERE tm.organization_id = $1 AND tm.posting_id = ${postingId} AND tm.person_id = ${person}))`;
}

/** Whether a role of the whole organisation counts for the posting: for lists, where the policy is asked once for all rows. */
export function isOpenTo(postingId: string, person: string): string {
  return `(NOT ${isConfidential(postingId)} OR EXISTS (SELECT FROM hiring_team_members tm
    WHERE tm.organization_id = $1 AND tm.posting_id = ${postingId} AND tm.person_id = ${person}))`;
}

/** Whether only its team may know of the posting; not, where there is none of this id. */
export function isConfidential(postingId: string): string {
  return `EXISTS (SELECT FROM postings cp WHERE cp.organization_id = $1 AND cp.id = ${postingId} AND cp.confidential)`;
}

/**
 * Whether the person may not know of a candidate because every application of theirs is in confidential postings of other teams; not, where there is no
 * application at all.
 */
export function isHiddenCandidate(candidateId: string, person: string): string {
  return `(SELECT coalesce(bool_and(NOT ${isOpenTo('ca.posting_id', person)}), false) FROM applications ca
    WHERE ca.organization_id = $1 AND ca.candidate_id = ${candidateId})`;
}
