import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EndSession, IdentityProvider, SignIn, listOrganizationSlugs, sessionCookie } from '#libs/identity/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { signInPage } from '../views/sign-in-page.js';
import { fromOurPages, readForm, sendPage } from './form.js';
import { localPath } from './local-path.js';
import { StaffDoor } from './staff-door.js';

type Fields = Readonly<Record<string, string>>;

/** Signing in and out of the team's pages, with the same cookie as GraphQL's. */
@Controller()
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly uow: UnitOfWork,
    private readonly door: StaffDoor,
    private readonly signsIn: SignIn,
    private readonly ending: EndSession,
    private readonly provider: IdentityProvider,
  ) {}

  @Get('sign-in')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const to = localPath((request.query as { to?: unknown }).to);
    if (await this.door.session(request)) return void (await reply.redirect(to, 303));
    await this.show(reply, 200, to, {}, null);
  }

  @Post('sign-in')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields } = await readForm(request);
    const to = localPath(fields.to);
    if (!fromOurPages(request)) return this.show(reply, 403, to, fields, 'That form was not this page. Please sign in here.');
    const origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const { email = '', password = '' } = fields;
    const result = await this.signsIn.execute({ organization: fields.organization?.trim() || null, email, password }, origin);
    if (!result.ok) {
      const status = { SIGN_IN_FAILED: 422, TOO_MANY_ATTEMPTS: 429, BUSY: 503 }[result.refusal.code];
      return this.show(reply, status, to, fields, result.refusal.message);
    }
    const { token, expiresAt } = result.value;
    await reply.header('set-cookie', sessionCookie(this.config, token, expiresAt)).redirect(to, 303);
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (fromOurPages(request)) {
      const session = await this.door.session(request);
      if (session) await this.ending.execute(session.actor, session.sessionId);
      reply.header('set-cookie', sessionCookie(this.config, null, null));
    }
    await reply.redirect('/sign-in', 303);
  }

  private async show(reply: FastifyReply, status: number, to: string, fields: Fields, fault: string | null): Promise<void> {
    const asksOrganization = (await listOrganizationSlugs(this.uow)).length > 1;
    const { organization = '', email = '' } = fields;
    await sendPage(
      reply,
      status,
      signInPage({ to, asksOrganization, organization, email, fault, hasSignOn: this.provider.isThere }),
    );
  }
}
