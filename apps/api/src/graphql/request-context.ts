import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Clock, Id } from '#libs/kernel/index.js';
import {
  LINK_PURPOSES,
  authenticateCandidateLink,
  authenticateSession,
  sessionCookie,
  sessionTokenIn,
} from '#libs/identity/index.js';
import type { Metrics, RequestContext, RunningConfig, UnitOfWork } from '#libs/platform/index.js';

/**
 * Finds out who asks: `Authorization: Bearer <session>` (programs), `Authorization: Link <purpose> <token>` (a candidate's signed link),
 * or the session cookie (browsers). What does not hold makes nobody, not an error: the resolver decides whether somebody is needed.
 */
export function contextFactory(config: RunningConfig, clock: Clock, uow: UnitOfWork) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const { actor, sessionId } = await identify(
      config,
      clock,
      uow,
      request.headers.authorization,
      sessionTokenIn(request.headers.cookie),
    );
    return makeContext(actor, sessionId, request.ip, request.headers['user-agent'] ?? '', (token, expiresAt) => {
      void reply.header('set-cookie', sessionCookie(config, token, expiresAt));
    });
  };
}

/** The same for a WebSocket: identified once when it connects, from the cookie or `connectionParams.authorization`. */
export function subscriptionContext(config: RunningConfig, clock: Clock, uow: UnitOfWork, metrics: Metrics) {
  return async (socket: {
    connectionParams?: { authorization?: unknown };
    extra: { request?: { headers?: { cookie?: string } }; [key: string]: unknown };
  }) => {
    const cookie = sessionTokenIn(socket.extra.request?.headers?.cookie);
    const authorization = socket.connectionParams?.authorization;
    const { actor, sessionId } = await identify(
      config,
      clock,
      uow,
      typeof authorization === 'string' ? authorization : undefined,
      cookie,
    );
    Object.assign(
      socket.extra,
      makeContext(actor, sessionId, '', '', () => {}),
      { metrics },
    );
    return true;
  };
}

async function identify(
  config: RunningConfig,
  clock: Clock,
  uow: UnitOfWork,
  authorization: string | undefined,
  cookie: string | undefined,
) {
  const nobody: { actor: Actor | null; sessionId: Id | null } = { actor: null, sessionId: null };
  const now = clock.now();
  if (authorization) {
    const [scheme, first, second] = authorization.split(' ');
    if (scheme === 'Link' && first && second) {
      const purpose = LINK_PURPOSES.find((known) => known === first && known !== 'kit');
      return { ...nobody, actor: purpose ? await authenticateCandidateLink(uow, config.secret, second, purpose, now) : null };
    }
    return (scheme === 'Bearer' && first && (await authenticateSession(uow, first, now))) || nobody;
  }
  return (cookie && (await authenticateSession(uow, cookie, now))) || nobody;
}

function makeContext(
  actor: Actor | null,
  sessionId: Id | null,
  ip: string,
  userAgent: string,
  setSessionCookie: RequestContext['setSessionCookie'],
) {
  const loaders = new Map<string, unknown>();
  return {
    actor,
    sessionId,
    ip,
    userAgent,
    setSessionCookie,
    loader<T>(name: string, make: () => T): T {
      if (!loaders.has(name)) loaders.set(name, make());
      return loaders.get(name) as T;
    },
  };
}
