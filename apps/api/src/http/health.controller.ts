import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { Draining } from './draining.js';
import { APP_DATA_SOURCE, Metrics, poolOf } from '#libs/platform/index.js';

/** For balancers and Prometheus. Nothing here needs a sign-in or tells of people. */
@Controller()
export class HealthController {
  constructor(
    @Inject(APP_DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly draining: Draining,
  ) {}

  /** The process runs and its event loop answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers within two seconds and the process is not about to stop; 503 otherwise. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    if (this.draining.isDraining) return void (await reply.status(503).send({ status: 'stopping' }));
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer within 2 s')), 2000).unref());
    try {
      await Promise.race([poolOf(this.dataSource).query('SELECT 1'), late]);
      await reply.send({ status: 'ok', database: 'ok' });
    } catch {
      await reply.status(503).send({ status: 'unavailable', database: 'does not answer' });
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
