import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Actor, CandidateActor, Id, StaffActor } from '#libs/kernel/index.js';

/** What a resolver may know of its request. Built once a request; loaders are made on first use and die with it. */
export interface RequestContext {
  /** Who asks, or null when nobody is signed in and no link was shown. */
  readonly actor: Actor | null;
  /** The session's id, so that signing out ends this one. */
  readonly sessionId: Id | null;
  readonly ip: string;
  readonly userAgent: string;
  /** Sets or clears the session cookie on the answer. */
  setSessionCookie(token: string | null, expiresAt: Date | null): void;
  /** A batching loader that lives as long as the request: `loader('people', () => new DataLoader(…))`. */
  loader<T>(name: string, make: () => T): T;
  /** Present where the API cuts a long list of plain objects to the query itself: a resolver leaves its list here and answers an empty one. */
  readonly flat?: { items: readonly object[] | null };
}

/** The error for a request without a valid session or link; it is no bug and is not masked. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError(
    'You are not signed in, or your session or link has ended. Sign in, or ask for a fresh link, and try again.',
    {
      extensions: { code: 'UNAUTHENTICATED' },
    },
  );
}

/** The error for a request that began under a role which the person does not have any more; sent again, it is judged by the new one. */
export function roleChanged(): GraphQLError {
  return new GraphQLError('Your role was changed a moment ago; nothing was done. Send it again.', {
    extensions: { code: 'ROLE_CHANGED' },
  });
}

/** One answer for "is not there" and "is not yours", so that ids cannot be probed. */
export function notFound(what: string): GraphQLError {
  return new GraphQLError(`There is no such ${what}, or you may not see it.`, { extensions: { code: 'NOT_FOUND' } });
}

/** The error for a query of something that everybody knows exists and the actor's role does not allow. The message says who may. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** The request's context inside a resolver. */
export const Context = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext => contextOf(context));

/** The signed-in member of staff; answers UNAUTHENTICATED for anybody else. */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { actor } = contextOf(context);
  if (actor?.kind !== 'staff') throw unauthenticated();
  return actor;
});

/** The candidate who came by a signed link; answers UNAUTHENTICATED for anybody else. */
export const Candidate = createParamDecorator((_: unknown, context: ExecutionContext): CandidateActor => {
  const { actor } = contextOf(context);
  if (actor?.kind !== 'candidate') throw unauthenticated();
  return actor;
});

function contextOf(context: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(context).getContext<RequestContext>();
}
