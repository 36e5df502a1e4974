import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoadKit } from '#libs/scorecards/index.js';
import { readForm } from './form.js';
import { KIT_SAID, KitForms, type OpenedKit, askedByScript } from './kit-forms.js';
import { StaffDoor, type Visit, back, nothingThere, saidIn } from './staff-door.js';

/** The kit of a stage for members who are signed in: whoever holds a seat, reviews the work, or leads the team. */
@Controller('kits/:applicationId/:stageId')
export class KitController {
  constructor(
    private readonly door: StaffDoor,
    private readonly kits: LoadKit,
    private readonly forms: KitForms,
  ) {}

  @Get()
  async kit(
    @Param('applicationId') applicationId: string,
    @Param('stageId') stageId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.door.open(request, reply, async (visit) => {
      const opened = await this.find(visit, applicationId, stageId);
      if (!opened) return nothingThere(reply, visit);
      await this.forms.show(reply, opened, saidIn(request, KIT_SAID), null);
    });
  }

  @Post()
  async act(
    @Param('applicationId') applicationId: string,
    @Param('stageId') stageId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.door.act(request, reply, async (visit) => {
      const opened = await this.find(visit, applicationId, stageId);
      if (!opened) return nothingThere(reply, visit);
      const { fields } = await readForm(request);
      const result = await this.forms.decide(opened, fields);
      if (askedByScript(request, fields)) return this.forms.tellScript(reply, result);
      if (result?.ok) return back(reply, `/kits/${applicationId}/${stageId}`, fields.action!);
      const text = result ? result.refusal.message : 'That form was not understood. Nothing was changed; please try again.';
      await this.forms.show(reply, opened, { kind: 'bad', text }, fields);
    });
  }

  private async find({ actor, frame }: Visit, applicationId: string, stageId: string): Promise<OpenedKit | null> {
    const kit = await this.kits.execute(actor, { applicationId, stageId });
    if (!kit) return null;
    const seat = kit.interview?.seats.find(({ mine }) => mine) ?? null;
    return { actor, kit, frame, interviewSeatId: seat?.interviewSeatId ?? null, fileHref: (id) => `/files/${id}` };
  }
}
