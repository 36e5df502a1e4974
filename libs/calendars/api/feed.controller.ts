import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { ReadFeed } from '../queries/read-feed.js';

/** Where calendars read. An unknown address and a closed one answer alike. */
@Controller('calendars')
export class FeedController {
  constructor(private readonly feeds: ReadFeed) {}

  @Get(':file')
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const text = file.endsWith('.ics') ? await this.feeds.execute(file.slice(0, -4)) : null;
    reply.header('cache-control', 'private, no-cache').header('referrer-policy', 'no-referrer');
    if (text === null) return void (await reply.status(404).type('text/plain; charset=utf-8').send('This calendar has ended.\n'));
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
    await reply.type('text/calendar; charset=utf-8').send(text);
  }
}
