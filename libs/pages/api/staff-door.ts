import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Session, authenticateSession, may, sessionTokenIn } from '#libs/identity/index.js';
import type { Clock, Id, StaffActor } from '#libs/kernel/index.js';
import { CLOCK, type RequestContext, UnitOfWork } from '#libs/platform/index.js';
import { type StaffFrame, staffMessage } from '../views/staff-layout.js';
import { staffFrame } from '../queries/staff-frame.js';
import { fromOurPages, sendPage } from './form.js';

/** A member of the team who looks at a page. */
export interface Visit {
  readonly actor: StaffActor;
  readonly frame: StaffFrame;
  readonly now: Date;
  /** What batching loaders of lower folders want to know. */
  readonly context: RequestContext;
}

/** Lets the team in: whoever has no session is asked to sign in and comes back to the page they wanted. */
@Injectable()
export class StaffDoor {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The session of the request's cookie, or null. */
  async session(request: FastifyRequest): Promise<Session | null> {
    const token = sessionTokenIn(request.headers.cookie);
    return token ? authenticateSession(this.uow, token, this.clock.now()) : null;
  }

  /** Shows a page to a member. */
  async open(request: FastifyRequest, reply: FastifyReply, show: (visit: Visit) => Promise<void>): Promise<void> {
    const session = await this.session(request);
    if (!session) return void (await reply.redirect(`/sign-in?to=${encodeURIComponent(wantedPath(request))}`, 303));
    const { actor } = session;
    const frame = {
      ...(await staffFrame(this.uow, actor)),
      mayImport: may(actor, 'posting.create'),
      managesPrivacy: may(actor, 'privacy.manage'),
    };
    await show({ actor, frame, now: this.clock.now(), context: contextOf(actor, session.sessionId, request) });
  }

  /** Takes a form of a member's; one that comes from another site is refused before it is read. */
  async act(request: FastifyRequest, reply: FastifyReply, decide: (visit: Visit) => Promise<void>): Promise<void> {
    await this.open(request, reply, async (visit) => {
      if (fromOurPages(request)) return decide(visit);
      const text = 'That form was not one of our pages. Nothing was changed; go to the page itself and try again there.';
      await sendPage(reply, 403, staffMessage(visit.frame, 'Nothing was changed', text));
    });
  }
}

/** The page that was wanted; for a form that came too late, the page it stood on. What was said on it once is not said again. */
function wantedPath(request: FastifyRequest): string {
  return request.method === 'GET' ? request.url.replace(/\?said=[a-z-]*$/, '') : request.url.split('?')[0]!;
}

/** Answers the page for everything that is not there or not the reader's business. */
export async function nothingThere(reply: FastifyReply, { frame }: Visit): Promise<void> {
  const text = 'It may have been removed, it may not be yours to see, or the address has a slip in it.';
  await sendPage(reply, 404, staffMessage(frame, 'There is no such page', text));
}

/** Leads back to the page after a form worked, so that reloading sends nothing twice. */
export async function back(reply: FastifyReply, path: string, said: string): Promise<void> {
  await reply.redirect(`${path}?said=${said}`, 303);
}

/** What is said on the page that a form led back to; the address carries the key only. */
export function saidIn(request: FastifyRequest, texts: Readonly<Record<string, string>>): Said | null {
  const key = (request.query as { said?: unknown }).said;
  return typeof key === 'string' && Object.hasOwn(texts, key) ? { kind: 'good', text: texts[key]! } : null;
}

export interface Said {
  readonly kind: 'good' | 'bad';
  readonly text: string;
}

/** A version as a form sends it; one that is none is never the present one. */
export function versionIn(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : -1;
}

function contextOf(actor: StaffActor, sessionId: Id, request: FastifyRequest): RequestContext {
  const loaders = new Map<string, unknown>();
  return {
    ...{ actor, sessionId, ip: request.ip, userAgent: request.headers['user-agent'] ?? '', setSessionCookie: () => {} },
    loader<T>(name: string, make: () => T): T {
      if (!loaders.has(name)) loaders.set(name, make());
      return loaders.get(name) as T;
    },
  };
}
