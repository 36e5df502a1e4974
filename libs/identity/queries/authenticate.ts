import type { CandidateActor, Id, Role, StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { type LinkPurpose, readLink } from '../links/signed-link.js';
import { readToken } from '../persistence/session-token.js';

export interface Session {
  readonly actor: StaffActor;
  readonly sessionId: Id;
}

/** Session, person and role in one statement; null when the token is unknown, ended or revoked, or the person was disabled. */
export async function authenticateSession(uow: UnitOfWork, token: string, now: Date): Promise<Session | null> {
  const read = readToken(token);
  if (!read) return null;
  const [row] = await uow.read<{ id: Id; person_id: Id; role: Role }>(
    read.organizationId,
    'authenticate-session',
    `SELECT s.id, s.person_id, p.role FROM sessions s JOIN people p ON p.organization_id = s.organization_id AND p.id = s.person_id
      WHERE s.organization_id = $1 AND s.token_hash = $2 AND s.revoked_at IS NULL AND s.expires_at > $3 AND p.status = 'ACTIVE'`,
    [read.organizationId, read.hash, now],
  );
  if (!row) return null;
  return {
    sessionId: row.id,
    actor: { kind: 'staff', organizationId: read.organizationId, personId: row.person_id, role: row.role },
  };
}

/** The candidate behind a signed link of the purpose; null when it is not ours, has ended, or all links of the application were ended. */
export async function authenticateCandidateLink(
  uow: UnitOfWork,
  secret: string,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<CandidateActor | null> {
  const link = readLink(secret, token, purpose, now);
  if (!link || purpose === 'kit') return null;
  const [row] = await uow.read<{ candidate_id: Id }>(
    link.organizationId,
    'authenticate-candidate-link',
    'SELECT candidate_id FROM applications WHERE organization_id = $1 AND id = $2 AND link_epoch = $3',
    [link.organizationId, link.subjectId, link.epoch],
  );
  if (!row) return null;
  const { organizationId, subjectId: applicationId } = link;
  return { kind: 'candidate', organizationId, applicationId, candidateId: row.candidate_id, purpose };
}

/** The interviewer behind the link to their kit and the seat it is for; they act as themselves, with no more than an interviewer's role. */
export async function authenticateKitLink(
  uow: UnitOfWork,
  secret: string,
  token: string,
  now: Date,
): Promise<{ actor: StaffActor; interviewSeatId: Id } | null> {
  const link = readLink(secret, token, 'kit', now);
  if (!link) return null;
  const [row] = await uow.read<{ person_id: Id }>(
    link.organizationId,
    'authenticate-kit-link',
    `SELECT s.person_id FROM interview_seats s JOIN people p ON p.organization_id = s.organization_id AND p.id = s.person_id
      WHERE s.organization_id = $1 AND s.id = $2 AND s.state <> 'CANCELLED' AND p.status = 'ACTIVE'`,
    [link.organizationId, link.subjectId],
  );
  if (!row) return null;
  const actor: StaffActor = { kind: 'staff', organizationId: link.organizationId, personId: row.person_id, role: 'INTERVIEWER' };
  return { actor, interviewSeatId: link.subjectId };
}
