import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Context, type RequestContext, UnitOfWork, answer, instance } from '#libs/platform/index.js';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import { RequestPasswordReset, ResetPassword } from '../use-cases/reset-password.js';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AccountPayload,
  AccountResult,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './account.types.js';
import { answerSignedIn } from './signed-in.js';

/** What somebody does who is not signed in and holds a mailed link, or asks for one. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: AcceptInvitation,
    private readonly requests: RequestPasswordReset,
    private readonly resets: ResetPassword,
  ) {}

  @Mutation(() => AcceptInvitationResult, { description: 'Chooses the first password behind an invitation’s link and signs in.' })
  async acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @Context() context: RequestContext,
  ): Promise<typeof AcceptInvitationResult> {
    return answerSignedIn(this.uow, context, await this.invitations.execute(input, context));
  }

  @Mutation(() => AccountResult, {
    description: 'Mails a link for a new password. The answer is the same whether the address is known or not.',
  })
  async requestPasswordReset(
    @Args('input') input: RequestPasswordResetInput,
    @Context() context: RequestContext,
  ): Promise<typeof AccountResult> {
    const { organization = null, email } = input;
    const message = 'If this address belongs to a member, a mail with a link is on its way. The link works for an hour.';
    return answer(await this.requests.execute({ organization, email }, context), () => instance(AccountPayload, { message }));
  }

  @Mutation(() => AccountResult, { description: 'Sets a new password behind a mailed link and ends all sessions.' })
  async resetPassword(@Args('input') input: ResetPasswordInput): Promise<typeof AccountResult> {
    const message = 'Your password is changed and every session has ended. Sign in with the new one.';
    return answer(await this.resets.execute(input), () => instance(AccountPayload, { message }));
  }
}
