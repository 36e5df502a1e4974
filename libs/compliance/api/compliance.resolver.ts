import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { CandidateActor, StaffActor } from '#libs/kernel/index.js';
import { Candidate, Staff, answer, forbidden, instance } from '#libs/platform/index.js';
import { ComplianceQuery } from '../queries/compliance-query.js';
import { ExportPerson } from '../use-cases/export-person.js';
import { KeepByRule } from '../use-cases/keep-by-rule.js';
import { PrivacyRequests } from '../use-cases/privacy-requests.js';
import {
  AnswerPrivacyRequestInput,
  AskAboutMyDataInput,
  AskAboutMyDataPayload,
  AskAboutMyDataResult,
  CompliancePayload,
  ComplianceResult,
  ExportCandidateInput,
  ExportCandidatePayload,
  ExportCandidateResult,
  LegalHold,
  PlaceLegalHoldInput,
  PrivacyRequest,
  PrivacyRequestArgs,
  PrivacyRequestConnection,
  ReleaseLegalHoldInput,
  RemoveRetentionRuleInput,
  RetentionDue,
  RetentionRule,
  SetRetentionRuleInput,
} from './compliance.types.js';

/** Rules, holds and requests about people's data: administrators; asking for one's own: candidates. */
@Resolver()
export class ComplianceResolver {
  constructor(
    private readonly query: ComplianceQuery,
    private readonly rules: KeepByRule,
    private readonly requests: PrivacyRequests,
    private readonly exports: ExportPerson,
  ) {}

  @Query(() => [RetentionRule], { description: 'How long people are kept. Administrators only.' })
  async retentionRules(@Staff() actor: StaffActor): Promise<RetentionRule[]> {
    return allowed(await this.query.rules(actor)).map((row) => instance(RetentionRule, row));
  }

  @Query(() => [RetentionDue], { description: 'Who is erased next by the rules, within a year, in order. Administrators only.' })
  async retentionPreview(
    @Staff() actor: StaffActor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<RetentionDue[]> {
    return allowed(await this.query.preview(actor, first)).map((row) =>
      instance(RetentionDue, {
        ...{ candidateId: row.id, candidateName: row.name, country: row.country },
        ...{ endedAt: row.ended_at, dueAt: row.due_at, held: row.held },
      }),
    );
  }

  @Query(() => [LegalHold], { description: 'Who must not be erased for now, and why. Administrators only.' })
  async legalHolds(@Staff() actor: StaffActor): Promise<LegalHold[]> {
    return allowed(await this.query.holds(actor)).map((row) => instance(LegalHold, row));
  }

  @Query(() => PrivacyRequestConnection, { description: 'What candidates asked about their data. Administrators only.' })
  async privacyRequests(
    @Staff() actor: StaffActor,
    @Args() { open, first, after }: PrivacyRequestArgs,
  ): Promise<PrivacyRequestConnection> {
    const { nodes, pageInfo } = allowed(await this.query.requests(actor, open, first, after));
    return instance(PrivacyRequestConnection, { nodes: nodes.map((row) => instance(PrivacyRequest, row)), pageInfo });
  }

  @Mutation(() => ComplianceResult, {
    description: 'Makes or changes a rule. It erases nobody for a week: look at retentionPreview.',
  })
  async setRetentionRule(@Staff() actor: StaffActor, @Args('input') input: SetRetentionRuleInput) {
    const { country = null, atLeastDays, atMostDays = null, expectedVersion } = input;
    return answer(await this.rules.set(actor, { country, atLeastDays, atMostDays }, expectedVersion), (version) =>
      done(`The rule stands, in version ${version}.`),
    );
  }

  @Mutation(() => ComplianceResult)
  async removeRetentionRule(@Staff() actor: StaffActor, @Args('input') input: RemoveRetentionRuleInput) {
    return answer(await this.rules.remove(actor, input.ruleId, input.expectedVersion), () => done('The rule is gone.'));
  }

  @Mutation(() => ComplianceResult, { description: 'Nobody and no rule erases the person until it is released.' })
  async placeLegalHold(@Staff() actor: StaffActor, @Args('input') input: PlaceLegalHoldInput) {
    return answer(await this.rules.hold(actor, input.candidateId, input.reason), () => done('The person is under a hold.'));
  }

  @Mutation(() => ComplianceResult)
  async releaseLegalHold(@Staff() actor: StaffActor, @Args('input') input: ReleaseLegalHoldInput) {
    return answer(await this.rules.release(actor, input.candidateId), () => done('The hold is released.'));
  }

  @Mutation(() => ComplianceResult, {
    description: 'An erasure is answered by erasing the person; anything can be declined, with a reason.',
  })
  async answerPrivacyRequest(@Staff() actor: StaffActor, @Args('input') input: AnswerPrivacyRequestInput) {
    const { requestId, outcome, answer: words } = input;
    return answer(await this.requests.answer(actor, requestId, outcome, words), () => done('The request is answered.'));
  }

  @Mutation(() => ExportCandidateResult, {
    description:
      'Everything that is known of a person; a mutation, because who fetched it stands in the audit log. Administrators only.',
  })
  async exportCandidate(@Staff() actor: StaffActor, @Args('input') input: ExportCandidateInput) {
    return answer(await this.exports.everything(actor, input.candidateId), (record) =>
      instance(ExportCandidatePayload, { json: JSON.stringify(record) }),
    );
  }

  @Mutation(() => AskAboutMyDataResult, {
    description: 'The candidate asks, by the link to their page. Asking twice is asking once.',
  })
  async askAboutMyData(@Candidate() actor: CandidateActor, @Args('input') input: AskAboutMyDataInput) {
    return answer(await this.requests.ask(actor, input.kind), (asked) => instance(AskAboutMyDataPayload, asked));
  }
}

function allowed<T>(found: T | null): T {
  if (found === null) throw forbidden('Only administrators see this; ask one of them.');
  return found;
}

function done(message: string): CompliancePayload {
  return instance(CompliancePayload, { message });
}
