import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcceptInvitation,
  PASSWORD_LIMITS,
  RequestPasswordReset,
  ResetPassword,
  type TokenPurpose,
  readAccountToken,
} from '#libs/identity/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { accountMessage, forgotPage, passwordPage } from '../views/account-pages.js';
import { fromOurPages, readForm, sendPage } from './form.js';

const PURPOSES = { invitation: 'INVITATION', reset: 'PASSWORD_RESET' } as const satisfies Record<string, TokenPurpose>;
type Kind = keyof typeof PURPOSES;

/** The pages behind the links of account mails. Looking at one uses nothing up. */
@Controller('account')
export class AccountController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly accept: AcceptInvitation,
    private readonly reset: ResetPassword,
    private readonly request: RequestPasswordReset,
  ) {}

  @Get('invitation/:token')
  async invitation(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.show('invitation', token, reply, null);
  }

  @Post('invitation/:token')
  async acceptInvitation(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fields } = await readForm(request);
    if (!fromOurPages(request)) return this.show('invitation', token, reply, FOREIGN_FORM);
    const origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const result = await this.accept.execute({ token, password: fields.password ?? '' }, origin);
    if (!result.ok) return this.show('invitation', token, reply, result.refusal.message);
    await sendPage(
      reply,
      200,
      accountMessage('Your account is ready', 'Sign in with your mail address and the password you just chose.'),
    );
  }

  @Get('reset/:token')
  async resetForm(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.show('reset', token, reply, null);
  }

  @Post('reset/:token')
  async setPassword(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields } = await readForm(request);
    if (!fromOurPages(request)) return this.show('reset', token, reply, FOREIGN_FORM);
    const result = await this.reset.execute({ token, password: fields.password ?? '' });
    if (!result.ok) return this.show('reset', token, reply, result.refusal.message);
    await sendPage(reply, 200, accountMessage('Your password is set', 'All sessions were ended. Sign in with the new password.'));
  }

  @Get('forgot')
  async forgot(@Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, 200, forgotPage({ organization: '', sent: false, fault: null }));
  }

  @Post('forgot')
  async sendReset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields } = await readForm(request);
    const organization = fields.organization?.trim() ?? '';
    if (!fromOurPages(request)) return sendPage(reply, 403, forgotPage({ organization, sent: false, fault: FOREIGN_FORM }));
    const result = await this.request.execute(
      { organization: organization || null, email: fields.email ?? '' },
      { ip: request.ip },
    );
    await sendPage(
      reply,
      result.ok ? 200 : 429,
      forgotPage({ organization, sent: result.ok, fault: result.ok ? null : result.refusal.message }),
    );
  }

  private async show(kind: Kind, token: string, reply: FastifyReply, fault: string | null): Promise<void> {
    const found = await readAccountToken(this.uow, token, PURPOSES[kind], this.clock.now());
    if (!found) {
      const text = 'The link has been used, was replaced by a newer one, or has run out. Ask for a new one; nothing was changed.';
      return sendPage(reply, 404, accountMessage('This link has ended', text));
    }
    const { organizationName, personName, email } = found;
    const page = passwordPage({ kind, organizationName, personName, email, minLength: PASSWORD_LIMITS.least, fault });
    await sendPage(reply, fault ? 422 : 200, page);
  }
}

const FOREIGN_FORM = 'That form was not one of this page. Nothing was changed; please try again here.';
