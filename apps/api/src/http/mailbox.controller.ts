import {
  type DynamicModule,
  Controller,
  Get,
  Header,
  Inject,
  Module,
  NotFoundException,
  Param,
  Query,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  MAILBOX_HTML_CSP,
  MAILBOX_PAGE_CSP,
  MAILBOX_STYLESHEET,
  type MailSink,
  type MailboxMessage,
  mailboxHtml,
  mailboxPage,
} from '#libs/platform/embedded/index.js';
import type { MailEvidence } from '#libs/notifications/index.js';

const SINK = Symbol('MailSink');

/** What the embedded mail sink received, as a page and as JSON. Exists only while mails go nowhere else. */
@Controller('mailbox')
export class MailboxController {
  constructor(@Inject(SINK) private readonly sink: MailSink) {}

  @Get()
  async page(@Query('message') selected: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const html = mailboxPage(await this.sink.messages(), selected);
    await reply.header('content-security-policy', MAILBOX_PAGE_CSP).type('text/html; charset=utf-8').send(html);
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return MAILBOX_STYLESHEET;
  }

  @Get('messages')
  @Header('cache-control', 'no-store')
  async messages(): Promise<MailboxMessage[]> {
    return this.sink.messages();
  }

  @Get('messages/:id/html')
  async html(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const message = await this.find(id);
    // The page that frames it is ours; nobody else may.
    await reply
      .header('content-security-policy', MAILBOX_HTML_CSP)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(mailboxHtml(message));
  }

  private async find(id: string): Promise<MailboxMessage> {
    const message = await this.sink.message(id);
    if (!message) throw new NotFoundException('There is no such message in the mailbox; the oldest are removed when it is full.');
    return message;
  }
}

@Module({})
export class MailboxModule {
  static over(sink: MailSink): DynamicModule {
    return { module: MailboxModule, controllers: [MailboxController], providers: [{ provide: SINK, useValue: sink }] };
  }
}

/** The mailbox of this machine keeps every mail before it says so: what is not there has not arrived. */
export function evidenceOf(sink: MailSink): MailEvidence {
  return {
    find: async ({ messageId }) => {
      const found = (await sink.messages()).find(({ headers }) => headers['message-id'] === messageId);
      return found ? { kind: 'ARRIVED', words: `found in the mailbox as ${found.id}` } : { kind: 'ABSENT' };
    },
  };
}
