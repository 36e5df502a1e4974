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
import { may } from '../domain/policy.js';
import { listApiTokens } from '../queries/api-tokens.js';
import { ApiTokens } from '../use-cases/api-tokens.js';
import { AccountPayload, AccountResult } from './account.types.js';
import { ApiToken, MakeApiTokenInput, MakeApiTokenPayload, MakeApiTokenResult, RevokeApiTokenInput } from './api-tokens.types.js';

/** Tokens of programs; made and ended by people with a session alone. */
@Resolver()
export class ApiTokensResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tokens: ApiTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [ApiToken], { description: 'The viewer’s tokens that may still be used; an administrator sees everybody’s.' })
  async apiTokens(@Staff() actor: StaffActor): Promise<ApiToken[]> {
    const rows = await listApiTokens(this.uow, actor, may(actor, 'people.manage'), this.clock.now());
    return rows.map((row) => instance(ApiToken, row));
  }

  @Mutation(() => MakeApiTokenResult, { description: 'Makes a token and shows it once. A changed password ends it.' })
  async makeApiToken(
    @Args('input') input: MakeApiTokenInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<typeof MakeApiTokenResult> {
    if (!context.sessionId) throw unauthenticated();
    return answer(await this.tokens.make(actor, input), ({ token, apiToken }) =>
      instance(MakeApiTokenPayload, { token, apiToken: instance(ApiToken, apiToken) }),
    );
  }

  @Mutation(() => AccountResult, { description: 'Ends a token at once: one’s own, or as an administrator anybody’s.' })
  async revokeApiToken(@Args('input') input: RevokeApiTokenInput, @Staff() actor: StaffActor): Promise<typeof AccountResult> {
    return answer(await this.tokens.revoke(actor, input.id), () => instance(AccountPayload, { message: 'The token has ended.' }));
  }
}
