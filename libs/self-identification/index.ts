export { type Form, PREFER_NOT_TO_SAY, PRESENT_FORMS, type Question } from './domain/forms.js';
export { FEWEST, NOT_ANSWERED, type ShownCategory, type ShownStep } from './domain/adverse-impact.js';
export { selfIdentificationEntities } from './persistence/self-identification-settings.entity.js';
export { type OwnAnswer, OwnAnswers } from './queries/own-answers.js';
export { type QuestionReport, type Report, ReportQuery } from './queries/report-query.js';
export { SettingsQuery, type SettingsRow } from './queries/settings-query.js';
export { AnswerQuestions } from './use-cases/answer-questions.js';
export { ChooseForms } from './use-cases/choose-forms.js';
export * from './self-identification.module.js';
