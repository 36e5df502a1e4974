import { Controller, type DynamicModule, Get, Header, Inject, Module, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = Symbol('ExplorerFolder');

/** All that is served, with its type; any other name is unknown. */
const FILES: Readonly<Record<string, string>> = {
  'explorer.css': 'text/css; charset=utf-8',
  'explorer.js': 'text/javascript; charset=utf-8',
  'graphql.js': 'text/javascript; charset=utf-8',
  'operations.js': 'text/javascript; charset=utf-8',
  'schema-browser.js': 'text/javascript; charset=utf-8',
};

/** A page to try the GraphQL API on: local files under the strict policy of every page (docs/decisions/0006). */
@Controller('explorer')
export class ExplorerController {
  constructor(@Inject(FOLDER) private readonly folder: string) {}

  @Get()
  @Header('cache-control', 'no-store')
  async page(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/html; charset=utf-8').send(await readFile(join(this.folder, 'index.html')));
  }

  @Get(':file')
  @Header('cache-control', 'no-store')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!type) throw new NotFoundException('There is no such file.');
    await reply.type(type).send(await readFile(join(this.folder, name)));
  }
}

@Module({})
export class ExplorerModule {
  /** The module, or none in production and where the checkout's files are not at hand. */
  static forEnvironment(environment: 'development' | 'production' | 'test'): DynamicModule[] {
    const folder = environment === 'production' ? null : findFolder(dirname(fileURLToPath(import.meta.url)));
    if (!folder) return [];
    return [{ module: ExplorerModule, controllers: [ExplorerController], providers: [{ provide: FOLDER, useValue: folder }] }];
  }
}

/** The files stand in the checkout, beside the sources and above dist/ alike. */
function findFolder(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'apps/api/explorer');
    if (existsSync(join(found, 'index.html'))) return found;
    if (folder === dirname(folder)) return null;
  }
}
