import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, answer, forbidden, instance, notFound } from '#libs/platform/index.js';
import { NOT_ANSWERED } from '../domain/adverse-impact.js';
import { PRESENT_FORMS } from '../domain/forms.js';
import { type QuestionReport, ReportQuery } from '../queries/report-query.js';
import { SettingsQuery } from '../queries/settings-query.js';
import { ChooseForms } from '../use-cases/choose-forms.js';
import {
  ImpactCategory,
  ImpactOfQuestion,
  ImpactStep,
  SelfIdentificationForm,
  SelfIdentificationReport,
  SelfIdentificationSettings,
  SetSelfIdentificationInput,
  SetSelfIdentificationPayload,
  SetSelfIdentificationResult,
} from './self-identification.types.js';

/** What is asked, and what may be seen of the answers: administrators. Candidates answer on their own page. */
@Resolver()
export class SelfIdentificationResolver {
  constructor(
    private readonly settings: SettingsQuery,
    private readonly reports: ReportQuery,
    private readonly choosing: ChooseForms,
  ) {}

  @Query(() => SelfIdentificationSettings, { description: 'Which voluntary questions are asked. Administrators only.' })
  async selfIdentification(@Staff() actor: StaffActor): Promise<SelfIdentificationSettings> {
    const settings = await this.settings.settings(actor);
    if (!settings) throw forbidden('Only administrators see this; ask one of them.');
    const { forms: on, version } = settings;
    const forms = PRESENT_FORMS.map(({ questions, ...form }) =>
      instance(SelfIdentificationForm, { ...form, questions: questions.map(({ label }) => label), on: on.includes(form.id) }),
    );
    return instance(SelfIdentificationSettings, { forms, version });
  }

  @Query(() => SelfIdentificationReport, {
    description:
      'How groups fared at the stages of one posting: large enough counts, and nothing of anybody. Administrators only.',
  })
  async selfIdentificationReport(
    @Staff() actor: StaffActor,
    @Args('postingId', { type: () => ID }) postingId: Id,
  ): Promise<SelfIdentificationReport> {
    const report = await this.reports.ofPosting(actor, postingId);
    if (!report) throw notFound('report');
    return instance(SelfIdentificationReport, { asOf: report.asOf, questions: report.questions.map(toQuestion) });
  }

  @Mutation(() => SetSelfIdentificationResult, { description: 'Turns forms on and off. Nothing is asked before.' })
  async setSelfIdentification(@Staff() actor: StaffActor, @Args('input') input: SetSelfIdentificationInput) {
    return answer(await this.choosing.execute(actor, input.forms, input.expectedVersion), (version) =>
      instance(SetSelfIdentificationPayload, { version }),
    );
  }
}

function toQuestion({ form, question, steps }: QuestionReport): ImpactOfQuestion {
  const labelOf = (key: string) =>
    key === NOT_ANSWERED ? 'Not asked or not answered' : (question.categories.find((each) => each.key === key)?.label ?? key);
  return instance(ImpactOfQuestion, {
    ...{ formId: form.id, key: question.key, label: question.label },
    steps: steps.map((step) =>
      instance(ImpactStep, {
        ...{ stages: [...step.stages], decided: step.decided, wentOn: step.wentOn },
        categories: step.categories.map((each) => instance(ImpactCategory, { ...each, label: labelOf(each.key) })),
      }),
    ),
  });
}
