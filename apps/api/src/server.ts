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
import { MOST_UNDER_WAY, shedLoad } from './http/load-shedding.js';
import { protectAnswers } from './http/security-headers.js';

export interface ServerOptions {
  readonly clock?: Clock;
  /** The embedded mail sink, whose mailbox is then shown under /mailbox. */
  readonly sink?: MailSink | null;
  /** Requests under way at which more are turned away. */
  readonly mostUnderWay?: number;
}

/** A file of 10 MB takes less over a slow line; who sends byte by byte is cut off. */
const REQUEST_TIMEOUT_MS = 300_000;

/** Builds the HTTP application; nothing listens yet. */
export async function createServer(
  config: RunningConfig,
  { clock = systemClock, sink = null, mostUnderWay = MOST_UNDER_WAY }: ServerOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    trustProxy: config.trustedProxies ?? 'loopback, uniquelocal',
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, { clock, sink }), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  readJsonBodies(app, LIMITS.bodyBytes);
  await app.register(multipart as never);
  await protectAnswers(app, config);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  app.get(Draining).watch(server);
  shedLoad(server, mostUnderWay);
  return app;
}

/** Answers what is under way, then lets go of everything. */
export async function stopServer(app: NestFastifyApplication): Promise<void> {
  await app.get(Draining).drain();
  await app.close();
}
