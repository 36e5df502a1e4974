import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listOrganizationSlugs } from '#libs/identity/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { homePage } from '../views/account-pages.js';
import { sendPage } from './form.js';
import { StaffDoor } from './staff-door.js';

/** The start page: which doors this installation has. Members who are signed in are led to their screens. */
@Controller()
export class HomeController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly uow: UnitOfWork,
    private readonly door: StaffDoor,
  ) {}

  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.door.session(request)) return void (await reply.redirect('/app', 303));
    const local = this.config.environment !== 'production';
    const careers = await listOrganizationSlugs(this.uow);
    await sendPage(
      reply,
      200,
      homePage({ careers, explorer: local, mailbox: local && new URL(this.config.smtpUrl).hostname === '127.0.0.1' }),
    );
  }
}
