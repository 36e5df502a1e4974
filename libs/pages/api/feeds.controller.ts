import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Clock, Id } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { publicFeed } from '#libs/postings/index.js';
import { publicOrganization } from '../queries/public-organization.js';
import { indeedFeed, rssFeed } from '../views/feeds.js';

/** Postings in a feed; who opens more has them on the careers page. */
const POSTINGS = 100;
const KEPT_MS = 60_000;
/** Organisations whose feeds are kept at once. */
const MOST = 200;

/** The open postings for readers of news and for job boards. */
@Controller('careers/:organization')
export class FeedsController {
  /** Rendering a hundred documents takes its time, so a feed is a minute old at most. */
  private readonly kept = new Map<Id, { readonly until_ms: number; readonly rss: string; readonly indeed: string }>();

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('feed.xml')
  async rss(@Param('organization') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, slug, 'rss', 'application/rss+xml; charset=utf-8');
  }

  @Get('indeed.xml')
  async indeed(@Param('organization') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, slug, 'indeed', 'application/xml; charset=utf-8');
  }

  private async send(reply: FastifyReply, slug: string, kind: 'rss' | 'indeed', type: string): Promise<void> {
    const feeds = await this.feeds(slug);
    if (!feeds) return void (await reply.status(404).type('text/plain; charset=utf-8').send('There is no such organisation.\n'));
    await reply.header('cache-control', 'public, max-age=300').type(type).send(feeds[kind]);
  }

  private async feeds(slug: string) {
    const found = await publicOrganization(this.uow, slug);
    if (!found) return null;
    const now = this.clock.now();
    const kept = this.kept.get(found.organizationId);
    if (kept && kept.until_ms > now.getTime()) return kept;
    const postings = await publicFeed(this.uow, found.organizationId, POSTINGS);
    const { name, about } = found.organization;
    const organization = { name, about, url: `${this.config.publicUrl}/careers/${found.organization.slug}` };
    const made = {
      until_ms: now.getTime() + KEPT_MS,
      rss: rssFeed(organization, postings),
      indeed: indeedFeed(organization, postings, now),
    };
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(found.organizationId, made);
    return made;
  }
}
