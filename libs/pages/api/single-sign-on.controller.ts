import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CALLBACK_PATH,
  IdentityProvider,
  SignInByProvider,
  findOrganizationId,
  listOrganizationSlugs,
  sessionCookie,
} from '#libs/identity/index.js';
import { CONFIG, type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { signInPage, signOnPage } from '../views/sign-in-page.js';
import { sendPage } from './form.js';
import { localPath } from './local-path.js';

const COOKIE = 'rounds_sign_on';

/** To the identity provider and back. What happens between is bound to the browser that began by a cookie of its own. */
@Controller('sign-in/sso')
export class SingleSignOnController {
  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly uow: UnitOfWork,
    private readonly provider: IdentityProvider,
    private readonly signsIn: SignInByProvider,
  ) {}

  @Get()
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { organization, to } = request.query as { organization?: unknown; to?: unknown };
    const slug = typeof organization === 'string' ? organization.trim().slice(0, 64) : '';
    if (!this.provider.isThere) return void (await reply.redirect('/sign-in', 303));
    const organizationId = await findOrganizationId(this.uow, slug || null);
    if (organizationId === null)
      return this.refuse(reply, 422, slug, 'There is no organisation of this short name. Check it and try again.');
    const begun = await this.provider.begin(organizationId, localPath(to));
    if (!begun.ok) return this.refuse(reply, 503, slug, begun.refusal.message);
    reply.header('set-cookie', this.cookie(begun.value.sealed));
    // Not a redirect: browsers hold one that follows a form to the form's own policy.
    await sendPage(reply.header('refresh', `0;url=${begun.value.address}`), 200, signOnPage(begun.value.address));
  }

  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const sealed = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
    if (!this.provider.isThere) return void (await reply.redirect('/sign-in', 303));
    const finished = await this.provider.finish(sealed, request.url.split('?')[1] ?? '');
    // Used up, however it ends.
    const cookies = [this.cookie(null)];
    reply.header('set-cookie', cookies);
    if (!finished.ok)
      return this.refuse(reply, finished.refusal.code === 'SIGN_ON_FAILED' ? 422 : 503, '', finished.refusal.message);
    const { organizationId, to } = finished.value;
    const origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const signedIn = await this.signsIn.execute(organizationId, finished.value, origin);
    if (!signedIn.ok) return this.refuse(reply, 422, '', signedIn.refusal.message);
    const { token, expiresAt } = signedIn.value;
    await reply.header('set-cookie', [sessionCookie(this.config, token, expiresAt)]).redirect(to, 303);
  }

  private cookie(sealed: string | null): string {
    const secure = this.config.publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${COOKIE}=${sealed ?? ''}; Path=${CALLBACK_PATH}; HttpOnly; SameSite=Lax${secure}; Max-Age=${sealed ? 600 : 0}`;
  }

  private async refuse(reply: FastifyReply, status: number, organization: string, fault: string): Promise<void> {
    const asksOrganization = (await listOrganizationSlugs(this.uow)).length > 1;
    await sendPage(reply, status, signInPage({ to: '/app', asksOrganization, organization, email: '', fault, hasSignOn: true }));
  }
}
