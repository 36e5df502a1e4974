import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#libs/kernel/index.js';
import { authenticateSession, sessionTokenIn } from '#libs/identity/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { ReadAttachment } from '../use-cases/read-attachment.js';

/** Files for the team, always as a download: what a stranger sent is never shown as a page of ours. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly attachments: ReadAttachment,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':attachmentId')
  async download(@Param('attachmentId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    const session = token ? await authenticateSession(this.uow, token, this.clock.now()) : null;
    if (!session) {
      await reply.status(401).type('text/plain; charset=utf-8').send('You are not signed in. Sign in and open the file again.');
      return;
    }
    const file = await this.attachments.execute(session.actor, id);
    if (!file) throw new NotFoundException('There is no such file, or you may not see it.');
    await reply
      .header(
        'content-disposition',
        `attachment; filename="${asciiName(file.fileName)}"; filename*=UTF-8''${encoded(file.fileName)}`,
      )
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .type(file.contentType)
      .send(file.bytes);
  }
}

/** The session of a program (`Authorization: Bearer`) or of a browser (its cookie). */
function tokenOf(request: FastifyRequest): string | undefined {
  const [scheme, bearer] = (request.headers.authorization ?? '').split(' ');
  if (scheme) return scheme === 'Bearer' ? bearer : undefined;
  return sessionTokenIn(request.headers.cookie);
}

/** RFC 6266 §4.3: a plain name for old clients beside the real one. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
}

/** RFC 8187 §3.2.1 */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
