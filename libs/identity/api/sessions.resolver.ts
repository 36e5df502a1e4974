import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock, StaffActor } from '#libs/kernel/index.js';
import {
  CLOCK,
  Context,
  type RequestContext,
  Staff,
  UnitOfWork,
  answer,
  instance,
  unauthenticated,
} from '#libs/platform/index.js';
import { listSessions } from '../queries/sessions.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { EndSession } from '../use-cases/end-session.js';
import { SignIn } from '../use-cases/sign-in.js';
import {
  AccountPayload,
  AccountResult,
  ChangePasswordInput,
  RevokeSessionInput,
  Session,
  SignInInput,
  SignInResult,
} from './account.types.js';
import { answerSignedIn } from './signed-in.js';

/** Signing in and out, one's own sessions and password. */
@Resolver()
export class SessionsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signsIn: SignIn,
    private readonly endSession: EndSession,
    private readonly passwords: ChangePassword,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => SignInResult, {
    description: 'Signs a member in; a browser gets the session as a cookie that scripts cannot read.',
  })
  async signIn(@Args('input') input: SignInInput, @Context() context: RequestContext): Promise<typeof SignInResult> {
    const { organization = null, email, password } = input;
    return answerSignedIn(this.uow, context, await this.signsIn.execute({ organization, email, password }, context));
  }

  @Mutation(() => AccountPayload, { description: 'Ends this session. Without one there is nothing to end, and that is fine.' })
  async signOut(@Context() context: RequestContext): Promise<AccountPayload> {
    if (context.actor?.kind === 'staff' && context.sessionId) await this.endSession.execute(context.actor, context.sessionId);
    context.setSessionCookie(null, null);
    return done('You are signed out.');
  }

  @Query(() => [Session], { description: 'The viewer’s own sessions, newest first' })
  async sessions(@Staff() actor: StaffActor, @Context() context: RequestContext): Promise<Session[]> {
    const rows = await listSessions(this.uow, actor, this.clock.now());
    return rows.map((row) =>
      instance(Session, {
        id: row.id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        userAgent: row.user_agent,
        network: row.network,
        current: row.id === context.sessionId,
      }),
    );
  }

  @Mutation(() => AccountResult, { description: 'Ends one of the viewer’s own sessions at once.' })
  async revokeSession(@Args('input') input: RevokeSessionInput, @Staff() actor: StaffActor): Promise<typeof AccountResult> {
    return answer(await this.endSession.execute(actor, input.sessionId), () => done('The session has ended.'));
  }

  @Mutation(() => AccountResult, { description: 'Changes the viewer’s password and ends all their other sessions.' })
  async changePassword(
    @Args('input') input: ChangePasswordInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<typeof AccountResult> {
    if (!context.sessionId) throw unauthenticated();
    const result = await this.passwords.execute(actor, context.sessionId, input);
    return answer(result, () => done('Your password is changed, and every other session has ended.'));
  }
}

function done(message: string): AccountPayload {
  return instance(AccountPayload, { message });
}
