import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { authenticateCandidateLink } from '#libs/identity/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { MailLedger } from '#libs/notifications/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { candidateStanding } from '../queries/candidate-standing.js';
import { sentMailsPage } from '../views/sent-mails-page.js';
import { sendPage } from './form.js';
import { nothingHere } from './link-ended.js';

/** What a candidate was sent, behind the link to their page. */
@Controller('a/:token/mails')
export class SentMailsController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly ledger: MailLedger,
  ) {}

  @Get()
  async mails(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const now = this.clock.now();
    const actor = await authenticateCandidateLink(this.uow, this.config.secret, token, 'application', now);
    const standing = actor && (await candidateStanding(this.uow, actor, now));
    if (!actor || !standing) return nothingHere(reply);
    const { organization, postingTitle, language, candidateZone: zone } = standing;
    const mails = await this.ledger.sentTo(actor);
    await sendPage(reply, 200, sentMailsPage({ organization, postingTitle, language, zone, mails, home: `/a/${token}` }));
  }
}
