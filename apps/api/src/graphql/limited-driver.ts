import { Injectable } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { LIMITS } from './limits.js';

/** Nest makes the WebSocket server itself and passes no options on: it would take 100 MiB a message from anybody. */
@Injectable()
export class LimitedApolloDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    await super.start(options);
    const { _subscriptionService: service } = this as unknown as {
      _subscriptionService?: { wss?: { options?: { maxPayload?: number } } };
    };
    const server = service?.wss?.options;
    if (typeof server?.maxPayload !== 'number')
      throw new Error('Nest keeps its WebSocket server elsewhere now: see that its messages stay limited.');
    server.maxPayload = LIMITS.socketBytes;
  }
}
