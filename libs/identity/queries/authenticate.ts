import type { CandidateActor, Id, Role, StaffActor } from '#libs/kernel/index.js';
import { type UnitOfWork, presumed, roleChanged, unauthenticated } from '#libs/platform/index.js';
import { type LinkPurpose, readLink } from '../links/signed-link.js';
import { viaSession } from '../persistence/session-rows.js';
import { readToken } from '../persistence/session-token.js';

/** A session as one statement reads it, with its person's role. */
const SESSION = {
  name: 'authenticate-session',
  sql: `SELECT s.id, s.person_id, p.role FROM sessions s JOIN people p ON p.organization_id = s.organization_id AND p.id = s.person_id
         WHERE s.organization_id = $1 AND s.token_hash = $2 AND s.revoked_at IS NULL AND s.expires_at > $3 AND p.status = 'ACTIVE'`,
};

interface SessionRow {
  readonly id: Id;
  readonly person_id: Id;
  readonly role: Role;
}

export interface Session {
  readonly actor: StaffActor;
  readonly sessionId: Id;
}

/** Session, person and role in one statement; null when the token is unknown, ended or revoked, or the person was disabled. */
export async function authenticateSession(uow: UnitOfWork, token: string, now: Date): Promise<Session | null> {
  const read = readToken(token);
  if (!read) return null;
  const [row] = await uow.read<SessionRow>(read.organizationId, SESSION.name, SESSION.sql, [
    ...[read.organizationId, read.hash, now],
  ]);
  if (!row) return null;
  return {
    sessionId: row.id,
    actor: {
      kind: 'staff',
      organizationId: read.organizationId,
      personId: row.person_id,
      role: row.role,
      via: viaSession(row.id),
    },
  };
}

/**
 * Who lately used which session. Commands that begin a transaction at once take them for the same person again and let the transaction prove it, which
 * saves a round trip of its own; everybody else is authenticated. What is kept for a minute at most is only what to expect.
 */
export class SessionsLately {
  private readonly sessions = new Map<string, { session: Session; until_ms: number }>();

  /** Authenticates, and remembers whom it found. */
  async authenticate(uow: UnitOfWork, token: string, now: Date): Promise<Session | null> {
    const session = await authenticateSession(uow, token, now);
    const read = readToken(token);
    if (session === null || read === null) return null;
    if (this.sessions.size >= MOST_SESSIONS) this.sessions.clear();
    this.sessions.set(keyOf(read.hash), { session, until_ms: now.getTime() + LATELY_MS });
    return session;
  }

  /** The session as it was lately, with an actor whose transaction proves it; null when it was not seen lately. */
  presume(token: string, now: Date): Session | null {
    const read = readToken(token);
    const known = read && this.sessions.get(keyOf(read.hash));
    if (!known || known.until_ms <= now.getTime()) return null;
    const { sessionId, actor } = known.session;
    const { organizationId, hash } = read;
    const contradicts = (row: Partial<SessionRow> = {}): Error | null => {
      const same = row.id === sessionId && row.person_id === actor.personId;
      if (same && row.role === actor.role) return null;
      this.sessions.delete(keyOf(hash));
      return same ? roleChanged() : unauthenticated();
    };
    return { sessionId, actor: presumed(actor, { ...SESSION, params: [organizationId, hash, now], contradicts }) };
  }
}

function keyOf(hash: Buffer): string {
  return hash.toString('latin1');
}

const LATELY_MS = 60_000;
const MOST_SESSIONS = 10_000;

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
  const actor: StaffActor = {
    kind: 'staff',
    organizationId: link.organizationId,
    personId: row.person_id,
    role: 'INTERVIEWER',
    via: `kit ${link.subjectId}`,
  };
  return { actor, interviewSeatId: link.subjectId };
}
