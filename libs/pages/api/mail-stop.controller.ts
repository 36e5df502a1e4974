import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StopMails, type Stoppable } from '#libs/notifications/index.js';
import { mailStopPage, noSuchMailStop } from '../views/mail-stop-page.js';
import { readForm, sendPage } from './form.js';

/**
 * Where readers end mails that they can do without. Mail programs post here by themselves when somebody presses their button (RFC 8058 §3.2), from anywhere and
 * without a cookie: the link is all they have, and all that counts.
 */
@Controller('mail/stop')
export class MailStopController {
  constructor(private readonly stops: StopMails) {}

  @Get(':token')
  async look(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await show(reply, await this.stops.look(token));
  }

  @Post(':token')
  async stop(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields } = await readForm(request);
    await show(reply, await this.stops.change(token, fields.again !== 'yes'));
  }
}

function show(reply: FastifyReply, found: Stoppable | null): Promise<void> {
  return found ? sendPage(reply, 200, mailStopPage(found)) : sendPage(reply, 404, noSuchMailStop());
}
