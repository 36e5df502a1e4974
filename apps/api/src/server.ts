import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, systemClock } from '#libs/kernel/index.js';
import type { MailSink } from '#libs/platform/embedded/index.js';
import type { RunningConfig } from '#libs/platform/index.js';
import { AppModule } from './app.module.js';
import { LIMITS } from './graphql/limits.js';
import { Draining } from './http/draining.js';
import { readJsonBodies } from './http/json-body.js';
import { protectAnswers } from './http/security-headers.js';

export interface ServerOptions {
  readonly clock?: Clock;
  /** The embedded mail sink, whose mailbox is then shown under /mailbox. */
  readonly sink?: MailSink | null;
}

/** Builds the HTTP application; nothing listens yet. */
export async function createServer(
  config: RunningConfig,
  { clock = systemClock, sink = null }: ServerOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: config.environment === 'production',
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, { clock, sink }), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  readJsonBodies(app, LIMITS.bodyBytes);
  await app.register(multipart as never);
  await protectAnswers(app, config);
  app.get(Draining).watch(adapter.getInstance() as unknown as FastifyInstance);
  return app;
}

/** Answers what is under way, then lets go of everything. */
export async function stopServer(app: NestFastifyApplication): Promise<void> {
  await app.get(Draining).drain();
  await app.close();
}
