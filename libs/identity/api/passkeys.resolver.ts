import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { Context, type RequestContext, Staff, UnitOfWork, answer, instance, unauthenticated } from '#libs/platform/index.js';
import { RelyingParty } from '../passkeys/relying-party.js';
import { listPasskeys } from '../queries/passkeys.js';
import { Passkeys } from '../use-cases/passkeys.js';
import { SignInWithPasskey } from '../use-cases/sign-in-with-passkey.js';
import { AccountPayload, AccountResult, SignInResult } from './account.types.js';
import {
  AddPasskeyInput,
  AddPasskeyPayload,
  AddPasskeyResult,
  BeginPasskeyInput,
  BeginPasskeyResult,
  Passkey,
  PasskeyOptions,
  RemovePasskeyInput,
  SignInWithPasskeyInput,
} from './passkeys.types.js';
import { answerSignedIn } from './signed-in.js';

/** Keys on people's devices: made and removed by their owner in a session, and a way in. */
@Resolver()
export class PasskeysResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keys: Passkeys,
    private readonly party: RelyingParty,
    private readonly signsIn: SignInWithPasskey,
  ) {}

  @Query(() => [Passkey], { description: 'The viewer’s own passkeys, newest first' })
  async passkeys(@Staff() actor: StaffActor): Promise<Passkey[]> {
    return (await listPasskeys(this.uow, actor)).map((row) => instance(Passkey, row));
  }

  @Mutation(() => BeginPasskeyResult, { description: 'Begins to make a passkey for the viewer' })
  async beginPasskey(
    @Args('input') input: BeginPasskeyInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<typeof BeginPasskeyResult> {
    if (!context.sessionId) throw unauthenticated();
    return answer(await this.keys.begin(actor, input.password), (options) => instance(PasskeyOptions, { options }));
  }

  @Mutation(() => AddPasskeyResult, { description: 'Keeps the passkey that the browser made' })
  async addPasskey(
    @Args('input') input: AddPasskeyInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<typeof AddPasskeyResult> {
    if (!context.sessionId) throw unauthenticated();
    const added = await this.keys.add(actor, input);
    return answer(added, (row) => instance(AddPasskeyPayload, { passkey: instance(Passkey, row) }));
  }

  @Mutation(() => AccountResult, { description: 'Removes one of the viewer’s own passkeys at once' })
  async removePasskey(@Args('input') input: RemovePasskeyInput, @Staff() actor: StaffActor): Promise<typeof AccountResult> {
    const message = 'The passkey opens nothing any more.';
    return answer(await this.keys.remove(actor, input.id), () => instance(AccountPayload, { message }));
  }

  @Mutation(() => PasskeyOptions, { description: 'Begins to sign in with any passkey of this installation' })
  async beginPasskeySignIn(): Promise<PasskeyOptions> {
    return instance(PasskeyOptions, { options: await this.party.requestOptions() });
  }

  @Mutation(() => SignInResult, { description: 'Signs in with what the device answered; a browser gets the session as a cookie' })
  async signInWithPasskey(
    @Args('input') input: SignInWithPasskeyInput,
    @Context() context: RequestContext,
  ): Promise<typeof SignInResult> {
    return answerSignedIn(this.uow, context, await this.signsIn.execute(input.response, context));
  }
}
