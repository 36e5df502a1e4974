import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { CandidateActor, Id, StaffActor } from '#libs/kernel/index.js';
import { Candidate, Staff, answer, idempotencyOf, instance, notFound } from '#libs/platform/index.js';
import { ApplicationQuery } from '../queries/application.js';
import { CandidatesQuery } from '../queries/candidates.js';
import { EraseCandidate } from '../use-cases/erase-candidate.js';
import { MergeCandidates } from '../use-cases/merge-candidates.js';
import { MoveApplication } from '../use-cases/move-application.js';
import { UpdateCandidate } from '../use-cases/update-candidate.js';
import {
  CandidateHit,
  CandidateProfile,
  EraseCandidateInput,
  EraseCandidatePayload,
  EraseCandidateResult,
  MergeCandidatesInput,
  MergeCandidatesPayload,
  MergeCandidatesResult,
  OwnApplication,
  UpdateCandidateInput,
  UpdateCandidatePayload,
  UpdateCandidateResult,
  WithdrawMyApplicationInput,
  WithdrawMyApplicationPayload,
  WithdrawMyApplicationResult,
} from './candidate.types.js';

@Resolver()
export class CandidateResolver {
  constructor(
    private readonly candidates: CandidatesQuery,
    private readonly applications: ApplicationQuery,
    private readonly update: UpdateCandidate,
    private readonly merge: MergeCandidates,
    private readonly erase: EraseCandidate,
    private readonly move: MoveApplication,
  ) {}

  @Query(() => CandidateProfile)
  async candidate(@Staff() actor: StaffActor, @Args('id', { type: () => ID }) id: Id): Promise<CandidateProfile> {
    const candidate = await this.candidates.read(actor, id);
    if (!candidate) throw notFound('candidate');
    return candidate;
  }

  @Query(() => [CandidateHit], { description: 'By part of a name or address, or by words of these, of the place and of the CV' })
  async searchCandidates(
    @Staff() actor: StaffActor,
    @Args('query', { type: () => String }) query: string,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<CandidateHit[]> {
    const found = await this.candidates.search(actor, query, first);
    if (!found) throw notFound('candidate');
    return found;
  }

  @Mutation(() => UpdateCandidateResult)
  async updateCandidate(@Staff() actor: StaffActor, @Args('input') input: UpdateCandidateInput) {
    const { candidateId, expectedVersion, contact } = input;
    const result = await this.update.execute(actor, candidateId, expectedVersion, contact);
    return answer(result, (version) => instance(UpdateCandidatePayload, { candidateId, version }));
  }

  @Mutation(() => MergeCandidatesResult, { description: 'Makes two records of one person one' })
  async mergeCandidates(@Staff() actor: StaffActor, @Args('input') input: MergeCandidatesInput) {
    return answer(await this.merge.execute(actor, input.keepId, input.mergeId), (merged) =>
      instance(MergeCandidatesPayload, merged),
    );
  }

  @Mutation(() => EraseCandidateResult, {
    description: 'Erases a person for good: what they sent and what was written to and about them. Administrators only.',
  })
  async eraseCandidate(@Staff() actor: StaffActor, @Args('input') input: EraseCandidateInput) {
    const { candidateId, expectedVersion } = input;
    const result = await this.erase.execute(actor, candidateId, expectedVersion, idempotencyOf('eraseCandidate', input));
    return answer(result, (erased) => instance(EraseCandidatePayload, erased));
  }

  @Query(() => OwnApplication, { description: "The candidate's own application, by their signed link" })
  async myApplication(@Candidate() actor: CandidateActor): Promise<OwnApplication> {
    const own = await this.applications.own(actor);
    if (!own) throw notFound('application');
    return own;
  }

  @Mutation(() => WithdrawMyApplicationResult, { description: 'The candidate withdraws, by their signed link' })
  async withdrawMyApplication(
    @Candidate() actor: CandidateActor,
    @Args('input', { type: () => WithdrawMyApplicationInput, nullable: true }) input?: WithdrawMyApplicationInput | null,
  ) {
    const command = { kind: 'WITHDRAW', reason: input?.reason ?? null } as const;
    const result = await this.move.execute(actor, { applicationId: actor.applicationId, expectedVersion: null, command });
    return answer(result, ({ application }) => instance(WithdrawMyApplicationPayload, { status: application.status }));
  }
}
