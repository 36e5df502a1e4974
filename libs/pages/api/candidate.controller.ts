import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MoveApplication, SetMyLanguage, StoreAttachment } from '#libs/applications/index.js';
import { type LinkPurpose, Links, authenticateCandidateLink } from '#libs/identity/index.js';
import { type CandidateActor, type Clock, type Language, type Refusal, type Result } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import {
  BookInterview,
  BookLoop,
  CancelInterview,
  FindLoops,
  FindSlots,
  HoldTime,
  Interviews,
  NameTimes,
  RescheduleInterview,
  SCHEDULING,
  SetMyZone,
  TimeWishes,
} from '#libs/scheduling/index.js';
import { OwnAnswers } from '#libs/self-identification/index.js';
import { LoadMyTakeHome, SubmitTakeHome } from '#libs/take-home/index.js';
import { type CandidateFrame, standingPage, takeHomePage } from '../views/candidate-pages.js';
import { standingView, takeHomeView } from '../views/candidate-views.js';
import { candidateWords } from '../views/candidate-words.js';
import { schedulePage } from '../views/schedule-page.js';
import { scheduleView } from '../views/schedule-view.js';
import { type CandidateStanding, candidateStanding } from '../queries/candidate-standing.js';
import { roundOf, startsIn, windowsIn } from './candidate-forms.js';
import { fromOurPages, readForm, sendPage } from './form.js';
import { nothingHere } from './link-ended.js';
import { MyData } from './my-data.js';

type Said = NonNullable<CandidateFrame['said']>;
type Fields = Readonly<Record<string, string>>;

