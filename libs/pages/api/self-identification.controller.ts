import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticateCandidateLink } from '#libs/identity/index.js';
import type { CandidateActor, Clock } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { AnswerQuestions, OwnAnswers, PREFER_NOT_TO_SAY } from '#libs/self-identification/index.js';
import { type CandidateStanding, candidateStanding } from '../queries/candidate-standing.js';
import { selfIdentificationPage } from '../views/self-identification-page.js';
import { fromOurPages, readForm, sendPage } from './form.js';
import { nothingHere } from './link-ended.js';

interface Said {
  readonly kind: 'good' | 'bad';
  readonly text: string;
}

/** Voluntary questions behind the link to a candidate's page. GET changes nothing. */
@Controller('a/:token/questions')
export class SelfIdentificationController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly own: OwnAnswers,
    private readonly answering: AnswerQuestions,
  ) {}

  @Get()
  async questions(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open(token, reply, (actor, standing) => this.show(reply, token, actor, standing, saidOf(request)));
  }

  @Post()
  async answer(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open(token, reply, async (actor, standing) => {
      const { action, ...given } = (await readForm(request)).fields;
      if (!fromOurPages(request) || (action !== 'answer' && action !== 'remove'))
        return this.show(reply, token, actor, standing, NOT_UNDERSTOOD);
      const result = action === 'answer' ? await this.answering.answer(actor, given) : await this.answering.takeBack(actor);
      if (result.ok) return void (await reply.redirect(`${request.url.split('?')[0]}?said=${action}`, 303));
      await this.show(reply, token, actor, standing, { kind: 'bad', text: result.refusal.message });
    });
  }

  private async show(
    reply: FastifyReply,
    token: string,
    actor: CandidateActor,
    standing: CandidateStanding,
    said: Said | null,
  ): Promise<void> {
    const [form, answers] = await Promise.all([this.own.asked(actor), this.own.said(actor)]);
    if (!form && answers.length === 0 && !said) return nothingHere(reply);
    const { organization, postingTitle } = standing;
    await sendPage(
      reply,
      said?.kind === 'bad' ? 422 : 200,
      selfIdentificationPage({
        // What is asked, and how, is written for one law, in its language.
        ...{ organization, postingTitle, language: 'en', said, answers, home: `/a/${token}`, declined: PREFER_NOT_TO_SAY },
        ...{ title: form?.title ?? 'Voluntary questions', questions: form?.questions ?? [] },
      }),
    );
  }

  private async open(
    token: string,
    reply: FastifyReply,
    show: (actor: CandidateActor, standing: CandidateStanding) => Promise<void>,
  ): Promise<void> {
    const now = this.clock.now();
    const actor = await authenticateCandidateLink(this.uow, this.config.secret, token, 'application', now);
    const standing = actor && (await candidateStanding(this.uow, actor, now));
    if (!actor || !standing) return nothingHere(reply);
    await show(actor, standing);
  }
}

/** What is said after a form worked; the address carries the key only. */
const SAID: Readonly<Record<string, string>> = {
  answer: 'Thank you. Your answers are kept apart from your application.',
  remove: 'Your answers are removed.',
};

const NOT_UNDERSTOOD: Said = { kind: 'bad', text: 'That form was not one of this page. Nothing was changed; please try again.' };

function saidOf(request: FastifyRequest): Said | null {
  const key = (request.query as { said?: unknown }).said;
  return typeof key === 'string' && Object.hasOwn(SAID, key) ? { kind: 'good', text: SAID[key]! } : null;
}
