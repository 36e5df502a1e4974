import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Clock, Id } from '#libs/kernel/index.js';
import {
  API_TOKEN_PREFIX,
  LINK_PURPOSES,
  type Session,
  SessionsLately,
  type TokenScope,
  authenticateApiToken,
  authenticateCandidateLink,
  authenticateSession,
  sessionCookie,
  sessionTokenIn,
} from '#libs/identity/index.js';
import type { Metrics, RequestContext, RunningConfig, UnitOfWork } from '#libs/platform/index.js';

/** A request before it is known who asks: nobody, until `identify` was awaited. */
export interface UnidentifiedContext extends RequestContext {
  /** With `mayPresume`, somebody who was known lately is taken for the same again; their transaction then proves it. */
  identify(mayPresume: boolean): Promise<void>;
  /** Within which scopes a program acts; null for people, who may all that is theirs. */
  readonly scopes: readonly TokenScope[] | null;
}

/**
 * Finds out who asks: `Authorization: Bearer <session or token>` (programs), `Authorization: Link <purpose> <token>` (a candidate's signed link),
 * or the session cookie (browsers). What does not hold makes nobody, not an error: the resolver decides whether somebody is needed.
 */
export function contextFactory(config: RunningConfig, clock: Clock, uow: UnitOfWork) {
  const lately = new SessionsLately();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<UnidentifiedContext> => {
    const context = makeContext(null, null, request.ip, request.headers['user-agent'] ?? '', (token, expiresAt) => {
      void reply.header('set-cookie', sessionCookie(config, token, expiresAt));
    });
    const { authorization, cookie } = request.headers;
    return {
      ...context,
      scopes: null,
      async identify(mayPresume) {
        const session = (token: string) =>
          (mayPresume && lately.presume(token, clock.now())) || lately.authenticate(uow, token, clock.now());
        // Apollo makes a copy of what is returned here: this is the copy.
        Object.assign(this, await identify(config, clock, uow, authorization, sessionTokenIn(cookie), session));
      },
    };
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
    const asked = typeof authorization === 'string' ? authorization : undefined;
    const found = await identify(config, clock, uow, asked, cookie);
    // No token opens a subscription.
    const { actor, sessionId } = found.scopes === null ? found : { actor: null, sessionId: null };
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
  session = (token: string): Session | null | Promise<Session | null> => authenticateSession(uow, token, clock.now()),
): Promise<Identified> {
  const nobody: Identified = { actor: null, sessionId: null, scopes: null };
  const member = async (token: string): Promise<Identified> => ({ ...nobody, ...(await session(token)) });
  if (authorization) {
    const [scheme, first, second] = authorization.split(' ');
    if (scheme === 'Link' && first && second) {
      const purpose = LINK_PURPOSES.find((known) => known === first && known !== 'kit');
      return {
        ...nobody,
        actor: purpose ? await authenticateCandidateLink(uow, config.secret, second, purpose, clock.now()) : null,
      };
    }
    if (scheme !== 'Bearer' || !first) return nobody;
    return first.startsWith(API_TOKEN_PREFIX)
      ? { ...nobody, ...(await authenticateApiToken(uow, first, clock.now())) }
      : member(first);
  }
  return cookie ? member(cookie) : nobody;
}

interface Identified {
  readonly actor: Actor | null;
  readonly sessionId: Id | null;
  readonly scopes: readonly TokenScope[] | null;
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
