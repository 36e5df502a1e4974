import { type ArgumentsHost, BadRequestException, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { UnstorableTextError } from '#libs/platform/index.js';

/**
 * Passes what resolvers throw on to `maskErrors`, which logs bugs once and without personal data. Nest would print every error with its stack
 * first, also "you are not signed in". Errors of HTTP controllers are answered as Nest does.
 */
@Catch()
export class ResolverErrorsFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    super.catch(error instanceof UnstorableTextError ? new BadRequestException(error.message) : error, host);
  }
}
