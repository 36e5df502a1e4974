import { Controller, type DynamicModule, Get, Inject, Module, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { webFolder } from './web-folder.js';

/** What `npm run build:web` made. */
interface WebBuild {
  /** The page, with a place for the nonce. */
  readonly page: string;
  /** Kept for good by browsers: their names change with their content. */
  readonly assets: ReadonlySet<string>;
  readonly made_ms: number;
}

const FOLDER = Symbol('WebFolder');
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * The hiring team's screens under /app: one page for every address below it, so that links lead deep into the app. Where they were not built, the plain desk answers.
 * The component library writes style elements at run time; they carry the nonce of this answer, and nothing else inline is let in.
 */
@Controller('app')
export class WebController {
  private build: WebBuild | null = null;

  constructor(@Inject(FOLDER) private readonly folder: string | null) {}

  @Get('icon.svg')
  icon(@Res() reply: FastifyReply): Promise<void> {
    return this.file(reply, 'icon.svg', 'image/svg+xml');
  }

  /** The page in which a mail's HTML is shown: of no origin, with the styles that mails need, and one script that puts the mail in. */
  @Get('mail-frame')
  async mailFrame(@Res() reply: FastifyReply): Promise<void> {
    reply.header('content-security-policy', MAIL_FRAME_POLICY);
    await this.file(reply, 'mail-frame.html', 'text/html; charset=utf-8');
  }

  @Get('mail-frame.js')
  mailFrameScript(@Res() reply: FastifyReply): Promise<void> {
    // Asked for by a page of no origin.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return this.file(reply, 'mail-frame.js', TYPES['.js']!);
  }

  @Get('assets/:name')
  async asset(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = Object.hasOwn(TYPES, extname(name)) ? TYPES[extname(name)] : undefined;
    if (!type || !(await this.current())?.assets.has(name)) throw new NotFoundException('There is no such file.');
    const packed = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const bytes = await readFile(join(this.folder!, 'assets', packed ? `${name}.br` : name));
    if (packed) reply.header('content-encoding', 'br');
    await reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(type)
      .send(bytes);
  }

  @Get()
  start(@Res() reply: FastifyReply): Promise<void> {
    return this.page(reply);
  }

  @Get('*')
  async page(@Res() reply: FastifyReply): Promise<void> {
    const build = await this.current();
    if (!build) return void (await reply.redirect('/desk', 303));
    const nonce = randomBytes(18).toString('base64url');
    await reply
      .header('content-security-policy', policyOf(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(build.page.replace('{{nonce}}', nonce));
  }

  private async file(reply: FastifyReply, name: string, type: string): Promise<void> {
    if (!(await this.current())) throw new NotFoundException('There is no such file.');
    await reply
      .header('cache-control', type.startsWith('text/html') ? 'no-store' : 'public, max-age=3600')
      .type(type)
      .send(await readFile(join(this.folder!, name)));
  }

  /** The build as it is now: it may be made anew while the server runs. build.json is written last, so what it names is there. */
  private async current(): Promise<WebBuild | null> {
    if (!this.folder) return null;
    const list = join(this.folder, 'build.json');
    const made = await stat(list).catch(() => null);
    if (!made) return this.build;
    if (made.mtimeMs !== this.build?.made_ms) {
      const { assets } = JSON.parse(await readFile(list, 'utf8')) as { assets: string[] };
      const page = await readFile(join(this.folder, 'index.html'), 'utf8');
      this.build = { page, assets: new Set(assets), made_ms: made.mtimeMs };
    }
    return this.build;
  }
}

const MAIL_FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts";

/** As strict as that of every page; besides, style elements with the nonce, and CVs that were fetched and are opened as PDF alone. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'self' blob:",
    "img-src 'self' data:",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
  ].join(';');
}

@Module({})
export class WebModule {
  /** With the build of the checkout, or without one. */
  static found(): DynamicModule {
    return { module: WebModule, controllers: [WebController], providers: [{ provide: FOLDER, useValue: webFolder() }] };
  }
}
