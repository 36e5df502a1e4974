import { registerEnumType } from '@nestjs/graphql';
import { TEAM_ROLES } from '#libs/kernel/index.js';
import { STAGE_KINDS } from '#libs/pipeline/index.js';
import { POOL_STANDINGS } from '../domain/pool-standing.js';
import { DOCUMENT_KINDS, FACT_FIELDS, SALARY_PERIODS } from '../domain/posting-document.js';
import { QUESTION_KINDS } from '../domain/posting-question.js';
import { POSTING_STATUSES } from '../domain/posting-status.js';

function named<Name extends string>(names: readonly Name[]): { [N in Name]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };
}

export const PostingStatusEnum = named(POSTING_STATUSES);
registerEnumType(PostingStatusEnum, {
  name: 'PostingStatus',
  description:
    'DRAFT waits for a person, OPEN takes applications, CLOSED takes none and goes on with those it has, ARCHIVED is out of the way',
});
export const StageKindEnum = named(STAGE_KINDS);
registerEnumType(StageKindEnum, { name: 'StageKind', description: 'What happens in a stage' });
export const TeamRoleEnum = named(TEAM_ROLES);
registerEnumType(TeamRoleEnum, { name: 'TeamRole', description: "What a person is in one posting's hiring team" });
export const QuestionKindEnum = named(QUESTION_KINDS);
registerEnumType(QuestionKindEnum, { name: 'QuestionKind', description: 'How a question is answered' });
export const SalaryPeriodEnum = named(SALARY_PERIODS);
registerEnumType(SalaryPeriodEnum, { name: 'SalaryPeriod', description: 'For how much work the amounts are paid' });
export const PostingFieldEnum = named(FACT_FIELDS);
registerEnumType(PostingFieldEnum, { name: 'PostingField', description: 'What is read from a document' });
export const DocumentKindEnum = named(DOCUMENT_KINDS);
registerEnumType(DocumentKindEnum, {
  name: 'DocumentKind',
  description: 'posting: one job; process: a page about how a team hires; none: neither',
});
export const PoolStandingEnum = named(POOL_STANDINGS);
registerEnumType(PoolStandingEnum, {
  name: 'PoolStanding',
  description:
    'TRAINED members fill seats. SHADOW sits beside the interviewer, REVERSE_SHADOW interviews with the interviewer beside; neither keeps a time from being offered',
});
export const OpeningStatusEnum = named(['OPEN', 'FILLED', 'CANCELLED'] as const);
registerEnumType(OpeningStatusEnum, { name: 'OpeningStatus', description: 'Whether somebody can be hired into it' });
export const SeverityEnum = { ERROR: 'error', WARNING: 'warning', INFO: 'info' } as const;
registerEnumType(SeverityEnum, { name: 'DiagnosticSeverity', description: 'How much a finding matters' });
export const PlanSourceEnum = { DOCUMENT: 'document', DEFAULT: 'default', EDITED: 'edited' } as const;
registerEnumType(PlanSourceEnum, {
  name: 'PlanSource',
  description:
    "DOCUMENT: the posting tells it; DEFAULT: the posting tells none, so it is the organisation's own; EDITED: a person made it",
});
export const ProblemSeverityEnum = named(['REFUSES', 'WARNS'] as const);
registerEnumType(ProblemSeverityEnum, {
  name: 'PublishProblemSeverity',
  description: 'REFUSES must be corrected; WARNS may be confirmed',
});
export const RoundCorrectionActionEnum = { CONFIRM: 'confirm', CHANGE: 'change', DROP: 'drop', ADD: 'add' } as const;
registerEnumType(RoundCorrectionActionEnum, {
  name: 'RoundCorrectionAction',
  description: 'It is right, it is different, it is none, it is missing',
});
export const CorrectionActionEnum = { CONFIRM: 'confirm', CHANGE: 'change', DROP: 'drop' } as const;
registerEnumType(CorrectionActionEnum, {
  name: 'CorrectionAction',
  description: 'It is right, it is this instead, it is not so',
});
