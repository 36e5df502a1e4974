import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { listOrganizationSlugs } from '#libs/identity/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { homePage } from '../views/account-pages.js';
import { sendPage } from './form.js';

/** The start page: which doors this installation has. */
@Controller()
export class HomeController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly uow: UnitOfWork,
  ) {}

  @Get()
  async home(@Res() reply: FastifyReply): Promise<void> {
    const local = this.config.environment !== 'production';
    const careers = await listOrganizationSlugs(this.uow);
    await sendPage(
      reply,
      200,
      homePage({ careers, explorer: local, mailbox: local && new URL(this.config.smtpUrl).hostname === '127.0.0.1' }),
    );
  }
}
