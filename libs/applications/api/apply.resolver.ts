import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type StaffActor, isId, refuse } from '#libs/kernel/index.js';
import { Context, type RequestContext, Staff, answer, idempotencyOf, instance } from '#libs/platform/index.js';
import { ApplicationDoor } from '../use-cases/application-door.js';
import { APPLIED, ApplyToPosting } from '../use-cases/apply-to-posting.js';
import { ReceiveApplication } from '../use-cases/receive-application.js';
import {
  AddApplicationResult,
  AddCandidateApplicationInput,
  AddedApplication,
  ApplyPayload,
  ApplyResult,
  ApplyToPostingInput,
} from './apply.types.js';

@Resolver()
export class ApplyResolver {
  constructor(
    private readonly door: ApplicationDoor,
    private readonly apply: ApplyToPosting,
    private readonly receive: ReceiveApplication,
  ) {}

  @Mutation(() => ApplyResult, { description: 'Anybody applies for an open posting; no account is needed' })
  async applyToPosting(@Args('input') input: ApplyToPostingInput, @Context() { ip }: RequestContext) {
    // The key is for the application: who sends it again has done other work for it.
    const { proof, ...application } = input;
    const { organization, posting, ...rest } = application;
    const turn = this.door.mayCome(ip, organization, { proof });
    if (!turn.ok) return answer(turn, () => new ApplyPayload());
    const result = await this.apply.execute(
      organization,
      { ...rest, posting: { slug: posting } },
      idempotencyOf('applyToPosting', application),
    );
    return answer(result, () => instance(ApplyPayload, { message: APPLIED }));
  }

  @Mutation(() => AddApplicationResult, { description: 'The team adds a person to one of its postings' })
  async addCandidateApplication(@Staff() actor: StaffActor, @Args('input') input: AddCandidateApplicationInput) {
    const { postingId, ...rest } = input;
    if (!isId(postingId))
      return answer(
        refuse('NOT_FOUND', 'There is no such posting, or it does not take applications now.'),
        () => new AddedApplication(),
      );
    const result = await this.receive.execute(
      actor,
      { ...rest, posting: { id: postingId } },
      idempotencyOf('addCandidateApplication', input),
    );
    return answer(result, ({ applicationId, candidateId, alreadyThere }) =>
      instance(AddedApplication, { applicationId, candidateId, alreadyThere }),
    );
  }
}
