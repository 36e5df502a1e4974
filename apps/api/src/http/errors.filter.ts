import { type ArgumentsHost, BadRequestException, Catch, HttpException, Inject } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { LOG, type Log, NoRoomError, UnstorableTextError } from '#libs/platform/index.js';

/**
 * What goes wrong outside a controller's own answers. What resolvers throw goes on to `maskErrors`; what the caller did wrong is said; what we did wrong is
 * answered with an id under which the log has the cause, so that no stack, SQL or path leaves and no request is logged with its content.
 */
@Catch()
export class ErrorsFilter extends BaseExceptionFilter {
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(LOG) private readonly log: Log,
  ) {
    super(host.httpAdapter);
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    // The caller went away while sending: nobody reads an answer.
    if (host.switchToHttp().getRequest<FastifyRequest>().raw.readableAborted) return;
    super.catch(error instanceof HttpException ? error : (ofCaller(error) ?? this.ours(error)), host);
  }

  private ours(error: unknown): HttpException {
    const trace = randomUUID();
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    this.log.error({ trace, error: message, stack }, 'a request failed');
    if (error instanceof NoRoomError) return new HttpException({ statusCode: 507, code: 'NO_ROOM', message, trace }, 507);
    const said = `Something went wrong on our side. Try again; if it stays, tell your administrator the id ${trace}.`;
    return new HttpException({ statusCode: 500, message: said, trace }, 500);
  }
}

/** What the server itself refuses (too large, no JSON, a type it does not read) and what the database cannot keep; null for anything else. */
function ofCaller(error: unknown): HttpException | null {
  if (error instanceof UnstorableTextError) return new BadRequestException(error.message);
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const { statusCode, message } = error;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return null;
  return new HttpException({ statusCode, message }, statusCode);
}