/** A candidate's own pages behind signed links. GET changes nothing; a form that worked leads back by 303, so that reloading sends nothing twice. */
@Controller()
export class CandidateController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly links: Links,
    private readonly moves: MoveApplication,
    private readonly slots: FindSlots,
    private readonly loops: FindLoops,
    private readonly loopBooking: BookLoop,
    private readonly interviews: Interviews,
    private readonly booking: BookInterview,
    private readonly rescheduling: RescheduleInterview,
    private readonly cancelling: CancelInterview,
    private readonly zones: SetMyZone,
    private readonly languages: SetMyLanguage,
    private readonly holds: HoldTime,
    private readonly naming: NameTimes,
    private readonly wishes: TimeWishes,
    private readonly takeHomes: LoadMyTakeHome,
    private readonly submitting: SubmitTakeHome,
    private readonly attachments: StoreAttachment,
    private readonly myData: MyData,
    private readonly questions: OwnAnswers,
  ) {}

  @Get('a/:token')
  async standing(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('application', token, reply, (actor, standing) =>
      this.showStanding(reply, actor, standing, saidOf(request, standing)),
    );
  }

  @Post('a/:token')
  async change(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('application', token, reply, async (actor, standing) => {
      const { fields } = await readForm(request);
      if (!fromOurPages(request)) return this.showStanding(reply, actor, standing, notUnderstood(standing));
      const data = await this.myData.decide(actor, fields.action, reply);
      if (data && !data.result.ok) return this.showStanding(reply, actor, standing, bad(standing, data.result.refusal));
      if (data) return data.said === 'sent' ? undefined : back(reply, request, data.said);
      if (fields.action === 'language') {
        const chosen = await this.languages.execute(actor, fields.language ?? '');
        return chosen.ok
          ? back(reply, request, 'language')
          : this.showStanding(reply, actor, standing, bad(standing, chosen.refusal));
      }
      if (fields.action !== 'withdraw') return this.showStanding(reply, actor, standing, notUnderstood(standing));
      const result = await this.moves.execute(actor, {
        applicationId: actor.applicationId,
        expectedVersion: null,
        command: { kind: 'WITHDRAW', reason: fields.reason?.trim() || null },
      });
      if (result.ok) return back(reply, request, 'withdrawn');
      await this.showStanding(reply, actor, standing, bad(standing, result.refusal));
    });
  }

  @Get('s/:token')
  async times(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('schedule', token, reply, (actor, standing) =>
      this.showTimes(reply, actor, standing, saidOf(request, standing), {}, roundOf(request)),
    );
  }

  @Post('s/:token')
  async choose(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('schedule', token, reply, async (actor, standing) => {
      const { fields } = await readForm(request);
      const done = fromOurPages(request) ? await this.decide(actor, standing.candidateZone, fields) : null;
      if (done?.result.ok) return back(reply, request, done.said);
      await this.showTimes(
        reply,
        actor,
        standing,
        done && !done.result.ok ? bad(standing, done.result.refusal) : notUnderstood(standing),
        fields,
        roundOf(request),
      );
    });
  }

  @Get('t/:token')
  async takeHome(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('take-home', token, reply, (actor, standing) =>
      this.showTakeHome(reply, actor, standing, saidOf(request, standing), {}),
    );
  }

  @Post('t/:token')
  async handIn(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open('take-home', token, reply, async (actor, standing) => {
      const form = await readForm(request);
      if (!fromOurPages(request)) return this.showTakeHome(reply, actor, standing, notUnderstood(standing), form.fields);
      if (form.tooLarge)
        return this.showTakeHome(
          reply,
          actor,
          standing,
          { kind: 'bad', text: candidateWords(standing.language).takeHome.tooLarge },
          form.fields,
        );
      const result = await this.submit(actor, form.fields, form.file);
      if (result.ok) return back(reply, request, 'handed-in');
      await this.showTakeHome(reply, actor, standing, bad(standing, result.refusal), form.fields);
    });
  }

  private async submit(
    actor: CandidateActor,
    fields: Fields,
    file: { fileName: string; bytes: Buffer } | null,
  ): Promise<Result<unknown, Refusal>> {
    let attachmentId: string | null = null;
    if (file) {
      const stored = await this.attachments.forCandidate(actor, 'TAKE_HOME', file);
      if (!stored.ok) return stored;
      attachmentId = stored.value.attachmentId;
    }
    const expectedVersion = /^\d{1,9}$/.test(fields.version ?? '') ? Number(fields.version) : null;
    return this.submitting.execute(actor, { url: fields.url ?? null, attachmentId, note: fields.note ?? null, expectedVersion });
  }

  private async decide(
    actor: CandidateActor,
    zone: string,
    fields: Fields,
  ): Promise<{ result: Result<unknown, Refusal>; said: string } | null> {
    const startsAt = new Date(fields.startsAt ?? '');
    const reason = fields.reason?.trim() || null;
    const interviewId = fields.interview ?? '';
    const expectedVersion = /^\d{1,9}$/.test(fields.version ?? '') ? Number(fields.version) : null;
    switch (fields.action) {
      case 'book':
        return { said: 'booked', result: await this.booking.execute(actor, { startsAt }) };
      case 'move':
        return {
          said: 'moved',
          result: await this.rescheduling.execute(actor, { interviewId, startsAt, reason, expectedVersion }),
        };
      case 'cancel':
        return { said: 'cancelled', result: await this.cancelling.execute(actor, { interviewId, reason, expectedVersion }) };
      case 'zone':
        return { said: 'zone', result: await this.zones.execute(actor, fields.zone ?? '') };
      case 'hold':
        return { said: 'held', result: await this.holds.hold(actor, { startsAt }) };
      case 'release':
        return { said: 'released', result: await this.holds.release(actor) };
      case 'book-loop':
        return { said: 'booked-loop', result: await this.loopBooking.book(actor, { startsAt: startsIn(fields) }) };
      case 'hold-loop':
        return { said: 'held', result: await this.loopBooking.hold(actor, { startsAt: startsIn(fields) }) };
      case 'name-times':
        return {
          said: 'named',
          result: await this.naming.execute(actor, { zone, windows: windowsIn(fields, zone), note: fields.note ?? '' }),
        };
      case 'take-back':
        return { said: 'taken-back', result: await this.naming.takeBack(actor) };
      default:
        return null;
    }
  }

  private async showStanding(
    reply: FastifyReply,
    actor: CandidateActor,
    standing: CandidateStanding,
    said: Said | null,
  ): Promise<void> {
    const now = this.clock.now();
    const link = (purpose: 'schedule' | 'take-home') =>
      this.links.candidate(purpose, actor.organizationId, actor.applicationId, standing.linkEpoch, now);
    const asked = await this.questions.asked(actor);
    const own = reply.request.url.split('?')[0]!;
    const view = {
      ...standingView(standing, now, link, said),
      ...{ questionsHref: asked && `${own}/questions`, mailsHref: `${own}/mails` },
    };
    await sendPage(reply, said?.kind === 'bad' ? 422 : 200, standingPage(view));
  }

  private async showTimes(
    reply: FastifyReply,
    actor: CandidateActor,
    standing: CandidateStanding,
    said: Said | null,
    typed: Fields,
    round: string | null,
  ): Promise<void> {
    const [found, loops, interviews, choice] = await Promise.all([
      this.slots.execute(actor, { stageId: round, limit: SCHEDULING.slots.most }),
      this.loops.execute(actor, {}),
      this.interviews.ofCandidate(actor),
      this.wishes.own(actor),
    ]);
    const stageId = round ?? standing.stageId;
    const view = scheduleView({ standing, stageId, found, loops, interviews, choice, now: this.clock.now(), said, typed });
    await sendPage(reply, said?.kind === 'bad' ? 422 : 200, schedulePage(view));
  }

  private async showTakeHome(
    reply: FastifyReply,
    actor: CandidateActor,
    standing: CandidateStanding,
    said: Said | null,
    fields: Fields,
  ): Promise<void> {
    const takeHome = await this.takeHomes.execute(actor);
    if (!takeHome) return nothingHere(reply);
    await sendPage(
      reply,
      said?.kind === 'bad' ? 422 : 200,
      takeHomePage(takeHomeView(standing, takeHome, said, fields, this.clock.now())),
    );
  }

  private async open(
    purpose: LinkPurpose,
    token: string,
    reply: FastifyReply,
    show: (actor: CandidateActor, standing: CandidateStanding) => Promise<void>,
  ): Promise<void> {
    const actor = await authenticateCandidateLink(this.uow, this.config.secret, token, purpose, this.clock.now());
    const standing = actor && (await candidateStanding(this.uow, actor, this.clock.now()));
    if (!actor || !standing) return nothingHere(reply);
    await show(actor, standing);
  }
}

interface Spoken {
  readonly language: Language;
}

function notUnderstood({ language }: Spoken): Said {
  return { kind: 'bad', text: candidateWords(language).notUnderstood };
}

/** What a form that worked has said; the address carries the key only. */
function saidOf(request: FastifyRequest, { language }: Spoken): Said | null {
  const key = (request.query as { said?: unknown }).said;
  const { said } = candidateWords(language);
  return typeof key === 'string' && Object.hasOwn(said, key) ? { kind: 'good', text: said[key as keyof typeof said] } : null;
}

function bad({ language }: Spoken, refusal: Refusal): Said {
  return { kind: 'bad', text: candidateWords(language).refused(refusal) };
}

async function back(reply: FastifyReply, request: FastifyRequest, said: string): Promise<void> {
  await reply.redirect(`${request.url.split('?')[0]}?said=${said}`, 303);
}
