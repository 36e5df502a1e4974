import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadAttachment } from '#libs/applications/index.js';
import { authenticateKitLink } from '#libs/identity/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { LoadKit } from '#libs/scorecards/index.js';
import { messagePage } from '../views/layout.js';
import { fromOurPages, readForm, sendPage } from './form.js';
import { KIT_SAID, KitForms, type OpenedKit, askedByScript } from './kit-forms.js';
import { saidIn } from './staff-door.js';

/** The interviewer's kit behind the link in the invitation: no password, one seat, nothing else. GET changes nothing. */
@Controller('k')
export class InterviewerController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly kits: LoadKit,
    private readonly forms: KitForms,
    private readonly attachments: ReadAttachment,
  ) {}

  @Get(':token')
  async kit(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, ended());
    await this.forms.show(reply, opened, saidIn(request, KIT_SAID), null);
  }

  @Post(':token')
  async act(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.open(token);
    if (!opened) return sendPage(reply, 404, ended());
    const { fields } = await readForm(request);
    const result = fromOurPages(request) ? await this.forms.decide(opened, fields) : null;
    if (askedByScript(request, fields)) return this.forms.tellScript(reply, result);
    if (result?.ok) return void (await reply.redirect(`/k/${token}?said=${String(fields.action)}`, 303));
    const text =
      result && !result.ok
        ? result.refusal.message
        : 'That form was not one of this page. Nothing was changed; please try again.';
    await this.forms.show(reply, opened, { kind: 'bad', text }, fields);
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

  private async open(token: string): Promise<OpenedKit | null> {
    const link = await authenticateKitLink(this.uow, this.config.secret, token, this.clock.now());
    const kit = link && (await this.kits.execute(link.actor, { interviewSeatId: link.interviewSeatId }));
    return link && kit ? { ...link, kit, fileHref: () => `/k/${token}/cv`, frame: null } : null;
  }
}

function ended(): string {
  return messagePage({
    title: 'This link has ended',
    organization: { name: 'Rounds', home: '/' },
    heading: 'This link does not open a kit',
    text: 'The interview may have been cancelled, or the seat is somebody else’s now. The newest mail about it has the link that works.',
  });
}
