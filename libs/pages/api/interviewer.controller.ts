import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAttachment } from '#libs/applications/index.js';
import { authenticateKitLink, readOrganization } from '#libs/identity/index.js';
import type { Clock, Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { AnswerSeat } from '#libs/scheduling/index.js';
import { type CardWanted, type KitView, LoadKit, SaveScorecardDraft, SubmitScorecard } from '#libs/scorecards/index.js';
import { kitPage } from '../views/interviewer-pages.js';
import { kitView } from '../views/kit-view.js';
import { messagePage } from '../views/layout.js';
import { seatOf } from '../queries/seat.js';
import { fromOurPages, readForm, sendPage } from './form.js';

interface Opened {
  readonly actor: StaffActor;
  readonly interviewSeatId: Id;
  readonly kit: KitView;
}

type Said = { readonly kind: 'good' | 'bad'; readonly text: string };
type Fields = Readonly<Record<string, string>>;

/** The interviewer's kit behind the link in the invitation: no password, one seat, nothing else. GET changes nothing. */
@Controller('k')
export class InterviewerController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly kits: LoadKit,
    private readonly drafts: SaveScorecardDraft,
    private readonly submitting: SubmitScorecard,
    private readonly answering: AnswerSeat,
    private readonly attachments: ReadAttachment,
  ) {}

  @Get(':token')
  async kit(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, ended());
    const key = (request.query as { said?: unknown }).said;
    const text = typeof key === 'string' && Object.hasOwn(SAID, key) ? SAID[key]! : null;
    await this.show(reply, token, opened, text ? { kind: 'good', text } : null, null);
  }

  @Post(':token')
  async act(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, ended());
    const { fields } = await readForm(request);
    const result = fromOurPages(request) ? await this.decide(opened, fields) : null;
    if (result?.ok) return void (await reply.redirect(`/k/${token}?said=${String(fields.action)}`, 303));
    const text =
      result && !result.ok
        ? result.refusal.message
        : 'That form was not one of this page. Nothing was changed; please try again.';
    await this.show(reply, token, opened, { kind: 'bad', text }, fields);
  }

  /** The CV, for whoever holds the seat. */
  @Get(':token/cv')
  async cv(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    const file = opened?.kit.cvAttachmentId ? await this.attachments.execute(opened.actor, opened.kit.cvAttachmentId) : null;
    if (!file) return sendPage(reply, 404, ended());
    await reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'no-store')
      .type(file.contentType)
      .send(file.bytes);
  }

  private async decide({ actor, interviewSeatId, kit }: Opened, fields: Fields): Promise<Result<unknown, Refusal> | null> {
    switch (fields.action) {
      case 'answer':
        return this.answering.execute(actor, { interviewSeatId, answer: (fields.answer ?? '') as never });
      case 'save':
        return this.drafts.execute(actor, cardOf(kit, fields));
      case 'submit':
        return this.submitting.execute(actor, cardOf(kit, fields));
      default:
        return null;
    }
  }

  private async show(
    reply: FastifyReply,
    token: string,
    { actor, interviewSeatId, kit }: Opened,
    said: Said | null,
    typed: Fields | null,
  ): Promise<void> {
    const [organization, seat] = await Promise.all([
      readOrganization(this.uow, actor.organizationId),
      seatOf(this.uow, actor, interviewSeatId),
    ]);
    const view = kitView({
      kit,
      seat,
      organizationName: organization?.name ?? 'Rounds',
      cvHref: `/k/${token}/cv`,
      now: this.clock.now(),
      said,
      typed,
    });
    await sendPage(reply, said?.kind === 'bad' ? 422 : 200, kitPage(view));
  }

  private async open(token: string): Promise<Opened | null> {
    const link = await authenticateKitLink(this.uow, this.config.secret, token, this.clock.now());
    const kit = link && (await this.kits.execute(link.actor, { interviewSeatId: link.interviewSeatId }));
    return link && kit ? { ...link, kit } : null;
  }
}

const SAID: Record<string, string> = {
  answer: 'Thank you, the team knows.',
  save: 'Your draft is kept. Nobody else sees it.',
  submit: 'Your scorecard is in. Thank you.',
};

/** The card as the form says it; attributes without a rating are left out. */
function cardOf(kit: KitView, fields: Fields): CardWanted {
  const ratings = kit.attributes
    .filter(({ id }) => fields[`rating.${id}`])
    .map(({ id }) => ({ attributeId: id, rating: Number(fields[`rating.${id}`]), note: fields[`note.${id}`] ?? '' }));
  const version = /^\d{1,9}$/.test(fields.version ?? '') ? Number(fields.version) : 0;
  const { applicationId, stageId } = kit;
  return {
    applicationId,
    stageId,
    expectedVersion: version,
    recommendation: fields.recommendation || null,
    notes: fields.notes ?? '',
    ratings,
  };
}

function ended(): string {
  return messagePage({
    title: 'This link has ended',
    organization: { name: 'Rounds', home: '/' },
    heading: 'This link does not open a kit',
    text: 'The interview may have been cancelled, or the seat is somebody else’s now. The newest mail about it has the link that works.',
  });
}
