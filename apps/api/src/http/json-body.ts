import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';

/** Reads JSON bodies, which are UTF-8 (RFC 8259 §8.1): other bytes would be kept as signs of replacement without a word. */
export function readJsonBodies(app: NestFastifyApplication, limit_bytes: number): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const parse = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit: limit_bytes }, (request, body, done) => {
    if (isUtf8(body)) return parse(request as never, body as never, done);
    done(new BadRequestException('The body is not UTF-8. Send JSON in UTF-8.'), undefined);
  });
}
