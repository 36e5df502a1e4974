import { Module } from '@nestjs/common';
import { SelfIdentificationResolver } from './api/self-identification.resolver.js';
import { SelfIdentificationEvents } from './jobs/self-identification-events.js';
import { AnswersReader } from './persistence/answers-reader.js';
import { OwnAnswers } from './queries/own-answers.js';
import { ReportQuery } from './queries/report-query.js';
import { SettingsQuery } from './queries/settings-query.js';
import { AnswerQuestions } from './use-cases/answer-questions.js';
import { ChooseForms } from './use-cases/choose-forms.js';

const doors = [OwnAnswers, ReportQuery, SettingsQuery, AnswerQuestions, ChooseForms];

/** Voluntary questions about equal opportunity, apart from everything that deciders see. */
@Module({ providers: [AnswersReader, ...doors, SelfIdentificationEvents, SelfIdentificationResolver], exports: doors })
export class SelfIdentificationModule {}
